import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { checkRegistry } from '../../src/lint/check.js';
import { rule } from '../../src/lint/rules/unused-ignore.js';
import { lintSettings, type Silence } from '../../src/lint/settings.js';
import { unusedSilences } from '../../src/lint/unused-silences.js';
import { parseRegistry } from '../../src/registry/index.js';
import { loudUrl, oddName, reportOf } from './support/report.js';

const loud = '{"connectors":[{"name":"A","url":"https://api.acme.io/LOUD/LOUD"}]}';
const silence = { rule: 'loud-url', pointer: '/connectors/0/url', reason: 'tradition' };

function unused(text: string, silences: Silence[], levels: [string, 'off' | 'error'][] = []) {
  const known = [loudUrl, { ...oddName, id: 'json-syntax' }, { ...oddName, id: 'url-query-string' }, rule];
  const settings = lintSettings(known, levels, silences);
  const checked = [checkRegistry(parseRegistry(text, 'r.json'), settings)];
  return unusedSilences(checked, settings, {
    file: 'connector.config.yaml',
    locate: (index) => ({ line: 10 + index, column: 5 }),
  }).map(({ diagnostic }) => diagnostic);
}

it('silences every finding of the rule at its place, and counts them', () => {
  const { findings, summary } = reportOf({ files: { 'r.json': loud }, silences: [silence] });
  expect(findings).toEqual([]);
  expect(summary).toMatchObject({ errors: 0, silenced: 2 });
  expect(unused(loud, [silence])).toEqual([]);
});

it('reports what silences nothing, in the configuration', () => {
  expect(unused(loud, [silence, { ...silence, pointer: '/connectors/1/url' }])).toMatchObject([
    {
      rule: 'unused-ignore',
      severity: 'warning',
      message: '`lint.ignore` silences `loud-url` at `/connectors/1/url`, where nothing is found',
      file: 'connector.config.yaml',
      line: 11,
      column: 5,
      pointer: '/lint/ignore/1',
    },
  ]);
});

it('has the level that it is given', () => {
  const other = { ...silence, pointer: '/x' };
  expect(unused(loud, [other], [['unused-ignore', 'error']])).toMatchObject([{ severity: 'error' }]);
  expect(unused(loud, [other], [['unused-ignore', 'off']])).toEqual([]);
});

it('says nothing of rules that are off', () => {
  expect(unused(loud, [silence], [['loud-url', 'off']])).toEqual([]);
});

it('its examples are what they say', () => {
  const ofText = (text: string) => unused(loud, parse(text).lint.ignore);
  expect(ofText(rule.documentation.wrong)).toHaveLength(1);
  expect(ofText(rule.documentation.right)).toEqual([]);
});
