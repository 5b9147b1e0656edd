/** What stands in a URL in place of a value that somebody forgot to fill in. Only what can be nothing else. */
import type { Span } from '../../text/source.js';
import type { Literal, UrlText } from './url-text.js';

export interface Placeholder {
  /** In the template. */
  readonly span: Span;
  readonly text: string;
  /** `topicId` of `{topicId}`. */
  readonly name: string;
}

/** `{name}`, `{ name }`, `{name}}`, `${name}`; the name may have a path. */
const braced = /\$?(?<!\{)\{\s*([A-Za-z_][\w.-]*)\s*\}{1,2}(?!\})/g;

const owners = 'company|domain|subdomain|instance|tenant|org|organi[sz]ation|workspace';
const things = `${owners}|site|community|account|server|host|hostname|project|environment|store|shop|app|api|name`;
const attributes = 'id|name|key|token|here|url|secret';

const leftOver = [
  // <tenant>, <your domain>
  /<[A-Za-z][\w .-]*>/,
  // {your-domain}, {YOUR_INSTANCE}, [your-instance]
  /\$?(?<!\{)\{\s*(?:your|YOUR)[ \w-]*\}(?!\})/,
  /\[(?:your|YOUR)[ _-][ \w-]*\]/,
  // YOUR_INSTANCE, ENTER_YOUR_TENANT, YOUR-DOMAIN
  /(?<![A-Za-z0-9])(?:[A-Z0-9]+[_-])*YOUR[_-][A-Z0-9]+(?:[_-][A-Z0-9]+)*(?![A-Za-z0-9])/,
  // In a host, all that could be somebody's; /your-account/ may be a real path.
  new RegExp(`(?<=//(?:[^/]*\\.)?)[Yy]our[_-]?(?:${things})(?:[_-](?:${attributes}))*(?=[.:/]|$)`),
  new RegExp(`(?<![\\w-])[Yy]our[_-]?(?:${owners})(?:[_-](?:${attributes}))*(?![\\w-])`),
  new RegExp(`(?<![\\w-])[Yy]our(?:[_-](?:${things}|api|client|user))*(?:[_-](?:${attributes}))+(?![\\w-])`),
  new RegExp(
    `(?<=//(?:[^/]*\\.)?)(?:MY[_-])?(?:${owners.toUpperCase()}|ACCOUNT|SERVER|HOST)(?:_?(?:NAME|ID|URL))?(?=[.:/]|$)`,
  ),
  // CHANGEME, change-me, REPLACE_ME, REPLACE_WITH_HOST, INSERT_HOST_HERE, PLACEHOLDER, __TENANT__
  /(?<![A-Za-z0-9])(?:CHANGE[_-]?ME|REPLACE[_-]?ME|REPLACE_(?:WITH|THIS)(?:_[A-Z0-9]+)*|changeme|change[_-]me|replace[_-]me|(?:[A-Z0-9]+_)+HERE|__[A-Z][A-Z0-9_]*?__|PLACEHOLDER)(?![A-Za-z0-9])/,
  // xxx, xxxxxxxx-xxxx; `.xxx` is a top-level domain
  /(?<=[/=&])(?:x{3,}|X{3,})(?:-(?:x{3,}|X{3,}))*(?=[/.?&#:]|$)/,
  /(?<=\.)(?:x{3,}|X{3,})(?=\.)/,
  // /:topicId
  /(?<=\/)(?<![:/]\/):[A-Za-z_]\w*(?=[/?#]|$)/,
];

const leftOverPlaceholder = new RegExp(leftOver.map(({ source }) => source).join('|'), 'g');

/** Placeholders that their writer meant to replace by hand. */
export const leftOverPlaceholders = ({ literals, defaults }: UrlText): Placeholder[] =>
  [...literals, ...defaults].flatMap((literal) => matches(literal, leftOverPlaceholder));

/** Placeholders that somebody took for templates. */
export function bracedPlaceholders(url: UrlText): Placeholder[] {
  const leftOvers = new Set(leftOverPlaceholders(url).map(({ span }) => span.start));
  return url.literals.flatMap((literal) =>
    literal.text.includes('{')
      ? matches(literal, braced).filter(({ span }) => !leftOvers.has(span.start))
      : [],
  );
}

/** Of both kinds, in no order. */
export const placeholdersIn = (url: UrlText): Placeholder[] => [
  ...leftOverPlaceholders(url),
  ...bracedPlaceholders(url),
];

function matches({ text, start }: Literal, pattern: RegExp): Placeholder[] {
  return [...text.matchAll(pattern)].map(({ 0: found, 1: name, index }) => ({
    span: { start: start + index, end: start + index + found.length },
    text: found,
    name: name ?? found.replace(/^\W+|\W+$/g, ''),
  }));
}
