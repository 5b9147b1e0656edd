/** Reports as the command makes them, of texts and rules that a test brings along. */
import { checkRegistry } from '../../../src/lint/check.js';
import { fixRegistry } from '../../../src/lint/fix.js';
import { within } from '../../../src/lint/place.js';
import { type LintReport, lintReport } from '../../../src/lint/report.js';
import type { ReporterStyle } from '../../../src/lint/reporters/index.js';
import type { Rule } from '../../../src/lint/rule.js';
import { lintSettings, type RuleLevel, type Silence } from '../../../src/lint/settings.js';
import { parseRegistry } from '../../../src/registry/index.js';

const documentation = {
  why: 'It is shouted.',
  wrong: '{"connectors":[{"name":"A","url":"https://api.acme.io/LOUD"}]}',
  right: '{"connectors":[{"name":"A","url":"https://api.acme.io/calm"}]}',
};

/** Finds LOUD in URLs, and makes it calm. */
export const loudUrl: Rule = {
  id: 'loud-url',
  severity: 'error',
  summary: 'A URL that shouts',
  documentation,
  visit: {
    request({ request: { url } }, report) {
      if (!url) return;
      for (const { index } of url.value.matchAll(/LOUD/g)) {
        const at = within(url, { start: index, end: index + 4 });
        report({
          at,
          message: 'the URL shouts `LOUD`',
          hint: 'Write it calmly.',
          suggestion: 'calm',
          ...(at.span ? { fix: { does: 'write `calm`', edits: [{ span: at.span, text: 'calm' }] } } : {}),
        });
      }
    },
  },
};

/** Finds names with a question mark. */
export const oddName: Rule = {
  id: 'odd-name',
  severity: 'warning',
  summary: 'A name that asks',
  documentation,
  visit: {
    connector({ nameField }, report) {
      const at = nameField?.value.indexOf('?') ?? -1;
      if (nameField && at >= 0) {
        report({ at: within(nameField, { start: at, end: at + 1 }), message: `${nameField.value} asks` });
      }
    },
  },
};

export interface ReportSource {
  files: Record<string, string>;
  rules?: readonly Rule[];
  levels?: [string, RuleLevel][];
  silences?: Silence[];
  fix?: boolean;
}

export function reportOf({
  files,
  rules = [loudUrl, oddName],
  levels = [],
  silences = [],
  fix = false,
}: ReportSource): LintReport {
  const settings = lintSettings(rules, levels, silences);
  const read = Object.entries(files).map(([path, text]) => parseRegistry(text, path));
  const fixed = fix ? read.map((registry) => fixRegistry(registry, settings)) : null;
  return lintReport({
    checked: (fixed?.map(({ registry }) => registry) ?? read).map((each) => checkRegistry(each, settings)),
    fixed: fixed?.flatMap(({ applied }) => applied) ?? null,
    settings,
    duration_ms: 12.3,
  });
}

export const style = (changes: Partial<ReporterStyle> = {}): ReporterStyle => ({
  width: 80,
  color: false,
  mask: (text) => text,
  quiet: false,
  fromRoot: (file) => file,
  ...changes,
});
