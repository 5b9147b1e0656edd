/** A payload to try a connector with, made from the schema of its body. */
import { sample } from 'openapi-sampler';
import { knownCredentials } from '../../text/credentials/formats.js';
import { isCredentialName } from '../../text/credentials/names.js';
import { looksRandom } from '../../text/credentials/placeholder.js';
import type { OpenApiDocument } from './document.js';
import { schemaOf } from './schema.js';
import { entriesOf, isObject, type JsonObject, listOf, member, textsOf } from './values.js';

const deepest = 5;
const mostSchemas = 300;

export interface Sample {
  readonly json: string;
  /** Parts were left out: they are circular, or too deep. */
  readonly isCut: boolean;
}

/**
 * @param longest of the JSON, in characters
 * @returns with all members, or the required ones where that is too long; null where that is, too
 */
export function samplePayload(document: OpenApiDocument, schema: unknown, longest: number): Sample | null {
  for (const onlyRequired of [false, true]) {
    const { plain, isCut } = plainSchema(document, schema, onlyRequired);
    const value: unknown = sample(plain, { skipReadOnly: true, quiet: true, maxSampleDepth: deepest + 1 });
    const json = JSON.stringify(withoutCredentials(value)) ?? 'null';
    if (json.length <= longest) return { json, isCut };
  }
  return null;
}

/** What of a schema a sample needs, without references: the library would follow them without end. */
function plainSchema(
  document: OpenApiDocument,
  value: unknown,
  onlyRequired: boolean,
): { plain: object; isCut: boolean } {
  let count = 0;
  let isCut = false;
  const open = new Set<JsonObject>();
  const copy = (part: unknown, depth: number): Record<string, unknown> => {
    const schema = schemaOf(document, part);
    count += 1;
    if (open.has(schema) || depth > deepest || count > mostSchemas) {
      isCut = true;
      // A value that says nothing: `{}`, `[]`, or null.
      return {
        type:
          member(schema, 'type') === 'array'
            ? 'array'
            : member(schema, 'type') === 'object'
              ? 'object'
              : 'null',
      };
    }
    open.add(schema);
    const made: Record<string, unknown> = {};
    for (const key of kept) if (isScalarText(member(schema, key))) made[key] = member(schema, key);
    const types = member(schema, 'type');
    if (Array.isArray(types))
      made.type = types.find((each) => each !== 'null' && typeof each === 'string') ?? 'null';
    for (const key of exemplary) if (isSmall(member(schema, key))) made[key] = member(schema, key);
    const [first] = listOf(schema, 'examples');
    if (made.example === undefined && first !== undefined && isSmall(first)) made.example = first;
    const choices = listOf(schema, 'enum').slice(0, 3).filter(isSmall);
    if (choices.length > 0) made.enum = choices;
    const required = textsOf(schema, 'required');
    const properties = entriesOf(schema, 'properties').filter(
      ([key]) => !onlyRequired || required.includes(key),
    );
    if (properties.length > 0) {
      made.properties = Object.fromEntries(
        properties.filter(([key]) => key !== '__proto__').map(([key, each]) => [key, copy(each, depth + 1)]),
      );
    }
    if (isObject(member(schema, 'items'))) made.items = copy(member(schema, 'items'), depth + 1);
    const parts = listOf(schema, 'allOf');
    if (parts.length > 0) made.allOf = parts.slice(0, 20).map((each) => copy(each, depth));
    for (const key of ['oneOf', 'anyOf']) {
      const [first] = listOf(schema, key);
      if (first !== undefined) made[key] = [copy(first, depth)];
    }
    open.delete(schema);
    return made;
  };
  return { plain: copy(value, 0), isCut };
}

/** Examples of documents hold what their writers had at hand. */
function withoutCredentials(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutCredentials(item, name));
  if (isObject(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [key, withoutCredentials(each, key)]),
    );
  }
  const isHidden =
    typeof value === 'string' &&
    (isCredentialName(name) || looksRandom(value) || knownCredentials(value).length > 0);
  return isHidden ? 'string' : value;
}

const kept = ['type', 'format', 'readOnly', 'nullable', 'minimum', 'maximum'];
const exemplary = ['const', 'default', 'example'];
const isScalarText = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);
const isSmall = (value: unknown): boolean =>
  value !== undefined && (JSON.stringify(value)?.length ?? 0) <= 500;
