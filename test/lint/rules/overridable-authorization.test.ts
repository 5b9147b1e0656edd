import { rule } from '../../../src/lint/rules/overridable-authorization.js';
import { composite, connector, ruleCases } from '../support/rule-cases.js';

const secret = "{{ get_secret('key') }}";
const row = (key: string, value: string) => ({ key, value, overridable: true });
const marked = (fields: object) => connector(fields).replace('true', '«true»');

ruleCases(rule, {
  wrong: [
    {
      name: 'the Authorization header',
      registry: marked({ headers: [row('authorization', `Bearer ${secret}`)] }),
      message: "the header 'authorization' is a credential and is overridable: a browser could replace it",
    },
    {
      name: 'the header of a key',
      registry: marked({ headers: [row('X-Api-Key', "{{ get_variable('k') }}")] }),
    },
    { name: 'any value from a secret', registry: marked({ query_parameters: [row('sig', secret)] }) },
  ],
  right: [
    { name: 'a value that is no secret', registry: connector({ headers: [row('X-Locale', 'en')] }) },
    { name: 'nothing configured', registry: connector({ headers: [row('Authorization', '')] }) },
    {
      name: 'who the user is has a rule of its own',
      registry: connector({ headers: [row('Authorization', '{{ user.id }}')] }),
    },
    {
      name: 'a header that the authentication block replaces',
      registry: connector({
        headers: [row('X-Key', secret)],
        authentication: { type: 'api_key', config: { key: 'x-key', value: secret, in: 'header' } },
      }),
    },
    { name: 'a step', registry: composite({ headers: [row('Authorization', secret)] }) },
  ],
});
