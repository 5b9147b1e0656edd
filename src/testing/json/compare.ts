/** Where two JSON values differ, place by place. */

import { jsonText } from '../../registry/json/json-text.js';
import type { JsonNode, JsonObject } from '../../registry/json/nodes.js';
import type { JsonDifference } from '../result.js';
import { isSameNumber } from './number.js';
import { membersOf } from './write.js';

/** `part`: members and items that are not expected may be there as well; those that are expected keep their order. */
export type CompareMode = 'exact' | 'part';

/** More than anybody reads. */
const mostDifferences = 100;

/** @returns nothing where the values agree; the first hundred places otherwise */
export function compareJson(expected: JsonNode, actual: JsonNode, mode: CompareMode): JsonDifference[] {
  const differences: JsonDifference[] = [];
  compare(expected, actual, '', mode, differences);
  return differences;
}

function compare(
  expected: JsonNode,
  actual: JsonNode,
  path: string,
  mode: CompareMode,
  found: JsonDifference[],
): void {
  if (found.length >= mostDifferences) return;
  if (expected.type === 'object' && actual.type === 'object') {
    compareObjects(expected, actual, path, mode, found);
  } else if (expected.type === 'array' && actual.type === 'array') {
    compareArrays(expected.items, actual.items, path, mode, found);
  } else if (!isSameScalar(expected, actual)) {
    add(found, path, expected, actual);
  }
}

function compareObjects(
  expected: JsonObject,
  actual: JsonObject,
  path: string,
  mode: CompareMode,
  found: JsonDifference[],
): void {
  const wanted = membersOf(expected);
  const there = membersOf(actual);
  for (const [key, value] of wanted) {
    const other = there.get(key);
    if (other === undefined) add(found, keyPath(path, key), value, null);
    else compare(value, other, keyPath(path, key), mode, found);
  }
  if (mode === 'part') return;
  for (const [key, value] of there) if (!wanted.has(key)) add(found, keyPath(path, key), null, value);
}

function compareArrays(
  expected: readonly JsonNode[],
  actual: readonly JsonNode[],
  path: string,
  mode: CompareMode,
  found: JsonDifference[],
): void {
  if (mode === 'part' && areAmong(expected, actual)) return;
  expected.forEach((value, at) => {
    const other = actual[at];
    if (other === undefined) add(found, `${path}[${at}]`, value, null);
    else compare(value, other, `${path}[${at}]`, mode, found);
  });
  if (mode === 'part') return;
  for (let at = expected.length; at < actual.length; at += 1) {
    add(found, `${path}[${at}]`, null, actual[at] ?? null);
  }
}

function areAmong(expected: readonly JsonNode[], actual: readonly JsonNode[]): boolean {
  let at = 0;
  return expected.every((value) => {
    while (at < actual.length && !isPart(value, actual[at] as JsonNode)) at += 1;
    at += 1;
    return at <= actual.length;
  });
}

/** Without the differences, which would be collected anew on every level. */
function isPart(expected: JsonNode, actual: JsonNode): boolean {
  if (expected.type === 'array' && actual.type === 'array') return areAmong(expected.items, actual.items);
  if (expected.type !== 'object' || actual.type !== 'object') return isSameScalar(expected, actual);
  const there = membersOf(actual);
  return [...membersOf(expected)].every(([key, value]) => {
    const other = there.get(key);
    return other !== undefined && isPart(value, other);
  });
}

function add(
  found: JsonDifference[],
  path: string,
  expected: JsonNode | null,
  actual: JsonNode | null,
): void {
  if (found.length >= mostDifferences) return;
  found.push({
    path,
    expected: expected && jsonText(expected),
    actual: actual && jsonText(actual),
    span: expected && { start: expected.start, end: expected.end },
  });
}

function isSameScalar(left: JsonNode, right: JsonNode): boolean {
  if (left.type === 'number' && right.type === 'number') return isSameNumber(left.source, right.source);
  if (left.type === 'null') return right.type === 'null';
  if (left.type === 'string') return right.type === 'string' && left.value === right.value;
  if (left.type === 'boolean') return right.type === 'boolean' && left.value === right.value;
  return false;
}

/** `orders[0].id`, and `a['b.c']` for keys that are no identifiers. */
const keyPath = (path: string, key: string): string =>
  /^[A-Za-z_$][\w$]*$/.test(key)
    ? path === ''
      ? key
      : `${path}.${key}`
    : `${path}[${JSON.stringify(key).replace(/^"|"$/g, "'")}]`;
