import { expect, it } from 'vitest';
import { lint } from '../../../src/lint/linter.js';
import { rule } from '../../../src/lint/rules/literal-credential.js';
import { parseRegistry } from '../../../src/registry/index.js';
import { connectorsWith, oauth } from '../support/authentication.js';
import { composite, connector, ruleCases } from '../support/rule-cases.js';

/** Joined here, so that no scanner of this repository takes them for real. */
const made = (...parts: string[]): string => parts.join('');
const letters = 'q7Wd2Lk9Zx4Vb8Nm1Ht6Rf3Jc5Pg0YsUeAoTiXw';
const hex = '3f9a1c7e5b2d8046e1f7a93c5d28b604';
const jwt = made('eyJ', 'hbGciOiJIUzI1NiJ9', '.eyJ', 'zdWIiOiI0MiJ9', '.', letters);
const pemBody = `MIIEvQIBADANBgkqhkiG9w0BAQEF${letters}${letters}`;
const pem = (body: string) =>
  made('-----BEGIN ', 'PRIVATE KEY-----\n', body, '\n-----END ', 'PRIVATE KEY-----');
const base64 = (text: string) => Buffer.from(text).toString('base64');

const header = (value: string, key = 'Authorization') => connector({ headers: [{ key, value }] });
const query = (key: string, value: string) => connector({ query_parameters: [{ key, value }] });
const body = (request_body: string) => connector({ method: 'POST', request_body });
const apiKey = (value: string, key = 'X-Api-Key') => connectorsWith('api_key', { key, value, in: 'header' });
const client = (client_secret: string) =>
  connectorsWith('oauth_client_credentials', { ...oauth, client_secret });

const wellKnown: [string, string, RegExp][] = [
  ['AWS', made('AK', 'IAQ7WD2LK9ZX4VB8NM'), /AWS access key/],
  ['GitHub', made('gh', 'p_', letters.slice(0, 36)), /GitHub token/],
  ['GitHub, fine-grained', made('github_', 'pat_', letters), /GitHub token/],
  ['Slack', made('xox', 'b-2048-', letters.slice(0, 20)), /Slack token/],
  ['Stripe', made('sk_', 'live_', letters.slice(0, 24)), /Stripe key/],
  ['Google', made('AI', 'za', letters.slice(0, 35)), /Google API key/],
  ['SendGrid', made('S', 'G.', letters.slice(0, 22), '.', letters), /SendGrid key/],
  ['Twilio', made('S', 'K', hex), /Twilio key/],
  ['a signed token', jwt, /JWT/],
];

ruleCases(rule, {
  wrong: [
    ...wellKnown.map(([name, credential, message]) => ({
      name: `${name} in a header`,
      registry: header(`«${credential}»`, 'X-Anything'),
      message,
    })),
    ...wellKnown.map(([name, credential, message]) => ({
      name: `${name} in a body`,
      registry: composite({
        method: 'POST',
        request_body: `{"a": "«${credential}»", "b": "\\"{{ user.id }}"}`,
      }),
      message,
    })),
    { name: 'a pair of plain words', registry: header(`Basic «${base64('user:password')}»`) },
    {
      name: 'what begins as a key in PEM, whatever stands in it',
      registry: connectorsWith('jwt', { private_key: `«${pem('MIIE...')}»`, claims: {} }),
    },
    { name: 'the value of an API key, however short', registry: apiKey('«prod-4f9a»') },
    { name: 'a short key in a header that is named so', registry: header('«k9x2pq»', 'X-Api-Key') },
    { name: 'a token of known form once', registry: header(`Bearer «${jwt}»`) },
    {
      name: 'a private key',
      registry: connectorsWith('jwt', { private_key: `«${pem(pemBody)}»`, claims: {} }),
    },
    {
      name: 'a private key in a template',
      registry: body(`{{ jwt_encode({}, '«${pem(pemBody).replaceAll('\n', '\\n')}»') }}`),
    },
    {
      name: 'Basic authentication',
      registry: header(`Basic «${base64('ada:sand-47-hill')}»`),
      message: /password of Basic/,
    },
    {
      name: 'Basic authentication in a template',
      registry: header("Basic {{ '«ada:sand-47-hill»' | base64_encode }}"),
    },
    {
      name: 'a bearer token',
      registry: header('bearer «sand-47-hill»', 'authorization'),
      message: /token of this header/,
    },
    {
      name: 'a header that is named for it',
      registry: header(`«${hex}»`, 'X-Api-Key'),
      message: "the value of 'X-Api-Key' is written out here",
    },
    { name: 'a query parameter that is named for it', registry: query('access_token', `«${letters}»`) },
    { name: 'the value of an API key', registry: apiKey(`«${letters}»`, 'X-Acme') },
    { name: 'an API key in Authorization', registry: apiKey('Token «sand-47-hill»', 'Authorization') },
    {
      name: 'a client secret',
      registry: client('«sand-47-hill»'),
      message: '`client_secret` is written out here',
    },
    {
      name: 'a shared key',
      registry: connectorsWith('jwt', { private_key: '«sand-47-hill»', algorithm: 'HS256', claims: {} }),
    },
    {
      name: 'deep in the claims',
      registry: connectorsWith('jwt', {
        private_key: "{{ get_secret('k') }}",
        claims: { a: [{ b: `«${jwt}»` }] },
      }),
    },
    { name: 'a form', registry: body(`grant_type=password&password=«${letters}»&user=a`) },
    {
      name: 'JSON',
      registry: body(`{"api_key": "«${letters}»"}`),
      message: "the value of 'api_key' is written out here",
    },
    { name: 'a URL', registry: connector({ url: `https://api.acme.io/x?apikey=«${hex}»&q=1` }) },
    {
      name: 'a key that a template signs with',
      registry: header("Bearer {{ jwt_encode({'sub': user.id}, '«sand-47-hill»') }}"),
    },
  ],
  right: [
    { name: 'secrets', registry: client("{{ get_secret('s') }}") },
    ...[
      "{ get_secret('s') }",
      'YOUR_CLIENT_SECRET',
      '<secret>',
      'xxxxxxxx',
      'changeme',
      '%SECRET%',
      '********',
      'CLIENT_SECRET',
      'your-secret-here',
      'secret',
    ].map((text) => ({ name: `a placeholder: ${text}`, registry: client(text) })),
    {
      name: 'a client id',
      registry: connectorsWith('oauth_client_credentials', { ...oauth, client_id: letters }),
    },
    { name: 'a bearer placeholder', registry: header('Bearer YOUR_ACCESS_TOKEN') },
    {
      name: 'a bearer token from a step',
      registry: header('Bearer {{ (steps.a.body | from_json).access_token }}'),
    },
    {
      name: 'a user name with a secret behind it',
      registry: header("Basic {{ ('ada:' ~ get_secret('p')) | base64_encode }}"),
    },
    {
      name: 'a known form that is a placeholder',
      registry: header(made('AK', 'IAIOSFODNN7', 'EXAMPLE'), 'X-Anything'),
    },
    {
      name: 'a key in PEM around a secret',
      registry: connectorsWith('jwt', { private_key: pem("{{ get_secret('k') }}"), claims: {} }),
    },
    { name: 'random values that are no credentials', registry: header(letters, 'X-Request-Template') },
    { name: 'a key that only keeps a call apart', registry: header(letters, 'Idempotency-Key') },
    { name: 'the token of a page', registry: query('page_token', letters) },
    { name: 'words', registry: header('acme-community-portal-2024', 'X-Api-Key') },
    { name: 'a version', registry: header('2024-10-01T00:00:00Z', 'X-Api-Key') },
    { name: 'a key by its name', registry: apiKey("{{ get_variable('k') }}") },
    {
      name: 'JSON from a template',
      registry: body('{"token": {{ body_text | tojson }}, "password": "{{ user.id }}"}'),
    },
  ],
});

it('never shows the credential', () => {
  const [finding, ...more] = lint(parseRegistry(client('sand-47-hill'), 'registry.json'), { rules: [rule] });
  expect(more).toEqual([]);
  expect(JSON.stringify(finding)).not.toContain('sand-47-hill');
});
