/** The path of an operation as a template, and the rows of its parameters. platform.md section 3. */
import type { DocumentRow } from '../imported-entry.js';
import { literalTemplate } from '../template-text.js';
import type { Draft } from './draft.js';
import { isMethodName } from './expressions.js';
import { snakeCase } from './names.js';
import type { Parameter } from './parameters.js';
import { encodedPath } from './safe-url.js';
import { oneLine, textOf } from './values.js';

export interface PathTemplate {
  readonly template: string;
  readonly rows: DocumentRow[];
  /** Of a query string that the path itself has. */
  readonly query: DocumentRow[];
}

export function pathTemplate(path: string, parameters: readonly Parameter[], draft: Draft): PathTemplate {
  const [beforeFragment = ''] = path.split('#', 1);
  const [plain = '', query = ''] = beforeFragment.split(/\?(.*)/s);
  const keys = new Map<string, string>();
  const template = plain
    .split(/(\{[^{}]+\})/)
    .map((part) => {
      const name = /^\{([^{}]+)\}$/.exec(part)?.[1];
      if (name === undefined) return encodedPath(part);
      const key = keys.get(name) ?? keyFor(name, new Set(keys.values()), draft);
      keys.set(name, key);
      const parameter = parameters.find((each) => each.in === 'path' && each.name === name);
      return `${prefixOf(parameter, name)}{{ pathParams.${key} }}`;
    })
    .join('');
  for (const parameter of parameters) if (keys.has(parameter.name)) noteValues(parameter, draft);
  return {
    template,
    rows: [...keys.values()].map((key) => ({ key })),
    query: [...new URLSearchParams(query)].filter(([key]) => key !== '' && key.length <= 255).map(queryRow),
  };
}

/** `{name}` is for the caller to fill in. */
const queryRow = ([key, value]: [string, string]): DocumentRow =>
  /^\{[^{}]*\}$/.test(value)
    ? { key, value: '', overridable: true }
    : { key, value: literalTemplate(value).slice(0, 1000) };

/** The name itself where a template can read it after a dot. */
function keyFor(name: string, taken: ReadonlySet<string>, draft: Draft): string {
  const plain = /^[A-Za-z][A-Za-z0-9_]{0,99}$/.test(name) && !isMethodName(name);
  let key = plain ? name : snakeCase(name).slice(0, 100) || 'value';
  if (isMethodName(key)) key = `${key}_value`;
  for (let count = 2, base = key; taken.has(key); count += 1) key = `${base}_${count}`;
  if (key !== name)
    draft.note(
      `The path parameter '${oneLine(name, 60)}' is called '${key}' here, as templates cannot read its own name.`,
    );
  return key;
}

/** Styles of OpenAPI 3: `;id=5` and `.5`. */
function prefixOf(parameter: Parameter | undefined, name: string): string {
  const style = parameter && textOf(parameter.value, 'style');
  return style === 'matrix' ? `;${encodedPath(name)}=` : style === 'label' ? '.' : '';
}

const risky: ReadonlySet<string> = new Set([
  'date-time',
  'email',
  'idn-email',
  'uri',
  'url',
  'iri',
  'uri-reference',
]);

function noteValues({ name, schema }: Parameter, draft: Draft): void {
  const format = textOf(schema, 'format') ?? '';
  const isList = textOf(schema, 'type') === 'array';
  if (!risky.has(format) && !isList) return;
  draft.note(
    `The path parameter '${oneLine(name, 60)}' takes ${isList ? 'lists' : `values of the format ${format}`}, but the platform refuses path parameters with other characters than letters, digits and . _ ~ -`.concat(
      '.',
    ),
  );
}
