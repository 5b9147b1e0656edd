/** JSON values that are made here and not read from a text: they have no place. */
import type { JsonArray, JsonMember, JsonNode, JsonObject, JsonString } from '../../registry/json/nodes.js';

const nowhere = { start: 0, end: 0 } as const;

export const text = (value: string): JsonString => ({ ...nowhere, type: 'string', value });

export const number = (value: number): JsonNode => ({ ...nowhere, type: 'number', source: String(value) });

export const yes: JsonNode = { ...nowhere, type: 'boolean', value: true };

export const nothing: JsonNode = { ...nowhere, type: 'null' };

export const array = (items: readonly JsonNode[]): JsonArray => ({
  ...nowhere,
  type: 'array',
  items: [...items],
});

export const object = (members: readonly (readonly [string, JsonNode])[]): JsonObject => ({
  ...nowhere,
  type: 'object',
  members: members.map(([key, value]): JsonMember => ({ key: text(key), value })),
  repeatsKeys: false,
});
