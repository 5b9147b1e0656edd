import { rule } from '../../../src/lint/rules/overridable-identity.js';
import { composite, connector, ruleCases } from '../support/rule-cases.js';

const written = (overridable: string, value = '{{ user.email }}') => `{
  "connectors": [
    { "name": "A", "url": "https://api.acme.io/x", "query_parameters": [
      { "key": "email", "value": ${JSON.stringify(value)}, "overridable": ${overridable} }
    ] }
  ]
}`;
const row = (value: string, overridable: unknown = true) => ({ key: 'X-User', value, overridable });

ruleCases(rule, {
  wrong: [
    {
      name: 'a query parameter with the email address',
      registry: written('«true»'),
      message:
        "the query parameter 'email' holds `user.email` and is overridable: a browser could claim to be somebody else",
      fixed: written('false'),
    },
    {
      name: 'through a filter and brackets',
      registry: written('«true»', "x-{{ user['id'] | default('') }}"),
    },
    {
      name: 'a header',
      registry: connector({ headers: [row('{{ user.username }}')] }).replace('true', '«true»'),
      message: /the header 'X-User'/,
    },
    {
      name: 'in a token that is signed',
      registry: connector({
        headers: [
          {
            key: 'Authorization',
            value: "Bearer {{ jwt_encode({'sub': user.id}, get_secret('key'), 'HS256') }}",
            overridable: true,
          },
        ],
      }).replace('true', '«true»'),
    },
  ],
  right: [
    { name: 'not overridable', registry: connector({ headers: [row('{{ user.id }}', false)] }) },
    { name: 'no identity', registry: connector({ headers: [row('{{ user.first_name }}')] }) },
    { name: 'text that only names it', registry: connector({ headers: [row('user.id')] }) },
    {
      name: "a variable of the template's own",
      registry: connector({ headers: [row("{% set user = {'id': 1} %}{{ user.id }}")] }),
    },
    { name: 'a step: nothing is forwarded to it', registry: composite({ headers: [row('{{ user.id }}')] }) },
    { name: 'a broken template', registry: connector({ headers: [row('{{ user.id }')] }) },
  ],
});
