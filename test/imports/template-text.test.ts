import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { literalTemplate, templateOf } from '../../src/imports/template-text.js';
import { Environment } from '../../src/jinja/index.js';

const environment = new Environment({ autoescape: true });
const printed = (template: string): string => environment.fromString(template).render({ x: 'X' });

describe('a template that prints a text exactly', () => {
  it.each([
    ['plain text stays as it is', '{"a": {"b": 1}}', '{"a": {"b": 1}}'],
    ['a tag becomes a string', 'Hi {{ name }}', "Hi {{ '{{' }} name }}"],
    ['a carriage return is kept', 'a\r\nb', "a{{ '\\r' }}\nb"],
    ['a last line feed is kept', 'a\n', 'a\n\n'],
  ])('%s', (_, text, template) => {
    expect(literalTemplate(text)).toBe(template);
    expect(printed(template)).toBe(text);
  });

  it('keeps a brace before an expression apart from it', () => {
    const template = templateOf(['{"a":{', { expression: 'x' }, '}']);
    expect(printed(template)).toBe('{"a":{X}');
  });

  it('holds for any text', () => {
    const mark = fc.constantFrom('{', '}', '%', '#', '\r', '\n', "'", '\\', '-', ' ', '&', '<', 'ä');
    fc.assert(
      fc.property(fc.array(fc.string({ unit: mark, maxLength: 9 }), { maxLength: 4 }), (texts) => {
        const pieces = texts.flatMap((text) => [text, { expression: 'x' }]);
        expect(printed(templateOf(pieces))).toBe(texts.map((text) => `${text}X`).join(''));
        expect(printed(literalTemplate(texts.join('')))).toBe(texts.join(''));
      }),
      { numRuns: 3000 },
    );
  });
});
