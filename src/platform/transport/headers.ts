/** Response headers as undici hands them over. */
import type { HeaderList, HeaderMap } from '../result.js';

type RawHeaders = readonly (Buffer | string)[] | Record<string, unknown> | null | undefined;

/** As they stood on the wire; each byte a character. */
export function headerList(raw: RawHeaders): HeaderList {
  if (!Array.isArray(raw)) return [];
  const list: [string, string][] = [];
  for (let at = 0; at + 1 < raw.length; at += 2) {
    // White space around a value is no part of it; the parser takes off what is before.
    list.push([text(raw[at]), text(raw[at + 1]).replace(/[ \t]+$/, '')]);
  }
  return list;
}

/** Lower-case names; repeated headers joined by a comma and a space. */
export function joinedHeaders(list: HeaderList): HeaderMap {
  const headers: HeaderMap = Object.create(null);
  for (const [name, value] of list) {
    const key = name.toLowerCase();
    const earlier = headers[key];
    headers[key] = earlier === undefined ? value : `${earlier}, ${value}`;
  }
  return headers;
}

const text = (raw: Buffer | string | undefined): string =>
  raw === undefined ? '' : typeof raw === 'string' ? raw : raw.toString('latin1');
