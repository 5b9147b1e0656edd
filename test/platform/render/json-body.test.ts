import { describe, expect, it } from 'vitest';
import { Bytes, OutputTrace, parseJson } from '../../../src/jinja/index.js';
import { platformEnvironment } from '../../../src/platform/environment.js';
import { findEscaped, findJsonFault } from '../../../src/platform/render/json-body.js';
import { isJsonType } from '../../../src/text/json.js';

const context = parseJson(
  JSON.stringify({
    b: {
      title: 'Say "hi" & go',
      lines: 'a\nb',
      path: 'C:\\dir',
      end: 'x\\',
      none: null,
      list: [1],
      word: 'plain',
    },
    quoted: 'say "hi"',
  }),
) as never;

function traced(source: string) {
  const trace = new OutputTrace();
  const text = platformEnvironment().fromString(source).render(context, { trace });
  return { source, text, trace };
}

/** What is blamed, in the template's own words, and the advice. */
function blame(source: string) {
  const fault = findJsonFault(traced(source));
  if (!fault) return null;
  return {
    at: fault.span && source.slice(fault.span.start, fault.span.end),
    message: fault.message,
    hint: fault.hint,
  };
}

describe('content types that say JSON', () => {
  it.each([
    'application/json',
    'Application/JSON; charset=utf-8',
    'application/problem+json',
    ' application/json ;x=y',
  ])('%s', (value) => expect(isJsonType(value)).toBe(true));
  it.each([
    'text/plain',
    'application/jsonp',
    'application/x-www-form-urlencoded',
    'text/html; x=application/json',
    '',
  ])('not %s', (value) => expect(isJsonType(value)).toBe(false));
});

describe('a body that is not JSON', () => {
  it('is fine where it is', () => {
    expect(blame('{"a": {{ b.title | tojson }}, "n": 12345678901234567890}')).toBeNull();
  });

  it.each([
    [
      '{"a": "{{ quoted | safe }}"}',
      'quoted | safe',
      'prints a double quote inside a JSON string',
      '`{{ quoted | tojson }}`, without quotes',
    ],
    [
      '{"a": "{{ b.lines }}"}',
      'b.lines',
      'prints a line break inside a JSON string',
      '`{{ b.lines | tojson }}`, without quotes',
    ],
    [
      '{"a": "Hello {{ b.lines }}!"}',
      'b.lines',
      'prints a line break',
      'Make the whole string in one expression',
    ],
    ['{"a": "{{ b.path }}"}', 'b.path', 'prints a lone backslash', '`{{ b.path | tojson }}`'],
    ['{"a": "{{ b.end }}"}', 'b.end', 'prints a backslash at its end', '`{{ b.end | tojson }}`'],
    [
      '{"a": "{{ b.word | tojson }}"}',
      'b.word | tojson',
      'prints a double quote',
      'writes the quotes itself',
    ],
    [
      '{"a": {{ b.gone }} }',
      'b.gone',
      'prints nothing where JSON wants a value',
      '`{{ b.gone | default(none) | tojson }}`',
    ],
    ['[1, {{ b.gone }}]', 'b.gone', 'prints nothing', 'Check what it reads'],
    ['[1{{ "," if b.gone }} 2]', '"," if b.gone', 'prints nothing where JSON wants a comma', ''],
    ['{{ b.gone }}', 'b.gone', 'prints nothing where JSON wants a value', ''],
    [
      '{"a": {{ b.none }} }',
      'b.none',
      'prints `None`, which is not JSON there: JSON has no None; write null',
      '`{{ b.none | tojson }}`',
    ],
    ['{"a": {{ b.word }} }', 'b.word', 'prints `plain`', '`{{ b.word | tojson }}`'],
    ['{"a": {{ b.word ~ "!" }} }', 'b.word ~ "!"', 'prints `plain!`', '`{{ (b.word ~ "!") | tojson }}`'],
    ['{"a": {{ {"k": 1} }} }', '{"k": 1}', 'prints `{&#39;k&#39;: 1}`', 'Autoescape made `&#39;`'],
    ['{"a": {{ 1 }}{{ 2 }}{{ nope }} }{{ "" }}x', 'x', 'more text follows', ''],
    ['{"a": 1 {{ sep }} "b": 2}', 'sep', 'wants a comma', 'Write the comma into the template'],
    ['{"a": {% filter upper %}true{% endfilter %}}', 'upper', 'prints `TRUE`', 'what the block prints'],
    ['{"a": {{ 1e400 }}}', '1e400', 'prints `inf`', 'neither infinity nor NaN'],
    ['{% macro m() %}{"a": oops}{% endmacro %}{{ m() }}', 'oops', '`{{ m() }}` prints', 'one string'],
    ['{% set b %}{"a": 1,}{% endset %}{{ b }}', ',', '`{{ b }}` prints', 'one string'],
    ['{"a": 1,}', ',', 'a comma stands before the end of the object', 'strict JSON'],
    ['{"a": 1, // note\n "b": 2}', '// note', 'JSON has no comments', ''],
    ["{'a': {{ 1 }} }", "'a'", 'not in single quotes', ''],
    ['{"n": NaN}', 'NaN', 'JSON has no NaN', ''],
    ['[{% for i in [1, 2] %}{{ i }},{% endfor %}]', ',', 'a comma stands before the end of the array', ''],
  ])('%s', (source, at, message, hint) => {
    const found = blame(source);
    expect(found?.at).toBe(at);
    expect(found?.message).toContain(message);
    expect(found?.hint).toContain(hint);
  });

  it('blames literal text at its own offset, far from its beginning', () => {
    const source = '{{ "" }}{"list": [{{ b.list | join }}],\n  "last": 1,\n}';
    const span = findJsonFault(traced(source))?.span;
    expect(span).toEqual({ start: source.lastIndexOf(','), end: source.lastIndexOf(',') + 1 });
  });

  it('blames no expression that prints nothing for a bracket that is missing', () => {
    const found = blame('{"l": {{ [] }}, "s": {{ "x"|tojson }} {{ "" }}');
    expect(found?.message).toContain('is not closed');
    expect(found?.message).not.toContain('prints nothing');
  });

  it('names the end where a bracket is not closed', () => {
    const found = blame('{"a": {{ 1 }}');
    expect(found?.message).toContain("the '{' of line 1, column 1 is not closed");
  });

  it('says how to forward a payload', () => {
    const source = '{{ body_text }}';
    const trace = new OutputTrace();
    const text = platformEnvironment().fromString(source).render({ body_text: '{"a": 1}' }, { trace });
    expect(findJsonFault({ source, text, trace })?.hint).toContain('Leave `request_body` blank');
  });

  it('says what to write instead of bytes', () => {
    const source = '{{ body_raw }}';
    const trace = new OutputTrace();
    const body_raw = new Bytes(new TextEncoder().encode('{"a": 1}'));
    const text = platformEnvironment().fromString(source).render({ body_raw }, { trace });
    expect(findJsonFault({ source, text, trace })?.hint).toContain('Leave `request_body` blank');
  });

  it('does not quote long output, of which a mask could miss the beginning', () => {
    const source = `{{ "${'x'.repeat(100)}" }}`;
    expect(blame(source)?.message).toContain('prints text, which');
  });
});

describe('HTML escapes in a JSON body', () => {
  it('names each expression whose text autoescape changed', () => {
    const source = '{"t": "{{ b.title }}", "w": "{{ b.word }}", "j": {{ b.title | tojson }}}';
    const output = traced(source);
    expect(findJsonFault(output)).toBeNull();
    expect(findEscaped(output)).toMatchObject([
      {
        message: '`{{ b.title }}` goes out HTML-escaped: `Say &#34;hi&#34; &amp; go`',
        hint: 'Write `{{ b.title | tojson }}`, without quotes around it: JSON needs no HTML escapes.',
      },
    ]);
  });

  it('finds it inside a macro, and not where the text was not used', () => {
    const inMacro = '{% macro m(x) %}"{{ x }}"{% endmacro %}{"a": {{ m(b.title) }}}';
    expect(findEscaped(traced(inMacro))).toHaveLength(1);
    const unused = '{% set x %}{{ b.title }}{% endset %}{"a": 1}';
    expect(findEscaped(traced(unused))).toEqual([]);
  });
});
