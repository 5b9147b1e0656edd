/** Headers of a recording: which of a request are kept, and what of their values. */
import { undecodedEncodings } from '../../platform/transport/decode.js';
import { isCredentialName } from '../../text/credentials/names.js';
import { type Mask, mark, maskPlain } from './mask-text.js';

type Pair = readonly [name: string, value: string];

/** Of the connection, of this program, or new with every request: they say nothing of what is asked. */
const notCompared: ReadonlySet<string> = new Set([
  'accept-encoding',
  'connection',
  'content-length',
  'date',
  'host',
  'if-modified-since',
  'if-none-match',
  'keep-alive',
  'transfer-encoding',
  'user-agent',
]);
const traceHeader =
  /^(?:x-)?(?:request|correlation|trace|span|amzn-trace|b3-\w+)-?id$|^(?:traceparent|tracestate|b3)$/;

/** Sorted by name, lower case; credentials are `***`, behind the name of their scheme. */
export const requestHeaders = (headers: readonly Pair[], mask: Mask): Pair[] =>
  headers
    .map(([name, value]): Pair => [name.toLowerCase(), value])
    .filter(([name]) => !notCompared.has(name) && !traceHeader.test(name))
    .map(([name, value]): Pair => [mask(name), maskedValue(name, value, mask)])
    .sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));

/**
 * @param isChanged the body is no longer the one whose length the headers tell
 */
export function answerHeaders(
  headers: readonly Pair[],
  mask: Mask,
  isChanged: boolean,
): [string, string | Uint8Array][] {
  const kept: [string, string | Uint8Array][] = [];
  const isEncoded = headers.some(([name]) => name.toLowerCase() === 'content-encoding');
  for (const [name, raw] of headers) {
    const key = name.toLowerCase();
    if (key === 'content-length' && (isChanged || isEncoded)) continue;
    const bytes = Buffer.from(raw, 'latin1');
    const value = bytes.toString('utf8');
    if (key === 'content-encoding') {
      const left = undecodedEncodings(value);
      if (left !== '') kept.push([name, left]);
    } else if (Buffer.from(value).equals(bytes)) {
      kept.push([mask(name), maskedValue(key, value, mask)]);
    } else {
      const masked = mask(raw);
      kept.push([mask(name), Buffer.from(masked, 'latin1')]);
    }
  }
  return kept;
}

function maskedValue(name: string, value: string, mask: Mask): string {
  if (/^(?:proxy-)?authorization$/.test(name)) return maskedCredential(value);
  if (name === 'cookie') return value.split(/;\s*/).map(maskedPair).join('; ');
  if (name === 'set-cookie') return maskedCookie(value, mask);
  if (isCredentialName(name) && value.trim() !== '' && !literalCall.test(value)) return mark;
  return maskPlain(value, mask);
}

/** What goes out in place of a secret without a value is to be seen. */
const literalCall = /\{\{ get_(?:secret|variable)\('/;

/** The scheme is no secret; which one a request uses matters. */
function maskedCredential(value: string): string {
  if (literalCall.test(value) || value.trim() === '') return value;
  const scheme = /^([A-Za-z][A-Za-z0-9-]*)\s+\S/.exec(value)?.[1];
  return scheme === undefined ? mark : `${scheme} ${mark}`;
}

const maskedPair = (pair: string): string => pair.replace(/=.*$/s, `=${mark}`);

/** The value of a cookie is a credential more often than not; its attributes are none. */
function maskedCookie(value: string, mask: Mask): string {
  const [pair = '', ...attributes] = value.split(';');
  return [maskedPair(pair), ...attributes.map((each) => mask(each))].join(';');
}
