/** What stands in a URL in place of a value that somebody forgot to fill in. Only what can be nothing else. */
import { oncePer } from '../../text/once.js';
import type { Span } from '../../text/source.js';
import type { Literal } from './literal-text.js';
import type { UrlText } from './url-text.js';

export interface Placeholder {
  /** In the template. */
  readonly span: Span;
  readonly text: string;
  /** `topicId` of `{topicId}`. */
  readonly name: string;
}

/** `{name}`, `{ name }`, `{name}}`, `${name}`; the name may have a path. */
const braced = /\$?(?<!\{)\{\s*([A-Za-z_][\w.-]*)\s*\}{1,2}(?!\})/g;

/** `<tenant>`, `{your-domain}`, `[your-instance]`, and `/:topicId` as a whole segment. */
const marked =
  /<[A-Za-z][\w .-]*>|\$?(?<!\{)\{\s*(?:your|YOUR)[ \w-]*\}(?!\})|\[(?:your|YOUR)[ _-][ \w-]*\]|(?<=\/)(?<![:/]\/):[A-Za-z_]\w*(?=[/?#]|$)/g;

const word = /[\w-]+/g;

const owners = 'company|domain|subdomain|instance|tenant|org|organi[sz]ation|workspace|account|server|host';
const things = `${owners}|hostname|site|community|project|environment|store|shop|app|api|name`;
const attributes = 'id|name|key|token|here|url|secret';

/** In a host, what could be anybody's. */
const inHost = [
  new RegExp(`^your[_-]?(?:${things})(?:[_-](?:${attributes}))*$`, 'i'),
  new RegExp(`^(?:MY[_-])?(?:${owners.toUpperCase()})(?:_?(?:NAME|ID|URL))?$`),
  /^x{3,}(?:-x{3,})*$/i,
];

/** Anywhere; /your-account/ may be a real path. */
const anywhere = [
  /^(?:[A-Z0-9]+[_-])*YOUR[_-][A-Z0-9_-]*[A-Z0-9]$/,
  /^your[_-]?(?:company|domain|subdomain|instance|tenant|organi[sz]ation|workspace)(?:[_-](?:id|name|key|url|here))*$/i,
  /^your[_-](?:[a-z]+[_-]){0,3}(?:id|key|token|here|secret)$/i,
  /^(?:CHANGE[_-]?ME|REPLACE[_-]?ME|REPLACE_(?:WITH|THIS)[A-Z0-9_]*|PLACEHOLDER|[A-Z0-9]+_[A-Z0-9_]*HERE|__[A-Z][A-Z0-9_]*__)$/,
  /^(?:change[_-]?me|replace[_-]me)$/i,
];

/** A whole segment or value. */
const masked = /^x{3,}(?:-x{3,})*$/i;

/** Placeholders that their writer meant to replace by hand. */
export const leftOverPlaceholders = oncePer(({ literals, defaults }: UrlText): readonly Placeholder[] =>
  [...literals, ...defaults].flatMap((literal) => {
    const bracketed = matches(literal, marked);
    const words = matches(literal, word).filter(
      (each) => isLeftOver(each, literal) && !bracketed.some(({ span }) => overlap(span, each.span)),
    );
    return [...bracketed, ...words];
  }),
);

function isLeftOver({ text, span }: Placeholder, literal: Literal): boolean {
  // Of most URLs no word begins or ends like one of these.
  if (!/^(?:your|my|x{3}|change|replace|placeholder|__)|your|here$/i.test(text) && !/^[A-Z_]+$/.test(text))
    return false;
  if (text.length > longest) return false;
  if (anywhere.some((pattern) => pattern.test(text))) return true;
  const index = span.start - literal.start;
  const before = literal.text.charAt(index - 1);
  const after = literal.text.charAt(index + text.length);
  const host = /\/\/[^/?#]*/.exec(literal.text);
  const isInHost = host !== null && index > host.index && index < host.index + host[0].length;
  // `.xxx` is a top-level domain.
  if (isInHost)
    return (
      (before === '/' || before === '.') &&
      (after === '.' || before === '/') &&
      inHost.some((each) => each.test(text))
    );
  return masked.test(text) && /[/=]/.test(before) && (after === '' ? !literal.isOpen : /[/.?&#]/.test(after));
}

/** Placeholders that somebody took for templates. */
export function bracedPlaceholders(url: UrlText): Placeholder[] {
  const candidates = url.literals.flatMap((literal) =>
    literal.text.includes('{') ? matches(literal, braced) : [],
  );
  if (candidates.length === 0) return candidates;
  const leftOvers = new Set(leftOverPlaceholders(url).map(({ span }) => span.start));
  return candidates.filter(({ span }) => !leftOvers.has(span.start));
}

/** Of both kinds, in no order. */
export const placeholdersIn = (url: UrlText): Placeholder[] => [
  ...leftOverPlaceholders(url),
  ...bracedPlaceholders(url),
];

export const overlap = (a: Span, b: Span): boolean => a.start < b.end && a.end > b.start;

/** Longer words are none. */
const longest = 100;

function matches({ text, start }: Literal, pattern: RegExp): Placeholder[] {
  return [...text.matchAll(pattern)].map(({ 0: found, 1: name, index }) => ({
    span: { start: start + index, end: start + index + found.length },
    text: found,
    name: name ?? found.replace(/^\W+|\W+$/g, ''),
  }));
}
