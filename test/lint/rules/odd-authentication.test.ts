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

/** Blocks by the method of their connector. */
const scopedBy = (...rows: [method: string, scope: string, url?: string][]) =>
  JSON.stringify({
    connectors: rows.map(([method, scope, url = 'https://api.acme.io/x'], index) => ({
      name: `Number ${index}`,
      method,
      url,
      authentication: { type: 'oauth_client_credentials', config: { ...oauth, scope } },
    })),
  });
const bearer = {
  client_id: 'acme',
  private_key: "{{ get_secret('acme_pem') }}",
  token_url: 'https://auth.acme.io/oauth/token',
  subject: 'svc@acme.io',
  audience: 'https://auth.acme.io',
};
const bearers = (...odd: object[]) =>
  connectorsWith('oauth_jwt_bearer', bearer, ...odd.map((each) => ({ ...bearer, ...each })), bearer);
const keyed = (...odd: object[]) => {
  const block = { key: 'X-Key', value: "{{ get_secret('acme_key') }}", in: 'header' };
  return connectorsWith('api_key', block, ...odd.map((each) => ({ ...block, ...each })), block);
};

ruleCases(rule, {
  wrong: [
    {
      name: 'another client for the same secret',
      registry: client({ client_id: "{{ get_secret('«erp_client»') }}" }),
      suggestion: 'crm_id',
    },
    {
      name: 'a client that is written out otherwise',
      registry: connectorsWith(
        'oauth_client_credentials',
        { ...oauth, client_id: 'acme-portal' },
        { ...oauth, client_id: '«acme-protal»' },
        { ...oauth, client_id: 'acme-portal' },
      ),
      suggestion: 'acme-portal',
    },
    {
      name: 'a client in another case',
      registry: client({ client_id: "{{ get_secret('«CRM_ID»') }}" }),
      suggestion: 'crm_id',
    },
    {
      name: 'a secret that is a variable',
      registry: client({ client_secret: "«{{ get_variable('crm_secret') }}»" }),
      suggestion: oauth.client_secret,
    },
    {
      name: 'another version of the token URL',
      registry: client({ token_url: '«https://auth.acme.io/oauth2/token»' }),
      suggestion: oauth.token_url,
    },
    {
      name: 'another end of the token URL',
      registry: client({ token_url: '«https://auth.acme.io/oauth/authorize»' }),
    },
    {
      name: 'a token URL without a part of its path',
      registry: client({ token_url: '«https://auth.acme.io/token»' }),
    },
    {
      name: 'a host that is misspelt',
      registry: client({ token_url: '«https://auth.amce.io/oauth/token»' }),
    },
    {
      name: 'another host of the same domain',
      registry: client({ token_url: '«https://login.acme.io/oauth/token»' }),
    },
    {
      name: 'another action for requests that do the same',
      registry: scoped('orders.read', 'orders.read', '«orders.write»'),
      suggestion: 'orders.read',
    },
    {
      name: 'a misspelt scope of several, beside another scope that two have',
      registry: scoped('a.read openid', 'a.read openid', 'b.read', 'b.read', '«a.raed openid»'),
      suggestion: 'a.read openid',
    },
    {
      name: 'two that are misspelt',
      registry: scoped('orders.read', '«order.read»', 'orders.read', '«orders.raed»'),
    },
    {
      name: 'another audience',
      registry: bearers({ audience: '«https://login.acme.io»' }),
      suggestion: 'https://auth.acme.io',
    },
    { name: 'another algorithm', registry: bearers({ algorithm: '«RS512»' }) },
    {
      name: 'another key for the same client',
      registry: bearers({ private_key: "{{ get_secret('«old_pem»') }}" }),
    },
    { name: 'a subject that is misspelt', registry: bearers({ subject: '«scv@acme.io»' }) },
    { name: 'another place of an API key', registry: keyed({ in: '«query»' }) },
    { name: 'another name of an API key', registry: keyed({ key: '«X-Api-Token»' }) },
    {
      name: 'a secret with a needless word',
      registry: keyed({ value: "{{ get_secret('«acme_api_key»') }}" }),
    },
    { name: 'a secret with swapped letters', registry: keyed({ value: "{{ get_secret('«acme_kye»') }}" }) },
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
    {
      name: 'another scope for another action',
      registry: scopedBy(['GET', 'orders.read'], ['GET', 'orders.read'], ['POST', 'orders.write']),
    },
    {
      name: 'another scope for another resource',
      registry: scopedBy(
        ['GET', 'orders.read'],
        ['GET', 'orders.read'],
        ['GET', 'orders.read'],
        ['GET', 'invoices.read', 'https://api.acme.io/invoices'],
      ),
    },
    {
      name: 'another resource beside many',
      registry: scoped('orders.read', 'orders.read', 'invoices.read', 'orders.read'),
    },
    { name: 'another resource of three', registry: scoped('orders.read', 'orders.read', 'invoices.read') },
    { name: 'a scope of each', registry: scoped('orders.read', 'invoices.read', 'contacts.read') },
    { name: 'fewer scopes, and another order of them', registry: scoped('a b', 'a b', 'a', 'b a') },
    {
      name: 'two groups',
      registry: scoped('orders.read', 'orders.read', 'orders.write', 'orders.write'),
    },
    {
      name: 'two groups of secrets, and one alone',
      registry: connectorsWith(
        'oauth_client_credentials',
        ...['a', 'a', 'b', 'b', 'c'].map((name) => ({
          ...oauth,
          client_secret: `{{ get_secret('${name}') }}`,
        })),
      ),
    },
    {
      name: 'another tenant',
      registry: connectorsWith(
        'oauth_client_credentials',
        ...['acme', 'acme', 'globex'].map((tenant) => ({
          ...oauth,
          token_url: `https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token`,
        })),
      ),
    },
    {
      name: 'another stage or region of the token server',
      registry: connectorsWith(
        'oauth_client_credentials',
        ...['auth', 'auth', 'auth-eu'].map((host) => ({
          ...oauth,
          token_url: `https://${host}.acme.io/token`,
        })),
      ),
    },
    { name: 'a sandbox', registry: client({ token_url: 'https://sandbox.acme.io/oauth/token' }) },
    { name: 'another domain', registry: client({ token_url: 'https://auth.globex.com/oauth/token' }) },
    {
      name: 'what `url-scheme` speaks of',
      registry: client({ token_url: 'http://auth.acme.io/oauth/token' }),
    },
    { name: 'what `secret-name` speaks of', registry: client({ client_id: "{{ get_secret('crm-id') }}" }) },
    {
      name: 'what `call-spelling` speaks of',
      registry: client({ client_id: '{{ get_secret( "crm_id" ) }}' }),
    },
    { name: 'a misspelt function', registry: client({ client_secret: "{{ get_secert('crm_secret') }}" }) },
    { name: 'an unknown algorithm', registry: bearers({ algorithm: 'RS265' }) },
    { name: 'a default that is written out', registry: bearers({ algorithm: 'RS256', token_ttl: 3600 }) },
    { name: 'another app with the same key', registry: bearers({ client_id: 'globex' }) },
    { name: 'another person', registry: bearers({ subject: 'admin@acme.io' }) },
    { name: 'a header in another case', registry: keyed({ key: 'x-key' }) },
    { name: 'another region', registry: key('crm_eu_key', 'crm_us_key', 'crm_eu_key') },
    { name: 'another key', registry: key('search_key', 'admin_key', 'search_key') },
    { name: 'a secret that is written out', registry: client({ client_secret: 'b4c7e1d9a2f86035' }) },
  ],
});
