/** Protocol and authority of a URL, as far as they stand in its template, and what is wrong with them. */
import { contextNames, isVisible } from '../../platform/fields.js';
import type { ConnectorKind } from '../../platform/result.js';
import type { UrlTemplateFault } from '../../platform/url-template.js';
import type { Span } from '../../text/source.js';
import { filterNames, globalNames } from './platform-names.js';
import type { UrlField } from './url-fields.js';
import { leftOverPlaceholders } from './url-placeholders.js';
import { type UrlText, type UsedName, unknownMark } from './url-text.js';

/** Offsets into `UrlText.text`. */
export interface Authority extends Span {
  readonly text: string;
}

const protocol = /^\s*([a-z][a-z0-9+.-]*):\/\//i;

/** Null where it cannot be told where it ends. */
export function authorityOf({ text, isComplete }: UrlText): Authority | null {
  const start = protocol.exec(text)?.[0].length ?? (/^\s*\/\/(?!\/)/.exec(text)?.[0].length || null);
  if (start === null) return null;
  const length = text.slice(start).search(/[/?#]/);
  if (length < 0 && !isComplete) return null;
  const end = length < 0 ? text.length : start + length;
  return { start, end, text: text.slice(start, end) };
}

/** The host inside an authority, without credentials and port; brackets included. */
export function hostOf({ start, text }: Authority): Authority {
  const skipped = text.lastIndexOf('@') + 1;
  const host = /^(?:\[[^\]]*\]?|[^:]*)/.exec(text.slice(skipped))?.[0] ?? '';
  return { start: start + skipped, end: start + skipped + host.length, text: host };
}

export interface SchemeFault {
  /** In the template. */
  readonly span: Span;
  readonly kind: 'other' | 'twice' | 'relative' | 'misspelled' | 'none';
  /** As it is written; empty where there is none. */
  readonly written: string;
}

export function schemeFault(url: UrlText): SchemeFault | null {
  const { text } = url;
  const margin = /^\s*/.exec(text)?.[0].length ?? 0;
  const fault = (kind: SchemeFault['kind'], start: number, end: number): SchemeFault => ({
    kind,
    span: url.spanOf(start, end),
    written: text.slice(start, end),
  });
  const found = protocol.exec(text);
  if (found) {
    const [whole, scheme = ''] = found;
    if (scheme.toLowerCase() !== 'https') return fault('other', margin, margin + scheme.length);
    const second = /^https?:\/\//i.exec(text.slice(whole.length));
    return second && fault('twice', whole.length, whole.length + second[0].length);
  }
  const rest = text.slice(margin);
  // What begins with a placeholder or a tag may yet begin with a protocol.
  if (rest === '' || url.beginsWithTag || /^[${<[]/.test(rest) || isTemplatedScheme.test(rest)) return null;
  if (rest.startsWith('//')) return fault('relative', margin, margin + 2);
  const misspelled = /^https?(?::\/?|\/\/?)(?=[^/:])/i.exec(rest);
  if (misspelled) return fault('misspelled', margin, margin + misspelled[0].length);
  const start = url.spanOf(margin, margin).start;
  if (leftOverPlaceholders(url).some(({ span }) => span.start === start)) return null;
  const end = rest.search(new RegExp(`[?#\\s${unknownMark}${rest.startsWith('/') ? '' : '/:'}]`));
  return fault('none', margin, margin + (end > 0 ? end : rest.length));
}

/** `http{{ ... }}://`: what is templated is the fault. */
const isTemplatedScheme = new RegExp(`^[a-z+.-]*${unknownMark}[^/]*://`, 'i');

/** `user:password@`, in the template; the authority need not be whole. */
export function credentialsSpan(url: UrlText): Span | null {
  const authority = authorityOf(url);
  const at = authority?.text.lastIndexOf('@') ?? -1;
  return authority && at >= 0 ? url.spanOf(authority.start, authority.start + at + 1) : null;
}

/**
 * What may not be templated in the origin; null where another rule has the same fault. Only a connector's `url` is held
 * to this: a `token_url` is a value like any other of `authentication`. platform.md sections 2 and 6.
 */
export function templatedOriginFault({ name, url }: UrlField, kind: ConnectorKind): UrlTemplateFault | null {
  const fault = name === 'url' ? url.originFault : null;
  if (!fault || credentialsSpan(url)) return null;
  const scheme = schemeFault(url);
  if (scheme && scheme.kind !== 'other') return null;
  const { within } = fault;
  const speaksForItself =
    within && url.names.some((each) => contains(within, each.span) && isWrong(each, kind));
  return speaksForItself ? null : fault;
}

/** A name that is reported wherever it stands. */
function isWrong({ kind: used, name }: UsedName, kind: ConnectorKind): boolean {
  if (used === 'filter') return !filterNames.has(name);
  const known = contextNames.find((each) => each === name);
  if (known) return !isVisible(kind, 'url', known);
  return used === 'function' && !globalNames.has(name);
}

export const contains = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;
