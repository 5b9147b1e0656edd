import { expect, it } from 'vitest';
import { interned } from '../../src/lint/analysis/interned.js';

it('computes a text once as long as there is room, and forgets the oldest first', () => {
  const computed: string[] = [];
  const length = interned((text: string) => computed.push(text), 48);
  for (const text of ['aaa', 'bbb', 'aaa']) length(text);
  expect(computed).toEqual(['aaa', 'bbb']);
  for (let at = 100; at < 120; at += 1) length(String(at));
  length('aaa');
  expect(computed.at(-1)).toBe('aaa');
});

it('drops what nobody needs, and keeps it once it comes again', () => {
  const computed: string[] = [];
  const length = interned((text: string) => computed.push(text), 1000);
  length('a');
  length.drop('a');
  length('a');
  length.drop('a');
  length('a');
  expect(computed).toEqual(['a', 'a']);
});
