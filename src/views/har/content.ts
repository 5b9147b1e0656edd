/** An answer's body: text where it can be read as text, else base64. */
import type { Content } from 'har-format';
import type { ResponseRecord } from '../../platform/result.js';
import type { Mask } from '../text.js';
import { charsetOf, headerValue } from './fields.js';

export function contentOf(response: ResponseRecord, mask: Mask): Content {
  const contentType = headerValue(response.header_list, 'content-type');
  const content: Content = {
    size: response.body_bytes,
    mimeType: contentType === undefined ? 'x-unknown' : mask(contentType),
  };
  const isEncoded = headerValue(response.header_list, 'content-encoding') !== undefined;
  if (isEncoded && !response.truncated) content.compression = response.body_bytes - response.received_bytes;
  const comments = response.truncated ? ['The body is not whole: only its head was kept.'] : [];

  const text = response.body ?? decoded(response.bytes, charsetOf(contentType ?? ''));
  if (text !== null) {
    content.text = mask(text);
  } else if (holdsSecret(response.bytes, mask)) {
    comments.push('The body is left out: it is binary and holds a secret.');
  } else {
    content.text = Buffer.from(response.bytes).toString('base64');
    content.encoding = 'base64';
  }
  if (comments.length > 0) content.comment = comments.join(' ');
  return content;
}

/** Text in another encoding than UTF-8, which HAR wants written in UTF-8; null where it is none. */
function decoded(bytes: Uint8Array, charset: string | null): string | null {
  if (charset === null) return null;
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Looked for in the bytes, in text of two or four bytes a character, and in the base64 that would be written. */
function holdsSecret(bytes: Uint8Array, mask: Mask): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const latin = buffer.toString('latin1');
  return [latin, latin.replaceAll('\0', ''), buffer.toString('base64')].some((text) => mask(text) !== text);
}
