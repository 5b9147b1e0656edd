/** Whether a call is the one that a condition describes, and if not, why: what a person needs to see the difference. */

import { jsonText } from '../../registry/json/json-text.js';
import type { JsonNode } from '../../registry/json/nodes.js';
import { compareJson } from '../json/compare.js';
import { readJson } from '../json/read.js';

import type { MockCondition, TextPattern, ValuePattern } from '../model.js';
import type { SentCall } from './sent-call.js';
import { cut, short } from './wording.js';

export interface ConditionResult {
  /** How many of the conditions hold. */
  readonly matched: number;
  /** One clause for each condition that does not: `query contact_id: expected "8", got "7"`. */
  readonly differences: readonly string[];
}

export interface CallCondition extends MockCondition {
  /** The body as JSON, nothing more and nothing less. */
  readonly exactJson?: JsonNode | null;
}

export function checkCondition(condition: CallCondition, call: SentCall): ConditionResult {
  const differences: string[] = [];
  let matched = 0;
  const check = (difference: string | null): void => {
    if (difference === null) matched += 1;
    else differences.push(difference);
  };
  for (const difference of purposeOf(condition, call)) check(difference);
  if (condition.method !== null) {
    const isSame = condition.method.toUpperCase() === call.method.toUpperCase();
    check(isSame ? null : unlike('method', condition.method, call.method));
  }
  if (condition.url !== null) check(urlDifference(condition.url, call));
  for (const [name, pattern] of condition.query ?? []) {
    check(valueDifference(`query ${name}`, pattern, valuesOf(call.query, name)));
  }
  for (const [name, pattern] of condition.headers ?? []) {
    check(valueDifference(`header ${name}`, pattern, valuesOf(call.headers, name)));
  }
  if (condition.body !== null) {
    const isEmpty = call.body === null && matches(condition.body, '');
    check(isEmpty ? null : valueDifference('body', condition.body, call.body === null ? [] : [call.body]));
  }
  if (condition.json !== null) check(jsonDifference(condition.json, call, 'part'));
  if (condition.exactJson) check(jsonDifference(condition.exactJson, call, 'exact'));
  return { matched, differences };
}

/** A token's mock answers token requests, one that names a URL whatever goes there, and all others the calls of steps. */
function* purposeOf({ step, token, url }: MockCondition, call: SentCall): Iterable<string | null> {
  if (token !== null) {
    if (call.purpose !== 'token') yield 'it answers token requests, and this is the call of a step';
    else yield wholeUrlDifference(token, call);
  } else if (call.purpose === 'token' && (step !== null || url === null)) {
    yield 'it answers calls of steps, and this is a token request (`token: <url>` answers one)';
  }
  if (step !== null) yield step === call.step ? null : unlike('step', step, call.step);
}

const wholeUrlDifference = (pattern: TextPattern, { url }: SentCall): string | null =>
  (pattern.type === 'text' ? isSameUrl(pattern.text, url) : matches(pattern, url))
    ? null
    : unlikePattern('token URL', pattern, [url]);

function urlDifference(pattern: TextPattern, { url }: SentCall): string | null {
  if (pattern.type === 'pattern') return matches(pattern, url) ? null : unlikePattern('url', pattern, [url]);
  const withoutQuery = url.replace(/[?#].*$/s, '');
  return isSameUrl(pattern.text, withoutQuery) ? null : unlike('url', pattern.text, withoutQuery);
}

/** `HTTPS://api.example.com:443` is `https://api.example.com/`. */
const isSameUrl = (left: string, right: string): boolean => left === right || normal(left) === normal(right);

const normal = (url: string): string => (URL.canParse(url) ? new URL(url).href : url);

const valuesOf = (pairs: SentCall['query'], name: string): string[] =>
  pairs.filter(([each]) => each === name).map(([, value]) => value);

function valueDifference(what: string, pattern: ValuePattern, values: readonly string[]): string | null {
  if (pattern.type === 'absent') {
    return values.length === 0 ? null : `${what}: expected none, got ${values.map(short).join(' and ')}`;
  }
  if (values.some((value) => matches(pattern, value))) return null;
  return unlikePattern(what, pattern, values);
}

export const matches = (pattern: TextPattern, text: string): boolean =>
  pattern.type === 'text' ? pattern.text === text : pattern.pattern.test(text);

export const patternText = (pattern: TextPattern): string =>
  pattern.type === 'text' ? JSON.stringify(pattern.text) : String(pattern.pattern);

function unlikePattern(what: string, pattern: TextPattern, values: readonly string[]): string {
  const got = values.length === 0 ? 'there is none' : `got ${values.map(short).join(' and ')}`;
  return `${what}: expected ${cut(patternText(pattern))}, ${got}`;
}

const unlike = (what: string, expected: string, actual: string): string =>
  `${what}: expected ${short(expected)}, got ${short(actual)}`;

function jsonDifference(expected: JsonNode, { body }: SentCall, mode: 'exact' | 'part'): string | null {
  const actual = body === null ? null : readJson(body);
  if (actual === null) {
    const got = body === null ? 'there is none' : `it is no JSON: ${short(body)}`;
    return `body: expected the JSON ${cut(jsonText(expected))}, ${got}`;
  }
  const [first, ...others] = compareJson(expected, actual, mode);
  if (first === undefined) return null;
  const more = others.length > 0 ? `, and ${others.length} more` : '';
  const path = first.path === '' ? 'body' : `body ${first.path}`;
  if (first.actual === null) return `${path}: expected ${cut(first.expected ?? '')}, there is none${more}`;
  if (first.expected === null) return `${path}: not expected, got ${cut(first.actual)}${more}`;
  return `${path}: expected ${cut(first.expected)}, got ${cut(first.actual)}${more}`;
}
