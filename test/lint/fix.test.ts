import { describe, expect, it } from 'vitest';
import { checkRegistry } from '../../src/lint/check.js';
import { fixRegistry, withFixesThatHold } from '../../src/lint/fix.js';
import { within } from '../../src/lint/place.js';
import type { Rule } from '../../src/lint/rule.js';
import { lintSettings } from '../../src/lint/settings.js';
import { parseRegistry, parseRegistryBytes } from '../../src/registry/index.js';
import { loudUrl } from './support/report.js';

const fixed = (text: string, rules: readonly Rule[] = [loudUrl]) =>
  fixRegistry(parseRegistry(text, 'r.json'), lintSettings(rules, []));

/** A rule that replaces each occurrence in URLs. */
const replacing = (id: string, from: string, to: string): Rule => ({
  ...loudUrl,
  id,
  visit: {
    request({ request: { url } }, report) {
      const start = url?.value.indexOf(from) ?? -1;
      if (!url || start < 0) return;
      const at = within(url, { start, end: start + from.length });
      report({
        at,
        message: id,
        fix: { does: id, edits: [{ span: at.span ?? { start: 0, end: 0 }, text: to }] },
      });
    },
  },
});

const oneLine = '{"connectors":[{"name":"A","url":"https://api.acme.io/LOUD?x=LOUD"}]}';

describe('keeps everything but what it edits', () => {
  it.each([
    [
      'CRLF',
      '{\r\n  "connectors": [\r\n    {"name": "A",\r\n "url": "https://api.acme.io/LOUD"}\r\n  ]\r\n}\r\n',
    ],
    ['tabs', '{\n\t"connectors": [\n\t\t{"name":\t"A", "url":\t"https://api.acme.io/LOUD"}\n\t]\n}\n'],
    ['one line without a line end', oneLine],
    ['a byte order mark', `\ufeff${oneLine}\n`],
    [
      'escapes and characters of two units',
      '{"connectors":[{"name":"\ud83d\ude00 \\u00e9\\/","url":"https:\\/\\/api.acme.io\\/LOUD"}]}',
    ],
    [
      'numbers as they are written',
      '{"connectors":[{"name":"A","url":"https://api.acme.io/LOUD","x":1.0e5}]}',
    ],
  ])('%s', (_name, text) => {
    expect(fixed(text).registry.file.text).toBe(text.replaceAll('LOUD', 'calm'));
  });
});

it('says what it did and where', () => {
  expect(fixed(`{\n${oneLine.slice(1)}`).applied).toEqual([
    { file: 'r.json', rule: 'loud-url', does: 'write `calm`', line: 2, column: 54 },
    { file: 'r.json', rule: 'loud-url', does: 'write `calm`', line: 2, column: 61 },
  ]);
});

it('leaves nothing to fix for a second run', () => {
  const { registry } = fixed(oneLine);
  expect(fixRegistry(registry, lintSettings([loudUrl], [])).applied).toEqual([]);
});

it('lets the first of two fixes for one place win, and the other one follow', () => {
  const rules = [replacing('a-longer', 'LOUD', 'loud words'), replacing('b-words', 'words', 'calm')];
  const { registry, applied } = fixed(oneLine.replace('?x=LOUD', ''), rules);
  expect(registry.file.text).toContain('https://api.acme.io/loud calm"');
  expect(applied.map(({ rule }) => rule)).toEqual(['a-longer', 'b-words']);
});

it('makes only one of two fixes that overlap in a round', () => {
  const rules = [replacing('a-left', 'LOUD', 'left'), replacing('b-right', 'OUD"', 'never')];
  const { registry, applied } = fixed(oneLine, [...rules, replacing('c-tail', 'UD?', 'never')]);
  expect(registry.file.text).toContain('/left?x=left"');
  expect(new Set(applied.map(({ rule }) => rule))).toEqual(new Set(['a-left']));
});

it('gives up on rules that never agree', () => {
  const rules = [replacing('ping', 'ping', 'pong'), replacing('pong', 'pong', 'ping')];
  const { applied } = fixed('{"connectors":[{"name":"A","url":"https://api.acme.io/ping"}]}', rules);
  expect(applied).toHaveLength(10);
});

it('makes no edit that would break the JSON, and every other one', () => {
  const { registry, applied } = fixed(oneLine, [loudUrl, replacing('breaks', 'https', '"')]);
  expect(registry.file.text).toBe(oneLine.replaceAll('LOUD', 'calm'));
  expect(applied.map(({ rule }) => rule)).toEqual(['loud-url', 'loud-url']);
});

/** Mends one kind of fault of the text, under the id of the rule that speaks of the text. */
const commaRule: Rule = {
  ...loudUrl,
  id: 'json-syntax',
  visit: {
    problem({ code, span, pointer, message }, _registry, report) {
      if (code !== 'trailing-comma' || !span) return;
      report({
        at: { span, pointer },
        message,
        fix: { does: 'remove the comma', edits: [{ span, text: '' }] },
      });
    },
  },
};

describe('what is no JSON', () => {
  const comma = oneLine.replace(']}', ',]}');

  it('is mended as text first, and then as a registry', () => {
    const { registry, applied } = fixed(comma, [commaRule, loudUrl]);
    expect(registry.file.text).toBe(oneLine.replaceAll('LOUD', 'calm'));
    expect(applied.map(({ rule }) => rule)).toEqual(['json-syntax', 'loud-url', 'loud-url']);
  });

  it('stays as it is where that does not suffice, and no fix is promised', () => {
    const settings = lintSettings([commaRule, loudUrl], []);
    const registry = parseRegistry(comma.slice(0, -1), 'r.json');
    expect(fixRegistry(registry, settings)).toEqual({ registry, applied: [] });
    const checked = checkRegistry(registry, settings);
    expect(checked.findings.some(({ fix }) => fix)).toBe(true);
    expect(withFixesThatHold(checked).findings.some(({ fix }) => fix)).toBe(false);
  });
});

it('leaves alone what is no JSON, and bytes that are no UTF-8', () => {
  const broken = oneLine.replace(']}', ',]}');
  expect(fixed(broken)).toMatchObject({ registry: { file: { text: broken } }, applied: [] });
  const bytes = Buffer.from(oneLine.replace('"A"', '"\u00e9"'), 'latin1');
  const { applied } = fixRegistry(parseRegistryBytes(bytes, 'r.json'), lintSettings([loudUrl], []));
  expect(applied).toEqual([]);
});

it('does not fix what is silenced or off', () => {
  const registry = parseRegistry(oneLine, 'r.json');
  const silence = { rule: 'loud-url', pointer: '/connectors/0/url', reason: 'tradition' };
  expect(fixRegistry(registry, lintSettings([loudUrl], [], [silence])).applied).toEqual([]);
  expect(fixRegistry(registry, lintSettings([loudUrl], [['loud-url', 'off']])).applied).toEqual([]);
});
