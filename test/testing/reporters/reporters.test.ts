import { Parser } from 'tap-parser';
import { describe, expect, it } from 'vitest';
import { testReport } from '../../../src/testing/report.js';
import { type TestFormat, testFormats, testReporters } from '../../../src/testing/reporters/index.js';
import type { TestReporterStyle } from '../../../src/testing/reporters/reporter.js';
import type { SuiteResult } from '../../../src/testing/result.js';
import { type Project, project } from '../support.js';

const secret = 'canary-5up3r-s3cret';

const style: TestReporterStyle = {
  width: 100,
  color: false,
  quiet: false,
  mask: (text) => text,
  shownPath: (file) => file.split('/').at(-1) ?? '',
  fromRoot: (file) => file.split('/').at(-1) ?? '',
};

async function reported(
  suite: SuiteResult,
  format: TestFormat,
  broken: Parameters<typeof testReport>[1] = [],
) {
  const reporter = await testReporters[format]();
  const report = testReport(suite, broken, null);
  return suite.files.map((file) => reporter.file(file, style)).join('') + reporter.end(report, style);
}

/** Cases that fail in every way, with secrets and control characters wherever they can stand. */
const nasty = (): Promise<Project> =>
  project({
    'connectors_registry.json': {
      connectors: [
        {
          name: 'Ping',
          url: 'https://api.acme.io/ping',
          method: 'POST',
          headers: [{ key: 'X-Key', value: "{{ get_secret('key') }}" }],
          request_body: '{{ body_text }}',
          response_body: '{{ response.body }}',
        },
      ],
    },
    'connector.config.json': { secrets: { key: secret } },
    'x.connector-test.json': {
      connector: 'ping',
      cases: [
        { name: 'fine', upstream: [{ respond: { body: 'ok' } }], expect: { body: 'ok' } },
        {
          name: 'odd \u001b[31m\u0000 <a & "b"> # ::error::x %0A',
          request: { payload: { echo: secret } },
          upstream: [{ respond: { json: { echo: `${secret}\u001b[2J\u0007` } } }],
          expect: {
            status: 201,
            json: { echo: 'nothing' },
            headers: { 'x-none': 'y' },
            sent: [{ url: 'https://x.acme.io/' }],
          },
        },
        { name: 'unmatched', upstream: [{ url: `https://api.acme.io/${secret}`, respond: {} }], expect: {} },
        { name: 'skipped', skip: 'because # of ]]> this' },
        { name: 'no such connector', connector: 'pong' },
        { name: 'unused', upstream: [{ respond: { body: 'ok' } }, { step: 'x', respond: {} }] },
      ],
    },
  });

describe('every reporter', () => {
  it.each(testFormats)('%s: shows no secret and no control character', async (format) => {
    const suite = await (await nasty()).test();
    const text = await reported(suite, format);
    expect(text).not.toContain(secret);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be there
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]/);
  });

  it.each(testFormats)('%s: says nothing that it did not say before', async (format) => {
    const { test } = await nasty();
    const plain = (text: string) => text.replace(/ time="[\d.]+"/g, '').replace(/\d+ ms/g, '');
    expect(plain(await reported(await test(), format))).toBe(plain(await reported(await test(), format)));
  });
});

it('tap: a parser of TAP finds each case as it ended', async () => {
  const suite = await (await nasty()).test();
  const results: { name: string; ok: boolean; skip: unknown; diag: unknown }[] = [];
  const parser = new Parser({ strict: true });
  parser.on('assert', ({ name, ok, skip, diag }) => results.push({ name, ok, skip, diag }));
  const ended = new Promise<{ ok: boolean; count: number; fail: number; failures: unknown[] }>((done) => {
    parser.on('complete', done);
  });
  parser.end(await reported(suite, 'tap'));
  const { count, fail } = await ended;
  expect({ count, fail }).toEqual({ count: 6, fail: 3 });
  expect(results.map(({ ok, skip }) => [ok, Boolean(skip)])).toEqual([
    [true, false],
    [false, false],
    [false, false],
    [true, true],
    [false, false],
    [true, false],
  ]);
  expect(results[1]?.diag).toMatchObject({ code: 'status' });
});

it('github: annotates ten failures, and says how many more there are', async () => {
  const { test } = await project({
    'connectors_registry.json': { connectors: [{ name: 'Ping', url: 'https://api.acme.io/ping' }] },
    'x.connector-test.json': {
      connector: 'ping',
      cases: Array.from({ length: 13 }, (_each, at) => ({
        name: `case ${at}`,
        upstream: [{ respond: {} }],
        expect: { status: 201 },
      })),
    },
  });
  const lines = (await reported(await test(), 'github')).trimEnd().split('\n');
  expect(lines.filter((line) => line.startsWith('::error file=x.connector-test.json,line='))).toHaveLength(
    10,
  );
  expect(lines.filter((line) => line.startsWith('error x.connector-test.json:'))).toHaveLength(3);
  expect(lines.at(-1)).toBe(
    '::notice title=connector-cli test::3 failures more than GitHub annotates: the log of this step lists them.',
  );
});

it('junit: the counts are those of the cases', async () => {
  const text = await reported(await (await nasty()).test(), 'junit');
  expect(text).toMatch(/<testsuites name="connector-cli test" tests="6" failures="3" errors="0" skipped="1"/);
  expect(text.match(/<testcase /g)).toHaveLength(6);
  expect(text.match(/<failure /g)).toHaveLength(3);
  expect(text).toContain('<skipped message="because # of ]]&gt; this"/>');
});

it('pretty: stays within the width, in a narrow terminal too', async () => {
  const suite = await (await nasty()).test();
  const reporter = await testReporters.pretty();
  const lines = suite.files.flatMap((file) => reporter.file(file, { ...style, width: 60 }).split('\n'));
  const tooLong = lines.filter((line) => [...line].length > 62);
  expect(tooLong).toEqual([]);
});
