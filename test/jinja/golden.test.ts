import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { deliberate } from './support/deliberate.js';
import { type Answer, answer, casesOf, differences, type GoldenCase, topics } from './support/golden.js';

const SHOWN = 5;
/** Errors whose line is the offending token's where Jinja2 names the statement's; `UPDATE=1` writes the file anew. */
const linesFile = new URL('golden/lines.json', import.meta.url);
const lines: Record<string, number> = JSON.parse(readFileSync(linesFile, 'utf8'));
const update = process.env.UPDATE === '1';
const updated: Record<string, number> = {};

describe('the golden corpus', () => {
  it('has thousands of cases', () => {
    const sizes = topics.map((topic) => casesOf(topic).length);
    expect(sizes.reduce((total, size) => total + size, 0)).toBeGreaterThan(3000);
  });

  it.each(topics)('%s equals Jinja2', (topic) => {
    const faults: string[] = [];
    let count = 0;
    for (const one of casesOf(topic)) {
      const got = answer(one);
      if (agrees(`${topic}/${one.id}`, one, got)) continue;
      count += 1;
      if (count <= SHOWN) faults.push(report(one, got));
    }
    expect(count === 0 ? '' : `${count} cases differ, first:\n\n${faults.join('\n\n')}`).toBe('');
  });

  afterAll(() => {
    if (update) writeFileSync(linesFile, `${JSON.stringify(updated, null, 1)}\n`);
  });
});

function agrees(id: string, expected: GoldenCase, got: Answer): boolean {
  const found = differences(expected, got);
  if (found.length === 0) return !(id in lines) || update;
  if (deliberate(expected, got)) return true;
  if (found.length > 1 || found[0] !== 'line' || !got.error) return false;
  if (update) updated[id] = got.error.line as number;
  return update || lines[id] === got.error.line;
}

function report({ id, template, context, ...expected }: GoldenCase, got: Answer): string {
  const shown = ({ output, error }: Answer) =>
    error ? `${error.class} (line ${error.line}): ${error.message}` : JSON.stringify(output);
  return [
    `${id}: ${JSON.stringify(template)}`,
    `  context: ${context ?? '{}'}`,
    `  Jinja2:  ${shown(expected)}`,
    `  ours:    ${shown(got)}`,
  ].join('\n');
}
