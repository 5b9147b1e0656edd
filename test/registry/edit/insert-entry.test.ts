import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EntryList, type EntryObject, insertEntry } from '../../../src/registry/edit/insert-entry.js';
import { SourceFile } from '../../../src/text/source.js';
import { UserError } from '../../../src/text/user-error.js';

const entry: EntryObject = {
  name: 'New "é"',
  headers: [{ key: 'Accept', value: 'application/json' }],
  query_parameters: [],
};

const insert = (text: string, list: EntryList = 'connectors', value = entry) =>
  insertEntry(new SourceFile('registry.json', text), list, value);

/** Lines of a file, and where `+` stands at the beginning, the ones that are expected to be new. */
function expectAdded(marked: readonly string[], list: EntryList = 'connectors', lineEnd = '\n'): void {
  const before = marked.filter((line) => !line.startsWith('+')).map((line) => line.slice(1));
  const after = marked.filter((line) => !line.startsWith('-')).map((line) => line.slice(1));
  expect(insert(before.join(lineEnd), list).text).toBe(after.join(lineEnd));
}

const twoSpaces = [
  ' {',
  '   "connectors": [',
  '     {',
  '       "name": "A"',
  '-    }',
  '+    },',
  '+    {',
  '+      "name": "New \\"é\\"",',
  '+      "headers": [',
  '+        {',
  '+          "key": "Accept",',
  '+          "value": "application/json"',
  '+        }',
  '+      ],',
  '+      "query_parameters": []',
  '+    }',
  '   ]',
  ' }',
  ' ',
];

describe('a list with entries', () => {
  it('gets the entry at its end, with a comma before it', () => expectAdded(twoSpaces));

  it('keeps CRLF', () => expectAdded(twoSpaces, 'connectors', '\r\n'));

  it('keeps a file without a final line end', () => expectAdded(twoSpaces.slice(0, -1)));

  it.each(['    ', '\t', '   ', ''])('keeps an indentation of %j', (unit) => {
    const indented = twoSpaces.map((line) =>
      line.replace(/^(.)( *)/, (_, mark: string, spaces: string) => mark + unit.repeat(spaces.length / 2)),
    );
    if (unit !== '') expectAdded(indented);
    else
      expect(JSON.parse(insert('{"connectors": [\n{\n"name": "A"\n}\n]}').text).connectors).toHaveLength(2);
  });

  it('keeps a byte order mark', () => {
    const { text, span } = insert(`\ufeff{"connectors":[{"name":"A"}]}`, 'connectors', { name: 'B' });
    expect(text).toBe(`\ufeff{"connectors":[{"name":"A"},{"name":"B"}]}`);
    expect(text.slice(span.start, span.end)).toBe('{"name":"B"}');
  });

  it('writes an entry on one line where the others are', () =>
    expectAdded([
      ' {',
      '   "connectors": [',
      '     { "name": "A", "url": "https://api.acme.io/a" },',
      '-    { "name": "B", "url": "https://api.acme.io/b" }',
      '+    { "name": "B", "url": "https://api.acme.io/b" },',
      '+    { "name": "New \\"é\\"", "headers": [{ "key": "Accept", "value": "application/json" }], "query_parameters": [] }',
      '   ]',
      ' }',
    ]));

  it('writes rows on one line where the others are', () =>
    expectAdded([
      ' {',
      '   "connectors": [',
      '     {',
      '       "name": "A",',
      '       "headers": [{ "key": "X", "value": "1" }]',
      '-    }',
      '+    },',
      '+    {',
      '+      "name": "New \\"é\\"",',
      '+      "headers": [{ "key": "Accept", "value": "application/json" }],',
      '+      "query_parameters": []',
      '+    }',
      '   ]',
      ' }',
    ]));

  it('follows entries that begin on the line where the one before ends', () =>
    expectAdded([
      ' {',
      '   "connectors": [{',
      '     "name": "A"',
      '   }, {',
      '     "name": "B"',
      '-  }]',
      '+  }, {',
      '+    "name": "New \\"é\\"",',
      '+    "headers": [',
      '+      {',
      '+        "key": "Accept",',
      '+        "value": "application/json"',
      '+      }',
      '+    ],',
      '+    "query_parameters": []',
      '+  }]',
      ' }',
    ]));

  it.each([
    ['{"connectors":[{"name":"A"}]}', '{"connectors":[{"name":"A"},{"name":"N","n":[1,{}]}]}'],
    [
      '{ "connectors": [ { "name": "A" }, { "name": "B" } ] }\n',
      '{ "connectors": [ { "name": "A" }, { "name": "B" }, { "name": "N", "n": [ 1, {} ] } ] }\n',
    ],
    ['{"connectors" : [{"name" : "A"}]}', '{"connectors" : [{"name" : "A"}, {"name" : "N", "n" : [1, {}]}]}'],
  ])('stays on one line: %s', (before, after) => {
    expect(insert(before, 'connectors', { name: 'N', n: [1, {}] }).text).toBe(after);
  });

  it('keeps the white space, odd numbers and escapes of others', () => {
    const before =
      '{\n  "x": 1.0,\n  "connectors": [ \n    {"name": "\\u0041\\/", "n": 12345678901234567890 }   \n  ] \n}  \n\n';
    const { text } = insert(before, 'connectors', { name: 'B' });
    expect(text).toBe(before.replace('7890 }', '7890 },\n    {"name": "B"}'));
  });
});

describe('a list without entries', () => {
  const added = [
    '+    {',
    '+      "name": "New \\"é\\"",',
    '+      "headers": [',
    '+        {',
    '+          "key": "Accept",',
    '+          "value": "application/json"',
    '+        }',
    '+      ],',
    '+      "query_parameters": []',
    '+    }',
  ];

  it.each(['[]', '[ ]', '[   ]'])('opens %s', (empty) =>
    expectAdded([
      ' {',
      `-  "connectors": ${empty},`,
      '+  "connectors": [',
      ...added,
      '+  ],',
      '   "composite_connectors": []',
      ' }',
    ]),
  );

  it('fills one that is open already', () =>
    expectAdded([' {', '   "connectors": [', ...added, '   ]', ' }']));

  it('is written like the other list where entries stand on one line', () => {
    const { text } = insert('{\n  "connectors": [\n    {"name":"A"}\n  ]\n}\n', 'composite_connectors', {
      name: 'B',
    });
    expect(text).toBe(
      '{\n  "connectors": [\n    {"name":"A"}\n  ],\n  "composite_connectors": [\n    {"name":"B"}\n  ]\n}\n',
    );
  });

  it('is laid out like the entries of the other list', () =>
    expectAdded(
      [
        ' {',
        '\t"connectors": [',
        '\t\t{ "name": "A" }',
        '\t],'.replace('\t', ' \t'),
        '-\t"composite_connectors": []',
        '+\t"composite_connectors": [',
        '+\t\t{ "name": "New \\"é\\"", "headers": [{ "key": "Accept", "value": "application/json" }], "query_parameters": [] }',
        '+\t]',
        ' }',
      ].map((line) => (line.startsWith('\t') ? ` ${line}` : line)),
      'composite_connectors',
    ));

  it.each([
    ['{}', '{\n  "connectors": [\n    {\n      "name": "B"\n    }\n  ]\n}'],
    ['{\n}\n', '{\n  "connectors": [\n    {\n      "name": "B"\n    }\n  ]\n}\n'],
    ['{\r\n}\r\n', '{\r\n  "connectors": [\r\n    {\r\n      "name": "B"\r\n    }\r\n  ]\r\n}\r\n'],
    ['{"connectors":[]}', '{"connectors":[\n  {\n    "name":"B"\n  }\n]}'],
    [
      '{\n    "other": 1\n}',
      '{\n    "other": 1,\n    "connectors": [\n        {\n            "name": "B"\n        }\n    ]\n}',
    ],
    [
      '{"composite_connectors":[{"name":"A"}]}',
      '{"composite_connectors":[{"name":"A"}],"connectors":[{"name":"B"}]}',
    ],
    [
      '{"composite_connectors":[{"name":"A"}],"connectors":[]}',
      '{"composite_connectors":[{"name":"A"}],"connectors":[{"name":"B"}]}',
    ],
  ])('is made or opened in %j', (before, after) => {
    expect(insert(before, 'connectors', { name: 'B' }).text).toBe(after);
  });
});

describe('what is refused', () => {
  it.each([
    ['{"connectors": [}', 'registry-mismatched-bracket', 1, 17],
    ['{\n  "connectors": [{"name": "A"},]\n}', 'registry-trailing-comma', 2, 31],
    ['', 'registry-empty-file', 1, 1],
    ['[]', 'registry-not-an-object', 1, 1],
    ['{"connectors": {}}', 'registry-wrong-type', 1, 16],
    ['{"connectors": null}', 'registry-wrong-type', 1, 16],
    ['{"connectors": [],\n "connectors": []}', 'registry-duplicate-key', 2, 2],
    ['{ // why\n}', 'registry-comment', 1, 3],
  ])('%j', (text, code, line, column) => {
    const refused = (() => {
      try {
        return insert(text);
      } catch (error) {
        return error;
      }
    })();
    expect(refused).toBeInstanceOf(UserError);
    expect(refused).toMatchObject({ code, file: 'registry.json', line, column });
  });
});

describe('any registry in any layout', () => {
  const entryOf = fc.record({
    name: fc.string({ unit: 'grapheme' }),
    headers: fc.array(fc.record({ key: fc.string(), value: fc.string() }), { maxLength: 2 }),
  });
  const registries = fc.record(
    {
      connectors: fc.array(entryOf, { maxLength: 3 }),
      composite_connectors: fc.array(entryOf, { maxLength: 3 }),
    },
    { requiredKeys: [] },
  );

  it('keeps every byte, and holds the entry at the end of its list', () => {
    fc.assert(
      fc.property(
        registries,
        entryOf,
        fc.constantFrom('', '  ', '    ', '\t', ' '),
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom<EntryList>('connectors', 'composite_connectors'),
        (registry, added, unit, lineEnd, list) => {
          const before = JSON.stringify(registry, null, unit).replaceAll('\n', lineEnd);
          const { text, span, pointer } = insert(before, list, added);
          const expected = { ...registry, [list]: [...(registry[list] ?? []), added] };
          expect(JSON.parse(text)).toEqual(expected);
          expect(JSON.parse(text.slice(span.start, span.end))).toEqual(added);
          expect(pointer).toBe(`/${list}/${registry[list]?.length ?? 0}`);
          // A registry that was written by `JSON.stringify` looks as if it had been written again.
          if (unit !== '' && Object.keys(registry).length > 0) {
            const again = JSON.stringify(expected, null, unit).replaceAll('\n', lineEnd);
            expect(text).toBe(again);
          }
        },
      ),
    );
  });
});
