/** Query and header parameters of an operation as rows. */
import { knownCredentials } from '../../text/credentials/formats.js';
import { isCredentialName } from '../../text/credentials/names.js';
import { looksRandom } from '../../text/credentials/placeholder.js';
import type { DocumentRow } from '../imported-entry.js';
import { literalTemplate } from '../template-text.js';
import type { OpenApiDocument } from './document.js';
import type { Draft } from './draft.js';
import type { Operation } from './operations.js';
import { fixedValue, schemaOf, typesOf } from './schema.js';
import { entriesOf, isObject, type JsonObject, listOf, member, oneLine, textOf } from './values.js';

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly isRequired: boolean;
  readonly schema: JsonObject;
  readonly value: JsonObject;
}

/** platform.md section 1. */
export const longestKey = 255;
const longestValue = 1000;

export const isHeaderName = (name: string): boolean =>
  name.length <= longestKey && /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name);

/** Those of the path, replaced by the operation's own. @throws UserError where a reference is not followed */
export function parametersOf(document: OpenApiDocument, operation: Operation): Parameter[] {
  const found = new Map<string, Parameter>();
  for (const each of [
    ...listOf(operation.pathItem, 'parameters'),
    ...listOf(operation.value, 'parameters'),
  ]) {
    const value = document.follow(each);
    const name = textOf(value, 'name');
    const place = textOf(value, 'in');
    if (!isObject(value) || name === undefined || name === '' || place === undefined) continue;
    const [[, content] = []] = entriesOf(value, 'content');
    const schema = schemaOf(document, member(value, 'schema') ?? member(content, 'schema'));
    // Swagger 2 writes the schema of all but a body into the parameter itself.
    const own = document.specification === 'swagger-2' && place !== 'body' ? value : schema;
    const isRequired = member(value, 'required') === true;
    found.set(`${place}:${place === 'header' ? name.toLowerCase() : name}`, {
      name,
      in: place,
      isRequired,
      schema: own,
      value,
    });
  }
  return [...found.values()];
}

/** OpenAPI leaves these to content negotiation and security. */
const ownHeaders: ReadonlySet<string> = new Set(['accept', 'content-type', 'authorization']);

export function queryRows(parameters: readonly Parameter[], draft: Draft): DocumentRow[] {
  return rowsOf(
    parameters.filter((each) => each.in === 'query'),
    'query parameter',
    draft,
  );
}

export function headerRows(parameters: readonly Parameter[], draft: Draft): DocumentRow[] {
  const usable = parameters.filter(({ in: place, name }) => {
    if (place !== 'header' || ownHeaders.has(name.toLowerCase())) return false;
    const isHeader = isHeaderName(name);
    if (!isHeader)
      draft.note(`The header '${oneLine(name, 60)}' was left out: no header can have this name.`);
    return isHeader;
  });
  const cookies = parameters.filter((each) => each.in === 'cookie').map(({ name }) => oneLine(name, 60));
  if (cookies.length > 0)
    draft.note(
      `Cookies are not sent: ${cookies.join(', ')}. Write a \`Cookie\` header where the API needs them.`,
    );
  return rowsOf(usable, 'header', draft);
}

function rowsOf(parameters: readonly Parameter[], what: string, draft: Draft): DocumentRow[] {
  const rows: DocumentRow[] = [];
  const left: string[] = [];
  for (const parameter of parameters) {
    const shown = oneLine(parameter.name, 60);
    if (parameter.name.length > longestKey) {
      draft.note(`The ${what} '${shown}' was left out: its name is longer than ${longestKey} characters.`);
    } else if (isCredential(parameter)) {
      rows.push({
        key: parameter.name,
        value: `{{ ${draft.secret(parameter.name.replace(/^x-/i, ''), `${what} ${parameter.name}`)} }}`,
      });
    } else if (!parameter.isRequired && !hasOneValue(parameter)) {
      left.push(shown);
    } else {
      rows.push({ key: parameter.name, value: rowValue(parameter, what, draft), overridable: true });
    }
  }
  if (left.length > 0) {
    const names = left.slice(0, 20).join(', ') + (left.length > 20 ? ` and ${left.length - 20} more` : '');
    draft.note(
      `Optional ${what}s without a default were left out; what a caller sends of them goes through: ${names}.`,
    );
  }
  return rows;
}

/** A default that a row can hold. */
function hasOneValue(parameter: Parameter): boolean {
  const value = fixedValue(parameter.schema);
  if (value === undefined || value === null) return false;
  return !Array.isArray(value) || value.length === 1 || separatorOf(parameter) !== null;
}

/** An API key that the document does not declare as security. */
const isCredential = ({ name, isRequired, schema }: Parameter): boolean =>
  isRequired && isCredentialName(name) && (typesOf(schema)[0] ?? 'string') === 'string';

function rowValue(parameter: Parameter, what: string, draft: Draft): string {
  const shown = oneLine(parameter.name, 60);
  const stated = fixedValue(parameter.schema);
  const isKey = typeof stated === 'string' && isCredentialName(parameter.name) && looksRandom(stated);
  const byDefault = isKey ? undefined : stated;
  const chosen = byDefault ?? exampleOf(parameter);
  const text = chosen === undefined ? '' : textOfValue(chosen, parameter, what, draft);
  if (text === '') {
    if (parameter.isRequired)
      draft.note(
        `The ${what} '${shown}' is required and has no value: a caller has to send it, or you write one.`,
      );
    return '';
  }
  if (byDefault === undefined)
    draft.note(`The value of the ${what} '${shown}' is the example of the document.`);
  const template = literalTemplate(text);
  // The same for a text that a rule of the platform would refuse.
  if (template.length <= longestValue && !/\p{Cc}/u.test(text)) return template;
  draft.note(
    `The value of the ${what} '${shown}' was left out: it is longer than ${longestValue} characters, or holds control characters.`,
  );
  return '';
}

function exampleOf({ schema, value }: Parameter): unknown {
  const [[, named] = []] = entriesOf(value, 'examples');
  const candidates = [
    member(value, 'example'),
    member(named, 'value'),
    member(schema, 'example'),
    listOf(schema, 'examples')[0],
    listOf(schema, 'enum')[0],
  ];
  const found = candidates.find((each) => each !== undefined && each !== null);
  const text = typeof found === 'string' ? found : '';
  return looksRandom(text) || knownCredentials(text).length > 0 ? undefined : found;
}

/** How a list is written depends on the style; the default is a parameter for each item, and a row holds one. */
function textOfValue(value: unknown, parameter: Parameter, what: string, draft: Draft): string {
  const name = oneLine(parameter.name, 60);
  if (Array.isArray(value)) {
    const items = value.filter((each) => typeof each !== 'object').map(String);
    const separator = separatorOf(parameter);
    if (separator !== null || items.length <= 1) return items.join(separator ?? ',');
    draft.note(
      `The ${what} '${name}' repeats for each item (\`a=1&a=2\`), and a row holds one value: it has the first of ${items.length}.`,
    );
    return items[0] ?? '';
  }
  if (typeof value === 'object') {
    const isJson = isObject(member(parameter.value, 'content'));
    if (!isJson)
      draft.note(
        `The ${what} '${name}' is an object, written as \`${textOf(parameter.value, 'style') ?? 'form'}\`: check its value.`,
      );
    return isJson ? (JSON.stringify(value) ?? '') : '';
  }
  return String(value);
}

/** Null where each item is a parameter of its own. */
function separatorOf({ value, in: place }: Parameter): string | null {
  const swagger = textOf(value, 'collectionFormat');
  const style = swagger ?? textOf(value, 'style') ?? (place === 'header' ? 'simple' : 'form');
  if (style === 'multi') return null;
  if (style === 'ssv' || style === 'spaceDelimited') return ' ';
  if (style === 'pipes' || style === 'pipeDelimited') return '|';
  if (style === 'tsv') return '\t';
  const isSwagger = swagger !== undefined || member(value, 'schema') === undefined;
  const isExploded = style === 'form' && (member(value, 'explode') ?? !isSwagger) === true;
  return isExploded ? null : ',';
}
