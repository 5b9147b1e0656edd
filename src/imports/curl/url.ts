/** The URL of a command: what of it stays in `url`. platform.md section 2. */
import { isAddressLiteral, isLocalName, refusedAddress } from '../../platform/addresses.js';
import { knownCredentials } from '../../text/credentials/formats.js';
import { isPlaceholder } from '../../text/credentials/placeholder.js';
import { type Expression, templateOf } from '../template-text.js';
import { placeholderIn } from './open-places.js';
import type { PastedText } from './pasted-text.js';
import type { Substitutions } from './shell/substitutions.js';
import { identifier, type StoredValues } from './stored-values.js';

export interface UrlContext {
  readonly pasted: PastedText;
  readonly substitutions: Substitutions;
  readonly values: StoredValues;
  /** Where the URL stands in the command, in UTF-16 units. */
  readonly at: number;
  readonly isGlobOff: boolean;
  readonly notes: string[];
}

export interface ReadUrl {
  /** Without query and fragment, as a template. */
  readonly url: string;
  /** As names go by it: `stripe` of api.stripe.com. */
  readonly service: string;
  /** The path as a person would write it. */
  readonly path: string;
  readonly pathParameters: readonly string[];
  /** Without the question mark; null where there is none. */
  readonly query: string | null;
  /** `user:password` before the host, decoded. */
  readonly user: string | null;
}

const shape =
  /^(?:([A-Za-z][A-Za-z0-9+.-]*):\/\/)?(?:([^/?#]*)@)?([^/?#]*)([^?#]*)(?:\?([^#]*))?(#[\s\S]*)?$/;

/** @throws {UserError} `curl-url`, `curl-several-urls` */
export function readUrl(written: string, context: UrlContext): ReadUrl {
  const { notes, pasted, at } = context;
  const [, scheme, user, host = '', path = '', query, fragment] = shape.exec(written.trim()) ?? [];
  if (scheme !== undefined && !/^https?$/i.test(scheme)) {
    throw pasted.fault(
      at,
      'curl-url',
      `The URL begins with ${scheme}://`,
      'A connector calls HTTPS addresses only.',
    );
  }
  if (fragment !== undefined)
    notes.push('What follows the # of the URL was left out: curl does not send it either.');
  const origin = originOf(scheme, host, context);
  const read = pathOf(path, context);
  return {
    url: origin.url + (read.template === '' && query === undefined ? '' : read.template),
    service: serviceOf(origin.name),
    path: context.substitutions.written(path),
    pathParameters: read.parameters,
    query: query ?? null,
    user: user === undefined ? null : decoded(user.includes(':') ? user : `${user}:`),
  };
}

export function decoded(text: string): string {
  return text.replace(/(?:%[0-9A-Fa-f]{2})+/g, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes;
    }
  });
}

/** A variable may stand for a label of the host, the host or the whole origin. */
function originOf(
  scheme: string | undefined,
  host: string,
  context: UrlContext,
): { url: string; name: string } {
  const { notes, pasted, at, substitutions, values } = context;
  if (host === '') throw pasted.fault(at, 'curl-url', 'The URL has no host', 'Write the whole address.');
  const [, hostname = host, port = ''] = /^(.*?)(:\d*)?$/s.exec(host) ?? [];
  let isOpen = false;
  const labels = hostname.startsWith('[') ? [hostname] : hostname.split('.');
  const pieces = labels.map((label): string => {
    const parts = substitutions.split(label);
    const open = placeholderIn(label);
    const [part] = parts;
    if (part !== undefined && typeof part !== 'string' && parts.length === 1) {
      isOpen = true;
      const name = substitutions.written(label).replace(/\W+/g, ' ').trim();
      return templateOf([values.substitution('variable', part, part.name ?? identifier(name))]);
    }
    if (open !== null) {
      isOpen = true;
      notes.push(`'${label}' in the host became a variable.`);
      return templateOf([values.variable(identifier(open), null)]);
    }
    if (parts.every((each) => typeof each === 'string')) return label;
    throw pasted.fault(
      at,
      'curl-url',
      'Part of a label of the host is a variable, and the platform takes whole labels only',
      'Put the whole host into one variable.',
    );
  });
  const name = substitutions.written(hostname);
  if (scheme === undefined && isOpen && labels.length === 1 && port === '') {
    notes.push(
      `The variable at the beginning of the URL has to hold the whole origin, such as https://api.acme.io.`,
    );
    return { url: pieces.join('.'), name };
  }
  const checked = isOpen ? pieces.join('.') : checkedHost(hostname, context);
  if (scheme?.toLowerCase() === 'http' || scheme === undefined) {
    const was = scheme === undefined ? 'has no protocol, which is http for curl' : 'begins with http://';
    notes.push(`The URL ${was}; it was written with https://, as connectors call nothing else.`);
  }
  // Port 80 is that of http, where the command means it.
  const isDefault = port === ':' || port === ':443' || (port === ':80' && scheme?.toLowerCase() !== 'https');
  return { url: `https://${checked}${isDefault ? '' : port}`, name };
}

/** Letters beyond ASCII in the form that DNS knows. */
function checkedHost(hostname: string, { pasted, at, notes }: UrlContext): string {
  const name = URL.canParse(`https://${hostname}/`) ? new URL(`https://${hostname}/`).hostname : null;
  if (name === null || /[^\w.:[\]-]/.test(name)) {
    throw pasted.fault(
      at,
      'curl-url',
      'The host of the URL is not valid',
      'Write the real host, or a variable of the shell for it: https://$HOST/path.',
    );
  }
  if (isLocalName(name) || (isAddressLiteral(name) && refusedAddress(name) !== null)) {
    notes.push(
      `The platform refuses ${hostname}: connectors reach public addresses only. On this machine a route leads there.`,
    );
  }
  return /^[\w.:[\]-]+$/.test(hostname) ? hostname : name;
}

/** `api.stripe.com` becomes `stripe`, `acme.zendesk.com` `zendesk`, `shop.acme.co.uk` `acme`. */
function serviceOf(hostname: string): string {
  if (hostname.startsWith('[') || /^[\d.]+$/.test(hostname)) return 'api';
  const labels = hostname
    .toLowerCase()
    .split('.')
    .filter((label) => label !== '');
  const isShortPair =
    labels.length > 2 &&
    (labels.at(-1)?.length ?? 0) === 2 &&
    /^(?:com?|org|net|ac|gov)$/.test(labels.at(-2) ?? '');
  const own = labels.length === 1 ? labels[0] : labels.at(isShortPair ? -3 : -2);
  return identifier(own ?? 'api');
}

interface ReadPath {
  readonly template: string;
  readonly parameters: readonly string[];
}

const globPiece =
  /\\[{}[\]]|\{\{[^{}]*\}\}|\$?\{[^{}]*\}|\[[^[\]]*\]|<[^<>/]*>|(?:(?!\$\{)[^\\{[<])+|[\s\S]/g;

/** `{order_id}` is how documentation writes what the caller gives: a path parameter. */
function pathOf(path: string, context: UrlContext): ReadPath {
  const parameters = new Set<string>();
  const pieces = (context.isGlobOff ? [path] : (path.match(globPiece) ?? [])).flatMap(
    (piece): (string | Expression)[] => {
      const open = placeholderIn(piece);
      if (severalIn.test(piece)) throw severalUrls(context);
      if (open === null) return literalPath(/^\\[{}[\]]$/.test(piece) ? piece.slice(1) : piece, context);
      return parameterPieces(open, parameters);
    },
  );
  const names = [...parameters];
  if (names.length > 0) {
    const list = names.map((name) => `\`${name}\``).join(', ');
    context.notes.push(
      `${list} in braces became ${names.length === 1 ? 'a path parameter' : 'path parameters'}: the caller gives the value.`,
    );
  }
  return { template: templateOf(pieces), parameters: names };
}

function parameterPieces(written: string, parameters: Set<string>): Expression[] {
  const name = identifier(written);
  parameters.add(name);
  return [{ expression: `pathParams.${name}` }];
}

const severalIn = /\{[^{},\s"':]*,[^{}\s"':]*\}|\[\w+-\w+(?::\d+)?\]/;

/** @throws {UserError} `curl-several-urls`, where curl would make several of the query */
export function refuseSeveral(query: string, context: UrlContext): void {
  if (!context.isGlobOff && severalIn.test(query)) throw severalUrls(context);
}

const severalUrls = ({ pasted, at }: UrlContext) =>
  pasted.fault(
    at,
    'curl-several-urls',
    'Braces or brackets of the URL make several URLs of it, and a connector has one',
    'Write one of them, or add -g if the characters belong to the URL.',
  );

/** `<id>` of documentation, too, where it is a whole segment. */
function literalPath(text: string, context: UrlContext): (string | Expression)[] {
  const { substitutions, values, notes } = context;
  return substitutions.split(text).flatMap((piece): (string | Expression)[] => {
    if (typeof piece !== 'string') return [values.substitution('variable', piece, 'path')];
    const credentials = credentialsOfPath(piece);
    if (credentials.length === 0) return [encodedPath(piece)];
    notes.push(
      'The path holds a credential. Templates of a URL see no secrets, so it became a variable: give its value, which is not shown here, with --variable where the configuration is shared.',
    );
    const pieces: (string | Expression)[] = [];
    let end = 0;
    for (const each of credentials) {
      pieces.push(encodedPath(piece.slice(end, each.start)));
      pieces.push(values.credential('path_token', piece.slice(each.start, each.end)));
      end = each.end;
    }
    return [...pieces, encodedPath(piece.slice(end))];
  });
}

/** Hooks of Slack and Discord and bots of Telegram: whoever knows the path may write. */
const ofHook =
  /(?<=\/services\/T[A-Z0-9]{2,20}\/B[A-Z0-9]{2,20}\/)[A-Za-z0-9]{16,40}|(?<=\/webhooks\/\d{15,22}\/)[\w-]{40,100}|(?<=\/bot)\d{5,12}:[\w-]{30,50}/g;

function credentialsOfPath(text: string): { start: number; end: number }[] {
  const known = knownCredentials(text);
  if (known.length > 0) return known;
  return [...text.matchAll(ofHook)].flatMap(({ index, 0: found }) =>
    isPlaceholder(found) ? [] : [{ start: index, end: index + found.length }],
  );
}

const unencoded = /%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9\-._~:/?#@!$&'()*+,;=%]+/gu;

const encodedPath = (text: string): string =>
  text.toWellFormed().replace(unencoded, (found) => encodeURIComponent(found));
