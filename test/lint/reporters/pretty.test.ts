import { expect, it } from 'vitest';
import { pretty } from '../../../src/lint/reporters/pretty.js';
import { oddName, reportOf, style } from '../support/report.js';

const files = {
  'sites/eu.json': `{
  "connectors": [
    { "name": "Search", "url": "https://api.acme.io/\\u00e9/LOUD" },
    { "name": "Who?", "url": "https://api.acme.io/LOUD" }
  ],
  "composite_connectors": [
    { "name": "Search", "steps": [{ "name": "one", "url": "https://api.acme.io/LOUD" }] }
  ]
}`,
  'sites/us.json': '{"connectors": []}',
};

it('groups findings by connector, at 100 columns', () => {
  expect(`\n${pretty(reportOf({ files }), style({ width: 100 }))}`).toMatchInlineSnapshot(`
    "
    search: 1 error in url

    error[loud-url]
      --> sites/eu.json:3:60
      │ url
      │
    1 │ {
    2 │   "connectors": [
    3 │     { "name": "Search", "url": "https://api.acme.io/\\u00e9/LOUD" },
      │                                                            ^^^^ the URL shouts \`LOUD\`
    4 │     { "name": "Who?", "url": "https://api.acme.io/LOUD" }
      │
      = hint: Write it calmly. Did you mean \`calm\`?
      = fix: --fix can write \`calm\`
      = rule: connector-cli explain loud-url

    who: 1 error, 1 warning in name, url

    warning[odd-name]
      --> sites/eu.json:4:19
      │ name
      │
    2 │   "connectors": [
    3 │     { "name": "Search", "url": "https://api.acme.io/\\u00e9/LOUD" },
    4 │     { "name": "Who?", "url": "https://api.acme.io/LOUD" }
      │                   ^ Who? asks
    5 │   ],
      │
      = rule: connector-cli explain odd-name

    error[loud-url]
      --> sites/eu.json:4:51
      │ url
      │
    2 │   "connectors": [
    3 │     { "name": "Search", "url": "https://api.acme.io/\\u00e9/LOUD" },
    4 │     { "name": "Who?", "url": "https://api.acme.io/LOUD" }
      │                                                   ^^^^ the URL shouts \`LOUD\`
    5 │   ],
      │
      = hint: Write it calmly. Did you mean \`calm\`?
      = fix: --fix can write \`calm\`
      = rule: connector-cli explain loud-url

    search: 1 error in steps[0].url

    error[loud-url]
      --> sites/eu.json:7:80
      │ step one, url
      │
    5 │   ],
    6 │   "composite_connectors": [
    7 │     { "name": "Search", "steps": [{ "name": "one", "url": "https://api.acme.io/LOUD" }] }
      │                                                                                ^^^^
      │ the URL shouts \`LOUD\`
    8 │   ]
      │
      = hint: Write it calmly. Did you mean \`calm\`?
      = fix: --fix can write \`calm\`
      = rule: connector-cli explain loud-url

    3 errors, 1 warning in 2 files: 2 connectors and 1 composite, 12 ms; 3 fixable with --fix
    "
  `);
});

it('breaks lines at 48 columns, and cuts source around the caret', () => {
  const text = pretty(reportOf({ files: { 'sites/eu.json': files['sites/eu.json'] } }), style({ width: 48 }));
  expect(`\n${text}`).toMatchInlineSnapshot(`
    "
    search: 1 error in url

    error[loud-url]
      --> sites/eu.json:3:60
      │ url
      │
    1 │ {
    2 │   "connectors": [
    3 │ …/api.acme.io/\\u00e9/LOUD" },
      │                      ^^^^
      │ the URL shouts \`LOUD\`
    4 │     { "name": "Who?", "url": "https://api.…
      │
      = hint: Write it calmly. Did you mean \`calm\`?
      = fix: --fix can write \`calm\`
      = rule: connector-cli explain loud-url

    who: 1 error, 1 warning in name, url

    warning[odd-name]
      --> sites/eu.json:4:19
      │ name
      │
    2 │   "connectors": [
    3 │     { "name": "Search", "url": "https://ap…
    4 │     { "name": "Who?", "url": "https://api.…
      │                   ^ Who? asks
    5 │   ],
      │
      = rule: connector-cli explain odd-name

    error[loud-url]
      --> sites/eu.json:4:51
      │ url
      │
    2 │   "connectors": [
    3 │     { "name": "Search", "url": "https://ap…
    4 │ …https://api.acme.io/LOUD" }
      │                      ^^^^
      │ the URL shouts \`LOUD\`
    5 │   ],
      │
      = hint: Write it calmly. Did you mean \`calm\`?
      = fix: --fix can write \`calm\`
      = rule: connector-cli explain loud-url

    search: 1 error in steps[0].url

    error[loud-url]
      --> sites/eu.json:7:80
      │ step one, url
      │
    5 │   ],
    6 │   "composite_connectors": [
    7 │ …https://api.acme.io/LOUD" }] }
      │                      ^^^^
      │ the URL shouts \`LOUD\`
    8 │   ]
      │
      = hint: Write it calmly. Did you mean \`calm\`?
      = fix: --fix can write \`calm\`
      = rule: connector-cli explain loud-url

    3 errors, 1 warning in sites/eu.json: 2
    connectors and 1 composite, 12 ms; 3 fixable
    with --fix
    "
  `);
  for (const line of text.split('\n')) expect([...line].length).toBeLessThanOrEqual(52);
});

it('names the fields of a connector before the findings', () => {
  const name = 'A very long name of a connector? With more of it?';
  const text = JSON.stringify({ connectors: [{ name, permalink: 'long', url: 'https://api.acme.io/LOUD' }] });
  expect(pretty(reportOf({ files: { 'r.json': text } }), style()).split('\n')[0]).toBe(
    'long: 1 error, 1 warning in name, url',
  );
});

it('sums up what is fine', () => {
  expect(pretty(reportOf({ files: { 'sites/us.json': files['sites/us.json'] } }), style())).toBe(
    'no findings in sites/us.json: 0 connectors, 12 ms\n',
  );
});

it('shows errors alone with --quiet, and nothing where there are none', () => {
  const quiet = pretty(reportOf({ files }), style({ quiet: true }));
  expect(quiet).toContain('error[loud-url]');
  expect(quiet).not.toContain('warning[');
  expect(pretty(reportOf({ files, rules: [oddName] }), style({ quiet: true }))).toBe('');
});

it('says what was fixed and what was silenced', () => {
  const silences = [{ rule: 'odd-name', pointer: '/connectors/1/name', reason: 'a pun' }];
  expect(
    pretty(reportOf({ files, fix: true, silences }), style()),
  ).toBe(`fixed sites/eu.json:3:60 write \`calm\` (loud-url)
fixed sites/eu.json:4:51 write \`calm\` (loud-url)
fixed sites/eu.json:7:80 write \`calm\` (loud-url)

no findings in 2 files: 2 connectors and 1 composite, 12 ms; 3 fixed; 1 silenced
`);
});

it('shows of a line of a megabyte the part around the caret', () => {
  const text = `{"connectors":[${'{"name":"A","url":"https://api.acme.io/"},'.repeat(25_000)}{"name":"\u{1f600}","url":"https://api.acme.io/LOUD"}]}`;
  const lines = pretty(reportOf({ files: { 'r.json': text } }), style()).split('\n');
  const source = lines.findIndex((line) => line.includes('LOUD"'));
  const caret = lines[source + 1]?.indexOf('^^^^') ?? -1;
  expect(lines[source]?.slice(caret, caret + 4)).toBe('LOUD');
  expect(lines.every((line) => line.length <= 82)).toBe(true);
});

it('masks secrets in the frame, and keeps the caret under its place', () => {
  const text = '{"connectors":[{"name":"hunter22","url":"https://api.acme.io/hunter22/LOUD"}]}';
  const mask = (each: string) => each.replaceAll('hunter22', '***');
  const shown = pretty(reportOf({ files: { 'r.json': text } }), style({ mask }));
  expect(shown).not.toContain('unter');
  expect(shown).toContain(`1 │ {"connectors":[{"name":"***","url":"https://api.acme.io/***/LOUD"}]}
  │                                                             ^^^^
`);
  const halves = (each: string) => each.replaceAll('22/LO', '***');
  expect(pretty(reportOf({ files: { 'r.json': text } }), style({ mask: halves }))).not.toContain('22/LO');
});

it('spells out control characters of names and files', () => {
  const text =
    '{"connectors":[{"name":"\\u001b[31mred?","permalink":"\\u001b[2J","url":"https://api.acme.io/"}]}';
  const shown = pretty(reportOf({ files: { '\u001b]0;r.json': text } }), style());
  // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be left
  expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
});

it('has colours where they are wanted', () => {
  const shown = pretty(reportOf({ files }), style({ color: 1 }));
  expect(shown).toContain('\u001b[31m\u001b[1merror[loud-url]');
  expect(shown).toContain('\u001b[33mwarning[odd-name]');
});
