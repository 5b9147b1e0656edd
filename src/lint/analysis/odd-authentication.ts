/** Authentication blocks that differ from their like in one field, by what is most likely a slip. */
import type { Authentication, Registry } from '../../registry/model.js';
import { getOrMake } from '../../text/get-or-make.js';
import { oncePer } from '../../text/once.js';
import { type Difference, isMistyped, isOdd } from './authentication-differences.js';
import { type Block, blocksOf } from './authentications.js';

export interface Odd {
  readonly field: string;
  /** What the others have, as written. */
  readonly usual: string;
  /** How many others. */
  readonly count: number;
}

/** How the fields of a type are compared, most telling first. */
const comparisons: ReadonlyMap<string, { fields: readonly string[]; perOrigin: boolean }> = new Map([
  [
    'oauth_client_credentials',
    { fields: ['client_secret', 'client_id', 'token_url', 'scope'], perOrigin: false },
  ],
  [
    'oauth_jwt_bearer',
    {
      fields: ['private_key', 'client_id', 'token_url', 'audience', 'subject', 'algorithm'],
      perOrigin: false,
    },
  ],
  ['api_key', { fields: ['value', 'key', 'in'], perOrigin: true }],
  ['jwt', { fields: ['private_key', 'algorithm'], perOrigin: true }],
]);

/** What a field means where it is absent. */
const defaults: ReadonlyMap<string, string> = new Map([
  ['algorithm', 'RS256'],
  ['token_ttl', '3600'],
  ['scope', ''],
]);

export const oddBlocksOf = oncePer((registry: Registry): ReadonlyMap<Authentication, Odd> => {
  const odd = new Map<Authentication, Odd>();
  for (const [type, { fields, perOrigin }] of comparisons) {
    const blocks = blocksOf(registry).get(type) ?? [];
    if (blocks.length < 3) continue;
    for (const field of fields) {
      for (const group of groupsBut(field, blocks, perOrigin)) {
        for (const { block, odd: found } of oddOnesOf(group, field, type)) {
          if (!odd.has(block.authentication)) odd.set(block.authentication, found);
        }
      }
    }
  }
  return odd;
});

/** Blocks that agree on all but the field, by their value of it. */
function groupsBut(
  field: string,
  blocks: readonly Block[],
  perOrigin: boolean,
): Iterable<ReadonlyMap<string, readonly Block[]>> {
  const groups = new Map<string, Map<string, Block[]>>();
  const rests = new Map<Block['values'], string>();
  for (const block of blocks) {
    const own = block.values.get(field) ?? defaults.get(field);
    if (own === undefined) continue;
    const rest = getOrMake(rests, block.values, (values) => textBut(field, values));
    const key = perOrigin ? `${block.origin}\n${rest}` : rest;
    const group = getOrMake(groups, key, () => new Map<string, Block[]>());
    getOrMake(group, own, () => []).push(block);
  }
  return groups.values();
}

const textBut = (field: string, values: Block['values']): string =>
  JSON.stringify(
    [...values].filter(([name, value]) => name !== field && defaults.get(name) !== value).sort(),
  );

/** More values are no slips. */
const mostValues = 40;

/** The blocks that alone have their value, where at least two share another one that it most likely should be. */
function oddOnesOf(
  group: ReadonlyMap<string, readonly Block[]>,
  field: string,
  type: string,
): { block: Block; odd: Odd }[] {
  if (group.size < 2 || group.size > mostValues) return [];
  const shared = [...group].filter(([, blocks]) => blocks.length > 1);
  const single = [...group].filter(([, blocks]) => blocks.length === 1);
  const [[, most] = [], ...others] = shared;
  const agree = most && others.length === 0 && (single.length === 1 || most.length > single.length + 1);
  return single.flatMap(([own, [block]]) => {
    if (!block?.authentication.text(field) || own === '') return [];
    for (const [usual, many] of shared) {
      const { request } = block;
      const difference: Difference = {
        type,
        field,
        own,
        usual,
        count: many.length,
        request,
        others: many.map((other) => other.request),
      };
      if (!isMistyped(difference) && !(agree && isOdd(difference))) continue;
      const written = many[0]?.authentication.text(field)?.value ?? usual;
      return [{ block, odd: { field, usual: written, count: many.length } }];
    }
    return [];
  });
}
