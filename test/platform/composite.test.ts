import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anonymous, type RunInput, runSteps } from '../support/run.js';
import { json, startUpstream, type Upstream } from '../support/upstream.js';

let upstream: Upstream;

beforeEach(async () => {
  upstream = await startUpstream(async (request, response, socket) => {
    const url = new URL(request.path, 'http://upstream');
    const status = /^\/status\/(\d+)$/.exec(url.pathname)?.[1];
    if (status) return json(response, { status: Number(status) }, Number(status));
    switch (url.pathname) {
      case '/token': {
        const form = new URLSearchParams(request.body);
        if (form.get('client_secret') !== 'right') return json(response, { error: 'invalid_client' }, 401);
        return json(response, { access_token: `token-for-${form.get('scope') ?? 'all'}`, expires_in: 3600 });
      }
      case '/token-without-token':
        return json(response, { token: 'x' });
      case '/reset':
        return void socket.resetAndDestroy();
      case '/stall':
        return;
      case '/empty':
        return void response.writeHead(201).end();
      case '/binary':
        return void response
          .writeHead(200, { 'content-type': 'image/png' })
          .end(Buffer.from([0x89, 0xff, 0xfe]));
      case '/text':
        return void response.writeHead(200, { 'content-type': 'text/plain', 'X-Trace': 'T1' }).end('plain');
      case '/redirect':
        return void response
          .writeHead(302, { location: '/text', 'content-type': 'application/json' })
          .end('{}');
      case '/contact':
        return json(response, '{"id": 90071992547409931234, "name": "A \\"B\\" & C", "ratio": 1.0}');
      default:
        return json(response, { method: request.method, path: request.path, body: request.body });
    }
  });
});

afterEach(() => upstream.close());

const api = 'https://api.example.com';
const run = (input: RunInput) => runSteps({ routes: { [api]: upstream.origin }, ...input });
const sent = () => upstream.received;

describe('a composite that works', () => {
  it('answers with the last step, its status, body and content type', async () => {
    const { result, body } = await run({
      steps: [
        { name: 'first', url: `${api}/text` },
        { name: 'second', url: `${api}/status/207` },
      ],
    });
    expect(result).toMatchObject({
      ok: true,
      status: 207,
      error: null,
      kind: 'composite',
      permalink: 'under-test',
    });
    expect(body).toEqual({ status: 207 });
    expect(result.headers['content-type']).toBe('application/json');
    expect(result.steps.map((step) => [step.name, step.state, step.status_code])).toEqual([
      ['first', 'done', 200],
      ['second', 'done', 207],
    ]);
  });

  it('hands results on: parsed bodies, exact numbers, status and headers', async () => {
    await run({
      steps: [
        { name: 'contact', url: `${api}/contact` },
        { name: 'text', url: `${api}/text` },
        {
          name: 'third-step',
          url: `${api}/{{ (steps.contact.body | from_json).id }}/{{ steps.text.status_code }}`,
          method: 'POST',
          headers: [{ key: 'X-Trace', value: '{{ steps.text.headers["x-trace"] }}' }],
          query_parameters: [
            { key: 'name', value: '{{ steps.contact.body | from_json | attr("name") | safe }}' },
          ],
          request_body: '{{ {"ratio": (steps.contact.body | from_json).ratio} | tojson }}',
        },
        { name: 'fourth', url: `${api}/{{ steps["third-step"].status_code }}` },
      ],
    });
    expect(sent()[2]).toMatchObject({
      method: 'POST',
      path: '/90071992547409931234/200?name=A+%22B%22+%26+C',
      body: '{"ratio": 1.0}',
    });
    expect(sent()[2]?.headers['x-trace']).toBe('T1');
    expect(sent()[3]?.path).toBe('/200');
  });

  it('escapes what it prints, as the platform does', async () => {
    await run({
      steps: [
        { name: 'contact', url: `${api}/contact` },
        {
          name: 'send',
          url: `${api}/send`,
          method: 'POST',
          request_body: '{"name": "{{ (steps.contact.body | from_json).name }}"}',
        },
      ],
    });
    expect(sent()[1]?.body).toBe('{"name": "A &#34;B&#34; &amp; C"}');
  });

  it('shows the caller: payload, query, content type, user and tenant', async () => {
    await run({
      call: {
        payload: '{"userId":"usr_123"}',
        query: [['format', 'json']],
        headers: [
          ['Content-Type', 'application/json'],
          ['X-Other', 'hidden'],
        ],
      },
      steps: [
        {
          name: 'only',
          url: `${api}/{{ (request.body_text | from_json).userId }}/{{ request.query_parameters.format }}`,
          method: 'POST',
          request_body:
            '{{ request.headers["content-type"] }}|{{ request.headers["x-other"] }}|{{ request.query_parameters.none }}|{{ user.email }}|{{ user.profile_fields.by_id(123) }}|{{ user.profile_fields.by_id(9) }}|{{ tenant_id }}|{{ now() }}|{{ now(60) }}',
        },
      ],
      now: 1_700_000_000,
    });
    expect(sent()[0]?.path).toBe('/usr_123/json');
    expect(sent()[0]?.body).toBe('application/json|||ada@example.com|Berlin|None|acme|1700000000|1700000060');
  });

  it.each([
    ['{{ now(1, 2) }}', 'now() takes from 0 to 1 positional arguments but 2 were given'],
    ['{{ user.profile_fields.by_id() }}', "by_id() missing 1 required positional argument: 'id'"],
    ['{{ get_variable("a", "b") }}', 'get_variable() takes 1 positional argument but 2 were given'],
  ])('fails where a function is called as Python would not: %s', async (request_body, message) => {
    const { result } = await run({
      steps: [{ name: 'only', url: `${api}/x`, method: 'POST', request_body }],
    });
    expect(result.status).toBe(422);
    expect(result.steps[0]?.failure?.template).toMatchObject({ message });
  });

  it('has no body without a payload', async () => {
    await run({
      steps: [
        {
          name: 'only',
          url: `${api}/x`,
          method: 'PUT',
          request_body:
            '{{ request.body_text }}|{{ request.body_raw }}|{{ request.headers["content-type"] is undefined }}',
        },
      ],
    });
    expect(sent()[0]?.body).toBe('None|None|True');
  });

  it('transforms a step, and the later ones see the transformed text', async () => {
    const { result, text } = await run({
      steps: [
        {
          name: 'contact',
          url: `${api}/contact`,
          response_body: '{{ response.status_code }} {{ (response.body | from_json).id }}',
          response_content_type: 'text/csv',
        },
        {
          name: 'last',
          url: `${api}/text`,
          response_body:
            '{{ steps.contact.body }} {{ response.body }} {{ response.headers["content-type"] }}',
          response_content_type: 'text/x-final',
        },
      ],
    });
    expect(text).toBe('200 90071992547409931234 plain text/plain');
    expect(result.headers['content-type']).toBe('text/x-final');
    expect(result.steps[0]?.response).toMatchObject({ transformed: '200 90071992547409931234' });
    expect(result.steps[0]?.response?.body).toContain('"ratio": 1.0');
  });

  it('sends no body for GET, HEAD and a blank template, and does not even render the former', async () => {
    await run({
      steps: [
        { name: 'a', url: `${api}/a`, request_body: '{{ undefined.fails }}' },
        { name: 'b', url: `${api}/b`, method: 'POST', request_body: ' \n ' },
        { name: 'c', url: `${api}/c`, method: 'DELETE', request_body: 'x' },
      ],
    });
    expect(sent().map((each) => [each.method, each.body])).toEqual([
      ['GET', ''],
      ['POST', ''],
      ['DELETE', 'x'],
    ]);
  });

  it('takes redirects for success without following them, and says so', async () => {
    const { result } = await run({ steps: [{ name: 'only', url: `${api}/redirect` }] });
    expect(result).toMatchObject({ ok: true, status: 302 });
    expect(result.warnings.map((each) => each.code)).toEqual(['redirect-not-followed']);
    expect(sent().length).toBe(1);
  });

  it('passes binary bodies through, which are None for templates', async () => {
    const { result } = await run({
      steps: [
        { name: 'image', url: `${api}/binary` },
        { name: 'asks', url: `${api}/x`, method: 'POST', request_body: '{{ steps.image.body is none }}' },
        { name: 'again', url: `${api}/binary` },
      ],
    });
    expect(sent()[1]?.body).toBe('True');
    expect([...result.body]).toEqual([0x89, 0xff, 0xfe]);
    expect(result.steps[0]?.response).toMatchObject({ body: null, body_bytes: 3 });
    expect(result.warnings.map((each) => each.code)).toEqual(['widget-non-json-body']);
  });

  it('warns of an empty answer', async () => {
    const { result } = await run({ steps: [{ name: 'only', url: `${api}/empty` }] });
    expect(result).toMatchObject({ ok: true, status: 201 });
    expect(result.warnings.map((each) => each.code)).toEqual(['widget-empty-body']);
  });

  it('sends headers and query parameters in their order, and leaves headers of the connection alone', async () => {
    await run({
      steps: [
        {
          name: 'only',
          url: `${api}/x`,
          headers: [
            { key: 'X-A', value: '2' },
            { key: 'Content-Length', value: '99' },
            { key: 'X-Utf8', value: 'ü' },
          ],
          query_parameters: [
            { key: 'b', value: 'x y' },
            { key: 'a', value: '' },
          ],
        },
      ],
    });
    expect(sent()[0]?.path).toBe('/x?b=x+y&a=');
    expect(sent()[0]?.headers['content-length']).toBeUndefined();
    expect(sent()[0]?.headers['x-a']).toBe('2');
    expect(Buffer.from(String(sent()[0]?.headers['x-utf8']), 'latin1').toString('utf8')).toBe('ü');
  });

  it('warns of a query string beside query_parameters', async () => {
    const { result } = await run({
      steps: [{ name: 'only', url: `${api}/x?y=1`, query_parameters: [{ key: 'a', value: '2' }] }],
    });
    expect(sent()[0]?.path).toBe('/x?y=1&a=2');
    expect(result.warnings.map((each) => each.code)).toEqual(['url-query-string']);
  });
});

describe('what each field can see', () => {
  const body = async (template: string, extra: object = {}) => {
    const { result } = await run({
      secrets: { key: 's3cret-value' },
      variables: { v: 'V' },
      steps: [{ name: 'only', url: `${api}/x`, method: 'POST', request_body: template, ...extra }],
    });
    return result;
  };

  it('get_secret only in header, query and authentication values', async () => {
    const secret = "{{ get_secret('key') }}";
    await run({
      secrets: { key: 's3cret&value' },
      steps: [
        {
          name: 'only',
          url: `${api}/x`,
          headers: [{ key: 'X-Key', value: secret }],
          query_parameters: [{ key: 'k', value: secret }],
        },
      ],
    });
    expect(sent()[0]?.headers['x-key']).toBe('s3cret&value');
    expect(sent()[0]?.path).toBe('/x?k=s3cret%26value');
    for (const result of [
      await body(secret),
      await body('', { url: `${api}/${secret}` }),
      await body('', { response_body: secret }),
    ]) {
      expect(result.status).toBe(422);
      expect(result.error?.scope).toBe("Composite step 'only' (index 0): Configuration (template rendering)");
      expect(result.steps[0]?.failure?.template).toMatchObject({ message: "'get_secret' is undefined" });
      expect(result.steps[0]?.failure?.advice).toContain(
        'header, query parameter and authentication values only',
      );
    }
  });

  it('get_variable everywhere, and response only in response_body', async () => {
    const everywhere = await body("{{ get_variable('v') }}", {
      url: `${api}/{{ get_variable('v') }}`,
      response_body: "{{ get_variable('v') }}{{ response.status_code }}",
    });
    expect(new TextDecoder().decode(everywhere.body)).toBe('V200');
    expect(sent()[0]).toMatchObject({ path: '/V', body: 'V' });
    expect((await body('{{ response.body }}')).status).toBe(422);
  });

  it("a simple connector's names are undefined: printing gives nothing, using them fails", async () => {
    expect((await body('[{{ body_text }}][{{ pathParams }}]')).ok).toBe(true);
    expect(sent()[0]?.body).toBe('[][]');
    const failed = await body('{{ body_text | from_json }}');
    expect(failed.status).toBe(422);
    expect((await body('{{ pathParams.x }}')).steps[0]?.failure?.detail).toContain(
      "'pathParams' is undefined",
    );
  });

  it('no step sees itself or a later one', async () => {
    const { result } = await run({
      steps: [
        { name: 'a', url: `${api}/x`, method: 'POST', request_body: '[{{ steps.a }}{{ steps.b }}]' },
        { name: 'b', url: `${api}/{{ steps.b.body }}` },
      ],
    });
    expect(sent()[0]?.body).toBe('[]');
    expect(result.steps[1]?.failure?.template?.message).toBe("'dict object' has no attribute 'b'");
  });

  it('an unknown secret goes out as its literal text, with a warning', async () => {
    const { result } = await run({
      steps: [
        { name: 'only', url: `${api}/x`, headers: [{ key: 'X-Key', value: "{{ get_secret( 'nope' ) }}" }] },
      ],
    });
    expect(sent()[0]?.headers['x-key']).toBe("{{ get_secret('nope') }}");
    expect(result.warnings).toMatchObject([{ code: 'missing-secret', step: 'only' }]);
  });

  it('a default takes the place of a variable without a value, without a warning', async () => {
    const { result } = await run({
      steps: [
        { name: 'a', url: "{{ get_variable('base') | default('https://api.example.com') }}/x" },
        { name: 'b', url: "https://{{ get_variable('host') | d('api.example.com', true) }}/y" },
        { name: 'c', url: `${api}/{{ get_variable('v') | default('nothing') }}` },
      ],
      variables: { v: 'V' },
    });
    expect(result).toMatchObject({ ok: true, warnings: [] });
    expect(sent().map((each) => each.path)).toEqual(['/x', '/y', '/V']);
  });

  it('an unknown variable in a URL fails URL validation', async () => {
    const { result } = await run({ steps: [{ name: 'only', url: "https://{{ get_variable('host') }}/x" }] });
    expect(result.status).toBe(422);
    expect(result.steps[0]?.failure?.template).toMatchObject({ kind: 'url', field: 'url' });
    expect(result.warnings.map((each) => each.code)).toEqual(['missing-variable']);
  });
});

describe('a composite that fails', () => {
  const secretWord = 'from-the-earlier-step';

  it.each([400, 404, 500, 503])('stops at a step that answers %i', async (status) => {
    const { result, body } = await run({
      steps: [
        { name: 'fine', url: `${api}/echo/${secretWord}` },
        { name: 'fetch-user', url: `${api}/status/${status}` },
        { name: 'never', url: `${api}/never` },
      ],
    });
    const scope = "Composite step 'fetch-user' (index 1): Downstream (HTTP error)";
    expect(result).toMatchObject({ ok: false, status: 502, error: { scope, step: 'fetch-user', index: 1 } });
    expect(body).toEqual({
      success: false,
      errors: { detail: expect.any(String), scope },
      request_id: result.request_id,
    });
    expect(JSON.stringify(body)).not.toContain(secretWord);
    expect(result.headers['content-type']).toBe('application/json');
    expect(result.steps.map((step) => step.state)).toEqual(['done', 'failed', 'skipped']);
    expect(result.steps[1]?.response).toMatchObject({ status_code: status, body: `{"status":${status}}` });
    expect(sent().length).toBe(2);
  });

  it('does not run response_body on an error', async () => {
    const { result } = await run({
      steps: [{ name: 'only', url: `${api}/status/500`, response_body: '{{ response.status_code }}' }],
    });
    expect(result).toMatchObject({
      status: 502,
      error: { scope: "Composite step 'only' (index 0): Downstream (HTTP error)" },
    });
  });

  it.each([
    ['/reset', 'network', 'ECONNRESET'],
    ['/stall', 'timeout', 'ETIMEDOUT'],
  ])('names the network failure of %s', async (path, kind, code) => {
    const { result } = await run({
      steps: [{ name: 'only', url: api + path }],
      settings: { timeout_ms: 80 },
    });
    expect(result).toMatchObject({
      status: 502,
      error: { scope: "Composite step 'only' (index 0): Downstream (network/external service)" },
    });
    expect(result.steps[0]).toMatchObject({
      state: 'failed',
      failure: { kind, network: { code, host: 'api.example.com' } },
    });
    expect(result.steps[0]?.requests).toMatchObject([{ purpose: 'call', status_code: null }]);
  });

  it.each([
    ['url', { url: `${api}/{{ x.y }}` }],
    ['headers[0].value (X-A)', { headers: [{ key: 'X-A', value: '{{ x.y }}' }] }],
    ['query_parameters[0].value (a)', { query_parameters: [{ key: 'a', value: '{{ x.y }}' }] }],
    ['request_body', { method: 'POST', request_body: '{{ x.y }}' }],
    ['response_body', { response_body: '{{ x.y }}' }],
    [
      'authentication.config.value',
      { authentication: { type: 'api_key', config: { key: 'k', value: '{{ x.y }}', in: 'header' } } },
    ],
  ])('names the template of %s', async (field, extra) => {
    const { result } = await run({ steps: [{ name: 'only', url: `${api}/x`, ...extra }] });
    expect(result).toMatchObject({
      status: 422,
      error: { scope: "Composite step 'only' (index 0): Configuration (template rendering)" },
    });
    expect(result.steps[0]?.failure?.template).toMatchObject({
      field,
      message: "'x' is undefined",
      kind: 'undefined',
    });
  });

  it.each([
    ['a syntax error', '{{ 1 + }}', 'syntax'],
    ['bad JSON', "{{ 'x' | from_json }}", 'runtime'],
    ['None as JSON', '{{ request.body_text | from_json }}', 'runtime'],
    ['an unknown filter', '{{ 1 | nope }}', 'syntax'],
    ['an include', "{% include 'x' %}", 'runtime'],
  ])('names %s', async (_what, template, kind) => {
    const { result } = await run({
      steps: [{ name: 'only', url: `${api}/x`, method: 'POST', request_body: template }],
    });
    expect(result.status).toBe(422);
    expect(result.steps[0]?.failure?.template?.kind).toBe(kind);
    expect(sent().length).toBe(0);
  });

  it.each([
    ['plain HTTP', 'http://api.example.com/'],
    ['a loopback address', 'https://127.0.0.1/'],
    ['a space from data', `${api}/{{ 'a b' }}`],
    ['a rendered private address', 'https://{{ get_variable("h") }}/'],
    ['an expression in the host', 'https://{{ user.id }}.example.com/'],
  ])('refuses a URL with %s as a template error', async (_what, url) => {
    const { result } = await run({ steps: [{ name: 'only', url }], variables: { h: '10.0.0.1' } });
    expect(result.status).toBe(422);
    expect(result.steps[0]?.failure?.template).toMatchObject({ kind: 'url', field: 'url' });
    expect(sent().length).toBe(0);
  });

  it.each(['a\\r\\nX-Evil: 1', 'a\\nb', 'a\\x00b'])('refuses the header value %j', async (text) => {
    const { result } = await run({
      steps: [{ name: 'only', url: `${api}/x`, headers: [{ key: 'X-A', value: `{{ "${text}" }}` }] }],
    });
    expect(result.status).toBe(422);
    expect(result.steps[0]?.failure?.template?.kind).toBe('header');
    expect(sent().length).toBe(0);
  });

  it('places a template error in the registry file, through the escapes of JSON', async () => {
    const { result } = await run({
      steps: [
        {
          name: 'only',
          url: `${api}/x`,
          method: 'POST',
          request_body: '{\n  "a": "\t{{ user.id }}",\n  "b": {{ nope.x }}\n}',
        },
      ],
    });
    expect(result.steps[0]?.failure?.template).toMatchObject({
      file: '/project/connectors_registry.json',
      pointer: '/composite_connectors/0/steps/0/request_body',
      template_position: { line: 3, column: 16, length: 1 },
      line: 10,
    });
  });

  it('answers 500 where there are no steps', async () => {
    const { result, body } = await run({ steps: [] });
    expect(result).toMatchObject({
      ok: false,
      status: 500,
      error: { scope: 'Unexpected error', step: null },
    });
    expect(body).toMatchObject({ success: false, errors: { scope: 'Unexpected error' } });
  });

  it('refuses an anonymous caller where a header or query value names the user, before any step', async () => {
    const steps = [
      { name: 'first', url: `${api}/x` },
      { name: 'second', url: `${api}/x`, query_parameters: [{ key: 'e', value: '{{ user.email }}' }] },
    ];
    const refused = await run({ steps, settings: { persona: anonymous } });
    expect(refused.result).toMatchObject({ ok: false, status: 401, error: { scope: null } });
    expect(sent().length).toBe(0);
    const allowed = await run({
      steps: [
        {
          name: 'first',
          url: `${api}/{{ user.id }}`,
          headers: [{ key: 'Origin', value: 'https://user.example.com' }],
        },
      ],
      settings: { persona: anonymous },
    });
    expect(allowed.result.ok).toBe(true);
    expect(sent()[0]?.path).toBe('/None');
  });

  it('keeps the head of a body that is too large', async () => {
    const { result } = await run({
      responseBodyLimit_bytes: 10,
      steps: [{ name: 'only', url: `${api}/a-path-that-is-long-enough` }],
    });
    expect(result.error?.scope).toBe(
      "Composite step 'only' (index 0): Downstream (network/external service)",
    );
    expect(result.steps[0]?.response).toMatchObject({ truncated: true, status_code: 200 });
  });

  it('ends where it is interrupted', async () => {
    const { result } = await run({
      steps: [
        { name: 'a', url: `${api}/x` },
        { name: 'b', url: `${api}/stall` },
        { name: 'c', url: `${api}/x` },
      ],
      abortOn: (event) => event.type === 'phase-started' && event.phase === 'wait' && event.index === 1,
    });
    expect(result).toMatchObject({
      interrupted: true,
      ok: false,
      status: 0,
      error: { scope: null, step: 'b' },
    });
    expect(result.body.length).toBe(0);
    expect(result.steps.map((step) => step.state)).toEqual(['done', 'failed', 'skipped']);
    await expect.poll(() => upstream.connections()).toBe(0);
  });
});

describe('a registry that the platform would not take', () => {
  it.each([
    ['a step without a URL', { name: 'a' }],
    ['an unknown method', { name: 'a', url: 'https://api.example.com', method: 'FETCH' }],
    ['null for a text', { name: 'a', url: 'https://api.example.com', request_body: null }],
  ])('is refused for %s, with its place', async (_what, step) => {
    await expect(run({ steps: [step] })).rejects.toMatchObject({
      name: 'UserError',
      code: 'registry-invalid',
      file: '/project/connectors_registry.json',
      line: expect.any(Number),
    });
    expect(sent().length).toBe(0);
  });

  it('runs with a warning where a field is unknown, which the platform ignores', async () => {
    const { result } = await run({ steps: [{ name: 'a', url: `${api}/x`, body: '{}' }] });
    expect(result.ok).toBe(true);
    expect(result.warnings).toMatchObject([{ code: 'registry-unknown-field', step: 'a' }]);
  });
});
