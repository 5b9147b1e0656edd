/** What holds for every rule. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rulesIndex } from '../../scripts/build-rules.mjs';
import { wrongExample } from '../../src/lint/explanation.js';
import { lint } from '../../src/lint/linter.js';
import { rules } from '../../src/lint/rules/index.js';
import { lintWidgetSource } from '../../src/lint/widgets/lint-source.js';
import { parseRegistry, type Registry } from '../../src/registry/index.js';
import { SourceFile } from '../../src/text/source.js';

it('the index names every file (npm run rules)', () => {
  const index = readFileSync(new URL('../../src/lint/rules/index.ts', import.meta.url), 'utf8');
  expect(index).toBe(rulesIndex());
});

/** Those about the configuration have tests of their own. */
const aboutRegistries = rules.filter(({ documentation }) => documentation.about === undefined);

describe.each(aboutRegistries.map((rule) => [rule.id, rule] as const))('%s', (_id, rule) => {
  const { why, wrong, right, registry: called } = rule.documentation;
  const options = { rules, severities: new Map([[rule.id, 'error']] as const) };
  const findings = (registry: Registry) => lint(registry, options);
  const inWidget = (text: string, registry: string) => {
    const read = parseRegistry(registry, 'registry.json');
    return [...findings(read), ...lintWidgetSource(new SourceFile('widget.js', text), read, options)];
  };

  it('has a summary and a reason in plain sentences', () => {
    expect(rule.summary).not.toMatch(/\.$/);
    expect(why).toMatch(/\.$/);
  });

  it('finds something in its wrong example, and no other rule does', () => {
    const found = called === undefined ? findings(wrongExample(rule)) : inWidget(wrong, called);
    expect([...new Set(found.map((finding) => finding.rule))]).toEqual([rule.id]);
  });

  it('has a right example in which no rule finds anything', () => {
    const read = parseRegistry(right, 'registry.json');
    expect(called === undefined ? findings(read) : inWidget(right, called)).toEqual([]);
  });
});
