import { describe, expect, it } from 'vitest';
import { casesOf, complaints, outcomes, project } from '../support.js';

const step = (name: string, rest: object = {}) => ({ name, url: `https://api.acme.io/${name}`, ...rest });
const composite = (...steps: object[]) => ({ composite_connectors: [{ name: 'Join', steps }] });

const registry = composite(
  step('contact', { response_body: '{"id": {{ (response.body | from_json).id | tojson }}}' }),
  step('orders', {
    method: 'POST',
    headers: [{ key: 'X-Key', value: "{{ get_secret('api_key') }}" }],
    query_parameters: [{ key: 'contact', value: '{{ (steps.contact.body | from_json).id }}' }],
    request_body:
      '{"at": {{ now() }}, "note": {{ request.query_parameters.note | default(\'\', true) | tojson }}}',
  }),
);

const tests = (cases: object[], rest: object = {}) => ({
  'connectors_registry.json': registry,
  'connector.config.json': { secrets: { api_key: 'key-from-configuration' } },
  'join.connector-test.json': { connector: 'join', ...rest, cases },
});

const contact = { step: 'contact', respond: { json: { id: 7 } } };
const orders = { step: 'orders', respond: { json: [{ id: 1 }] } };

describe('a case', () => {
  it('can ask that a parameter or a header is not there', async () => {
    const list = { name: 'List', url: 'https://api.acme.io/list', headers: [{ key: 'X-Key', value: 'k' }] };
    const { test } = await project({
      'connectors_registry.json': { connectors: [list] },
      'x.connector-test.json': {
        connector: 'list',
        upstream: [
          { query: { page: null }, respond: { json: 'first' } },
          { query: { page: '2' }, respond: { json: 'second' } },
        ],
        cases: [
          { name: 'first', expect: { json: 'first', sent: [{ headers: { authorization: null } }] } },
          { name: 'second', request: { query: { page: 2 } }, expect: { json: 'second' } },
          { name: 'sent', expect: { sent: [{ headers: { 'x-key': null } }] } },
          { name: 'answer', expect: { headers: { 'x-none': null, 'X-Request-ID': null } } },
        ],
      },
    });
    const suite = await test();
    expect(outcomes(suite)).toEqual({ first: 'passed', second: 'passed', sent: 'sent', answer: 'headers' });
    expect(complaints(suite)).toContain('  header x-key: expected none, got "k"');
    expect(complaints(suite).join('\n')).toContain('the header x-request-id was not expected; got "0000');
  });

  it('sends a payload that is text as it is, and any other as JSON', async () => {
    const upload = { name: 'Upload', method: 'POST', url: 'https://api.acme.io/upload' };
    const upstream = [{ respond: { json: {} } }];
    const { test } = await project({
      'connectors_registry.json': { connectors: [upload] },
      'x.connector-test.json': {
        connector: 'upload',
        upstream,
        cases: [
          { name: 'text', request: { payload: 'a=1&b=2' }, expect: { sent: [{ body: 'a=1&b=2' }] } },
          { name: 'none', request: { payload: '' }, expect: { sent: [{ body: '' }] } },
          { name: 'list', request: { payload: ['a'] }, expect: { sent: [{ body: '["a"]' }] } },
        ],
      },
    });
    expect(complaints(await test())).toEqual([]);
  });

  it('runs the pipeline on the answers that the file gives', async () => {
    const { test } = await project(
      tests([
        {
          name: 'joins',
          now: '2026-01-02T03:04:05Z',
          request: { query: { note: 'hi' } },
          upstream: [contact, orders],
          expect: {
            status: 200,
            json: [{ id: 1 }],
            scope: null,
            sent: [
              { step: 'contact', method: 'GET' },
              {
                method: 'POST',
                url: 'https://api.acme.io/orders',
                query: { contact: '7' },
                headers: { 'X-Key': 'key-from-configuration' },
                json: { at: 1767323045, note: 'hi' },
              },
            ],
            warnings: [],
          },
        },
      ]),
    );
    expect(complaints(await test())).toEqual([]);
  });

  it('fails where no mock answers a call, and names the nearest with what differs', async () => {
    const { test } = await project(
      tests([
        {
          name: 'unmatched',
          upstream: [contact, { step: 'orders', query: { contact: '8' }, respond: { json: [] } }],
          expect: { status: 200, json: [] },
        },
      ]),
    );
    const suite = await test();
    expect(outcomes(suite)).toEqual({ unmatched: 'unmatched-call' });
    expect(complaints(suite)).toEqual([
      'no mock answers POST https://api.acme.io/orders?contact=7 (step orders)',
      expect.stringMatching(/^the nearest mock: .*orders.* \(line \d+\)$/),
      '  query contact: expected "8", got "7"',
    ]);
  });

  it('fails where it expects no outcome and the run ends with an error', async () => {
    const { test } = await project(
      tests([
        {
          name: 'only sent',
          upstream: [{ step: 'contact', respond: { status: 404 } }],
          expect: { sent: [{ step: 'contact' }] },
        },
        { name: 'nothing', upstream: [contact, orders] },
      ]),
    );
    expect(outcomes(await test())).toEqual({ 'only sent': 'status', nothing: 'passed' });
  });

  it('says what each expectation got', async () => {
    const { test } = await project(
      tests([
        {
          name: 'all wrong',
          upstream: [contact, orders],
          expect: {
            status: 201,
            jsonContains: [{ id: 2 }],
            body: '/nothing/',
            headers: { 'content-type': 'text/plain' },
            scope: 'Unexpected error',
            sent: [{ step: 'orders', query: { contact: '8' } }],
            warnings: ['missing-secret'],
          },
        },
      ]),
    );
    const suite = await test();
    expect(outcomes(suite)['all wrong']).toBe('scope status jsonContains body headers warnings sent');
    const text = complaints(suite).join('\n');
    expect(text).toContain("expected the error scope 'Unexpected error', and the answer has none");
    expect(text).toContain('expected the status 201, got 200');
    expect(text).toContain('query contact: expected "8", got "7"');
    const [json] = casesOf(suite)[0]?.failures.filter(({ code }) => code === 'jsonContains') ?? [];
    expect(json?.comparison?.differences).toMatchObject([{ path: '[0].id', expected: '2', actual: '1' }]);
  });

  it('takes its own secrets and variables before those of the configuration, and no others', async () => {
    process.env.CONNECTOR_SECRET_api_key = 'key-from-environment';
    try {
      const { test } = await project({
        ...tests([
          {
            name: 'own',
            secrets: { api_key: 'key-from-case' },
            upstream: [contact, orders],
            expect: { sent: [{ step: 'orders', headers: { 'X-Key': 'key-from-case' } }] },
          },
          {
            name: 'configured',
            upstream: [contact, orders],
            expect: { sent: [{ step: 'orders', headers: { 'X-Key': 'key-from-configuration' } }] },
          },
        ]),
        '.connector-secrets.env': 'api_key=key-from-file\n',
      });
      expect(outcomes(await test())).toEqual({ own: 'passed', configured: 'passed' });
    } finally {
      delete process.env.CONNECTOR_SECRET_api_key;
    }
  });

  it('answers as often as a mock says', async () => {
    const { test } = await project({
      'connectors_registry.json': composite(step('one'), step('two')),
      'x.connector-test.json': {
        connector: 'join',
        cases: [
          {
            name: 'in order',
            upstream: [
              { method: 'GET', times: 1, respond: { body: 'first' } },
              { method: 'GET', respond: { body: 'second' } },
            ],
            expect: { body: 'second' },
          },
          {
            name: 'used up',
            upstream: [{ method: 'GET', times: 1, respond: { body: 'first' } }],
            expect: { body: 'first' },
          },
        ],
      },
    });
    const suite = await test();
    expect(outcomes(suite)).toEqual({ 'in order': 'passed', 'used up': 'unmatched-call' });
    expect(complaints(suite).at(-1)).toContain('it answers once, and has done so');
  });

  it('names what it cannot find', async () => {
    const { test } = await project(
      tests([
        { name: 'permalink', connector: 'jion', expect: {} },
        { name: 'user', user: 'ada', expect: {} },
        { name: 'environment', env: 'sandbox', expect: {} },
      ]),
    );
    const suite = await test();
    expect(outcomes(suite)).toEqual({ permalink: 'setup', user: 'setup', environment: 'setup' });
    expect(complaints(suite)).toEqual(
      expect.arrayContaining([
        "the registry has no connector with the permalink 'jion'",
        "Did you mean 'join'?",
        'There is no user `ada`',
        'There is no environment `sandbox`',
      ]),
    );
  });

  it('reports the mocks that no call asked for, which is no failure', async () => {
    const { test } = await project(
      tests([{ name: 'spare', upstream: [contact, { step: 'later', respond: {} }], expect: {} }], {
        upstream: [orders, { step: 'never', respond: {} }],
      }),
    );
    const suite = await test();
    expect(outcomes(suite)).toEqual({ spare: 'passed' });
    expect(casesOf(suite)[0]?.unusedMocks.map(({ label }) => label)).toEqual(['step later']);
    expect(suite.files[0]?.unusedShared.map(({ label }) => label)).toEqual(['step never']);
  });
});

describe('time', () => {
  it('passes as the mocks say, and nobody waits for it', async () => {
    const { test } = await project(
      tests([
        {
          name: 'slow',
          upstream: [
            { ...contact, respond: { ...contact.respond, delayMs: 14_999 } },
            { ...orders, respond: { ...orders.respond, delayMs: 250 } },
          ],
          expect: { status: 200 },
        },
      ]),
    );
    const [result] = casesOf(await test());
    expect(result?.run?.timing).toEqual({ total_ms: 15_249, internal_ms: 0, external_ms: 15_249 });
    expect(result?.run?.steps.map(({ phases }) => phases?.wait_ms)).toEqual([14_999, 250]);
  });

  it("runs out at the platform's 15 s", async () => {
    const scope = "Composite step 'contact' (index 0): Downstream (network/external service)";
    const late = (respond: object) => ({
      upstream: [{ step: 'contact', respond }],
      expect: { status: 502, scope },
    });
    const { test } = await project(
      tests([
        { name: 'delayed', ...late({ json: {}, delayMs: 15_001 }) },
        { name: 'never', ...late({ timeout: true }) },
        { name: 'reset', ...late({ networkError: 'ECONNRESET', delayMs: 10 }) },
      ]),
    );
    const suite = await test();
    expect(complaints(suite)).toEqual([]);
    expect(casesOf(suite).map(({ run }) => run?.timing.total_ms)).toEqual([15_000, 15_000, 10]);
  });
});

describe('the same twice', () => {
  it('has the same ids, times and order, whatever ends first', async () => {
    const cases = Array.from({ length: 40 }, (_each, at) => ({
      name: `case ${at}`,
      upstream: [{ ...contact, respond: { ...contact.respond, delayMs: (at * 7) % 31 } }, orders],
      expect: { json: [{ id: at % 3 === 0 ? 2 : 1 }] },
    }));
    const { test } = await project(tests(cases));
    const once = await test();
    const again = await test();
    const plain = (suite: typeof once) =>
      casesOf(suite).map(({ case: { name }, state, failures, run }) => ({ name, state, failures, run }));
    expect(plain(again)).toEqual(plain(once));
    expect(casesOf(once).map(({ case: { name } }) => name)).toEqual(cases.map(({ name }) => name));
    expect(casesOf(once)[0]?.run?.request_id).toBe('00000000-0000-4000-8000-000000000000');
  });
});

describe('which cases run', () => {
  const named = (name: string, rest: object = {}) => ({ name, upstream: [contact, orders], ...rest });
  const failing = (name: string) => named(name, { expect: { status: 500 } });

  it('goes by a part of the permalink and the name', async () => {
    const { test } = await project(tests([named('first one'), named('second one')]));
    expect(outcomes(await test({ name: 'JOIN SECOND' }))).toEqual({
      'first one': 'skipped',
      'second one': 'passed',
    });
  });

  it('leaves out what says skip, and all others of a file where one says only', async () => {
    const { test } = await project(
      tests([named('a', { skip: 'not yet' }), named('b', { only: true }), named('c')]),
    );
    const suite = await test();
    expect(outcomes(suite)).toEqual({ a: 'skipped', b: 'passed', c: 'skipped' });
    expect(casesOf(suite).map(({ skipped }) => skipped)).toEqual([
      'not yet',
      null,
      'another case of the file says `only`',
    ]);
  });

  it('shares them out among the shards, each once', async () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const { test } = await project(tests(names.map((name) => named(name))));
    const parts = await Promise.all(
      [1, 2, 3].map(async (index) => Object.keys(outcomes(await test({ shard: { index, count: 3 } })))),
    );
    expect(parts.flat().sort()).toEqual(names);
    expect(parts.map(({ length }) => length)).toEqual([2, 2, 1]);
  });

  it('stops after the first failure with --bail, at the same case each time', async () => {
    const { test } = await project(
      tests([named('a'), failing('b'), ...Array.from({ length: 30 }, (_each, at) => named(`c${at}`))]),
    );
    const suite = await test({ bail: true });
    expect(suite.stopped).toBe('bail');
    const states = casesOf(suite).map(({ state }) => state);
    expect(states.slice(0, 3)).toEqual(['passed', 'failed', 'skipped']);
    expect(states.slice(2).every((state) => state === 'skipped')).toBe(true);
  });

  it('starts nothing more once it is interrupted', async () => {
    const { test } = await project(tests([named('a')]));
    const suite = await test({ signal: AbortSignal.abort() });
    expect(suite.stopped).toBe('interrupted');
    expect(outcomes(suite)).toEqual({ a: 'skipped' });
  });
});
