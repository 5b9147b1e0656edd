import Ajv from 'ajv';
import { expect, it } from 'vitest';
import { within } from '../../../src/lint/place.js';
import { sarif } from '../../../src/lint/reporters/sarif.js';
import type { Rule } from '../../../src/lint/rule.js';
import { rules } from '../../../src/lint/rules/index.js';
import { loudUrl, oddName, reportOf, style } from '../support/report.js';
import { sarifSchema } from '../support/sarif-schema.js';

const isSarif = new Ajv.default({ formats: { 'uri-reference': /^[\w.~!$&'()*+,;=:@%/-]*$/ } }).compile(
  sarifSchema,
);
const check = (log: unknown) => {
  isSarif(log);
  expect(isSarif.errors ?? []).toEqual([]);
};
const logOf = (...args: Parameters<typeof sarif>) => {
  const log = JSON.parse(sarif(...args));
  check(log);
  return log.runs[0];
};

const text = (...names: string[]) =>
  JSON.stringify({ connectors: names.map((name) => ({ name, url: 'https://api.acme.io/calm' })) }, null, 2);

it('places results by line and column, with owner, rule and fix', () => {
  const registry = '{"connectors":[{"name":"A","url":"https://api.acme.io/\u{1f600}LOUD"}]}';
  const run = logOf(reportOf({ files: { 'sites/e u.json': registry } }), style());
  const region = { startLine: 1, startColumn: 56, endLine: 1, endColumn: 60 };
  const artifactLocation = { uri: 'sites/e%20u.json', uriBaseId: '%SRCROOT%' };
  expect(run.columnKind).toBe('unicodeCodePoints');
  expect(run.results).toEqual([
    {
      ruleId: 'loud-url',
      ruleIndex: 0,
      level: 'error',
      message: { text: 'the URL shouts `LOUD`\nWrite it calmly. Did you mean `calm`?' },
      locations: [
        {
          physicalLocation: { artifactLocation, region },
          logicalLocations: [{ fullyQualifiedName: 'a/url' }],
        },
      ],
      fixes: [
        {
          description: { text: 'write `calm`' },
          artifactChanges: [
            {
              artifactLocation,
              replacements: [{ deletedRegion: region, insertedContent: { text: 'calm' } }],
            },
          ],
        },
      ],
      partialFingerprints: { 'connectorCli/v1': expect.stringMatching(/^[0-9a-f]{32}:1$/) },
    },
  ]);
});

it('describes every rule, with the level that it has here', () => {
  const run = logOf(
    reportOf({ files: { 'r.json': text('A') }, rules, levels: [['url-query-string', 'off']] }),
    style(),
  );
  const described = run.tool.driver.rules;
  expect(described.map(({ id }: { id: string }) => id)).toEqual(rules.map(({ id }) => id));
  const configuration = (id: string) =>
    described.find((each: { id: string }) => each.id === id).defaultConfiguration;
  expect(configuration('url-query-string')).toEqual({ enabled: false, level: 'warning' });
  expect(configuration('json-syntax')).toEqual({ enabled: true, level: 'error' });
});

it('knows a finding again when connectors move, and tells equal ones apart', () => {
  const prints = (...names: string[]) =>
    logOf(reportOf({ files: { 'r.json': text(...names) } }), style()).results.map(
      (result: { partialFingerprints: Record<string, string> }) =>
        result.partialFingerprints['connectorCli/v1'],
    );
  const [who] = prints('who?', 'why?');
  expect(prints('calm', 'why?', 'who?')[1]).toBe(who);
  const twins = prints('who?', 'who?');
  expect(new Set(twins).size).toBe(2);
});

it('names files outside of the repository absolutely', () => {
  const run = logOf(reportOf({ files: { '/tmp/r#1.json': text('A?') } }), style());
  expect(run.artifacts).toEqual([{ location: { uri: 'file:///tmp/r%231.json' } }]);
});

it('shows no secret, and proposes no text that holds one', () => {
  const registry = '{"connectors":[{"name":"hunter22?","permalink":"p","url":"https://api.acme.io/LOUD"}]}';
  const mask = (each: string) => each.replaceAll(/hunter22|calm/g, '***');
  const shown = sarif(reportOf({ files: { 'r.json': registry } }), style({ mask }));
  expect(shown).not.toContain('hunter22');
  expect(JSON.parse(shown).runs[0].results.some((each: object) => 'fixes' in each)).toBe(false);
});

it('holds for what is in no registry', () => {
  const report = reportOf({ files: {}, rules: [oddName] });
  expect(logOf(report, style()).results).toEqual([]);
});

it('keeps within what code scanning takes: errors first, and says what is left out', () => {
  const many: Rule = {
    ...oddName,
    id: 'many',
    visit: {
      connector({ requestBody: field }, report) {
        for (let start = 0; field && start < field.value.length; start += 1) {
          report({ at: within(field, { start, end: start + 1 }), message: 'it is long' });
        }
      },
    },
  };
  const registry = JSON.stringify({
    connectors: [{ name: 'A', request_body: 'a'.repeat(25_002), url: 'https://api.acme.io/LOUD' }],
  });
  const run = logOf(reportOf({ files: { 'r.json': registry }, rules: [many, loudUrl] }), style());
  const levels = run.results.map(({ level }: { level: string }) => level);
  expect(levels).toHaveLength(25_000);
  expect(levels).toContain('error');
  expect(run.invocations[0].toolExecutionNotifications[0].message.text).toMatch(/^3 more findings/);
});

it('describes rules in texts that code scanning shows whole', () => {
  const run = logOf(reportOf({ files: {}, rules }), style());
  for (const { id, shortDescription, fullDescription } of run.tool.driver.rules) {
    expect(shortDescription.text.length, id).toBeLessThanOrEqual(1024);
    expect(fullDescription.text.length, id).toBeLessThanOrEqual(1024);
  }
});
