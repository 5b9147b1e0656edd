/** The caller's headers and query parameters over the configured ones. platform.md section 3. */
import type { Row } from '../registry/model.js';

/** A value that goes into the request: from the registry, a template, or from the caller, taken as it is. */
export type MergedValue =
  | { readonly from: 'registry'; readonly key: string; readonly row: Row; readonly index: number }
  | { readonly from: 'caller'; readonly key: string; readonly value: string };

type Pairs = readonly (readonly [key: string, value: string])[];

/** What a composite's step sends: nothing of its caller goes into it by itself. */
export const configured = (rows: readonly Row[]): MergedValue[] =>
  rows.map((row, index) => ({ from: 'registry', key: row.key.value, row, index }));

/**
 * A configured key keeps its own value unless it is `overridable`; keys that are not configured pass through, in the
 * caller's order. The name of a header is the configured one, in whatever case the caller wrote it.
 */
export function merge(rows: readonly Row[], caller: Pairs, sameKey: (key: string) => string): MergedValue[] {
  const own = new Set(rows.map((row) => sameKey(row.key.value)));
  const given = new Map(caller.map(([key, value]) => [sameKey(key), value]));
  const merged = configured(rows).map((each): MergedValue => {
    const value = given.get(sameKey(each.key));
    return each.from === 'registry' && each.row.overridable && value !== undefined
      ? { from: 'caller', key: each.key, value }
      : each;
  });
  const passing = new Map<string, MergedValue>();
  for (const [key, value] of caller) {
    if (!own.has(sameKey(key))) passing.set(sameKey(key), { from: 'caller', key, value });
  }
  return [...merged, ...passing.values()];
}

export const mergeQuery = (rows: readonly Row[], caller: Pairs): MergedValue[] =>
  merge(rows, caller, (key) => key);

export const mergeHeaders = (rows: readonly Row[], caller: Pairs): MergedValue[] =>
  merge(
    rows,
    caller.filter(([name]) => !belongsToCall(name)),
    (name) => name.toLowerCase(),
  );

/** Headers that concern the call of the connector itself and go no further. */
const callHeaders = new Set(['host', 'cookie', 'x-csrftoken', 'x-path-params', 'origin', 'referer']);

const belongsToCall = (name: string): boolean => callHeaders.has(name.toLowerCase());
