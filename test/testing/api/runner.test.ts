import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseRegistry } from '../../../src/registry/index.js';
import {
  anonymous,
  createRunner,
  mockUpstream,
  persona,
  personas,
  UnmatchedCallError,
} from '../../../src/testing/api/index.js';
import { registry, runnerOf } from './support.js';

const contact = { step: 'contact', respond: { json: { id: 9007199254740993n } } };
const orders = { step: 'orders', respond: { json: { orders: [{ id: 1 }] }, delayMs: 250 } };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'connector-api-'));
  await writeFile(join(folder, 'connectors_registry.json'), JSON.stringify(registry));
  await writeFile(join(folder, 'contact.json'), '{"id": 70000000000000000001}');
  await writeFile(
    join(folder, 'connector.config.json'),
    JSON.stringify({
      tenantId: 'acme',
      users: { ada: { id: '42', profile_fields: { 7: 'Berlin' } } },
      defaultUser: 'ada',
      variables: { site: 'configured' },
      secrets: { api_key: 'configured-key' },
    }),
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a run', () => {
  it('tells what the widget gets and what was sent', async () => {
    const result = await runnerOf().run('join', { payload: { a: 1 }, upstream: [contact, orders] });
    expect(result).toMatchObject({
      permalink: 'join',
      kind: 'composite',
      ok: true,
      status: 200,
      body: { orders: [{ id: 1 }] },
      text: '{"orders":[{"id":1}]}',
      scope: null,
      error: null,
      warnings: [],
      unusedMocks: [],
      requestId: '00000000-0000-4000-8000-000000000000',
      durationMs: 250,
    });
    expect(result.headers['content-type']).toBe('application/json');
    expect(result.sent).toMatchObject([
      { step: 'contact', purpose: 'call', method: 'GET', url: 'https://api.acme.io/contact', body: null },
      {
        step: 'orders',
        url: 'https://api.acme.io/orders?contact=9007199254740993',
        query: { contact: '9007199254740993' },
        body: '{"payload": {"a": 1}}',
        json: { payload: { a: 1 } },
      },
    ]);
    expect(result.steps).toMatchObject([
      { name: 'contact', index: 0, state: 'done', status: 200, body: '{"id":9007199254740993}' },
      { name: 'orders', index: 1, state: 'done', status: 200, durationMs: 250 },
    ]);
  });

  it('is the same every time', async () => {
    const runner = runnerOf();
    const run = () => runner.run('join', { upstream: [contact, orders] });
    expect(await run()).toEqual(await run());
  });

  it.each([
    ['', null],
    ['plain', 'plain'],
    ['3', 3],
  ])('has %j for a body as %j', async (body, expected) => {
    const result = await runnerOf().run('topic', {
      pathParams: { id: 1 },
      upstream: [{ respond: { body } }],
    });
    expect(result.body).toBe(expected);
    expect(result.text).toBe(body);
  });

  it('is a result where the platform answers with an error', async () => {
    const upstream = [{ step: 'contact', respond: { status: 404 } }, orders];
    const result = await runnerOf().run('join', { upstream });
    expect(result).toMatchObject({
      ok: false,
      status: 502,
      scope: "Composite step 'contact' (index 0): Downstream (HTTP error)",
      error: { step: 'contact' },
      unusedMocks: ['step orders'],
    });
    expect(result.steps.map(({ state }) => state)).toEqual(['failed', 'skipped']);
  });

  it('waits for nothing', async () => {
    const result = await runnerOf().run('topic', {
      pathParams: { id: 1 },
      upstream: [{ respond: { timeout: true } }],
    });
    expect(result).toMatchObject({ scope: 'Downstream (network/external service)', durationMs: 15_000 });
  });

  it('rejects where nothing answers a call, with the nearest mock and what differs', async () => {
    const upstream = [contact, { step: 'orders', query: { contact: 8 }, respond: {} }];
    const run = runnerOf().run('join', { upstream });
    await expect(run).rejects.toThrow(UnmatchedCallError);
    await expect(run).rejects.toMatchObject({
      message: [
        'no mock answers POST https://api.acme.io/orders?contact=9007199254740993 (step orders)',
        'the nearest mock: step orders',
        '  query contact: expected "8", got "9007199254740993"',
      ].join('\n'),
      call: { step: 'orders', query: { contact: '9007199254740993' } },
    });
  });

  it('shows no secret in what it says of a call', async () => {
    const upstream = [{ headers: { 'x-key': 'another' }, respond: {} }];
    const run = runnerOf().run('topic', { pathParams: { id: 1 }, upstream });
    await expect(run).rejects.toThrow('header x-key: expected "another", got "***"');
  });
});

describe('what a run is given', () => {
  const echoed = async (options: Parameters<typeof createRunner>[0], given = {}) => {
    const result = await runnerOf(options).run('echo', { upstream: [{ respond: {} }], ...given });
    return { status: result.status, query: result.sent[0]?.query };
  };

  it('is of the runner, and the run has the last word', async () => {
    const options = {
      user: { id: 1, profile_fields: { 7: 'Rome' } },
      tenantId: 'here',
      variables: { site: 'mine' },
      now: '2026-01-02T03:04:05Z',
    };
    expect(await echoed(options)).toEqual({
      status: 200,
      query: { user: '1', city: 'Rome', tenant: 'here', site: 'mine', now: '1767323045' },
    });
    const other = { user: persona({ id: 2 }), now: new Date(5_000_900) };
    expect((await echoed(options, other)).query).toMatchObject({ user: '2', now: '5000' });
    expect((await echoed(options, { user: anonymous })).status).toBe(401);
  });

  it('comes from the configuration, where there is one', async () => {
    const runner = createRunner({ directory: pathToFileURL(`${folder}/`) });
    const upstream = [{ respond: {} }];
    const echo = await runner.run('echo', { upstream });
    expect(echo.sent[0]?.query).toMatchObject({
      user: '42',
      city: 'Berlin',
      tenant: 'acme',
      site: 'configured',
      now: '1767225600',
    });
    const topic = await runner.run('topic', { upstream, pathParams: { id: 'a' } });
    expect(topic.sent[0]?.headers['x-key']).toBe('configured-key');
    const without = createRunner({ directory: folder, config: false });
    expect((await without.run('echo', { upstream })).status).toBe(401);
    const users = await personas(undefined, { directory: folder });
    expect(Object.keys(users)).toEqual(['anonymous', 'ada']);
    expect((await without.run('echo', { upstream, user: users.ada })).sent[0]?.query.user).toBe('42');
  });

  it('may be a registry as text, as a value, loaded, or in a file', async () => {
    const text = JSON.stringify(registry);
    const path = join(folder, 'connectors_registry.json');
    for (const each of [text, registry, parseRegistry(text, 'any.json'), path]) {
      const result = await runnerOf({ registry: each }).run('join', { upstream: [contact, orders] });
      expect(result.status).toBe(200);
    }
  });

  it.each([
    [{ registry: '{"connectors": [' }, 'join', {}, /JSON|end/],
    [{}, 'joins', {}, "the registry has no connector with the permalink 'joins'\n  Did you mean 'join'?"],
    [{ user: 'bob' }, 'join', {}, 'There is no user `bob`.'],
    [{}, 'join', { upstream: [{ setp: 'contact', respond: {} }] }, 'upstream[0].setp: Unknown key `setp`'],
    [{}, 'join', { payload: { a: [/x/] } }, 'payload.a[0]: a regular expression cannot stand in JSON.'],
    [{}, 'join', { query: { a: () => 1 } }, 'query.a: a function cannot stand here.'],
    [{}, 'join', { upstream: [{ url: 'orders', respond: {} }] }, 'upstream[0].url: This is no absolute URL.'],
    [{}, 'join', { now: 'yesterday' }, 'now: This is no time.'],
    [
      {},
      'join',
      { upstream: [{ respond: { file: 'none.json' } }] },
      'The fixture `none.json` does not exist',
    ],
  ])('is refused with its place: %j %s %j', async (options, permalink, given, message) => {
    await expect(runnerOf(options).run(permalink, given as object)).rejects.toThrow(message);
  });
});

describe('mockUpstream', () => {
  it('takes expressions, lists of answers, functions and files', async () => {
    const upstream = mockUpstream(
      [{ url: /\/contact$/, headers: { 'user-agent': /./ }, respond: { file: 'contact.json' } }],
      { directory: folder },
    )
      .step('orders', { json: { payload: null } })
      .respond(({ query, json }) => ({ status: 201, json: { query, json } }));
    const result = await runnerOf().run('join', { upstream });
    expect(result.status).toBe(201);
    expect(result.body).toEqual({ query: { contact: '70000000000000000001' }, json: { payload: null } });
  });

  it('gives the answers of a list one after the other', async () => {
    const upstream = mockUpstream()
      .call({ method: 'GET' })
      .respond({ json: { id: 1 } }, { status: 500 });
    const runner = runnerOf({
      registry: {
        composite_connectors: [
          { name: 'Twice', steps: ['one', 'two'].map((name) => ({ name, url: `https://a.io/${name}` })) },
        ],
      },
    });
    for (const _ of [1, 2]) {
      const { steps } = await runner.run('twice', { upstream });
      expect(steps.map(({ status }) => status)).toEqual([200, 500]);
    }
  });

  it('never changes', () => {
    const one = mockUpstream().step('contact').respond({});
    one.step('orders').respond({});
    expect(one.mocks).toHaveLength(1);
  });

  it('ends the run with what a function throws', async () => {
    const upstream = mockUpstream()
      .step('contact')
      .respond(() => {
        throw new RangeError('not like this');
      });
    await expect(runnerOf().run('join', { upstream })).rejects.toThrow(new RangeError('not like this'));
  });

  it.each([[undefined], [Promise.resolve({})], [{ file: 'contact.json' }], [{ jsno: 1 }]])(
    'refuses %j of a function',
    async (answer) => {
      const upstream = mockUpstream()
        .step('contact')
        .respond(() => answer as object);
      await expect(runnerOf().run('join', { upstream })).rejects.toThrow(/returns an answer|Unknown key/);
    },
  );
});
