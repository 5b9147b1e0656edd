/** Reports that other programs read. */
import { expect, it } from 'vitest';
import { github } from '../../../src/lint/reporters/github.js';
import { json } from '../../../src/lint/reporters/json.js';
import { junit } from '../../../src/lint/reporters/junit.js';
import { reportOf, style } from '../support/report.js';

const files = {
  'sites/eu.json': `{
  "connectors": [
    { "name": "Fine", "url": "https://api.acme.io/calm" },
    { "name": "Who?", "url": "https://api.acme.io/\ud83d\ude00/LOUD" }
  ]
}`,
};
const many = (count: number) =>
  JSON.stringify({
    connectors: Array.from({ length: count }, (_, at) => ({
      name: `N${at}?`,
      url: 'https://api.acme.io/LOUD',
    })),
  });

it('json: the document of contracts.md, the same bytes each time', () => {
  const text = json(reportOf({ files }), style());
  expect(json(reportOf({ files }), style({ width: 40, color: 2 }))).toBe(text);
  expect(JSON.parse(text)).toEqual({
    files: ['sites/eu.json'],
    diagnostics: [
      {
        rule: 'odd-name',
        severity: 'warning',
        message: 'Who? asks',
        file: 'sites/eu.json',
        line: 4,
        column: 19,
        end_line: 4,
        end_column: 20,
        pointer: '/connectors/1/name',
        connector: 'who',
        step: null,
        fixable: false,
      },
      {
        rule: 'loud-url',
        severity: 'error',
        message: 'the URL shouts `LOUD`',
        file: 'sites/eu.json',
        line: 4,
        column: 53,
        end_line: 4,
        end_column: 57,
        pointer: '/connectors/1/url',
        connector: 'who',
        step: null,
        suggestion: 'calm',
        hint: 'Write it calmly.',
        fixable: true,
      },
    ],
    summary: { errors: 1, warnings: 1, connectors: 2, composites: 0, fixable: 1, silenced: 0 },
  });
});

it('json: with --fix, what was fixed', () => {
  const { fixed, diagnostics } = JSON.parse(json(reportOf({ files, fix: true }), style()));
  expect(fixed).toEqual([
    { file: 'sites/eu.json', rule: 'loud-url', does: 'write `calm`', line: 4, column: 53 },
  ]);
  expect(diagnostics).toHaveLength(1);
});

it('github: commands, errors first, with everything escaped', () => {
  const odd =
    '{"connectors":[{"name":"50% of: a,b\\r\\n?","permalink":"odd","url":"https://api.acme.io/LOUD"}]}';
  expect(github(reportOf({ files: { 'a:b,c%.json': odd } }), style())).toBe(
    [
      '::error file=a%3Ab%2Cc%25.json,line=1,endLine=1,col=88,endColumn=91,title=loud-url::odd: the URL shouts `LOUD`%0AWrite it calmly. Did you mean `calm`?\n',
      '::warning file=a%3Ab%2Cc%25.json,line=1,endLine=1,col=40,endColumn=40,title=odd-name::odd: 50%25 of: a,b%0D%0A? asks\n',
    ].join(''),
  );
});

it('github: ten of a kind, and the rest in the log', () => {
  const lines = github(reportOf({ files: { 'r.json': many(13) } }), style())
    .trimEnd()
    .split('\n');
  expect(lines.filter((line) => line.startsWith('::error '))).toHaveLength(10);
  expect(lines.filter((line) => line.startsWith('::warning '))).toHaveLength(10);
  expect(lines.filter((line) => /^(error|warning) r\.json:1:\d+ /.test(line))).toHaveLength(6);
  expect(lines.at(-1)).toBe(
    '::notice title=connector-cli::3 errors and 3 warnings more than GitHub annotates: the log of this step lists them.',
  );
});

it('github: no text of a registry becomes a command', () => {
  const text = many(12).replaceAll('N', '::stop-commands::##[error]');
  for (const line of github(reportOf({ files: { '##[x].json': text } }), style()).split('\n')) {
    if (line === '' || /^::(error|warning|notice) /.test(line)) continue;
    expect(line).not.toMatch(/^\s*::|##\[/);
  }
});

it('github: paths from the root of the repository', () => {
  const fromRoot = (file: string) => `below/${file}`;
  expect(github(reportOf({ files }), style({ fromRoot }))).toContain('file=below/sites/eu.json,');
});

it('junit: a case for each connector that is fine and each error; warnings are output', () => {
  expect(junit(reportOf({ files }), style())).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="connector-cli validate" tests="2" failures="1" errors="0" time="0">
  <testsuite name="sites/eu.json" tests="2" failures="1" errors="0" skipped="0" time="0">
    <testcase name="fine" classname="sites/eu.json" file="sites/eu.json" time="0"/>
    <testcase name="who: loud-url at /connectors/1/url" classname="sites/eu.json" file="sites/eu.json" line="4" time="0">
      <failure type="loud-url" message="the URL shouts \`LOUD\`">sites/eu.json:4:53
the URL shouts \`LOUD\`
Write it calmly. Did you mean \`calm\`?</failure>
    </testcase>
    <system-out>sites/eu.json:4:19: warning: Who? asks (odd-name)</system-out>
  </testsuite>
</testsuites>
`);
});

it('junit: a file without connectors has a case too', () => {
  expect(junit(reportOf({ files: { 'r.json': '{"connectors": []}' } }), style())).toContain(
    '<testcase name="the file" classname="r.json" file="r.json" time="0"/>',
  );
});

it('junit: what XML cannot hold is spelled out', () => {
  const name = JSON.stringify('<a & "b">\u0000\u001b\ud800\ufffe ]]> ?');
  const text = `{"connectors":[{"name":${name},"permalink":"odd","url":"https://api.acme.io/calm"}]}`;
  const xml = junit(reportOf({ files: { 'r.json': text }, levels: [['odd-name', 'error']] }), style());
  expect(xml).toContain('message="&lt;a &amp; &quot;b&quot;&gt;\\u0000\\u001b\\ud800\\ufffe ]]&gt; ? asks"');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be left
  expect(xml).not.toMatch(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/);
});

it.each([
  ['json', json],
  ['github', github],
  ['junit', junit],
])('%s: messages are masked', (_name, reporter) => {
  const text = '{"connectors":[{"name":"hunter22?","permalink":"p","url":"https://api.acme.io/calm"}]}';
  const mask = (each: string) => each.replaceAll('hunter22', '***');
  expect(reporter(reportOf({ files: { 'r.json': text } }), style({ mask }))).not.toContain('hunter22');
});
