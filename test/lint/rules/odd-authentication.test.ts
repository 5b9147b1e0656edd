import { rule } from '../../../src/lint/rules/odd-authentication.js';
import { connectorsWith, oauth } from '../support/authentication.js';
import { ruleCases } from '../support/rule-cases.js';

const client = (...odd: object[]) =>
  connectorsWith('oauth_client_credentials', oauth, ...odd.map((each) => ({ ...oauth, ...each })), oauth);
const scoped = (...scopes: string[]) =>
  connectorsWith('oauth_client_credentials', ...scopes.map((scope) => ({ ...oauth, scope })));
const key = (...names: string[]) =>
  connectorsWith(
    'api_key',
    ...names.map((name) => ({ key: 'X-Key', value: `{{ get_secret('${name}') }}`, in: 'header' })),
  );

ruleCases(rule, {
  wrong: [
    {
      name: 'another secret for the same client',
      registry: client({ client_secret: "{{ get_secret('«erp_secret»') }}" }),
      message:
        '`client_secret` differs from that of the 2 other `oauth_client_credentials` blocks that are the same in everything else',
      suggestion: 'crm_secret',
    },
    {
      name: 'a client that is misspelt',
      registry: client({ client_id: "{{ get_secret('«crmid»') }}" }),
      suggestion: 'crm_id',
    },
    {
      name: 'a token URL that is misspelt',
      registry: client({ token_url: '«https://auth.acme.io/oauth/tokne»' }).replace('tokne', 'tokn'),
      suggestion: oauth.token_url,
    },
    {
      name: 'a scope that is misspelt',
      registry: scoped('orders.read', '«ordres.read»', 'orders.read').replace('ordres', 'order'),
      suggestion: 'orders.read',
    },
    {
      name: 'a key that is misspelt',
      registry: key('search_key', 'search_key', '«serch_key»'),
      suggestion: 'search_key',
    },
  ],
  right: [
    { name: 'all the same', registry: client() },
    { name: 'spaces in the tags', registry: client({ client_secret: "{{get_secret('crm_secret')}}" }) },
    {
      name: 'two blocks are no majority',
      registry: connectorsWith('oauth_client_credentials', oauth, {
        ...oauth,
        client_secret: "{{ get_secret('other') }}",
      }),
    },
    {
      name: 'two that differ',
      registry: client(
        { client_secret: "{{ get_secret('a') }}" },
        { client_secret: "{{ get_secret('b') }}" },
      ),
    },
    {
      name: 'another client',
      registry: client({
        client_id: "{{ get_secret('erp_id') }}",
        client_secret: "{{ get_secret('erp_secret') }}",
      }),
    },
    { name: 'another scope', registry: scoped('orders.read', 'orders.read', 'orders.write') },
    { name: 'another version', registry: client({ token_url: 'https://auth.acme.io/oauth2/token' }) },
    { name: 'another region', registry: key('crm_eu_key', 'crm_us_key', 'crm_eu_key') },
    { name: 'another key', registry: key('search_key', 'admin_key', 'search_key') },
    { name: 'a secret that is written out', registry: client({ client_secret: 'b4c7e1d9a2f86035' }) },
  ],
});
