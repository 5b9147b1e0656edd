import { parse } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { withSchemas } from '../../../src/scaffolding/init/editor-settings.js';

const folder = './node_modules/connector-cli/schemas';
const read = (text: string) => parse(text, [], { allowTrailingComma: true });

describe('settings of VS Code', () => {
  it('get the schemas of registries, test files and configurations', () => {
    const settings = read(withSchemas('', folder).text);
    expect(settings['json.schemas']).toContainEqual({
      fileMatch: ['connectors_registry.json'],
      url: `${folder}/connectors-registry.schema.json`,
    });
    expect(settings['yaml.schemas'][`${folder}/connector-test.schema.json`]).toContain(
      '*.connector-test.yaml',
    );
    expect(settings['yaml.schemas'][`${folder}/connector-config.schema.json`]).toContain(
      'connector.config.yaml',
    );
  });

  it('keep comments, tabs, line ends, a byte order mark and what else is there', () => {
    const text = [
      '\ufeff// ours',
      '{',
      '\t"editor.tabSize": 2, // two',
      '\t/* schemas */',
      '\t"json.schemas": [',
      '\t\t{ "fileMatch": ["a.json"], "url": "./a.json" }, // first',
      '\t],',
      '}',
      '',
    ].join('\r\n');
    const merged = withSchemas(text, folder).text;
    expect(merged.replaceAll('\r\n', '')).not.toContain('\n');
    expect(merged).not.toMatch(/^ /m);
    for (const part of ['\ufeff// ours', '"editor.tabSize": 2, // two', '/* schemas */', '// first']) {
      expect(merged).toContain(part);
    }
    const settings = read(merged.slice(1));
    expect(settings['editor.tabSize']).toBe(2);
    expect(settings['json.schemas']).toHaveLength(4);
    expect(settings['json.schemas'][0]).toEqual({ fileMatch: ['a.json'], url: './a.json' });
    expect(Object.keys(settings['yaml.schemas'])).toHaveLength(2);
  });

  it.each([
    ['trailing commas', ',', ''],
    ['no trailing comma', '', ''],
    ['comments behind what is last', ',', ' // ours, "not" theirs'],
    ['a comment and no comma', '', ' // ours'],
  ])('keep every line but for a comma: %s', (_, comma, comment) => {
    const lines = [
      '{',
      '\t"json.schemas": [',
      `\t\t{"fileMatch":["a.json"], "url": "./a.json",}${comma}${comment}`,
      '\t],',
      '\t"yaml.schemas": {',
      `\t\t"./b.json": [ "b.yaml" ]${comma}${comment}`,
      `\t}${comma}${comment}`,
      '}',
    ];
    const merged = withSchemas(lines.join('\n'), folder).text.split('\n');
    for (const line of lines) {
      const withComma = line.replace(/([}\]])( \/\/.*)?$/, '$1,$2');
      expect(merged.includes(line) || merged.includes(withComma), line).toBe(true);
    }
    expect(merged[3]).toBe('\t\t{');
    const settings = read(merged.join('\n'));
    expect(settings['json.schemas']).toHaveLength(4);
    expect(Object.keys(settings['yaml.schemas'])).toHaveLength(3);
  });

  it('get a member of their own behind the last one, which keeps its line', () => {
    const merged = withSchemas('{\r\n    "a": {"b": 1} // c\r\n}\r\n', folder).text;
    expect(merged).toMatch(/^\{\r\n {4}"a": \{"b": 1\}, \/\/ c\r\n {4}"json\.schemas": \[\r\n {8}\{\r\n/);
    expect(read(merged)['json.schemas']).toHaveLength(3);
    expect(merged.endsWith('\r\n    }\r\n}\r\n')).toBe(true);
  });

  it('are left alone where everything is in them, whatever the schemas are called there', () => {
    const once = withSchemas('{ "a": 1 }', folder).text;
    expect(withSchemas(once, './elsewhere').text).toBe(once);
    const own = '{"json.schemas":[{"fileMatch":["connectors_registry.json"],"url":"./own.json"}]}';
    const merged = read(withSchemas(own, folder).text);
    expect(JSON.stringify(merged['json.schemas']).match(/connectors_registry/g)).toHaveLength(1);
  });

  it.each(['[]', '{ "a": ', '"text"', '{ "json.schemas": {} }', '{ "yaml.schemas": [] }'])(
    'are left alone with a note where they are %s',
    (text) => {
      expect(withSchemas(text, folder)).toMatchObject({
        text,
        note: expect.stringMatching(/stays? as it is/),
      });
    },
  );
});
