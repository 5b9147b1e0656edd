import { describe, expect, it } from 'vitest';
import { tell } from '../../src/cli/tell.js';

const note = `note: ${'the promise in a widget rejects '.repeat(3)}${'x'.repeat(60)} without`;

function told(stream: { isTTY?: boolean; columns?: number }): string {
  const written: string[] = [];
  tell([note, 'Nothing was written.'], { ...stream, write: (text) => written.push(text) > 0 });
  return written.join('');
}

describe('notes beside a result', () => {
  it('break at spaces on a terminal, and keep long words whole', () => {
    const lines = told({ isTTY: true, columns: 50 }).trimEnd().split('\n');
    expect(lines.filter((line) => line.length > 50)).toEqual([`  ${'x'.repeat(60)}`]);
    expect(lines.map((line) => line.trim()).join(' ')).toBe(`${note} Nothing was written.`);
    expect(lines[0]).toMatch(/^note: the promise/);
  });

  it('are a line each in a pipe', () => {
    expect(told({})).toBe(`${note}\nNothing was written.\n`);
  });
});
