import { rule } from '../../../src/lint/rules/default-of-none.js';
import { composite, connector, ruleCases } from '../support/rule-cases.js';

const url = (path: string) => connector({ url: `https://api.acme.io/${path}` });

ruleCases(rule, {
  wrong: [
    {
      name: 'an attribute of the user',
      registry: url("{{ user.id | «default»('guest') }}"),
      fixed: url("{{ user.id | default('guest', true) }}"),
    },
    {
      name: 'a payload, by the short name, through a variable',
      registry: composite({
        method: 'POST',
        request_body: "{% set b = request.body_text %}{{ b | «d»('{}' ) | from_json | tojson }}",
      }),
      fixed: composite({
        method: 'POST',
        request_body: "{% set b = request.body_text %}{{ b | d('{}', true ) | from_json | tojson }}",
      }),
    },
    {
      name: 'with `false`',
      registry: url("{{ user.id | «default»('x', false) }}{{ user.id | «d»('x', boolean=false) }}"),
    },
    { name: 'without a fallback', registry: url('{{ user.email | «default» }}') },
  ],
  right: [
    {
      name: 'with `true`',
      registry: url("{{ user.id | default('guest', true) }}{{ user.id | default('x', boolean=true) }}"),
    },
    {
      name: 'a field of parsed JSON',
      registry: connector({ response_body: "{{ (response.body | from_json).a | default('x') }}" }),
    },
    {
      name: 'a query parameter',
      registry: composite({ url: "https://api.acme.io/{{ request.query_parameters.q | default('x') }}" }),
    },
    {
      name: 'what is undefined there, which is a fault of its own',
      registry: url("{{ body_text | default('') }}{{ request.body_text | default('') }}"),
    },
    { name: 'a variable of the same name', registry: url("{% set user = {} %}{{ user.id | default('x') }}") },
  ],
});
