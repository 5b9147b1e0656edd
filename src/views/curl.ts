/** A request as a command line for a POSIX shell. */
import type { RequestRecord } from '../platform/result.js';
import { isFileUrl } from '../platform/routing.js';
import { isUnsafe, type Mask } from './text.js';

/** A longer body is read from a file: the command line should stay one that a person can read. */
export const longestInlineBody = 8_192;
/** The file that the command reads a longer body from. */
export const bodyFile = 'request-body.txt';

/** What curl computes itself, or what belongs to the connection that the request went over. */
const dropped = new Set(['content-length', 'transfer-encoding', 'connection', 'keep-alive', 'host']);

/**
 * Repeats the request that was really sent: to the routed URL where there is one. Masked values stay `***`, to be
 * filled in by whoever repeats it. A body with NUL goes through standard input, as no argument can hold one; a body
 * longer than `longestInlineBody` is read from `bodyFile`.
 */
export function curlCommand(request: RequestRecord, mask: Mask): string {
  // A folder that answers is none of curl's business: the request is the one to the API.
  const routed = request.routed_to !== null && !isFileUrl(request.routed_to) ? request.routed_to : null;
  const url = mask(routed ?? request.url);
  const method = mask(request.method.toUpperCase());
  const body = request.body === null || request.body === '' ? null : mask(request.body);
  const words = ['curl'];
  if (method === 'HEAD' && body === null) words.push('--head');
  else if (method !== 'GET' || body !== null) words.push('--request', quote(method));
  // curl reads brackets and braces in a URL as ranges, and folds dot segments away.
  if (/[[\]{}]/.test(url)) words.push('--globoff');
  if (/\/\.\.?(?:[/?#]|$)/.test(url)) words.push('--path-as-is');
  words.push(quote(url));

  const names = new Set<string>();
  for (const [name, value] of Object.entries(request.headers)) {
    names.add(name.toLowerCase());
    if (dropped.has(name.toLowerCase())) continue;
    // `name;` is how curl is told to send a header without a value; `name:` would remove it.
    const header = mask(name);
    const shown = mask(value);
    words.push('--header', quote(shown.trim() === '' ? `${header};` : `${header}: ${shown}`));
  }
  if (names.has('accept-encoding')) words.push('--compressed');
  if (body === null) return words.join(' ');

  // Without this curl would claim to send a form.
  if (!names.has('content-type')) words.push('--header', quote('content-type:'));
  if (body.length > longestInlineBody) return [...words, '--data-binary', `@${bodyFile}`].join(' ');
  if (body.includes('\0')) {
    return `printf '%b' ${quote(octal(body))} | ${[...words, '--data-binary', '@-'].join(' ')}`;
  }
  return [...words, '--data-raw', quote(body)].join(' ');
}

const plainWord = /^[A-Za-z0-9_.-]+$/;

/** One shell word that is `text`; characters that a terminal would obey are made by `printf`. */
function quote(text: string): string {
  if (plainWord.test(text)) return text;
  if (text === '') return "''";
  const pieces: string[] = [];
  let plain = '';
  const flush = () => {
    if (plain !== '') pieces.push(single(plain));
    plain = '';
  };
  for (const character of text) {
    if (character === '\n' || character === '\t' || !isUnsafe(character)) plain += character;
    else {
      flush();
      pieces.push(made(character));
    }
  }
  flush();
  return pieces.join('');
}

const single = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

const made = (character: string): string => `"$(printf '${octalBytes(character, '\\')}')"`;

/** For `printf %b`: backslashes doubled, everything that is not plain text as `\0ooo`. */
const octal = (text: string): string =>
  Array.from(text.replaceAll('\\', '\\\\'), (character) =>
    isUnsafe(character) ? octalBytes(character, '\\0') : character,
  ).join('');

const octalBytes = (character: string, prefix: string): string =>
  Array.from(new TextEncoder().encode(character), (byte) => prefix + byte.toString(8).padStart(3, '0')).join(
    '',
  );
