import type { JsonNode } from '../json/nodes.js';
import type { Shape } from '../rules/field-rule.js';

/** Which JSON values a shape takes, and how messages call them. */
export const shapes: Record<Shape, { readonly types: readonly JsonNode['type'][]; readonly says: string }> = {
  text: { types: ['string'], says: 'a string' },
  boolean: { types: ['boolean'], says: 'true or false' },
  array: { types: ['array'], says: 'an array' },
  object: { types: ['object'], says: 'an object' },
  'flexible-number': { types: ['number', 'string'], says: 'a number' },
};

const typeNames: Record<JsonNode['type'], string> = {
  object: 'an object',
  array: 'an array',
  string: 'a string',
  number: 'a number',
  boolean: 'true or false',
  null: 'null',
};

export const describeType = (node: JsonNode): string =>
  node.type === 'boolean' ? String(node.value) : typeNames[node.type];

/** A value in a message: bounded, on one line. */
export function quote(text: string): string {
  const short = text.length > 60 ? `${text.slice(0, 57)}...` : text;
  return JSON.stringify(short);
}
