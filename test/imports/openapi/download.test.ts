import { afterEach, describe, expect, it } from 'vitest';
import { importOperation } from '../../../src/imports/openapi/import-operation.js';
import { loadOpenApi } from '../../../src/imports/openapi/load.js';
import { listOperations } from '../../../src/imports/openapi/operations.js';
import { type Answer, json, startUpstream, type Upstream } from '../../support/upstream.js';
import { documentWith, errorOf } from './support.js';

let upstream: Upstream | undefined;
afterEach(() => upstream?.close());

async function serve(answer: Answer): Promise<string> {
  upstream = await startUpstream(answer);
  return upstream.origin;
}

describe('a document from a URL', () => {
  it('is loaded with what it refers to on the same server', async () => {
    const origin = await serve((request, response) =>
      request.path.startsWith('/docs/api.json')
        ? json(response, documentWith({ parameters: [{ $ref: 'parts/p.json#/Limit' }] }))
        : json(response, { Limit: { name: 'limit', in: 'query', schema: { type: 'integer', default: 5 } } }),
    );
    const document = await loadOpenApi(`${origin}/docs/api.json?v=1`);

    expect(importOperation(document, 'get-/things').connector.query_parameters).toEqual([
      { key: 'limit', value: '5', overridable: true },
    ]);
    expect(upstream?.received.map(({ path }) => path)).toEqual(['/docs/api.json?v=1', '/docs/parts/p.json']);
  });

  it('reads neither files nor other servers', async () => {
    const other = await startUpstream((_, response) => json(response, { name: 'q', in: 'query' }));
    const refs = [`${other.origin}/p.json`, 'file:///etc/hostname'];
    const origin = await serve((_, response) => {
      const paths = Object.fromEntries(
        refs.map((each, at) => [
          `/${at}`,
          { get: { parameters: [{ $ref: each }], responses: { 200: { description: 'ok' } } } },
        ]),
      );
      json(response, { ...documentWith({}), paths });
    });
    const document = await loadOpenApi(`${origin}/api.json`);
    await other.close();

    expect(() => importOperation(document, 'get-/0')).toThrow('references to other servers are not followed');
    expect(() => importOperation(document, 'get-/1')).toThrow('which is not followed');
    expect(other.received).toEqual([]);
  });

  it('is the base of relative servers', async () => {
    const origin = await serve((_, response) =>
      json(response, documentWith({}, { servers: [{ url: '../v2/' }] })),
    );
    const { connector, notes } = importOperation(
      await loadOpenApi(`${origin}/docs/x/api.json`),
      'get-/things',
    );

    // The host itself is this machine, which no connector may call.
    expect(connector.url).toBe("https://{{ get_variable('acme_host') }}/docs/v2/things");
    expect(notes.join('\n')).toContain("set the variable 'acme_host' to the host of the API");
  });

  it('is found through redirects of its own server', async () => {
    const origin = await serve((request, response) => {
      if (request.path === '/new.json') return json(response, documentWith({}));
      response.writeHead(302, { location: '/new.json' }).end();
    });

    expect(listOperations(await loadOpenApi(`${origin}/old.json`))).toHaveLength(1);
  });

  it('is not looked for on another machine over plain HTTP', async () => {
    const origin = await serve(
      (_, response) => void response.writeHead(302, { location: 'http://127.0.0.2:9/api.json' }).end(),
    );

    expect(await errorOf(loadOpenApi(`${origin}/api.json`))).toMatchObject({ code: 'openapi-url' });
    expect(await errorOf(loadOpenApi('http://api.acme.io/openapi.json'))).toMatchObject({
      code: 'openapi-url',
      message:
        'The document cannot be read from http://api.acme.io: only HTTPS is safe from changes on the way.',
    });
    expect(await errorOf(loadOpenApi('ftp://api.acme.io/openapi.json'))).toMatchObject({
      code: 'openapi-url',
    });
  });

  it.each<[string, Answer, string]>([
    ['an error', (_, response) => json(response, {}, 404), 'the answer has status 404.'],
    [
      'endless redirects',
      (_, response) => void response.writeHead(302, { location: '/again' }).end(),
      'it was redirected more than 5 times.',
    ],
    [
      'no text',
      (_, response) => void response.end(Buffer.from([0xff, 0xfe, 0])),
      'the answer is not UTF-8 text.',
    ],
    ['no end', (_, response) => void response.write('{'), 'no answer within 300 ms'],
    [
      'too much',
      (_, response) => void response.end(Buffer.alloc(40 * 1024 * 1024, 'a')),
      'the response body is larger than 32 MiB',
    ],
  ])('answers with %s', async (_, answer, reason) => {
    const origin = await serve(answer);
    const error = await errorOf(
      loadOpenApi(`${origin}/api.json?key=hidden`, reason.includes('300') ? { timeout_ms: 300 } : {}),
    );

    expect(error.code).toBe('openapi-download');
    expect(error.message).toContain(reason);
    expect(error.message).not.toContain('hidden');
  });

  it('is a page, and no document', async () => {
    const origin = await serve(
      (_, response) => void response.end('<!doctype html><html><p>Sign in: please</p></html>'),
    );

    expect((await errorOf(loadOpenApi(`${origin}/api.json`))).code).toMatch(
      /^openapi-(?:not-a-document|syntax)$/,
    );
  });
});
