import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import type { Entry, Har } from 'har-format';
import { describe, expect, it } from 'vitest';
import { SecretMask } from '../../src/config/index.js';
import type { RunResult } from '../../src/platform/result.js';
import { harText } from '../../src/views/har/har.js';
import {
  canary,
  failure,
  fault,
  request,
  response,
  result,
  skippedStep,
  step,
  taintedRun,
  tokenRequest,
} from './report-runs.js';

const plain = (text: string): string => text;
const secrets = new SecretMask();
secrets.add(canary);
const mask = (text: string): string => secrets.mask(text);

// It has no types, and is nothing but documents.
const schemas: Record<string, Record<string, unknown>> = createRequire(import.meta.url)('har-schema');
const isDate = (text: string) => new Date(text).toISOString() === text;
const ajv = new Ajv({
  strict: false,
  allErrors: true,
  formats: {
    'date-time': isDate,
    uri: (text: string) => URL.canParse(text) && /^[!-~]+$/.test(text),
    ipv4: /^\d+(\.\d+){3}$/,
    ipv6: /^[\da-f:]+$/,
  },
});
for (const schema of Object.values(schemas)) {
  // They name draft 6, of which they use nothing that later drafts changed.
  const { $schema: _, ...rest } = schema;
  ajv.addSchema(rest);
}

function harOf(run: RunResult, using = plain): Har {
  const document = JSON.parse(harText([run], { mask: using, version: '1.2.3' })) as Har;
  expect(ajv.validate('har.json#', document), ajv.errorsText()).toBe(true);
  return document;
}
function entriesOf(...steps: Parameters<typeof step>[0][]): Entry[] {
  return harOf(result({ steps: steps.map((each) => step(each)) })).log.entries;
}
function entryOf(more: Parameters<typeof request>[0]): Entry {
  const [entry] = entriesOf({ requests: [request(more)] });
  if (entry === undefined) throw new Error('no entry');
  return entry;
}

describe('the document', () => {
  it('is checked against a schema that refuses what is none', () => {
    expect(ajv.validate('har.json#', { log: { version: '1.2', creator: {}, entries: [{}] } })).toBe(false);
  });

  it('has a page for the run and entries in the order of requests', () => {
    const { log } = harOf(
      result({
        steps: [
          step({ requests: [tokenRequest(), request({ started_ms: 40 })] }),
          step({ name: 'orders', index: 1, requests: [request({ started_ms: 140.25 })] }),
        ],
      }),
    );
    expect(log.version).toBe('1.2');
    expect(log.creator).toEqual({ name: 'connector-cli', version: '1.2.3' });
    expect(log.pages).toMatchObject([
      { id: 'run', startedDateTime: '2026-01-02T03:04:05.678Z', title: 'contact-orders', comment: '200 OK.' },
    ]);
    expect(log.pages?.[0]?.pageTimings.onLoad).toBe(99);
    expect(log.entries.map(({ pageref, _purpose, _step }) => [pageref, _purpose, _step])).toEqual([
      ['run', 'token', 'contact'],
      ['run', 'call', 'contact'],
      ['run', 'call', 'orders'],
    ]);
    expect(log.entries[2]?.startedDateTime).toBe('2026-01-02T03:04:05.818Z');
  });

  it('says in the page why a step shows no request', () => {
    const failed = failure({
      kind: 'template',
      scope: "Composite step 'orders' (index 1): Configuration (template rendering)",
      detail: "request_body: 'str object' has no attribute 'id'",
      template: fault(),
    });
    const { log } = harOf(
      result({
        status: 422,
        steps: [
          step({ cache: 'hit', requests: [] }),
          step({ name: 'orders', index: 1, requests: [tokenRequest()], failure: failed }),
          skippedStep('notify', 2),
        ],
      }),
    );
    expect(log.entries).toHaveLength(1);
    expect(log.pages?.[0]?.comment).toBe(
      "422 Unprocessable Entity. Composite step 'orders' (index 1): Configuration (template rendering). " +
        "request_body: 'str object' has no attribute 'id'. Step 'contact' was answered by the cache. " +
        "Step 'orders' sent no request: its template failed (request_body). 1 step did not run.",
    );
  });

  it('is whole for a run without any step, and for an interrupted one', () => {
    expect(harOf(result({ steps: [] })).log.entries).toEqual([]);
    const interrupted = failure({ kind: 'interrupted', scope: null, detail: 'interrupted' });
    const { log } = harOf(
      result({
        status: 0,
        interrupted: true,
        body: new Uint8Array(),
        steps: [step({ requests: [request({ response: null })], failure: interrupted })],
      }),
    );
    expect(log.pages?.[0]?.comment).toBe('Interrupted. interrupted.');
    expect(log.entries[0]?.response).toMatchObject({ status: 0, _error: 'interrupted' });
  });
});

describe('timings', () => {
  const sum = ({ timings: { blocked = -1, dns = -1, connect = -1, send = -1, wait, receive } }: Entry) =>
    [blocked, dns, connect, send, wait, receive].filter((time) => time >= 0).reduce((a, b) => a + b, 0);

  it('counts TLS as a part of connecting, and what no phase explains as blocked', () => {
    const entry = entryOf({ duration_ms: 97.123 });
    expect(entry.timings).toEqual({
      blocked: 1.223,
      dns: 3.2,
      connect: 20.7,
      ssl: 12.3,
      send: 0,
      wait: 70,
      receive: 2,
    });
    expect(entry.time).toBe(97.123);
  });

  it('marks what a reused connection spares', () => {
    const phases = { dns_ms: 0, connect_ms: 0, tls_ms: 0, wait_ms: 61.2, download_ms: 24.8 };
    const entry = entryOf({ reused_connection: true, phases, duration_ms: 86 });
    expect(entry.timings).toMatchObject({ blocked: -1, dns: -1, connect: -1, ssl: -1, wait: 61.2 });
    expect(entry.time).toBe(86);
  });

  it.each([
    { dns_ms: 0.1, connect_ms: 0.2, tls_ms: 0.3, wait_ms: 0.7, download_ms: 1 / 3 },
    { dns_ms: 1.0005, connect_ms: 2.0005, tls_ms: 3.0005, wait_ms: 4.0005, download_ms: 5.0005 },
    { dns_ms: 0, connect_ms: 0, tls_ms: 0, wait_ms: 0, download_ms: 0 },
  ])('adds up: %j', (phases) => {
    for (const duration_ms of [0, 1.6333333, 15.0025, 100]) {
      const entry = entryOf({ phases, duration_ms });
      expect(sum(entry)).toBeCloseTo(entry.time, 6);
    }
  });
});

describe('requests', () => {
  it('have their headers, query and cookies apart', () => {
    const { request: sent } = entryOf({
      url: 'https://api.example.com/search?q=a+b%26c&empty=&flag&q=%E2%82%AC#part',
      headers: { Accept: '*/*', Cookie: 'sid=1; theme=dark=blue; lone' },
    });
    expect(sent).toMatchObject({
      method: 'GET',
      httpVersion: 'HTTP/1.1',
      url: 'https://api.example.com/search?q=a+b%26c&empty=&flag&q=%E2%82%AC#part',
      headersSize: -1,
      bodySize: 0,
      headers: [
        { name: 'Accept', value: '*/*' },
        { name: 'Cookie', value: 'sid=1; theme=dark=blue; lone' },
      ],
      queryString: [
        { name: 'q', value: 'a b&c' },
        { name: 'empty', value: '' },
        { name: 'flag', value: '' },
        { name: 'q', value: '€' },
      ],
      cookies: [
        { name: 'sid', value: '1' },
        { name: 'theme', value: 'dark=blue' },
        { name: '', value: 'lone' },
      ],
    });
    expect(sent.postData).toBeUndefined();
  });

  it('have their body as text, and a form also as parameters', () => {
    const json = entryOf({ body: '{"é":1}', headers: { 'Content-Type': 'application/json' } }).request;
    expect(json).toMatchObject({
      bodySize: 8,
      postData: { mimeType: 'application/json', text: '{"é":1}' },
    });
    expect(json.postData?.params).toBeUndefined();
    const [token] = entriesOf({ requests: [tokenRequest()] });
    expect(token?.request.postData).toEqual({
      mimeType: 'application/x-www-form-urlencoded',
      text: 'grant_type=client_credentials&client_id=demo&scope=read+write',
      params: [
        { name: 'grant_type', value: 'client_credentials' },
        { name: 'client_id', value: 'demo' },
        { name: 'scope', value: 'read write' },
      ],
    });
  });

  it('say where they really went', () => {
    expect(entryOf({ remote_address: '203.0.113.7:443' })).toMatchObject({
      serverIPAddress: '203.0.113.7',
      connection: '443',
    });
    const routed = entryOf({ remote_address: '[::1]:4010', routed_to: 'http://localhost:4010/x' });
    expect(routed).toMatchObject({
      serverIPAddress: '::1',
      connection: '4010',
      _routedTo: 'http://localhost:4010/x',
    });
    const unknown = entryOf({ remote_address: null });
    expect(unknown.serverIPAddress).toBeUndefined();
    expect(unknown._routedTo).toBeUndefined();
  });
});

describe('responses', () => {
  it('have status, headers as on the wire, cookies and the sizes of the body', () => {
    const list: [string, string][] = [
      ['Content-Type', 'application/json'],
      ['Content-Encoding', 'gzip'],
      ['Set-Cookie', 'a=1; Path=/; Domain=example.com; Secure; HttpOnly; Max-Age=60; Expires=never'],
      ['set-cookie', 'b="x=y"; expires=Wed, 21 Oct 2026 07:28:00 GMT'],
      ['Set-Cookie', 'c=; Max-Age=99999999999999999999'],
      ['Location', '/there'],
    ];
    const { response: got } = entryOf({
      started_ms: 322,
      response: response('{"id":7}', { list, status_code: 201, received_bytes: 5 }),
    });
    expect(got).toMatchObject({
      status: 201,
      statusText: 'Created',
      httpVersion: 'HTTP/1.1',
      redirectURL: '/there',
      headersSize: -1,
      bodySize: 5,
      _transferSize: 5,
      content: { size: 8, compression: 3, mimeType: 'application/json', text: '{"id":7}' },
      cookies: [
        {
          name: 'a',
          value: '1',
          path: '/',
          domain: 'example.com',
          secure: true,
          httpOnly: true,
          expires: '2026-01-02T03:05:06.000Z',
        },
        { name: 'b', value: '"x=y"', secure: false, httpOnly: false, expires: '2026-10-21T07:28:00.000Z' },
        { name: 'c', value: '', expires: '9999-12-31T23:59:59.000Z' },
      ],
    });
    expect(got.headers.map(({ name }) => name)).toEqual(list.map(([name]) => name));
  });

  it('have binary bodies in base64, and text of other encodings as text', () => {
    const bytes = Uint8Array.of(0xff, 0x00, 0x80);
    expect(
      entryOf({ response: response(bytes, { list: [['Content-Type', 'image/png']] }) }).response.content,
    ).toEqual({ size: 3, mimeType: 'image/png', text: '/wCA', encoding: 'base64' });
    const latin = response(Uint8Array.of(0x63, 0x61, 0x66, 0xe9), {
      list: [['Content-Type', 'text/plain; charset="ISO-8859-1"']],
    });
    expect(entryOf({ response: latin }).response.content).toMatchObject({ size: 4, text: 'café' });
  });

  it('say nothing of a body that was empty', () => {
    const { content } = entryOf({ response: response('', { list: [], status_code: 204 }) }).response;
    expect(content).toEqual({ size: 0, mimeType: 'x-unknown', text: '' });
  });

  it('have status 0 and the error where none arrived', () => {
    const failed = failure({ kind: 'timeout', detail: 'no answer within 15000 ms (ETIMEDOUT)' });
    const [token, call] = entriesOf({
      requests: [tokenRequest(), request({ response: null, remote_address: null })],
      failure: failed,
    });
    expect(token?.response).toMatchObject({ status: 200 });
    expect(token?.comment).toBeUndefined();
    expect(call).toMatchObject({
      comment: 'no answer within 15000 ms (ETIMEDOUT)',
      response: {
        status: 0,
        statusText: '',
        bodySize: -1,
        _error: 'no answer within 15000 ms (ETIMEDOUT)',
        content: { size: 0, mimeType: 'x-unknown' },
      },
    });
  });

  it('keep the head of an answer that broke off', () => {
    const [entry] = entriesOf({
      requests: [request({ response: response('{"a":', { truncated: true }) })],
      failure: failure({ kind: 'network', detail: 'connection reset (ECONNRESET)' }),
    });
    expect(entry?.response).toMatchObject({
      status: 200,
      _error: 'connection reset (ECONNRESET)',
      content: { text: '{"a":', comment: 'The body is not whole: only its head was kept.' },
    });
  });

  it('name the part that the cache had', () => {
    const [entry] = entriesOf({ cache: 'revalidated', requests: [request()] });
    expect(entry?.cache).toEqual({ comment: 'revalidated' });
  });
});

describe('masking', () => {
  it('reaches every text of the tree', () => {
    const text = harText([taintedRun()], { mask, version: '1' });
    const document = harOf(taintedRun(), mask);
    const views = [
      text,
      ...document.log.entries.map(({ response: { content } }) =>
        content.encoding === 'base64' ? Buffer.from(content.text ?? '', 'base64').toString('latin1') : '',
      ),
    ];
    for (const view of views) {
      expect(view.replaceAll('\0', '')).not.toContain(canary);
      expect(view).not.toContain(Buffer.from(canary).toString('base64'));
    }
    expect(document.log.entries[0]?.request.postData?.params?.[0]).toEqual({
      name: 'client_secret',
      value: '***',
    });
  });

  it('leaves a binary body out that holds a secret, and says so', () => {
    const bytes = Buffer.concat([Buffer.from([0xff]), Buffer.from(canary)]);
    const [entry] = harOf(
      result({ steps: [step({ requests: [request({ response: response(bytes) })] })] }),
      mask,
    ).log.entries;
    expect(entry?.response.content).toEqual({
      size: bytes.length,
      mimeType: 'application/json',
      comment: 'The body is left out: it is binary and holds a secret.',
    });
  });

  it('keeps an address that readers can parse, even where a secret was all of it', () => {
    const whole = new SecretMask();
    whole.add('https://api.example.com/v2/contacts/7');
    const [entry] = harOf(result(), (text) => whole.mask(text)).log.entries;
    expect(entry?.request.url).toBe('masked:***');
  });

  it('finds a secret that a query needs escapes for', () => {
    const odd = new SecretMask();
    odd.add('a b/c&d=é');
    const url = `https://api.example.com/?k=${encodeURIComponent('a b/c&d=é')}`;
    const run = result({ steps: [step({ requests: [request({ url })] })] });
    const [entry] = harOf(run, (text) => odd.mask(text)).log.entries;
    expect(entry?.request.url).toBe('https://api.example.com/?k=***');
    expect(entry?.request.queryString).toEqual([{ name: 'k', value: '***' }]);
  });
});
