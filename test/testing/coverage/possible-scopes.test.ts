import { describe, expect, it } from 'vitest';
import { parse } from '../../../src/jinja/index.js';
import { parseRegistry } from '../../../src/registry/index.js';
import { canFail } from '../../../src/testing/coverage/can-fail.js';
import { possibleScopes } from '../../../src/testing/coverage/possible-scopes.js';

const scopesOf = (document: object) => {
  const registry = parseRegistry(JSON.stringify(document), '/project/connectors_registry.json');
  const [entry] = [...registry.connectors, ...registry.composites];
  if (!entry) throw new Error('no entry');
  return possibleScopes(entry).map(({ scope }) => scope.replace(/^Composite step '(.*)' \(index \d\)/, '$1'));
};

const step = (rest: object) =>
  scopesOf({ composite_connectors: [{ name: 'C', steps: [{ name: 's', ...rest }] }] });
const simple = (rest: object) => scopesOf({ connectors: [{ name: 'C', ...rest }] });

const url = 'https://api.example.com/orders';
const http = 'Downstream (HTTP error)';
const network = 'Downstream (network/external service)';
const template = 'Configuration (template rendering)';
const responseTemplate = 'Configuration (response template rendering)';
const jwt = 'Authentication (JWT signing)';
const inStep = (...scopes: string[]) => scopes.map((scope) => `s: ${scope}`);

describe('the scopes that can occur', () => {
  it.each<[string, object, string[]]>([
    ['of a literal request', { url }, inStep(http, network)],
    ['of a URL with an expression', { url: `${url}/{{ user.id }}` }, inStep(http, network, template)],
    [
      'of a header',
      { url, headers: [{ key: 'X', value: '{{ user.id }}' }] },
      inStep(http, network, template),
    ],
    ['of a literal header', { url, headers: [{ key: 'X', value: 'a' }] }, inStep(http, network)],
    [
      'of a query value that cannot fail',
      { url, query_parameters: [{ key: 'q', value: '{{ user.id }}' }] },
      inStep(http, network),
    ],
    [
      'of a response template',
      { url, response_body: '{{ response.body | from_json }}' },
      inStep(http, network, template),
    ],
    ['of a body that a GET does not send', { url, request_body: '{{ a.b.c }}' }, inStep(http, network)],
    [
      'of a signed step',
      { url, authentication: { type: 'jwt', config: { private_key: 'k', claims: {} } } },
      inStep(http, network, jwt),
    ],
    [
      'of jwt_encode()',
      { url, query_parameters: [{ key: 'q', value: "{{ jwt_encode({}, 'k', 'HS256') }}" }] },
      inStep(http, network, jwt),
    ],
    [
      'of an api_key',
      {
        url,
        authentication: {
          type: 'api_key',
          config: { key: 'k', value: "{{ get_secret('k') }}", in: 'header' },
        },
      },
      inStep(http, network),
    ],
  ])('%s', (_, definition, expected) => {
    expect(step(definition)).toEqual(expected);
  });

  it.each<[string, object, string[]]>([
    ['passes statuses through', { url }, [network]],
    [
      'has a scope of its own for its response template',
      { url: `${url}/{{ user.id }}`, response_body: '{{ a.b }}' },
      [network, template, responseTemplate],
    ],
    [
      'fails with the HTTP error of a token request',
      {
        url,
        authentication: {
          type: 'oauth_client_credentials',
          config: { client_id: 'i', client_secret: 's', token_url: 'https://auth.example.com/token' },
        },
      },
      [http, network],
    ],
  ])('a simple connector %s', (_, definition, expected) => {
    expect(simple(definition)).toEqual(expected);
  });

  it('are one for a composite without steps', () => {
    expect(scopesOf({ composite_connectors: [{ name: 'C', steps: [] }] })).toEqual(['Unexpected error']);
  });
});

describe('a template that can fail', () => {
  it.each([
    '{{ response.body | from_json }}',
    '{{ (request.body_text | from_json).a }}',
    '{{ request.query_parameters.a | tojson }}',
    '{{ request.query_parameters.a.b }}',
    '{{ steps.a.body.b.c }}',
    '{{ response.body + 1 }}',
    '{{ 1 / response.status_code }}',
    '{% if user.id < 3 %}a{% endif %}',
    "{{ 'a' in response.body }}",
    '{% for i in response.body %}{{ i }}{% endfor %}',
    "{% include 'a' %}",
    '{{ unknown() }}',
    '{{ request.body_raw | tojson }}',
    '{{ user.id | base64_encode }}',
  ])('%s', (source) => {
    expect(canFail(parse(source).tree)).toBe(true);
  });
});

describe('a template that cannot fail', () => {
  it.each([
    'text',
    '{{ user.id }}{{ tenant_id }}{{ now() + 60 }}',
    '{{ user.first_name | default("") | upper | urlencode }}',
    '{{ {"id": user.id, "body": request.body_text} | tojson }}',
    '{{ request.query_parameters.page | default("1") | tojson }}',
    "{{ request.headers['content-type'] }}",
    '{% if response.status_code >= 400 and not response.body %}{{ response.status_code }}{% endif %}',
    "{{ 'a' if user.id is not none else 'b' }}",
    '{% for i in [1, 2] %}{{ i ~ user.id }}{% endfor %}',
    '{% set id = user.id %}{{ id }}',
    "{{ steps['fetch-user'].body | tojson }}",
    "{{ get_variable('a') }}{{ user.profile_fields.by_id(1) }}",
    '{{ request.query_parameters.limit | int * 2 }}',
  ])('%s', (source) => {
    expect(canFail(parse(source).tree)).toBe(false);
  });
});
