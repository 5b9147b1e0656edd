/** Rules about URLs and names meet in the same few characters: each fault is told once, by the rule that knows most of it. */
import { expect, it } from 'vitest';
import { lint } from '../../src/lint/linter.js';
import { rules } from '../../src/lint/rules/index.js';
import { parseRegistry } from '../../src/registry/index.js';
import { composite, connector } from './support/rule-cases.js';

/** `rule: text` of each finding, under the severities that every project begins with. */
const findings = (text: string): string[] =>
  lint(parseRegistry(text, 'registry.json'), { rules }).map(
    ({ rule, span }) => `${rule}: ${span && text.slice(span.start, span.end)}`,
  );

const url = (text: string, fields: object = {}) => connector({ url: text, ...fields });
const row = { path_parameters: [{ key: 'topicId' }] };
const page = { query_parameters: [{ key: 'page', value: '1' }] };

it.each([
  ['http://api.acme.io/x', 'url-scheme: http'],
  ['/v1/x', 'url-scheme: /v1/x'],
  ['api.acme.io/x', 'url-scheme: api.acme.io'],
  ["api.{{ get_variable('h') }}.io/x", 'url-scheme: api.'],
  ['https://10.0.0.1/x', 'url-address: 10.0.0.1'],
  ['https://<tenant>.acme.io/x', 'url-placeholder: <tenant>'],
  ['https://{tenant}.acme.io/x', 'url-single-braces: {tenant}'],
  [`https://\${TENANT}.acme.io/x`, `url-single-braces: \${TENANT}`],
  ['https://{your-domain}/x', 'url-placeholder: {your-domain}'],
  ['{base}/x', 'url-single-braces: {base}'],
  ['YOUR_BASE_URL/x', 'url-placeholder: YOUR_BASE_URL'],
  ['https://user:word@api.acme.io/x', 'url-credentials: user:word@'],
  ['https://api.acme.io/a b', 'url-encoding:  '],
  ['https://bücher.io/x', 'url-encoding: ü'],
  ['https://api.acme.io/{ topicId }', 'url-single-braces: { topicId }'],
  ["https://{{ get_secret('h') }}.acme.io/x", 'name-not-visible: get_secret'],
  ["https://{{ get_varible('h') }}.acme.io/x", 'unknown-function: get_varible'],
  ["https://{{ get_variable('h') | defualt('a') }}.acme.io/x", 'unknown-filter: defualt'],
  ['https://{{ tenant }}.acme.io/x', 'url-origin-template: tenant'],
  ['https://{{ tenant_id }}.acme.io/x', 'url-origin-template: tenant_id'],
  ['https://{{ pathParams.site }}.acme.io/x', 'url-origin-template: pathParams.site'],
  ['https://{{ get_variable(tenant_id) }}/x', 'url-origin-template: tenant_id'],
  ["https://{{ get_variable('my-host') }}/x", 'secret-name: my-host'],
  ['https://{{ get_variable("host") }}/x', `call-spelling: get_variable(\\"host\\")`],
  [
    "https://{{ get_variable('a') }}:{{ get_variable('b') }}@acme.io/x",
    "url-credentials: {{ get_variable('a') }}:{{ get_variable('b') }}@",
  ],
  ["{{ get_variable('b') | default('acme.io') }}/x", 'url-origin-template: acme.io'],
  ["{{ get_variable('b') | default('http://acme.io') }}/x", 'url-scheme: http'],
  ['https://api.acme.io/{{ pathParams.x }}', 'undeclared-path-parameter: x'],
  ['https://api.acme.io/{{ pathParams.x }', 'template-syntax'],
  ['https://api.acme.io/x#top', 'url-fragment: #top'],
])('a URL: %s', (text, expected) => {
  const found = findings(url(text));
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(expected);
});

it.each([
  ['{topicId}', 'url-single-braces: {topicId}'],
  [':topicId', 'url-placeholder: :topicId'],
  ['{{ pathParams.topcId }}', 'undeclared-path-parameter: topcId'],
  ['{{ pathParams.id }}', 'undeclared-path-parameter: id'],
  ['{{ path_params.topicId }}', 'unknown-variable: path_params'],
  ['{{ pathParam.topicId }}', 'unknown-variable: pathParam'],
  ['{{ queryParams.topicId }}', 'name-not-visible: queryParams'],
  ['x', 'unused-path-parameter: topicId'],
])('a URL with a declared parameter: %s', (text, expected) => {
  expect(findings(url(`https://api.acme.io/topics/${text}`, row))).toEqual([expected]);
});

it.each([
  [
    'a key with a hyphen',
    url('https://api.acme.io/{{ pathParams.topic-id }}', { path_parameters: [{ key: 'topic-id' }] }),
    'undeclared-path-parameter: topic',
  ],
  ['a query string beside parameters', url('https://api.acme.io/x?a=1', page), 'url-query-string: ?a=1'],
  ['a space in it', url('https://api.acme.io/x?a=1 2', page), 'url-encoding:  '],
  [
    'rows by another name',
    url('https://api.acme.io/{{ pathParams.a }}', { pathParams: [{ key: 'a' }] }),
    null,
  ],
  [
    'a parameter in a query value',
    connector({ query_parameters: [{ key: 'a', value: '{{ pathParams.topicId }}' }], ...row }),
    'path-parameters-outside-url: pathParams.topicId',
  ],
  [
    'a parameter in a composite',
    composite({ url: 'https://api.acme.io/{{ pathParams.a }}' }),
    'path-parameters-outside-url: pathParams.a',
  ],
  [
    'a parameter in the host of a composite',
    composite({ url: 'https://{{ pathParams.a }}.acme.io/' }),
    'path-parameters-outside-url: pathParams.a',
  ],
  [
    'a secret in a body',
    connector({ method: 'POST', request_body: '{{ get_secret("a-b") }}' }),
    'name-not-visible: get_secret',
  ],
])('%s', (_name, text, expected) => {
  expect(findings(text).filter((each) => !/^(?:unknown-field|structure)/.test(each))).toEqual(
    expected === null ? [] : [expected],
  );
});
