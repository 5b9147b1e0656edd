import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTestFile, readTestFiles } from '../../../src/testing/files/read-test-file.js';
import type { ValuePattern } from '../../../src/testing/model.js';
import { faultsOf, read, readCase, temporaryDirectory } from './support.js';

const directory = temporaryDirectory();
directory.write('fixtures/orders.json', '[{"id": 1.0}]\n');
directory.write('fixtures/picture.png', Buffer.from([0x89, 0x50]));

const contract = `connector: contact-orders
user: ada                       # defaults for every case; each case may override
cases:
  - name: joins the contact's orders
    request: { payload: { userId: usr_123 }, query: { format: json } }
    now: 2026-01-02T03:04:05Z
    upstream:                   # the only answers there are: an unmatched call fails the case and shows the nearest
      - { step: contact, respond: { status: 200, json: { id: 7 }, delayMs: 120 } }
      - { method: GET, url: "https://api.example.com/orders", query: { contact_id: "7" }, respond: { file: fixtures/orders.json } }
      - { token: "https://auth.example.com/oauth/token", respond: { json: { access_token: t, expires_in: 3600 } } }
      - { step: orders, respond: { networkError: ECONNRESET } }        # or \`timeout: true\`
    expect:
      status: 200
      json: { orders: [ { id: 1 } ] }        # exact; \`jsonContains\` for part of it; \`body\` for text; \`snapshot: true\`
      scope: "Composite step 'orders' (index 1): Downstream (HTTP error)"
      sent: [ { step: orders, query: { contact_id: "7" }, headers: { authorization: "/^Bearer /" } } ]
      warnings: []
`;

const shown = (pattern: ValuePattern | null | undefined) =>
  pattern?.type === 'pattern' ? pattern.pattern : pattern?.type === 'text' ? pattern.text : null;
const group = (patterns: ReadonlyMap<string, ValuePattern> | null | undefined) =>
  Object.fromEntries([...(patterns ?? [])].map(([name, pattern]) => [name, shown(pattern)]));

async function mocksOf(yaml: string) {
  const { upstream } = await readCase(directory, `upstream:\n${yaml}`);
  return upstream.type === 'mocks' ? upstream.mocks : [];
}

async function bodyOf(respond: string) {
  const [mock] = await mocksOf(`  - { step: s, respond: ${respond} }`);
  if (mock?.respond.type !== 'answer') throw new Error('no answer');
  return { text: Buffer.from(mock.respond.body).toString('latin1'), headers: mock.respond.headers };
}

describe('a test file', () => {
  it('is read with the place of everything', async () => {
    const file = await read(directory, contract);
    const [one] = file.cases;
    if (one?.upstream.type !== 'mocks') throw new Error('no mocks');
    const written = ({ span }: { span: { start: number; end: number } }) =>
      file.source.text.slice(span.start, span.end);
    expect(one).toMatchObject({
      name: "joins the contact's orders",
      connector: { value: 'contact-orders' },
      user: { value: 'ada' },
      now: 1767323045,
      request: { payload: '{"userId":"usr_123"}', query: new Map([['format', 'json']]), headers: null },
      skip: null,
      only: false,
    });
    expect(one.upstream.mocks.map(({ label }) => label)).toEqual([
      'step contact',
      'GET https://api.example.com/orders?contact_id=7',
      'token request to https://auth.example.com/oauth/token',
      'step orders',
    ]);
    expect(one.upstream.mocks.map(({ respond }) => respond)).toMatchObject([
      { type: 'answer', status: 200, delay_ms: 120 },
      { type: 'answer', headers: [['Content-Type', 'application/json']] },
      { type: 'answer', status: 200, delay_ms: 0 },
      { type: 'network-error', code: 'ECONNRESET' },
    ]);
    expect(file.usedFiles).toEqual([join(directory.path, 'fixtures/orders.json')]);
    expect(one.expect.status && written(one.expect.status)).toBe('200');
    expect(one.expect.json && written({ span: one.expect.json })).toBe('{ orders: [ { id: 1 } ] }');
    expect(one.expect.scope?.value).toBe("Composite step 'orders' (index 1): Downstream (HTTP error)");
    expect(one.expect.warnings?.value).toEqual([]);
    const [sent] = one.expect.sent?.value ?? [];
    expect([sent?.step, group(sent?.query), group(sent?.headers)]).toEqual([
      'orders',
      { contact_id: '7' },
      { authorization: /^Bearer / },
    ]);
    const { line, column } = file.source.positionAt(one.expect.status?.span.start ?? 0);
    expect([line, column]).toEqual([13, 15]);
  });

  it('has cases that are named by numbers, as they are written', async () => {
    const file = await read(
      directory,
      'connector: c\ncases:\n  - name: 404\n  - { name: 1.0 }\n  - { name: "1" }\n',
    );
    expect(file.cases.map(({ name }) => name)).toEqual(['404', '1.0', '1']);
  });

  it('may be JSON', async () => {
    const text = '{"cases": [{"name": "x", "connector": "c", "request": {"payload": 1.0}}]}';
    const { cases } = await read(directory, text, 'a.connector-test.json');
    expect(cases[0]?.request.payload).toBe('1.0');
  });

  it('gives its defaults to its cases, group by group and name by name', async () => {
    const { cases, sharedUpstream } = await read(
      directory,
      `connector: c
env: sandbox
kind: simple
request: { payload: 1, query: { a: 1, b: 2 }, method: post }
variables: { host: a, path: b }
secrets: { key: one }
upstream: [{ step: t, respond: {} }]
cases:
  - name: x
  - name: y
    connector: d
    request: { query: { a: 2.50 } }
    variables: { host: z }
    secrets: { other: two }
    upstream: [{ respond: {} }]
`,
    );
    const [x, y] = cases;
    expect(x?.request).toMatchObject({
      payload: '1',
      query: new Map([
        ['a', '1'],
        ['b', '2'],
      ]),
      method: 'POST',
    });
    expect(y?.request).toMatchObject({ payload: '1', query: new Map([['a', '2.50']]), method: 'POST' });
    expect([x?.connector.value, y?.connector.value, y?.env?.value, y?.kind]).toEqual([
      'c',
      'd',
      'sandbox',
      'simple',
    ]);
    expect(y?.variables).toEqual(
      new Map([
        ['host', 'z'],
        ['path', 'b'],
      ]),
    );
    expect(y?.secrets).toEqual(
      new Map([
        ['key', 'one'],
        ['other', 'two'],
      ]),
    );
    expect(sharedUpstream.map(({ label }) => label)).toEqual(['step t']);
    expect(x?.upstream).toEqual({ type: 'mocks', mocks: [] });
    expect(y?.upstream).toMatchObject({ mocks: [{ label: 'any call' }] });
  });

  it('may replay a recording, for all cases or for one', async () => {
    const { cases, usedFiles } = await read(
      directory,
      `connector: c
upstream: { replay: a.json }
cases:
  - name: x
  - { name: y, upstream: { replay: b.json } }
  - { name: z, upstream: [] }
`,
    );
    const path = (name: string) => join(directory.path, name);
    expect(cases.map(({ upstream }) => upstream)).toMatchObject([
      { type: 'replay', path: path('a.json') },
      { type: 'replay', path: path('b.json') },
      { type: 'mocks', mocks: [] },
    ]);
    expect(usedFiles).toEqual([path('a.json'), path('b.json')]);
  });

  it('says which cases are left out, and why', async () => {
    const { cases } = await read(
      directory,
      'connector: c\ncases: [{ name: a, skip: true }, { name: b, skip: later }, { name: d, skip: false, only: true }]',
    );
    expect(cases.map(({ skip, only }) => [skip, only])).toEqual([
      ['', false],
      ['later', false],
      [null, true],
    ]);
  });

  it('keeps values together that aliases and merge keys bring in', async () => {
    const { cases } = await read(
      directory,
      `connector: c
cases:
  - &first
    name: x
    user: ada
    expect: { json: &answer { id: 1.0 } }
  - <<: *first
    name: y
    expect: { jsonContains: *answer }
`,
    );
    expect(cases[1]?.user?.value).toBe('ada');
    expect(cases[1]?.expect.json).toBeNull();
    expect(cases[1]?.expect.jsonContains).toBe(cases[0]?.expect.json);
  });

  it('has keys that JavaScript knows', async () => {
    const one = await readCase(
      directory,
      'request: { payload: { __proto__: 1 }, query: { constructor: x } }',
    );
    expect(one.request.payload).toBe('{"__proto__":1}');
    expect(one.request.query).toEqual(new Map([['constructor', 'x']]));
  });
});

describe('a mock', () => {
  it('has its query in its URL or beside it', async () => {
    const [mock] = await mocksOf(
      '  - { url: "https://a.example/o?id=7&q=a%20b#x", query: { page: 1.0, flag: true }, respond: {} }',
    );
    expect(shown(mock?.when.url)).toBe('https://a.example/o');
    expect(group(mock?.when.query)).toEqual({ page: '1.0', flag: 'true', id: '7', q: 'a b' });
  });

  it('has patterns between slashes, and text that only looks like one', async () => {
    const [mock] = await mocksOf(
      '  - { token: /oauth/i, headers: { A: /orders/list, b: //, c: /x, d: "/a\\n/ms" }, body: /^\\/a\\/$/, respond: {} }',
    );
    expect(shown(mock?.when.token)).toEqual(/oauth/i);
    expect(group(mock?.when.headers)).toEqual({ a: '/orders/list', b: '//', c: '/x', d: /a\n/ms });
    expect(shown(mock?.when.body)).toEqual(/^\/a\/$/);
  });

  it('answers successive calls from a list', async () => {
    const mocks = await mocksOf(
      '  - { step: s, respond: [{ status: 503 }, { timeout: true }, { json: [] }] }',
    );
    expect(mocks.map(({ label, times, respond }) => [label, times, respond.type])).toEqual([
      ['step s (answer 1 of 3)', 1, 'answer'],
      ['step s (answer 2 of 3)', 1, 'timeout'],
      ['step s (answer 3 of 3)', null, 'answer'],
    ]);
  });

  it('sends the bytes that it names', async () => {
    const json = [['Content-Type', 'application/json']];
    expect(await bodyOf('{ json: { a: 12345678901234567890, b: 1.0 } }')).toEqual({
      text: '{"a":12345678901234567890,"b":1.0}',
      headers: json,
    });
    expect(await bodyOf('{ json: null }')).toEqual({ text: 'null', headers: json });
    expect(await bodyOf('{ file: fixtures/orders.json }')).toEqual({
      text: '[{"id": 1.0}]\n',
      headers: json,
    });
    expect(await bodyOf('{ file: fixtures/picture.png }')).toEqual({ text: '\x89P', headers: [] });
    expect(await bodyOf('{ base64: iVA= }')).toEqual({ text: '\x89P', headers: [] });
    expect(await bodyOf('{ body: hello, timeout: false }')).toEqual({ text: 'hello', headers: [] });
    expect(await bodyOf('{}')).toEqual({ text: '', headers: [] });
  });

  it('keeps its headers as they are written', async () => {
    const { headers } = await bodyOf(
      '{ json: 1, headers: { content-type: text/x, X-Count: 1.0, Set-Cookie: [a=1, b=2] } }',
    );
    expect(headers).toEqual([
      ['content-type', 'text/x'],
      ['X-Count', '1.0'],
      ['Set-Cookie', 'a=1'],
      ['Set-Cookie', 'b=2'],
    ]);
  });
});

describe('files that cannot be read', () => {
  it('are told one by one, the others are read', async () => {
    const good = directory.write('good.yaml', 'connector: c\ncases: [{ name: x }]');
    const bad = directory.write('bad.yaml', 'cases: 1');
    const { files, errors } = await readTestFiles([join(directory.path, 'gone.yaml'), good, bad]);
    expect(files.map(({ source }) => source.path)).toEqual([good]);
    expect(errors.map(({ code, file }) => [code, file])).toEqual([
      ['file-not-found', join(directory.path, 'gone.yaml')],
      ['test-file-type', bad],
    ]);
    await expect(readTestFile(bad)).rejects.toMatchObject({ name: 'UserError', line: 1, column: 8 });
  });

  it('are refused by size, encoding and name', async () => {
    const codes = async (name: string, content: string | Uint8Array) =>
      (await faultsOf(directory, content, name)).map((fault) => fault.split(' ')[1]);
    expect(await codes('large.yaml', Buffer.alloc(100 * 1024 * 1024, 'a'))).toEqual(['file-too-large:']);
    expect(await codes('latin.yaml', Buffer.from([0xe9]))).toEqual(['file-not-utf8:']);
    expect(await codes('a.toml', 'x')).toEqual(['test-file-format:']);
  });

  it('end in a message, however deep they go', async () => {
    const deep = 'Values may be nested';
    const texts = [
      '['.repeat(10_000),
      '['.repeat(10_000) + ']'.repeat(10_000),
      '{a: '.repeat(10_000),
      '- '.repeat(10_000),
    ];
    for (const text of texts) expect((await faultsOf(directory, text))[0]).toContain(`${deep} 300 deep`);
    const json = await faultsOf(directory, `{"a":${'['.repeat(10_000)}${']'.repeat(10_000)}}`, 'deep.json');
    expect(json[0]).toContain(`${deep} 500 deep`);
  });

  it('may not grow through aliases', async () => {
    const levels = Array.from({ length: 12 }, (_, level) =>
      level === 0
        ? '  - &a0 [1, 2, 3]'
        : `  - &a${level} [${Array(10)
            .fill(`*a${level - 1}`)
            .join(', ')}]`,
    );
    const faults = await faultsOf(directory, `cases:\n${levels.join('\n')}\n`);
    expect(faults[0]).toContain('The aliases of this file repeat more than 16 million characters.');
  });

  it('may not hold a key twice, in JSON either', async () => {
    expect(await faultsOf(directory, '{"cases": [],\n "cases": []}', 'twice.json')).toEqual([
      '2:2 test-file-duplicate-key: The key `cases` stands here a second time; the first is on line 1.',
    ]);
  });

  it('do not show secrets', async () => {
    const faults = await faultsOf(
      directory,
      'connector: c\nsecrets: { a: 424242, b: [s3cret], "s-c": s3cret }\ncases: [{ name: x, secrets: s3cret }]',
    );
    expect(faults).toHaveLength(4);
    expect(faults.join()).not.toMatch(/424242|s3cret/);
  });
});
