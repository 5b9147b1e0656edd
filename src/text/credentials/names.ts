/** Credentials that the name before them gives away. */
import type { Credential } from './formats.js';
import { isPlaceholder, looksRandom } from './placeholder.js';

const credentialName =
  /(?:^|[-_.]|(?<=[a-z])(?=[A-Z]))(?:api[-_]?key|app(?:lication)?[-_]?key|consumer[-_]?key|master[-_]?key|auth[-_]?key|access[-_]?key|subscription[-_]?key|functions[-_]?key|secret(?:[-_]?key)?|private[-_]?key|token|password|passwd|pwd|^key)$/i;
const harmlessName =
  /idempotency|page|next|prev|sort|cursor|partition|public|publishable|site|csrf|xsrf|continuation|cache|delta|sync/i;

export const isCredentialName = (name: string): boolean =>
  credentialName.test(name) && !harmlessName.test(name);

/** Short, and no word. */
export const isShortKey = (text: string): boolean =>
  /^[A-Za-z0-9._~+/=-]{6,15}$/.test(text) && /\d/.test(text) && /[A-Za-z]/.test(text) && !isPlaceholder(text);

const pair = /(?<![\w-])([A-Za-z][\w-]{0,40})["']?\s{0,20}[:=]\s{0,20}["']?(?!\/\/)([^\s"'&{}<>,;#?]{16,})/g;

/** `password=...` of a form or a query, `"password": "..."` of JSON. */
export function namedPairs({ value }: { readonly value: string }): Credential[] {
  if (!/key|secret|token|passw|pwd/i.test(value)) return [];
  return [...value.matchAll(pair)].flatMap((match) => {
    const [text, name = '', literal = ''] = match;
    if (!isCredentialName(name) || !looksRandom(literal)) return [];
    const end = match.index + text.length;
    return [{ start: end - literal.length, end, what: `the value of '${name}'` }];
  });
}
