import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRegistry } from '../../src/registry/index.js';

/** Every problem as `code line:column`. */
function problems(text: string): string[] {
  const registry = parseRegistry(text, 'connectors_registry.json');
  return registry.problems.map(({ code, span }) => {
    const { line, column } = registry.file.positionAt(span?.start ?? 0);
    return `${code} ${line}:${column}`;
  });
}

const connector = '{"name": "A", "url": "https://a.example"}';

describe('JSON syntax', () => {
  it.each([
    ['a trailing comma in an array', `{"connectors": [\n${connector},\n]}`, ['trailing-comma 2:42']],
    ['a trailing comma in an object', '{"connectors": [],\n}', ['trailing-comma 1:18']],
    ['a comment to the end of the line', '{ // all of them\n"connectors": []}', ['comment 1:3']],
    ['a block comment', '{"connectors": /* none */ []}', ['comment 1:16']],
    ['a comment that is never closed', '{"connectors": []} /* end', ['comment 1:20', 'unclosed 1:20']],
    ['single quotes', "{'connectors': []}", ['single-quotes 1:2']],
    ['a key without quotes', '{connectors: []}', ['unquoted-key 1:2']],
    [
      'a missing comma',
      `{"connectors": [${connector}\n${connector.replace('A', 'B')}]}`,
      ['missing-comma 2:1'],
    ],
    [
      'a missing comma between members',
      '{"connectors": []\n "composite_connectors": []}',
      ['missing-comma 2:2'],
    ],
    ['a missing colon', '{"connectors" []}', ['missing-colon 1:15']],
    ['a missing value', '{"connectors": }', ['missing-value 1:16']],
    ['two commas', '{"connectors": [,]}', ['missing-value 1:17']],
    ['Python words', '{"connectors": [], "composite_connectors": None}', ['not-json-value 1:44']],
    ['a string over two lines', '{"connectors": [{"name": "A\n"}]}', ['unterminated-string 1:28']],
    [
      'a string over three lines',
      '{"connectors": [{"name": "A\r\nb\\"\nc", "url": "https://a"}]}',
      ['unterminated-string 1:28'],
    ],
    [
      'a string without its closing quote',
      '{"connectors": [{"name": "A,\n"url": "https://a"}]}',
      ['unterminated-string 1:26'],
    ],
    ['a quote that is not escaped', '{"connectors": [{"name": "say "hi" now"}]}', ['unexpected-text 1:32']],
    ['a bad escape', `{"connectors": [{"name": "A\\d", "url": "https://a"}]}`, ['bad-escape 1:28']],
    [
      'a tab in a string',
      `{"connectors": [{"name": "A\tB", "url": "https://a"}]}`,
      ['control-character 1:28'],
    ],
    ['the end missing', '{"connectors": [\n', ['unclosed 2:1']],
    ['the wrong bracket', '{"connectors": [}\n', ['mismatched-bracket 1:17']],
    ['text after the end', '{"connectors": []} {}', ['extra-text 1:20']],
    ['nothing', ' \n', ['empty-file 2:1']],
    ['no text at all', '', ['empty-file 1:1']],
    ['YAML', 'connectors:\n  - name: A\n', ['unexpected-text 1:1']],
    ['a byte order mark', '\uFEFF{"connectors": []}', ['byte-order-mark 1:1']],
    ['a leading zero', '{"connectors": [], "x": 01}', ['unknown-field 1:20', 'bad-number 1:25']],
    ['the same key twice', '{"connectors": [],\n "connectors": []}', ['duplicate-key 2:2']],
  ])('names %s and its place', (_, text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  it('blames nothing on the text behind a guess', () => {
    const text = `{"connectors": [${connector}, {"name": "B" oops: }, {"nome": "C"}]}`;
    expect(problems(text)).toEqual(['unexpected-text 1:73']);
  });

  it('still reports every clean fault and what is inside', () => {
    const text = `{\n  // first\n  "connectors": [\n    {"name": "A", "url": null,},\n  ],\n}`;
    expect(problems(text)).toEqual([
      'comment 2:3',
      'null-value 4:26',
      'trailing-comma 4:30',
      'trailing-comma 4:32',
      'trailing-comma 5:4',
    ]);
  });

  it('says in words what to do', () => {
    const [problem] = parseRegistry('{"$schema": "x\ny"}', 'x').problems;
    expect(problem?.message).toContain('a line break inside a string is written \\n');
  });
});

describe('broken input', () => {
  it('is modelled as far as it goes', () => {
    const registry = parseRegistry(`{"connectors": [${connector}, {"name": "B", "url": "https://b`, 'x');
    expect(registry.connectors.map(({ name, url }) => [name, url?.value])).toEqual([
      ['A', 'https://a.example'],
      ['B', 'https://b'],
    ]);
    expect(problems(registry.file.text)).toEqual(['unterminated-string 1:81']);
  });

  it('takes the last of repeated keys, as the platform does', () => {
    const registry = parseRegistry(
      '{"connectors": [{"name": "A", "url": 1, "url": "https://first", "url": "https://last"}]}',
      'x',
    );
    expect(registry.connectors[0]?.url?.value).toBe('https://last');
    expect(registry.problems.map(({ code }) => code)).toEqual(['duplicate-key', 'duplicate-key']);
  });

  it.each(['[', '{"a":', '[{"connectors":'])('survives 100,000 times %s', (piece) => {
    const codes = parseRegistry(piece.repeat(100_000), 'x').problems.map(({ code }) => code);
    expect(codes).toContain('too-deep');
  });

  it('survives 10,000 levels that are closed again', () => {
    const text = `{"connectors": [{"name": "A", "url": "https://a", "authentication": {"type": "jwt", "config": {"private_key": "k", "claims": {"deep": ${'['.repeat(10_000)}${']'.repeat(10_000)}}}}}]}`;
    const registry = parseRegistry(text, 'x');
    expect(registry.problems.map(({ code }) => code)).toEqual(['too-deep']);
    expect(registry.connectors).toHaveLength(1);
  });

  it('stops listing at ten thousand problems', () => {
    const { problems } = parseRegistry(`{"connectors": [${'1,'.repeat(50_000)}1]}`, 'x');
    expect(problems).toHaveLength(10_001);
    expect(problems.at(-1)?.code).toBe('too-many-problems');
  });

  it('never throws, whatever the text', () => {
    const pieces = fc.constantFrom(
      ...[
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '"',
        "'",
        '\\',
        '\n',
        ' ',
        '//',
        '/*',
        '1',
        '-',
        'true',
        'null',
        'None',
        'é',
      ],
      ...[
        '"connectors"',
        '"name"',
        '"url"',
        '"steps"',
        '"__proto__"',
        '"authentication"',
        '"config"',
        '"key"',
        '\0',
      ],
    );
    const text = fc.oneof(
      fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary', maxLength: 40 }),
    );
    fc.assert(
      fc.property(text, (broken) => {
        const registry = parseRegistry(broken, 'x');
        let isJson = true;
        try {
          JSON.parse(broken);
        } catch {
          isJson = false;
        }
        const syntax = registry.problems.filter(
          ({ pointer, severity }) => pointer === '' && severity === 'error',
        );
        if (!isJson) expect(syntax.length).toBeGreaterThan(0);
      }),
      { numRuns: 2000 },
    );
  });

  it('finds no syntax error in any valid JSON', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 2, '\t'), (json, indent) => {
        const text = JSON.stringify(JSON.parse(json), null, indent);
        const codes = parseRegistry(`{"connectors": [], "x": ${text}}`, 'x').problems.map(({ code }) => code);
        expect(codes.filter((code) => code !== 'duplicate-key')).toEqual(['unknown-field']);
      }),
    );
  });
});
