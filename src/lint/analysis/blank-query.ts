/** Query strings of URLs whose values arrive blank. platform.md sections 2 and 11, number 5. */
import { isVisible } from '../../platform/fields.js';
import type { ConnectorKind } from '../../platform/result.js';
import type { RequestDefinition } from '../../registry/model.js';
import type { Span } from '../../text/source.js';
import { isContextName } from './provenance.js';
import { unencodedCharacters } from './url-characters.js';
import { type UrlText, urlTextOf } from './url-text.js';

export interface BlankQuery {
  /** In the URL's template, from the question mark on. */
  readonly span: Span;
  /** Of `user`, where that is why; null where it stands beside `query_parameters`. */
  readonly attribute: string | null;
}

/** Null also where another fault of the query string says the same: it has to leave the URL. */
export function blankQueryOf(
  { url, queryParameters }: RequestDefinition,
  kind: ConnectorKind,
): BlankQuery | null {
  const text = url?.value.includes('?') ? urlTextOf(url) : null;
  const literal = text?.literals.find((each) => each.text.includes('?'));
  if (!url || !text || !literal) return null;
  const start = literal.start + literal.text.indexOf('?');
  const fragment = text.literals.find((each) => each.start >= literal.start && each.text.includes('#'));
  const end = fragment ? fragment.start + fragment.text.indexOf('#') : url.value.length;
  const isInQuery = ({ span }: { readonly span: Span }) => span.start > start && span.start < end;
  if (end < start || /^[?&\s]*$/.test(url.value.slice(start, end))) return null;
  if (unencodedCharacters(text).some(isInQuery)) return null;
  if (text.names.some((each) => isInQuery(each) && isInvisible(each, kind))) return null;
  if (queryParameters.length > 0) return { span: { start, end }, attribute: null };
  const attribute = text.printedOfUser.find(isInQuery)?.name;
  return attribute === undefined ? null : { span: { start, end }, attribute };
}

const isInvisible = ({ name }: UrlText['names'][number], kind: ConnectorKind): boolean =>
  name === 'queryParams' || (isContextName(name) && !isVisible(kind, 'url', name));
