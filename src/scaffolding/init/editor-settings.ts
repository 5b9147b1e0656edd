/** Tells VS Code where the schemas are. Comments and formatting of its settings stay. */
import { type FormattingOptions, type ParseError, parse } from 'jsonc-parser';
import type { Merged } from './model.js';
import { putSetting } from './put-setting.js';

/** What a schema of the package is for. */
interface SchemaUse {
  readonly schema: string;
  readonly json: readonly string[];
  readonly yaml: readonly string[];
}

const uses: readonly SchemaUse[] = [
  { schema: 'connectors-registry.schema.json', json: ['connectors_registry.json'], yaml: [] },
  {
    schema: 'connector-test.schema.json',
    json: ['*.connector-test.json'],
    yaml: ['*.connector-test.yaml', '*.connector-test.yml'],
  },
  {
    schema: 'connector-config.schema.json',
    json: ['connector.config.json', '.connectorrc.json'],
    yaml: [
      'connector.config.yaml',
      'connector.config.yml',
      '.connectorrc',
      '.connectorrc.yaml',
      '.connectorrc.yml',
    ],
  },
];

export const schemaNames = uses.map(({ schema }) => schema);

/**
 * @param text of `.vscode/settings.json`; empty where there is none
 * @param folder of the schemas, relative to the folder that is opened: `./node_modules/connector-cli/schemas`
 */
export function withSchemas(text: string, folder: string): Merged {
  const mark = text.startsWith('\ufeff') ? '\ufeff' : '';
  let settings = text.slice(mark.length);
  if (settings.trim() === '') settings = `{}${settings}`;
  const read = readSettings(settings);
  if (read === null)
    return { text, note: 'is not understood, and stays as it is: the schemas are not in it.' };
  const formattingOptions = formattingOf(settings);
  const put = (path: readonly (string | number)[], value: unknown) => {
    settings = putSetting(settings, path, value, formattingOptions);
  };
  const jsonSchemas = read['json.schemas'] ?? [];
  const yamlSchemas = read['yaml.schemas'] ?? {};
  if (!Array.isArray(jsonSchemas) || !isObject(yamlSchemas)) {
    return { text, note: 'has `json.schemas` or `yaml.schemas` of another form, and stays as it is.' };
  }
  const knownJson = new Set(jsonSchemas.flatMap((each) => (isObject(each) ? listed(each.fileMatch) : [])));
  const knownYaml = new Set(Object.values(yamlSchemas).flatMap(listed));
  let count = jsonSchemas.length;
  for (const { schema, json } of uses) {
    if (json.some((pattern) => knownJson.has(pattern))) continue;
    const value = { fileMatch: json, url: `${folder}/${schema}` };
    if (count === 0) put(['json.schemas'], [value]);
    else put(['json.schemas', count], value);
    count += 1;
  }
  for (const { schema, yaml } of uses) {
    if (yaml.length === 0 || yaml.some((pattern) => knownYaml.has(pattern))) continue;
    put(['yaml.schemas', `${folder}/${schema}`], yaml);
  }
  if (readSettings(settings) === null) return { text, note: 'could not be edited, and stays as it is.' };
  return { text: settings === text.slice(mark.length) ? text : mark + settings };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listed = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

/** Null where it is no object, or broken. */
function readSettings(text: string): Record<string, unknown> | null {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: true });
  return errors.length === 0 && isObject(value) ? value : null;
}

/** As the file has it. */
function formattingOf(text: string): FormattingOptions {
  const indent = /^[ \t]+(?=["\]}])/m.exec(text)?.[0] ?? '  ';
  return {
    eol: /\r?\n/.exec(text)?.[0] ?? '\n',
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.startsWith('\t') ? 4 : indent.length,
  };
}
