import { rule } from '../../../src/lint/rules/duplicate-header-of-authentication.js';
import { composite, connector, ruleCases } from '../support/rule-cases.js';

const secret = "{{ get_secret('key') }}";
const oauth = {
  type: 'oauth_client_credentials',
  config: { client_id: 'crm', client_secret: secret, token_url: 'https://auth.acme.io/token' },
};
const key = (config: object) => ({
  type: 'api_key',
  config: { key: 'X-Key', value: secret, in: 'header', ...config },
});
const header = (name: string) => [
  { key: 'Accept', value: 'text/plain' },
  { key: name, value: secret },
];

ruleCases(rule, {
  wrong: [
    {
      name: 'Authorization beside a block that sends a token',
      registry: composite({ authentication: oauth, headers: header('«authorization»') }),
      message:
        "the header 'authorization' has no effect: `authentication` of type 'oauth_client_credentials' sets it",
    },
    {
      name: 'the header of a key',
      registry: connector({ authentication: key({}), headers: header('«x-key»') }),
    },
  ],
  right: [
    { name: 'another header', registry: connector({ authentication: oauth, headers: header('X-Key') }) },
    { name: 'no block', registry: connector({ headers: header('Authorization') }) },
    {
      name: 'type none',
      registry: connector({ authentication: { type: 'none' }, headers: header('Authorization') }),
    },
    {
      name: 'a key in the query',
      registry: connector({ authentication: key({ in: 'query' }), headers: header('X-Key') }),
    },
    {
      name: 'a name that only a run can tell',
      registry: connector({
        authentication: key({ key: "{{ get_variable('h') }}" }),
        headers: header('X-Key'),
      }),
    },
  ],
});
