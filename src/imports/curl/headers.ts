/** Headers as -H writes them, and those that a connector has no use for. */
import type { DataSource } from './data.js';
import type { Argument } from './read-arguments.js';

export interface CurlHeader {
  readonly name: string;
  readonly value: string;
  /** Where it stands in the command, in UTF-16 units. */
  readonly at: number;
}

/**
 * `Name: value`; `Name;` sends an empty one; `Name:` sends none, which is `null`.
 * @returns null where it is no header at all
 * @throws {UserError} `curl-file`, `curl-header`
 */
export function headerOf(
  { value: text, written, at }: Argument,
  { pasted, substitutions }: DataSource,
): (Omit<CurlHeader, 'value'> & { readonly value: string | null }) | null {
  if (text.startsWith('@')) {
    throw pasted.fault(
      at,
      'curl-file',
      `${written} takes its headers from the file '${substitutions.written(text.slice(1))}', and an import reads no files`,
      'Write each of them behind a -H of its own.',
    );
  }
  const isEmpty = /^[^:;]+;\s*$/.test(text);
  // The names of HTTP/2 begin with a colon, and browsers copy them.
  const colon = text.indexOf(':', 1);
  if (!isEmpty && colon < 0) return null;
  const name = text.slice(0, isEmpty ? text.indexOf(';') : colon).trim();
  if (!/^:?[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(name)) {
    throw pasted.fault(
      at,
      'curl-header',
      'What stands before the colon of this header is no name of a header',
    );
  }
  const value = isEmpty ? '' : text.slice(colon + 1).trim();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  if (/[\x00-\x08\x0a-\x1f\x7f]/.test(value)) {
    throw pasted.fault(
      at,
      'curl-header',
      `The value of the header '${name}' holds a line break or another control character, which the platform refuses`,
      'Write it in one line.',
    );
  }
  return { name, at, value: value === '' && !isEmpty ? null : value };
}

/** Decided by whoever makes the connection. */
const ofConnection =
  /^(?::.*|authority|host|content-length|connection|keep-alive|proxy-.*|transfer-encoding|upgrade|expect|te|trailer|accept-encoding)$/i;
/** About the browser and the page in it, wherever they were copied from. */
const ofBrowser = /^(?:sec-.*|priority|dnt|upgrade-insecure-requests|x-client-data|x-requested-with)$/i;
/** Of somebody else where somebody else writes them. */
const ofCopy =
  /^(?:user-agent|origin|referer|accept-language|cache-control|pragma|if-none-match|if-modified-since)$/i;

export interface SortedHeaders {
  readonly kept: readonly CurlHeader[];
  /** Their names, as they were written. */
  readonly dropped: readonly string[];
}

export function withoutNoise(headers: readonly CurlHeader[]): SortedHeaders {
  const isCopy = headers.some(
    ({ name, value }) => /^sec-/i.test(name) || (/^user-agent$/i.test(name) && /^Mozilla\//.test(value)),
  );
  const isNoise = ({ name }: CurlHeader): boolean =>
    ofConnection.test(name) || ofBrowser.test(name) || (isCopy && ofCopy.test(name));
  return {
    kept: headers.filter((header) => !isNoise(header)),
    dropped: headers.filter(isNoise).map(({ name }) => name),
  };
}

/** A registry takes each name once: the values of those that stand twice become one. RFC 9110 section 5.3. */
export function joined(headers: readonly CurlHeader[]): { headers: CurlHeader[]; twice: string[] } {
  const byName = new Map<string, CurlHeader>();
  const twice = new Set<string>();
  for (const header of headers) {
    const key = header.name.toLowerCase();
    const before = byName.get(key);
    if (before) twice.add(before.name);
    const value = before ? [before.value, header.value].join(key === 'cookie' ? '; ' : ', ') : header.value;
    byName.set(key, { ...(before ?? header), value });
  }
  return { headers: [...byName.values()], twice: [...twice] };
}
