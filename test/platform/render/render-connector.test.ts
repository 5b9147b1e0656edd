import { describe, expect, it } from 'vitest';
import { anonymous } from '../../support/run.js';
import { render } from './support.js';

const url = 'https://api.example.com/x';

describe('X-Debug-Request of a simple connector', () => {
  const simple = {
    url: "https://{{ get_variable('host') }}/users/{{ pathParams.id }}",
    method: 'POST',
    headers: [
      { key: 'Authorization', value: "Bearer {{ get_secret('token') }}" },
      { key: 'X-User', value: '{{ user.email }}' },
      { key: 'X-Lang', value: 'en', overridable: true },
    ],
    query_parameters: [{ key: 'q', value: '{{ tenant_id }}' }],
    path_parameters: [{ key: 'id' }],
    request_body: '{"n": {{ (body_text | from_json).id }}}',
    response_body: '{{ (response.body | from_json).id }}',
    response_content_type: 'application/json',
  };
  const call = {
    payload: '{"id": 12345678901234567890}',
    query: [['page', '2']] as const,
    headers: [
      ['x-lang', 'de'],
      ['X-Extra', '1'],
      ['Content-Type', 'application/json'],
    ] as const,
    pathParams: [['id', 'a~b']] as const,
  };

  it('shows what would go out, and the template where a secret is used', () => {
    const { result, field } = render({
      simple,
      call,
      secrets: { token: 'canary' },
      variables: { host: 'h.example.com' },
    });
    const [step] = result.steps;
    expect(step?.name).toBe('under-test');
    expect(step?.errors).toEqual([]);
    const { headers, query_parameters, ...rest } = step?.debug_request ?? {};
    expect(rest).toEqual({
      url: 'https://h.example.com/users/a~b',
      method: 'POST',
      authentication: null,
      request_body: '{"n": 12345678901234567890}',
      response_body: simple.response_body,
      response_content_type: 'application/json',
    });
    expect([...(headers ?? [])]).toEqual([
      ['Authorization', "Bearer {{ get_secret('token') }}"],
      ['X-User', 'ada@example.com'],
      ['X-Lang', 'de'],
      ['X-Extra', '1'],
      ['Content-Type', 'application/json'],
    ]);
    expect([...(query_parameters ?? [])]).toEqual([
      ['q', 'acme'],
      ['page', '2'],
    ]);
    expect(field('headers.Authorization').uses_secret).toBe(true);
    expect(JSON.stringify(result)).not.toContain('canary');
  });

  it('forwards the payload where the body is blank, and nothing on GET', () => {
    const blank = { url, method: 'POST' };
    expect(render({ simple: blank, call }).result.steps[0]?.debug_request.request_body).toBe(call.payload);
    expect(
      render({ simple: { ...blank, method: 'GET' }, call }).result.steps[0]?.debug_request.request_body,
    ).toBeNull();
    const ineffective = render({ simple: { url, method: 'GET', request_body: '{}' } }).result;
    expect(ineffective.steps[0]?.debug_request.request_body).toBeNull();
    expect(ineffective.warnings).toMatchObject([{ code: 'body-not-sent' }]);
  });

  it('renders the response with a known answer only', () => {
    expect(render({ simple, call }).field('response_body').rendered).toBeNull();
    const known = render({ simple, call, recorded: { 'under-test': { body: '{"id": 1.0}' } } });
    expect(known.field('response_body').rendered).toBe('1.0');
    expect(known.result.used_answers).toBe(true);
    const failing = render({ simple, call, recorded: { 'under-test': { body: 'no json' } } });
    expect(failing.field('response_body').errors).toMatchObject([{ code: 'template' }]);
  });

  it('names what the platform refuses of the call, and shows the rest', () => {
    const { result } = render({
      simple,
      call: { ...call, method: 'GET', pathParams: [] },
      settings: { persona: anonymous },
      variables: { host: 'h.example.com' },
    });
    expect(result.errors.map(({ code, place }) => [code, place])).toEqual([
      ['method', null],
      ['anonymous', null],
      ['MISSING_PATH_PARAMETERS', null],
    ]);
    expect(result.steps[0]?.debug_request.url).toBe('https://h.example.com/users/<pathParams.id>');
    expect(result.steps[0]?.errors).toEqual([]);
  });
});

describe('a path parameter without a value', () => {
  it('is shown beside those that have one', () => {
    const { result } = render({
      simple: {
        url: 'https://h.example.com/{{ pathParams.a }}/{{ pathParams.b }}/{{ pathParams.c }}',
        path_parameters: [{ key: 'a', value: 'default', overridable: true }, { key: 'b' }, { key: 'c' }],
      },
      call: { pathParams: [['c', 'given']] },
    });
    expect(result.steps[0]?.debug_request.url).toBe('https://h.example.com/default/<pathParams.b>/given');
    expect(result.errors).toMatchObject([
      { code: 'MISSING_PATH_PARAMETERS', hint: 'Give --path-param b=<value>.' },
    ]);
  });

  it('is shown for one that is not allowed, too', () => {
    const { result } = render({
      simple: {
        url: 'https://h.example.com/{{ pathParams.a }}/{{ pathParams.b }}',
        path_parameters: [{ key: 'a' }, { key: 'b' }],
      },
      call: {
        pathParams: [
          ['a', 'a/b'],
          ['b', 'x'],
        ],
      },
    });
    expect(result.steps[0]?.debug_request.url).toBe('https://h.example.com/<pathParams.a>/x');
  });
});

describe('a # in a URL', () => {
  it('cuts it, and the expression that printed it is named', () => {
    const { result, marked } = render({ simple: { url: `${url}/{{ "it's" }}` } });
    expect(result.warnings).toMatchObject([
      { code: 'url-fragment', message: expect.stringContaining('cut at its #: what follows (4 characters)') },
    ]);
    expect(marked(result.warnings[0]?.place ?? null)).toContain("it's");
  });

  it('beside a placeholder has no length', () => {
    const { result, marked } = render({
      steps: [
        { name: 'one', url },
        { name: 'two', url: `${url}/{{ steps.one.body }}#a{{ steps.one.body }}` },
      ],
    });
    const warning = result.warnings.find(({ code }) => code === 'url-fragment');
    expect(warning).toMatchObject({ message: expect.stringContaining('what follows is a fragment') });
    expect(marked(warning?.place ?? null)).toBe('#');
  });
});

describe('errors', () => {
  it('are collected from every field, each with its place through the escapes of JSON', () => {
    const { result, marked } = render({
      steps: [
        {
          name: 'all',
          url: 'https://{{ user.id }}.example.com/',
          method: 'POST',
          headers: [
            { key: 'Content-Type', value: 'application/json' },
            { key: 'X-A', value: '{{ gone.x }}' },
            { key: 'X-B', value: 'a\nb' },
          ],
          query_parameters: [{ key: 'q', value: '{{ "x" | nofilter }}' }],
          authentication: {
            type: 'jwt',
            config: { private_key: 'k', claims: { sub: '{{ gone.y }}', deep: { er: '{{ 1 / 0 }}' } } },
          },
          request_body: '{"é": "\\"",\n "a": 1,\n}',
          response_body: '{% if %}',
        },
      ],
    });
    expect(
      result.steps[0]?.errors.map(({ code, place }) => [code, place?.field, place && marked(place)]),
    ).toEqual([
      ['url', 'url', '"https://{{ user.id }}.example.com/"'],
      ['template', 'headers[1].value (X-A)', expect.stringMatching(/^(gone|x|\.x|gone\.x)$/)],
      ['header', 'headers[2].value (X-B)', '\\n'],
      ['template', 'query_parameters[0].value (q)', 'nofilter'],
      ['template', 'authentication.config.claims.sub', expect.stringMatching(/^(gone|y|gone\.y)$/)],
      ['template', 'authentication.config.claims.deep.er', '/'],
      ['body-not-json', 'request_body', ','],
      ['template', 'response_body', expect.any(String)],
    ]);
  });

  it('holds a token URL against the URL rules', () => {
    const config = { client_id: 'a', client_secret: 'b', token_url: 'http://127.0.0.1/' };
    const { result } = render({
      steps: [{ name: 'a', url, authentication: { type: 'oauth_client_credentials', config } }],
    });
    expect(result.steps[0]?.errors).toMatchObject([
      { code: 'url', place: { field: 'authentication.config.token_url' } },
    ]);
  });

  it('checks a body only where the Content-Type says JSON', () => {
    const step = { name: 'a', url, method: 'POST', request_body: 'a=b' };
    expect(render({ steps: [step] }).result.steps[0]?.errors).toEqual([]);
    const headers = [{ key: 'content-type', value: 'Application/Vnd.x+JSON; v=1' }];
    expect(render({ steps: [{ ...step, headers }] }).result.steps[0]?.errors).toMatchObject([
      { code: 'body-not-json' },
    ]);
  });
});

describe('secrets', () => {
  const authentication = {
    type: 'api_key',
    config: { key: 'X-Key', value: "{{ get_secret('k') | upper }}", in: 'header' },
  };

  it.each([
    ["{% set s = get_secret %}{{ s('k') }}"],
    ["{% macro m(x) %}{{ x }}{% endmacro %}{{ m(get_secret('k')) }}"],
    ["{% if false %}{{ get_secret('k') }}{% endif %}never"],
    ["{{ get_secret('unknown') }}"],
  ])('show as their template: %s', (value) => {
    const { field, result } = render({
      steps: [{ name: 'a', url, headers: [{ key: 'X-A', value }] }],
      secrets: { k: 'canary-value' },
    });
    expect(field('headers.X-A')).toMatchObject({ rendered: value, uses_secret: true });
    expect(result.steps[0]?.debug_request.headers.get('X-A')).toBe(value);
    expect(JSON.stringify(result)).not.toContain('canary');
  });

  it('show their values only where that was asked for', () => {
    const steps = [{ name: 'a', url, authentication }];
    const shown = render({ steps, secrets: { k: 'canary' }, options: { showSecrets: true } });
    expect(shown.field('authentication.value').rendered).toBe('CANARY');
    expect([...shown.collected]).toContain('CANARY');
    expect(render({ steps, secrets: { k: 'canary' } }).field('authentication.value').rendered).toBe(
      authentication.config.value,
    );
  });
});

describe('warnings', () => {
  const body = (request_body: string) => [
    {
      name: 'a',
      url,
      method: 'POST',
      headers: [{ key: 'Content-Type', value: 'application/json' }],
      request_body,
    },
  ];
  const found = (steps: unknown[], call = {}) => {
    const { result, marked } = render({ steps, call });
    return result.warnings.map(({ code, step, hint, place }) => ({
      code,
      step,
      hint,
      at: place && marked(place),
    }));
  };

  it('name an expression that autoescape changed inside JSON', () => {
    expect(found(body('{"a": "{{ request.query_parameters.t }}"}'), { query: [['t', 'A & B']] })).toEqual([
      {
        code: 'html-escaped-in-json',
        step: 'a',
        hint: expect.stringContaining('request.query_parameters.t | tojson'),
        at: 'request.query_parameters.t',
      },
    ]);
  });

  it('name what is undefined, with what it may have meant', () => {
    expect(
      found(body('"{{ usr }}{{ steps.b }}{{ (request.body_text | from_json).names }}"'), {
        payload: '{"name": 1}',
      }),
    ).toMatchObject([
      { code: 'undefined-printed', hint: 'Did you mean `user`?', at: 'usr' },
      { code: 'undefined-printed' },
      { code: 'undefined-printed', hint: 'Did you mean `name`?', at: 'names' },
    ]);
  });

  it('name a template that is left in what was rendered', () => {
    expect(found(body('"{% raw %}{{ x }}{% endraw %}"'))).toMatchObject([
      { code: 'template-left-over', at: '{{' },
    ]);
  });

  it('name secrets and variables without a value, where they are called', () => {
    const headers = [{ key: 'X-A', value: "a {{ get_variable('v') }} {{ get_secret('s') }}" }];
    const { result, marked } = render({ steps: [{ name: 'a', url, headers }] });
    expect(result.warnings.map(({ code, place }) => [code, place && marked(place)])).toEqual([
      ['missing-variable', "get_variable('v')"],
      ['missing-secret', "get_secret('s')"],
    ]);
  });

  it('name an answer that a widget cannot read', () => {
    const { result } = render({
      steps: [{ name: 'a', url, response_body: '{{ response.body | from_json }}' }],
      recorded: { a: { body: '{"a": 1}' } },
    });
    expect(result.warnings).toMatchObject([{ code: 'widget-non-json-body' }]);
  });
});

describe('the results of earlier steps', () => {
  const steps = [
    { name: 'contact', url, response_body: '{{ (response.body | from_json).id }}' },
    { name: 'orders', url: 'https://api.example.com/{{ steps.contact.body }}' },
  ];

  it('are what was recorded', () => {
    const { field, result } = render({
      steps,
      recorded: { contact: { body: '{"id": 1}', transformed: '7' } },
    });
    expect(field('url').rendered).toBe('https://api.example.com/7');
    expect(field('response_body', 'contact').rendered).toBe('1');
    expect(result.warnings).toEqual([]);
  });

  it('go through the present response_body where that is wanted, also after a failure of the old one', () => {
    const options = { retransform: true };
    const recorded = { contact: { body: '{"id": 1}', done: false } };
    expect(render({ steps, recorded, options }).field('url').rendered).toBe('https://api.example.com/1');
  });

  it('of a step that failed are never seen', () => {
    const recorded = { contact: { body: '{"id": 1}', done: false, statusCode: 500 } };
    expect(render({ steps, recorded, options: { retransform: true } }).field('url').rendered).toBe(
      'https://api.example.com/<steps.contact.body>',
    );
  });
});
