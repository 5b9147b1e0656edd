import { rule } from '../../../src/lint/rules/url-single-braces.js';
import { composite, connector, ruleCases } from '../support/rule-cases.js';

const url = (text: string, path_parameters?: object[]) => connector({ url: text, path_parameters });

ruleCases(rule, {
  wrong: [
    {
      name: 'a declared parameter',
      registry: url('https://api.acme.io/topics/«{topicId}»', [{ key: 'topicId' }]),
      suggestion: '{{ pathParams.topicId }}',
      fixed: url('https://api.acme.io/topics/{{ pathParams.topicId }}', [{ key: 'topicId' }]),
    },
    {
      name: 'one that is not declared',
      registry: url('https://api.acme.io/«{id}»'),
      suggestion: '{{ pathParams.id }}',
      hint: 'It needs { "key": "id" } in `path_parameters`, too.',
    },
    {
      name: 'with hyphens',
      registry: url('https://api.acme.io/«{topic-id}»'),
      suggestion: '{{ pathParams.topic_id }}',
      hint: /"topic_id"/,
    },
    {
      name: 'with hyphens and declared',
      registry: url('https://api.acme.io/«{topic-id}»', [{ key: 'topic-id' }]),
      suggestion: "{{ pathParams['topic-id'] }}",
    },
    { name: 'several', registry: url('https://api.acme.io/«{a}»/«{b}»') },
    {
      name: 'a template with a brace too few',
      registry: url('https://api.acme.io/«{ user.id }»/«{ user.email }}»'),
      fixed: url('https://api.acme.io/{{ user.id }}/{{ user.email }}'),
    },
    { name: 'as a shell has it', registry: url(`https://api.acme.io/«\${id}»`) },
    {
      name: 'in the host',
      registry: url('https://«{site}».acme.io/x'),
      suggestion: "{{ get_variable('site') }}",
    },
    { name: 'in a step', registry: composite({ url: 'https://api.acme.io/«{id}»' }) },
    { name: 'beside a template', registry: url('https://api.acme.io/{{ user.id }}/«{id}»') },
  ],
  right: [
    {
      name: 'templates',
      registry: url('https://api.acme.io/{{ user.id }}{% if user.id %}a{% endif %}{# c #}'),
    },
    { name: 'a dictionary in a template', registry: url("https://api.acme.io/{{ {'a': user.id}['a'] }}") },
    { name: 'JSON is a matter of encoding', registry: url('https://api.acme.io/x?f={"a":1}') },
    { name: 'a placeholder to be filled in by hand', registry: url('https://{your-domain}.acme.io/x') },
  ],
});
