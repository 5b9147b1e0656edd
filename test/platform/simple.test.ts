import { afterEach, describe, expect, it } from 'vitest';
import { UserError } from '../../src/text/user-error.js';
import { ada, anonymous, type RunInput, runConnector } from '../support/run.js';
import { type Answer, json, startUpstream, type Upstream } from '../support/upstream.js';

const running: Upstream[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((upstream) => upstream.close()));
});

/** An upstream that `https://api.example.com` is routed to. */
async function upstream(answer: Answer = (_request, response) => json(response, { ok: true })) {
  const server = await startUpstream(answer);
  running.push(server);
  const run = (connector: object, input: Omit<RunInput, 'steps'> = {}) =>
    runConnector(
      { url: 'https://api.example.com/x', ...connector },
      { routes: { 'https://api.example.com': server.origin }, ...input },
    );
  return { server, run };
}

describe('the call', () => {
  it('answers with the upstream, and has one step named after the permalink', async () => {
    const { run } = await upstream();
    const { result, text } = await run({});
    expect(result).toMatchObject({ kind: 'simple', permalink: 'under-test', ok: true, status: 200 });
    expect(text).toBe('{"ok":true}');
    expect(result.headers['content-type']).toBe('application/json');
    expect(result.steps).toHaveLength(1);
    expect(result.steps[0]).toMatchObject({
      name: 'under-test',
      index: 0,
      state: 'done',
      status_code: 200,
      cache: 'miss',
    });
  });

  it('is rejected with 405 when its method is another than the configured one', async () => {
    const { server, run } = await upstream();
    const { result, body } = await run({ method: 'POST' }, { call: { method: 'GET' } });
    expect(result).toMatchObject({ ok: false, status: 405 });
    expect(body).toMatchObject({ success: false, errors: { detail: expect.stringContaining('POST') } });
    expect(result.steps).toMatchObject([{ name: 'under-test', state: 'skipped' }]);
    expect(server.received).toEqual([]);
  });

  it('is rejected with 401 when it is anonymous and a header mentions the user', async () => {
    const { server, run } = await upstream();
    const connector = { headers: [{ key: 'X-User', value: '{{ user.id }}' }] };
    const refused = await run(connector, { settings: { persona: anonymous } });
    expect(refused.result).toMatchObject({ ok: false, status: 401 });
    expect(server.received).toEqual([]);
    expect((await run(connector)).result.status).toBe(200);
    expect(server.received[0]?.headers['x-user']).toBe('42');
  });
});

describe('merging', () => {
  const rows = (overridable: boolean | undefined) => [
    { key: 'X-Mode', value: 'own', ...(overridable === undefined ? {} : { overridable }) },
  ];

  it.each([undefined, false])('keeps a configured header whose overridable is %s', async (overridable) => {
    const { server, run } = await upstream();
    await run({ headers: rows(overridable) }, { call: { headers: [['x-mode', 'theirs']] } });
    expect(server.received[0]?.headers['x-mode']).toBe('own');
  });

  it('replaces an overridable header, in whatever case the caller writes it, and keeps the configured spelling', async () => {
    const { server, run } = await upstream();
    await run({ headers: rows(true) }, { call: { headers: [['x-MODE', 'theirs']] } });
    expect(server.received[0]?.rawHeaders).toContain('X-Mode');
    expect(server.received[0]?.headers['x-mode']).toBe('theirs');
  });

  it('takes the configured value of an overridable header as the default', async () => {
    const { server, run } = await upstream();
    await run({ headers: rows(true) });
    expect(server.received[0]?.headers['x-mode']).toBe('own');
  });

  it('lets headers through that are not configured, but none that concern the call itself', async () => {
    const { server, run } = await upstream();
    await run(
      {},
      {
        call: {
          headers: [
            ['X-Trace', 'abc'],
            ['Cookie', 'session=1'],
            ['X-CSRFToken', 'token'],
            ['X-Path-Params', 'a=1'],
            ['Host', 'community.example.com'],
          ],
        },
      },
    );
    const headers = server.received[0]?.headers ?? {};
    expect(headers['x-trace']).toBe('abc');
    expect(headers.cookie).toBeUndefined();
    expect(headers['x-csrftoken']).toBeUndefined();
    expect(headers['x-path-params']).toBeUndefined();
    expect(headers.host).toBe(`127.0.0.1:${server.port}`);
  });

  it('merges query parameters case-sensitively and lets unknown ones through, encoded', async () => {
    const { server, run } = await upstream();
    const connector = {
      query_parameters: [
        { key: 'fixed', value: 'own' },
        { key: 'page', value: '1', overridable: true },
        { key: 'size', value: '{{ 5 * 2 }}', overridable: true },
      ],
    };
    const query: [string, string][] = [
      ['fixed', 'theirs'],
      ['page', '2'],
      ['q', 'a b&c=ü'],
      ['Page', '3'],
    ];
    await run(connector, { call: { query } });
    expect(server.received[0]?.path).toBe('/x?fixed=own&page=2&size=10&q=a+b%26c%3D%C3%BC&Page=3');
  });

  it('never takes a value of the caller as a template', async () => {
    const { server, run } = await upstream();
    const connector = { query_parameters: [{ key: 'page', value: '1', overridable: true }] };
    const query: [string, string][] = [
      ['page', '{{ 1 + 1 }}'],
      ['q', "{{ get_secret('s') }}"],
    ];
    await run(connector, { call: { query }, secrets: { s: 'canary-secret' } });
    const sent = new URLSearchParams(server.received[0]?.path.split('?')[1]);
    expect(sent.get('page')).toBe('{{ 1 + 1 }}');
    expect(sent.get('q')).toBe("{{ get_secret('s') }}");
  });

  it.each(['a\r\nX-Injected: 1', 'a\nb', 'a\u0000b'])(
    'refuses the header value %j of the caller',
    async (value) => {
      const { server, run } = await upstream();
      const { result } = await run({}, { call: { headers: [['X-Trace', value]] } });
      expect(result).toMatchObject({ status: 422, error: { scope: 'Configuration (template rendering)' } });
      expect(server.received).toEqual([]);
    },
  );

  it('lets authentication have the last word on a header of the caller', async () => {
    const { server, run } = await upstream();
    const authentication = { type: 'api_key', config: { key: 'X-Key', value: 'own-key', in: 'header' } };
    await run({ authentication }, { call: { headers: [['x-key', 'theirs']] } });
    expect(server.received[0]?.headers['x-key']).toBe('own-key');
  });
});

describe('path parameters', () => {
  const url = 'https://api.example.com/topics/{{ pathParams.topic }}/replies/{{ pathParams["reply"] }}';
  const declared = [{ key: 'topic' }, { key: 'reply' }];
  const path = async (
    connector: object,
    pathParams: [string, string][],
    headers: [string, string][] = [],
  ) => {
    const { server, run } = await upstream();
    const { result, body } = await run(connector, { call: { pathParams, headers } });
    return { status: result.status, body, sent: server.received[0]?.path };
  };

  it('go into the URL', async () => {
    const { sent } = await path({ url, path_parameters: declared }, [
      ['topic', 'a.b_c~d-9'],
      ['reply', '7'],
    ]);
    expect(sent).toBe('/topics/a.b_c~d-9/replies/7');
  });

  it('arrive in the header X-Path-Params as well', async () => {
    const { sent } = await path(
      { url, path_parameters: declared },
      [],
      [['X-Path-Params', 'topic=1&reply=2']],
    );
    expect(sent).toBe('/topics/1/replies/2');
  });

  it.each([
    [{ key: 'topic', value: 'own' }, 'own'],
    [{ key: 'topic', value: 'own', overridable: true }, 'theirs'],
    [{ key: 'topic', overridable: true }, 'theirs'],
    [{ key: 'topic' }, 'theirs'],
  ])('%j and a value of the caller give %s', async (row, expected) => {
    const connector = { url: 'https://api.example.com/{{ pathParams.topic }}', path_parameters: [row] };
    expect((await path(connector, [['topic', 'theirs']])).sent).toBe(`/${expected}`);
  });

  it('that are not declared are a misconfiguration, before anything else is looked at', async () => {
    const { status, body, sent } = await path({ url, path_parameters: [{ key: 'topic' }] }, [
      ['topic', '..'],
    ]);
    expect(status).toBe(400);
    expect(body).toMatchObject({
      success: false,
      errors: { code: 'CONNECTOR_MISCONFIGURED', detail: expect.stringContaining('reply') },
    });
    expect(sent).toBeUndefined();
  });

  it('that are missing are named, before invalid ones', async () => {
    const { status, body } = await path({ url, path_parameters: declared }, [['reply', 'a/b']]);
    expect(status).toBe(400);
    expect(body).toMatchObject({ errors: { code: 'MISSING_PATH_PARAMETERS', params: ['topic'] } });
  });

  it.each(['', '.', '..', 'a..b', 'a/b', 'a b', 'ä', '%2e', 'a'.repeat(201)])(
    'refuse the value %j',
    async (value) => {
      const { status, body, sent } = await path({ url, path_parameters: declared }, [
        ['topic', value],
        ['reply', '1'],
      ]);
      expect(status).toBe(400);
      expect(body).toMatchObject({ errors: { code: 'INVALID_PATH_PARAMETERS', params: ['topic'] } });
      expect(sent).toBeUndefined();
    },
  );

  it('of 200 characters are allowed', async () => {
    const { status } = await path({ url, path_parameters: declared }, [
      ['topic', 'a'.repeat(200)],
      ['reply', '1'],
    ]);
    expect(status).toBe(200);
  });

  it('are not visible outside the URL', async () => {
    const { run } = await upstream();
    const connector = {
      url: 'https://api.example.com/{{ pathParams.topic }}',
      path_parameters: [{ key: 'topic' }],
      query_parameters: [{ key: 'q', value: '[{{ pathParams }}]' }],
    };
    const { result } = await run(connector, { call: { pathParams: [['topic', '1']] } });
    expect(result.steps[0]?.requests[0]?.url).toBe('https://api.example.com/1?q=%5B%5D');
  });
});

describe('the body', () => {
  const payload = '{"id":12345678901234567890,"x":1.0}';
  const sent = async (connector: object, call: object = { payload }) => {
    const { server, run } = await upstream();
    await run({ method: 'POST', ...connector }, { call });
    return server.received[0]?.body;
  };

  it.each([undefined, '', '  \n '])(
    'is the payload, unchanged, where request_body is %j',
    async (request_body) => {
      expect(await sent(request_body === undefined ? {} : { request_body })).toBe(payload);
    },
  );

  it('is what request_body renders to', async () => {
    const request_body =
      '{"wrapped": {{ (body_text | from_json).id | tojson }}, "who": {{ user.id | tojson }}}';
    expect(await sent({ request_body })).toBe('{"wrapped": 12345678901234567890, "who": "42"}');
  });

  it('is not sent with GET and HEAD', async () => {
    expect(await sent({ method: 'GET', request_body: 'text' })).toBe('');
    expect(await sent({ method: 'HEAD', request_body: 'text' })).toBe('');
  });

  it('is sent with DELETE', async () => {
    expect(await sent({ method: 'DELETE', request_body: 'text' })).toBe('text');
  });

  it('is warned of where the Content-Type promises JSON and it is none', async () => {
    const { run } = await upstream();
    const headers = [{ key: 'Content-Type', value: 'application/json' }];
    const codes = async (request_body: string) =>
      (await run({ method: 'POST', headers, request_body }, { call: { payload } })).result.warnings.map(
        ({ code }) => code,
      );
    expect(await codes('{{ body_text }}')).toEqual(['request-body-not-json']);
    expect(await codes('{"text": {{ body_text | tojson }}}')).toEqual([]);
  });

  it('sees body_text and body_raw as None without a payload', async () => {
    expect(await sent({ request_body: '{{ body_text }} {{ body_raw }}' }, {})).toBe('None None');
    expect(await sent({ request_body: '{{ body_raw }}' }, { payload: '{}' })).toBe('b&#39;{}&#39;');
  });
});

describe('what an author would not expect', () => {
  it('a # in the URL cuts it, with a warning', async () => {
    const { server, run } = await upstream();
    const { result } = await run(
      { url: 'https://api.example.com/{{ user.last_name }}' },
      { settings: { persona: { ...ada, last_name: "O'Neil" } } },
    );
    expect(server.received[0]?.path).toBe('/O&');
    expect(result.warnings.map(({ code }) => code)).toEqual(['url-fragment']);
  });

  it('a query parameter of the caller does not stand beside the one of the authentication', async () => {
    const { server, run } = await upstream();
    const authentication = { type: 'api_key', config: { key: 'api_key', value: 'own', in: 'query' } };
    await run({ authentication }, { call: { query: [['api_key', 'theirs']] } });
    expect(server.received[0]?.path).toBe('/x?api_key=own');
  });

  it('response headers of 40 KiB are read', async () => {
    const { run } = await upstream((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'x-long': 'a'.repeat(40_000) });
      response.end('{}');
    });
    const { result } = await run({});
    expect(result.steps[0]?.response?.headers['x-long']).toHaveLength(40_000);
  });

  it('a secret whose file is missing is found before anything is sent', async () => {
    const { server, run } = await upstream();
    const secrets = {
      get: (name: string) => {
        throw new UserError({ code: 'secret-file-missing', message: `no file for ${name}` });
      },
    };
    const connector = { method: 'POST', headers: [{ key: 'X-K', value: "{{ get_secret('k') }}" }] };
    await expect(run(connector, { settings: { secrets } })).rejects.toThrow('no file for k');
    expect(server.received).toEqual([]);
  });
});

describe('the answer', () => {
  it.each([200, 201, 302, 404, 500, 503])(
    'has the status of the upstream, %i, and its body',
    async (status) => {
      const { run } = await upstream((_request, response) => json(response, { status }, status));
      const { result, body } = await run({});
      expect(result).toMatchObject({ status, ok: status < 400 });
      expect(body).toEqual({ status });
      expect(result.error === null).toBe(status < 400);
    },
  );

  it.each([200, 404, 500])('is transformed on status %i, too', async (status) => {
    const { run } = await upstream((_request, response) => {
      response.writeHead(status, { 'content-type': 'text/plain', 'X-Left': '7' });
      response.end('plain');
    });
    const response_body =
      '{"status": {{ response.status_code }}, "left": {{ response.headers["x-left"] | tojson }}, "text": {{ response.body | tojson }}}';
    const { result, text } = await run({ response_body, response_content_type: 'application/json' });
    expect(result.status).toBe(status);
    expect(text).toBe(`{"status": ${status}, "left": "7", "text": "plain"}`);
    expect(result.headers['content-type']).toBe('application/json');
  });

  it('is the bytes of the upstream where nothing transforms it', async () => {
    const bytes = Buffer.from([0xff, 0xd8, 0x00, 0x80]);
    const { run } = await upstream((_request, response) => {
      response.writeHead(200, { 'content-type': 'image/jpeg' });
      response.end(bytes);
    });
    const { result } = await run({});
    expect(Buffer.from(result.body)).toEqual(bytes);
    expect(result.steps[0]?.response).toMatchObject({ body: null, body_bytes: 4 });
  });
});

describe('failures', () => {
  it.each([
    ['url', { url: 'https://api.example.com/{{ none.x.y }}' }],
    ['header', { headers: [{ key: 'X-A', value: '{{ none.x.y }}' }] }],
    ['query parameter', { query_parameters: [{ key: 'a', value: '{{ none.x.y }}' }] }],
    ['request body', { method: 'POST', request_body: '{{ none.x.y }}' }],
    ['syntax', { method: 'POST', request_body: '{{ x' }],
    ['private address', { url: 'https://127.0.0.1/' }],
    ['secret in the URL', { url: "https://api.example.com/{{ get_secret('s') }}" }],
  ])('in the template of the %s', async (_what, connector) => {
    const { server, run } = await upstream();
    const { result, body } = await run(connector);
    expect(result).toMatchObject({ status: 422, ok: false });
    expect(body).toMatchObject({
      success: false,
      errors: { scope: 'Configuration (template rendering)' },
      request_id: result.request_id,
    });
    expect(result.steps[0]?.failure?.scope).toBe('Configuration (template rendering)');
    expect(server.received).toEqual([]);
  });

  it('in response_body', async () => {
    const { run } = await upstream();
    const { result } = await run({ response_body: '{{ response.body.x.y }}' });
    expect(result).toMatchObject({
      status: 422,
      error: { scope: 'Configuration (response template rendering)', step: null, index: null },
    });
    expect(result.steps[0]).toMatchObject({ state: 'failed', status_code: 200 });
  });

  it('of the network', async () => {
    const { run } = await upstream((_request, _response, socket) => {
      socket.destroy();
    });
    const { result } = await run({});
    expect(result).toMatchObject({ status: 502, error: { scope: 'Downstream (network/external service)' } });
    expect(JSON.parse(result.headers['x-connector-timing'] ?? '')).toMatchObject({
      external_host: 'api.example.com',
      error: expect.any(String),
    });
  });

  it('of time', async () => {
    const { run } = await upstream(() => {});
    const { result } = await run({}, { settings: { timeout_ms: 60 } });
    expect(result).toMatchObject({ status: 502, error: { scope: 'Downstream (network/external service)' } });
    expect(JSON.parse(result.headers['x-connector-timing'] ?? '')).toMatchObject({ timeout: true });
  });

  it('of the token request, which the upstream refused', async () => {
    const { run } = await upstream((_request, response) => json(response, { error: 'invalid_client' }, 401));
    const authentication = {
      type: 'oauth_client_credentials',
      config: { client_id: 'a', client_secret: 'b', token_url: 'https://api.example.com/token' },
    };
    const { result } = await run({ authentication });
    expect(result).toMatchObject({ status: 502, error: { scope: 'Downstream (HTTP error)' } });
  });
});

describe('timing headers', () => {
  it('name the parts, which add up to the total', async () => {
    const { run } = await upstream();
    const { result } = await run({ response_body: '{{ response.body }}' });
    const entry = (name: string, text: string) => `${name};dur=\\d+\\.\\d;desc="${text}"`;
    expect(result.headers['server-timing']).toMatch(
      new RegExp(
        `^${[
          entry('setup', 'Setup'),
          entry('transform', 'Template'),
          entry('cache', 'Cache Miss'),
          entry('external', 'api.example.com'),
          entry('total', 'Total'),
        ].join(', ')}$`,
      ),
    );
    // Floats, as Python writes them.
    expect(result.headers['x-connector-timing']).not.toMatch(/_ms":\d+[,}]/);
    const timing = JSON.parse(result.headers['x-connector-timing'] ?? '');
    expect(Object.keys(timing)).toEqual([
      'request_id',
      'total_ms',
      'internal_ms',
      'external_ms',
      'breakdown',
      'cache_hit',
      'external_host',
    ]);
    expect(timing).toMatchObject({ request_id: result.request_id, cache_hit: false });
    const { setup_ms, transform_ms, cache_ms, http_request_ms } = timing.breakdown;
    expect(setup_ms + transform_ms + cache_ms + http_request_ms).toBeCloseTo(timing.total_ms, 0);
    expect(result.headers['x-request-id']).toBe(result.request_id);
  });
});

describe('what a widget would see', () => {
  const codes = async (answer: Answer, connector: object = {}) => {
    const { run } = await upstream(answer);
    return (await run(connector)).result.warnings.map(({ code }) => code);
  };

  it('warns of an empty body', async () => {
    expect(await codes((_request, response) => void response.writeHead(201).end())).toEqual([
      'widget-empty-body',
    ]);
    expect(
      await codes((_request, response) => void response.writeHead(201).end(), { response_body: '{}' }),
    ).toEqual(['widget-content-type']);
  });

  it('warns of a body that is not JSON, and of a Content-Type that says it is', async () => {
    const html: Answer = (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end('<html>');
    };
    const { run } = await upstream(html);
    const [warning] = (await run({})).result.warnings;
    expect(warning).toMatchObject({
      code: 'widget-non-json-body',
      message: expect.stringContaining('although its Content-Type says application/json'),
    });
  });

  it('warns of JSON under another Content-Type', async () => {
    const answer: Answer = (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end('{}');
    };
    expect(await codes(answer)).toEqual(['widget-content-type']);
    expect(await codes(answer, { response_content_type: 'application/json' })).toEqual([]);
  });

  it('says nothing of an honest answer', async () => {
    expect(await codes((_request, response) => json(response, {}))).toEqual([]);
  });
});

describe('secrets', () => {
  const secrets = { k: 'sup3rSecr3tValue' };

  it.each([
    "{{ user[get_secret('k')[1:9]].x }}",
    "{{ user[get_secret('k')[::-1]].x }}",
    "{{ {}.pop(get_secret('k') | replace('up', '')) }}",
    "{{ get_variable(get_secret('k')[2:]) }}",
  ])('do not show in what is said of %s', async (value) => {
    const { run } = await upstream();
    const { result } = await run({ headers: [{ key: 'X-A', value }] }, { secrets });
    const said = JSON.stringify([
      result.error,
      result.warnings.filter(({ code }) => code.startsWith('missing')),
      result.steps[0]?.failure?.detail,
      result.steps[0]?.failure?.template?.message,
    ]);
    expect(said).not.toMatch(/up3rSecr|eulaVt3rceSr3pus|s3rSecr3tValue|p3rSecr3tValue/);
  });

  it('are not what a credential field shows of users, variables and plain words', async () => {
    const { run } = await upstream();
    const collect = async (value: string) => {
      const authentication = { type: 'api_key', config: { key: 'X-Key', value, in: 'header' } };
      return [...(await run({ authentication }, { variables: { host: 'portal.example.com' } })).collected];
    };
    expect(await collect('{{ user.email }}')).toEqual([]);
    expect(await collect("{{ get_variable('host') }}")).toEqual([]);
    expect(await collect('json')).toEqual([]);
    expect(await collect('literal-key-4711')).toEqual(['literal-key-4711']);
  });
});
