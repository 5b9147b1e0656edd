/** What a schema says of a value, as far as a template needs it. Circular and hostile schemas cost bounded work. */
import { knownCredentials } from '../../text/credentials/formats.js';
import type { OpenApiDocument } from './document.js';
import { entriesOf, isObject, type JsonObject, listOf, member, textOf, textsOf } from './values.js';
import { isReference } from './walk.js';

export interface ObjectShape {
  /** By name, in the order of the document. Those that only answers have (`readOnly`) are not among them. */
  readonly properties: ReadonlyMap<string, JsonObject>;
  readonly required: ReadonlySet<string>;
  /** Members besides `properties` are plainly meant. */
  readonly isOpen: boolean;
  /** `oneOf` or `anyOf`: what the members are depends on others. */
  readonly isAlternative: boolean;
}

/** More parts of an `allOf` than any real document has. */
const mostParts = 500;
const mostProperties = 300;

/** A schema with its reference followed; an empty one where it cannot be. Siblings of a reference win. */
export function schemaOf(document: OpenApiDocument, value: unknown): JsonObject {
  if (!isObject(value)) return {};
  const target = document.target(value);
  if (!('value' in target) || !isObject(target.value)) return {};
  if (!isReference(value) || Object.keys(value).length === 1) return target.value;
  const { $ref: _, ...siblings } = value;
  return { ...target.value, ...siblings };
}

export const typesOf = (schema: JsonObject): string[] => {
  const type = textOf(schema, 'type');
  return (type === undefined ? textsOf(schema, 'type') : [type]).filter((each) => each !== 'null');
};

/** Of an object schema, `allOf` merged; null where the schema describes no object. */
export function objectShape(document: OpenApiDocument, value: unknown): ObjectShape | null {
  const properties = new Map<string, JsonObject>();
  const required = new Set<string>();
  const seen = new Set<JsonObject>();
  let isOpen = false;
  let isAlternative = false;
  let isOther = false;
  const add = (part: unknown): void => {
    const schema = schemaOf(document, part);
    if (seen.has(schema) || seen.size >= mostParts) return;
    seen.add(schema);
    const types = typesOf(schema);
    if (types.length > 0 && !types.includes('object')) isOther = true;
    for (const each of listOf(schema, 'allOf')) add(each);
    for (const [name, each] of entriesOf(schema, 'properties')) {
      if (properties.size < mostProperties) properties.set(name, schemaOf(document, each));
    }
    for (const name of textsOf(schema, 'required')) required.add(name);
    const additional = member(schema, 'additionalProperties');
    if (additional === true || isObject(additional)) isOpen = true;
    if (listOf(schema, 'oneOf').length + listOf(schema, 'anyOf').length > 0) isAlternative = true;
  };
  add(value);
  if (isOther || (properties.size === 0 && !isOpen && !isAlternative)) return null;
  for (const [name, schema] of properties) if (member(schema, 'readOnly') === true) properties.delete(name);
  const own = [...required].filter((name) => properties.has(name));
  return { properties, required: new Set(own), isOpen, isAlternative };
}

/** The one value that a schema leaves, or its default; undefined where there is none, or it is a credential. */
export function fixedValue(schema: JsonObject): unknown {
  const choices = listOf(schema, 'enum');
  const only = choices.length === 1 ? choices[0] : undefined;
  const found = [member(schema, 'const'), member(schema, 'default'), only].find((each) => each !== undefined);
  const isCredential = typeof found === 'string' && knownCredentials(found).length > 0;
  return isCredential ? undefined : found;
}
