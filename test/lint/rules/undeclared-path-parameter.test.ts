import { rule } from '../../../src/lint/rules/undeclared-path-parameter.js';
import { composite, connector, ruleCases } from '../support/rule-cases.js';

const topics = (template: string, path_parameters?: unknown) =>
  connector({ url: `https://api.acme.io/topics/${template}`, path_parameters });

ruleCases(rule, {
  wrong: [
    { name: 'no rows at all', registry: topics('{{ pathParams.«topicId» }}'), message: "no 'topicId'" },
    {
      name: 'a near miss',
      registry: topics('{{ pathParams.«topcId» }}', [{ key: 'topicId' }]),
      suggestion: 'topicId',
    },
    {
      name: 'the only row has another name',
      registry: topics('{{ pathParams.«id» }}', [{ key: 'topicId' }]),
      suggestion: 'topicId',
    },
    {
      name: 'each name once',
      registry: topics('{{ pathParams.«a» }}/{{ pathParams.a }}/{{ pathParams.«b» }}'),
    },
    { name: 'in brackets', registry: topics("{{ pathParams[«'topic-id'»] }}") },
    { name: 'in a condition', registry: topics('{% if pathParams.«a» %}x{% endif %}') },
    {
      name: 'a subtraction',
      registry: topics('{{ pathParams.«topic»-id }}', [{ key: 'topic-id' }]),
      message: 'subtraction',
      suggestion: "pathParams['topic-id']",
    },
  ],
  right: [
    {
      name: 'a declared one',
      registry: topics("{{ pathParams.a }}/{{ pathParams['b-c'] }}", [{ key: 'a' }, { key: 'b-c' }]),
    },
    {
      name: 'rows under another name',
      registry: connector({ url: 'https://api.acme.io/{{ pathParams.a }}', pathParams: [{ key: 'a' }] }),
    },
    { name: 'a row whose key is misnamed', registry: topics('{{ pathParams.a }}', [{ name: 'a' }]) },
    { name: 'rows of a wrong type', registry: topics('{{ pathParams.a }}', { a: '' }) },
    {
      name: "a variable of the template's own",
      registry: topics("{% set pathParams = {'a': 1} %}{{ pathParams.a }}"),
    },
    {
      name: 'the dictionary as a whole',
      registry: topics("{{ pathParams | length }}{{ pathParams.get('a') }}"),
    },
    { name: 'another field', registry: connector({ request_body: '{{ pathParams.a }}' }) },
    { name: 'a composite', registry: composite({ url: 'https://api.acme.io/{{ pathParams.a }}' }) },
    {
      name: 'in the host, where none may stand',
      registry: connector({ url: 'https://{{ pathParams.a }}.acme.io/x' }),
    },
    {
      name: 'what follows a fault of the file',
      registry: '{"connectors": [{"name": "a", "url": "https://a.io/{{ pathParams.x }}", ]]}',
    },
  ],
});
