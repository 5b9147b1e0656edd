import { describe, expect, it } from 'vitest';
import { Environment, OutputTrace, parseJson, sourceOffset, TemplateError } from '../../src/jinja/index.js';
import { casesOf, topics } from './support/golden.js';

const environment = new Environment({ autoescape: true });

function traced(source: string, context: Record<string, unknown> = {}) {
  const trace = new OutputTrace();
  const text = environment.fromString(source).render(context, { trace });
  const pieces = [...trace.pieces()].map(({ kind, span, start, end }) => [
    kind,
    source.slice(span.start, span.end),
    text.slice(start, end),
  ]);
  return { text, trace, pieces };
}

describe('a trace', () => {
  it('names the text and the expressions that printed each piece, folded ones too', () => {
    const { pieces } = traced("a{{ x }}b{{ 1 + 1 }}{{ 'c' }}", { x: 'X' });
    expect(pieces).toEqual([
      ['text', 'a', 'a'],
      ['expression', 'x', 'X'],
      ['text', 'b', 'b'],
      ['expression', '1 + 1', '2'],
      ['expression', "'c'", 'c'],
    ]);
  });

  it('names an expression with its parentheses', () => {
    const { pieces } = traced('{{ (1 + 1).real }}{{- ( (2) ) }}{{(3)}}{% print (4) %}');
    expect(pieces.map(([, place]) => place)).toEqual(['(1 + 1).real', '( (2) )', '(3)', '(4)']);
  });

  it('has the places that printed nothing', () => {
    const { trace } = traced('[{{ gone }}, {{ "" }}]');
    expect([...trace.emptyBetween(0, 1)].map(({ start }) => start)).toEqual([1]);
    expect([...trace.emptyBetween(2, 4)].map(({ start }) => start)).toEqual([3]);
    expect([...trace.emptyBetween(2, 2)]).toEqual([]);
  });

  it('goes through loops, branches and with', () => {
    const { pieces } = traced(
      '{% for i in [1, 2] %}{% if i > 1 %}<{% endif %}{% with j = i %}{{ j }}{% endwith %}{% endfor %}',
    );
    expect(pieces).toEqual([
      ['expression', 'j', '1'],
      ['text', '<', '<'],
      ['expression', 'j', '2'],
    ]);
  });

  it.each([
    ['{% macro m(x) %}[{{ x }}]{% endmacro %}{{ m(1) }}', 'expression', 'm(1)', '[1]'],
    ['{% set b %}x{{ 1 }}{% endset %}{{ b }}', 'expression', 'b', 'x1'],
    ['{% filter upper %}a{{ "b" }}{% endfilter %}', 'tag', 'upper', 'AB'],
    ['{% macro m() %}<{{ caller() }}>{% endmacro %}{% call m() %}x{% endcall %}', 'tag', 'm()', '<x>'],
    ['{% block title %}x{{ 1 }}{% endblock %}', 'tag', 'title', 'x1'],
    ['{% for i in [[], []] recursive %}.{{ loop(i) }}{% endfor %}', 'tag', '[[], []]', '..'],
  ])('gives what is captured to the place that prints it: %s', (source, kind, place, text) => {
    expect(traced(source).pieces).toEqual([[kind, place, text]]);
  });

  it('finds the piece of an offset', () => {
    const { trace, text } = traced('ab{{ gone }}{{ x }}{{ gone }}c', { x: 'XY' });
    const at = (offset: number) => trace.pieceAt(offset)?.span.start;
    expect(text).toBe('abXYc');
    expect([0, 1, 2, 3, 4, 5, 99].map(at)).toEqual([0, 0, 15, 15, 29, 29, 29]);
  });

  it('maps literal text to its offset in the source, across line breaks of two characters', () => {
    const source = '{%- if 1 -%}\r\n {"a": 1,\r\n}{% endif %}';
    const { trace, text } = traced(source);
    const offset = text.indexOf('}');
    const piece = trace.pieceAt(offset);
    expect(piece && source[sourceOffset(source, piece, offset)]).toBe('}');
  });

  it('tells what autoescape changed, and not what is safe or has nothing to escape', () => {
    const source = '{{ a }}{{ b | safe }}{{ c }}{{ "<" }}{{ d }}{{ "x&amp;y" | safe }}';
    const { trace } = traced(source, { a: 'A & B', b: 'A & B', c: 'plain', d: parseJson('{"k": 1}') });
    expect(trace.escaped.map(({ span, text }) => [source.slice(span.start, span.end), text])).toEqual([
      ['a', 'A &amp; B'],
      ['"<"', '&lt;'],
      ['d', '{&#39;k&#39;: 1}'],
    ]);
  });

  it('tells what was escaped inside a macro or a capture', () => {
    const source = '{% macro m(x) %}{{ x }}{% endmacro %}{{ m("<") }}{% set b %}{{ "&" }}{% endset %}{{ b }}';
    expect(traced(source).trace.escaped.map(({ text }) => text)).toEqual(['&lt;', '&amp;']);
  });

  it('has what was printed before a failure', () => {
    const trace = new OutputTrace();
    expect(() => environment.fromString('a{{ gone.x }}').render({}, { trace })).toThrow();
    expect([...trace.pieces()].map(({ kind }) => kind)).toEqual(['text']);
  });
});

describe('the golden corpus, traced', () => {
  it.each(topics)('%s prints the same, and every character has its place', (topic) => {
    for (const { template, context } of casesOf(topic)) {
      if (/random|lorem|shuffle/.test(template)) continue;
      const trace = new OutputTrace();
      const render = (options: { trace?: OutputTrace }) => {
        try {
          return environment.fromString(template).render(parseJson(context ?? '{}') as never, options);
        } catch (error) {
          if (error instanceof TemplateError)
            return `${error.kind}: ${error.message} at ${error.line}:${error.column}`;
          throw error;
        }
      };
      const plain = render({});
      const got = render({ trace });
      expect(got, template).toBe(plain);
      let end = 0;
      for (const piece of trace.pieces()) {
        expect(piece.start, template).toBe(end);
        end = piece.end;
      }
      if (!/^(syntax|undefined|runtime): .* at \d+:\d+$/s.test(plain))
        expect(end, template).toBe(plain.length);
    }
  });
});
