/** Foreign values in expressions of a template. */

/** A value as an expression: text, number, boolean, null, list or object. */
export function literalExpression(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : 'none';
  if (typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return `[${value.map(literalExpression).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(([key, each]) => `${quoted(key)}: ${literalExpression(each)}`);
    return `{${members.join(', ')}}`;
  }
  return 'none';
}

const quoted = (text: string): string => `'${text.replace(/[\\'\p{Cc}\u2028\u2029]/gu, escaped)}'`;

const escaped = (character: string): string =>
  character === '\\' || character === "'"
    ? `\\${character}`
    : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** `object.key`, or `object['key']` where the name after a dot would be a method, or no name. */
export const memberExpression = (object: string, key: string): string =>
  /^[A-Za-z][A-Za-z0-9_]*$/.test(key) && !methods.has(key) ? `${object}.${key}` : `${object}[${quoted(key)}]`;

/** Methods of Python's dict win over the keys of JSON. platform.md section 11, number 12. */
const methods: ReadonlySet<string> = new Set([
  ...[
    'clear',
    'copy',
    'fromkeys',
    'get',
    'items',
    'keys',
    'pop',
    'popitem',
    'setdefault',
    'update',
    'values',
  ],
]);

export const isMethodName = (key: string): boolean => methods.has(key);
