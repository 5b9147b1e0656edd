/** Tables of cases for a rule: registries with marks around what it has to find, and registries that it must be silent about. */
import { describe, expect, it } from 'vitest';
import type { Fix } from '../../../src/lint/finding.js';
import { lint } from '../../../src/lint/linter.js';
import type { Rule } from '../../../src/lint/rule.js';
import { parseRegistry } from '../../../src/registry/index.js';

export interface WrongCase {
  name: string;
  /** Text of a registry; each finding's span stands between « and », in the order of the findings. */
  registry: string;
  message?: string | RegExp;
  suggestion?: string;
  hint?: string | RegExp;
  /** The registry after every fix, where the rule has one. */
  fixed?: string;
}

export interface RightCase {
  name: string;
  registry: string;
}

export function ruleCases(
  rule: Rule,
  cases: { wrong: readonly WrongCase[]; right: readonly RightCase[] },
): void {
  describe(rule.id, () => {
    it.each(cases.wrong)('finds: $name', ({ registry: marked, message, suggestion, hint, fixed }) => {
      const { text, spans } = readMarks(marked);
      const findings = run(rule, text);
      expect(findings.map(({ span }) => span && text.slice(span.start, span.end))).toEqual(
        spans.map(({ start, end }) => text.slice(start, end)),
      );
      expect(findings.map(({ span }) => span)).toEqual(spans);
      for (const finding of findings) {
        expect(finding).toMatchObject({ rule: rule.id });
        if (message !== undefined) expect(finding.message).toMatch(message);
        if (hint !== undefined) expect(finding.hint).toMatch(hint);
        if (suggestion !== undefined) expect(finding.suggestion).toBe(suggestion);
      }
      if (fixed !== undefined) {
        expect(
          applied(
            text,
            findings.flatMap(({ fix }) => (fix ? [fix] : [])),
          ),
        ).toBe(fixed);
        expect(run(rule, fixed)).toEqual([]);
      }
    });

    it.each(cases.right)('is silent: $name', ({ registry }) => {
      expect(run(rule, registry)).toEqual([]);
    });
  });
}

/** A registry of one simple connector; `url` and `name` unless they are given. */
export const connector = (fields: object): string =>
  JSON.stringify({ connectors: [{ name: 'Under test', url: 'https://api.acme.io/x', ...fields }] }, null, 2);

/** A registry of one composite. */
export const composite = (...steps: object[]): string =>
  JSON.stringify(
    {
      composite_connectors: [
        {
          name: 'Under test',
          steps: steps.map((step, index) => ({
            name: `step-${index}`,
            url: 'https://api.acme.io/x',
            ...step,
          })),
        },
      ],
    },
    null,
    2,
  );

/** As `connector`, from JSON text behind `name` and `url`, so that marks can stand around keys and quotes. */
export const connectorText = (fields: string): string =>
  `{"connectors": [{"name": "Under test", "url": "https://api.acme.io/x", ${fields}}]}`;

/** As `composite`, from the JSON text of its steps. */
export const compositeText = (steps: string): string =>
  `{"composite_connectors": [{"name": "Under test", "steps": [${steps}]}]}`;

const run = (rule: Rule, text: string) =>
  lint(parseRegistry(text, 'registry.json'), {
    rules: [rule],
    severities: new Map([[rule.id, rule.severity === 'off' ? 'warning' : rule.severity]]),
  });

export function readMarks(marked: string): { text: string; spans: { start: number; end: number }[] } {
  const spans: { start: number; end: number }[] = [];
  let text = '';
  for (const piece of marked.split(/([«»])/)) {
    if (piece === '«') spans.push({ start: text.length, end: text.length });
    else if (piece === '»') {
      const open = spans.findLast(({ start, end }) => start === end);
      if (open) open.end = text.length;
    } else text += piece;
  }
  return { text, spans };
}

function applied(text: string, fixes: readonly Fix[]): string {
  const edits = fixes.flatMap((fix) => fix.edits).sort((a, b) => b.span.start - a.span.start);
  return edits.reduce(
    (result, { span, text: by }) => result.slice(0, span.start) + by + result.slice(span.end),
    text,
  );
}
