/** Authentication blocks that differ from their like in one field, by what is most likely a slip. */
import type { Authentication, Registry } from '../../registry/model.js';
import { getOrMake } from '../../text/get-or-make.js';
import { oncePer } from '../../text/once.js';
import { type Block, blocksOf } from './authentications.js';
import { isSlip } from './near.js';

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
  ['oauth_jwt_bearer', { fields: ['private_key', 'client_id', 'token_url', 'audience'], perOrigin: false }],
  ['api_key', { fields: ['value', 'key'], perOrigin: true }],
  ['jwt', { fields: ['private_key'], perOrigin: true }],
]);

export const oddBlocksOf = oncePer((registry: Registry): ReadonlyMap<Authentication, Odd> => {
  const odd = new Map<Authentication, Odd>();
  for (const [type, { fields, perOrigin }] of comparisons) {
    const blocks = blocksOf(registry).get(type) ?? [];
    if (blocks.length < 3) continue;
    for (const field of fields) {
      for (const group of groupsBut(field, blocks, perOrigin)) {
        const found = oddOneOf(group, field);
        if (found && !odd.has(found.block.authentication)) odd.set(found.block.authentication, found.odd);
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
    const own = block.values.get(field);
    if (own === undefined || !block.authentication.text(field)) continue;
    const rest = getOrMake(rests, block.values, (values) => textBut(field, values));
    const key = perOrigin ? `${block.origin}\n${rest}` : rest;
    const group = getOrMake(groups, key, () => new Map<string, Block[]>());
    getOrMake(group, own, () => []).push(block);
  }
  return groups.values();
}

const textBut = (field: string, values: Block['values']): string =>
  JSON.stringify([...values].filter(([name]) => name !== field).sort());

/** The only block with another value, where at least two share theirs. */
function oddOneOf(
  group: ReadonlyMap<string, readonly Block[]>,
  field: string,
): { block: Block; odd: Odd } | null {
  if (group.size !== 2) return null;
  const [[own, few], [usual, many]] = [...group].sort(([, a], [, b]) => a.length - b.length) as [
    [string, readonly Block[]],
    [string, readonly Block[]],
  ];
  const [block] = few;
  if (!block || few.length !== 1 || many.length < 2 || !differs(field, own, usual)) return null;
  const written = many[0]?.authentication.text(field)?.value ?? usual;
  return { block, odd: { field, usual: written, count: many.length } };
}

function differs(field: string, own: string, usual: string): boolean {
  switch (field) {
    case 'client_secret':
      // One client has one secret. One that is written out has a rule of its own.
      return isReference(own) && isReference(usual);
    case 'private_key':
    case 'value':
      return isReference(own) && isReference(usual) && isSlip(own, usual);
    case 'scope':
      return isSlip(own, usual) && own.split(/\s+/).length === usual.split(/\s+/).length;
    case 'key':
      return own.toLowerCase() !== usual.toLowerCase() && isSlip(own, usual);
    default:
      return isSlip(own, usual);
  }
}

const isReference = (text: string): boolean => text.includes('get_secret');
