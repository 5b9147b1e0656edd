import { rule } from '../../../src/lint/rules/json-attr.js';
import { composite, connector, ruleCases } from '../support/rule-cases.js';

const responseBody = (response_body: string) => connector({ response_body });

ruleCases(rule, {
  wrong: [
    {
      name: 'a field of a body',
      registry: composite(
        { name: 'auth' },
        {
          headers: [
            {
              key: 'Authorization',
              value: "Bearer {{ steps.auth.body | from_json | «attr»('access_token') }}",
            },
          ],
        },
      ),
      fixed: composite(
        { name: 'auth' },
        {
          headers: [
            { key: 'Authorization', value: 'Bearer {{ (steps.auth.body | from_json).access_token }}' },
          ],
        },
      ),
    },
    {
      name: 'a chain',
      registry: responseBody(
        "{{ response.body|from_json|«attr»('a')|«attr»('b-c')|«attr»('items')|tojson }}",
      ),
      fixed: responseBody("{{ (response.body|from_json).a['b-c']['items']|tojson }}"),
    },
    {
      name: 'in brackets, of a variable, of brackets',
      registry: responseBody(
        "{% set d = response.body | from_json %}{{ (response.body | from_json) | «attr»('a') }}{{ d | «attr»('b') }}{{ (response.body ~ '') | from_json | «attr»('c') }}",
      ),
      fixed: responseBody(
        "{% set d = response.body | from_json %}{{ (response.body | from_json).a }}{{ d.b }}{{ ((response.body ~ '') | from_json).c }}",
      ),
    },
  ],
  right: [
    { name: 'a field', registry: responseBody('{{ (response.body | from_json).a }}') },
    {
      name: 'attributes of what is not JSON',
      registry: responseBody(
        "{{ user | attr('id') }}{% for x in [] %}{{ loop | attr('index') }}{% endfor %}",
      ),
    },
    { name: 'a computed name', registry: responseBody('{{ response.body | from_json | attr(user.id) }}') },
  ],
});
