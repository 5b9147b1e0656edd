/** Values of a test's code as the text of a test file, so that both are read by the same readers. */
import { UserError } from '../../text/user-error.js';

/** Under these stands JSON as it goes over the wire, where an expression has no meaning. */
const plainKeys: ReadonlySet<string> = new Set(['json', 'jsonContains', 'payload']);

/**
 * ASCII on one line, so that a column is an offset. As `JSON.stringify`, but a `bigint` keeps its digits and an expression
 * is written as in test files, `/^Bearer /i`.
 * @throws {UserError} for what JSON cannot hold
 */
export function jsonDocument(value: unknown): string {
  return (write(value, [], false, new Set()) ?? 'null').replace(
    /[\u0080-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function write(
  given: unknown,
  path: readonly (string | number)[],
  isPlain: boolean,
  above: Set<object>,
): string | undefined {
  const value = hasToJson(given) ? given.toJSON(String(path.at(-1) ?? '')) : given;
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'function' || typeof value === 'symbol') {
    throw unwritable(path, `a ${typeof value} cannot stand here`);
  }
  if (typeof value === 'number' && !Number.isFinite(value)) throw unwritable(path, `JSON has no ${value}`);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (value instanceof RegExp) {
    if (isPlain) throw unwritable(path, 'a regular expression cannot stand in JSON');
    return JSON.stringify(`/${value.source}/${value.flags.replace(/[dgy]/g, '')}`);
  }
  if (above.has(value)) throw unwritable(path, 'the value contains itself');
  above.add(value);
  const text = Array.isArray(value)
    ? `[${value.map((item, at) => write(item, [...path, at], isPlain, above) ?? 'null').join(',')}]`
    : `{${Object.entries(value)
        .map(
          ([key, each]) => [key, write(each, [...path, key], isPlain || plainKeys.has(key), above)] as const,
        )
        .filter(([, written]) => written !== undefined)
        .map(([key, written]) => `${JSON.stringify(key)}:${written}`)
        .join(',')}}`;
  above.delete(value);
  return text;
}

const hasToJson = (value: unknown): value is { toJSON(key: string): unknown } =>
  typeof value === 'object' && value !== null && 'toJSON' in value && typeof value.toJSON === 'function';

const unwritable = (path: readonly (string | number)[], message: string): UserError =>
  new UserError({ code: 'test-value', message: `${shownPath(path)}: ${message}.` });

/** `upstream[0].respond.json`; a group that options do not have is left out. */
export const shownPath = (path: readonly (string | number)[]): string =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .replace(/^\./, '')
    .replace(/^request\./, '') || 'value';
