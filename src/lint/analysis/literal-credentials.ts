/** Credentials that the place where they stand gives away: the name of the field, the scheme before them. */
import type { ast } from '../../jinja/index.js';
import type { TextField } from '../../registry/model.js';
import type { Credential } from '../../text/credentials/formats.js';
import { isCredentialName, isShortKey } from '../../text/credentials/names.js';
import { isPlaceholder, looksRandom } from '../../text/credentials/placeholder.js';
import { readTemplate } from '../sites.js';

const hasTag = (text: string): boolean => text.includes('{{') || text.includes('{%') || text.includes('{#');
const isCall = (text: string): boolean => text.includes('get_secret') || text.includes('get_variable');
const whole = (text: string, what: string): Credential => ({ start: 0, end: text.length, what });

/** Of a field that is a credential by definition: `client_secret`, `private_key`. */
export function secretField({ value }: TextField, name: string): Credential[] {
  const isPath = /\.(?:pem|key|p8|der)$/i.test(value);
  if (hasTag(value) || isCall(value) || value.trim().length < 6 || isPath) return [];
  // Whatever stands between the lines of a key in PEM, it belongs into a secret.
  if (!value.includes('-----BEGIN') && isPlaceholder(value)) return [];
  return [whole(value, `\`${name}\``)];
}

/** Of a header whose name says that it holds a credential: short ones too, where they are no word. */
export const namedHeader = (field: TextField, name: string): Credential[] =>
  isCredentialName(name) && isShortKey(field.value)
    ? [whole(field.value, `the value of '${name}'`)]
    : namedValue(field, name);

/** Of a query parameter whose name says that it holds a credential. */
export const namedValue = ({ value }: TextField, name: string): Credential[] =>
  isCredentialName(name) && !hasTag(value) && looksRandom(value)
    ? [whole(value, `the value of '${name}'`)]
    : [];

const scheme =
  /^\s*(bearer|token|api-?key|key|ssws|geniekey|bot|oauth|private-token)\s+(?:token=)?["']?([^\s{}"']{8,})["']?\s*$/i;
const basic = /^\s*basic\s+([A-Za-z0-9+/_-]{6,}={0,2})\s*$/i;

/** Of an Authorization header. */
export function authorizationValue(field: TextField): Credential[] {
  const { value } = field;
  if (hasTag(value)) return encodedPairs(field);
  const pair = basic.exec(value)?.[1];
  if (pair !== undefined) {
    const decoded = Buffer.from(pair, 'base64').toString('latin1');
    // `user:password` in base64 is what an author has tried, however plain the words are.
    const isPair = decoded.includes(':') ? /^[!-~]+?:[ -~]+$/.test(decoded) : looksRandom(pair);
    return isPair ? [placed(value, pair, 'the user and password of Basic authentication')] : [];
  }
  const token = scheme.exec(value)?.[2];
  if (token !== undefined)
    return isPlaceholder(token) ? [] : [placed(value, token, 'the token of this header')];
  return looksRandom(value) ? [whole(value, 'the value of this header')] : [];
}

/** `{{ 'user:password' | base64_encode }}` */
function encodedPairs(field: TextField): Credential[] {
  if (!field.value.includes('base64_encode')) return [];
  const read = readTemplate(field);
  if (!read || 'error' in read) return [];
  return read.analysis.filters.flatMap(({ name, node }) => {
    const text = name === 'base64_encode' ? constantIn(node.target) : null;
    if (text === null || !isUserAndPassword(text.value)) return [];
    return [{ ...text.span, what: 'the user and password of Basic authentication' }];
  });
}

/** Keys that a template signs with: `jwt_encode(claims, 'key')`. */
export function signingKeys(field: TextField): Credential[] {
  if (!field.value.includes('jwt_encode')) return [];
  const read = readTemplate(field);
  if (!read || 'error' in read) return [];
  return read.analysis.functions.flatMap(({ name, call: { args } }) => {
    const key = args.positional[1] ?? args.keyword.find((each) => each.name === 'key')?.value;
    const text = name === 'jwt_encode' ? constantIn(key) : null;
    if (text === null || text.value.length < 8 || isPlaceholder(text.value)) return [];
    return text.value.includes('-----BEGIN')
      ? []
      : [{ ...text.span, what: 'the key that `jwt_encode` signs with' }];
  });
}

function isUserAndPassword(text: string): boolean {
  const [, password] = /^[!-~]+?:([ -~]+)$/.exec(text) ?? [];
  return password !== undefined && !isPlaceholder(password);
}

const placed = (value: string, literal: string, what: string): Credential => {
  const start = value.lastIndexOf(literal);
  return { start, end: start + literal.length, what };
};

/** The text of a string constant, with its place between the quotes. */
function constantIn(
  node: ast.Expression | null | undefined,
): { value: string; span: { start: number; end: number } } | null {
  if (node?.kind !== 'Const' || typeof node.value !== 'string') return null;
  return { value: node.value, span: { start: node.span.start + 1, end: node.span.end - 1 } };
}
