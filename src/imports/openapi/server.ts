/** Where an operation's requests go: origin and base path, as the beginning of a URL template. platform.md section 2. */
import { UserError } from '../../text/user-error.js';
import type { OpenApiDocument } from './document.js';
import type { Draft } from './draft.js';
import type { Operation } from './operations.js';
import { encodedPath, isPlaceholder, refusedHost } from './safe-url.js';
import { isObject, type JsonObject, listOf, member, oneLine, textOf, textsOf } from './values.js';

/**
 * @param index counts from 0, among the servers of the operation
 * @returns a template without a slash at its end
 * @throws UserError `openapi-unknown-server`
 */
export function serverTemplate(
  document: OpenApiDocument,
  operation: Operation,
  draft: Draft,
  index?: number,
): string {
  const servers = serversOf(document, operation);
  if (index !== undefined && servers[index] === undefined) {
    throw new UserError({
      code: 'openapi-unknown-server',
      file: document.location,
      message: `There is no server ${index}: the operation has ${servers.length || 'none'}.`,
      hint: `They count from 0: ${servers
        .map((each, at) => `${at} is ${shown(each)}`)
        .slice(0, 10)
        .join(', ')}.`,
    });
  }
  const chosen = servers[index ?? bestOf(servers)];
  if (chosen && servers.length > 1 && index === undefined) {
    const others = servers
      .filter((each) => each !== chosen)
      .slice(0, 5)
      .map(shown);
    draft.note(`The requests go to ${shown(chosen)}; the document also has ${others.join(', ')}.`);
  }
  return chosen
    ? templateOf(chosen, document, draft)
    : hostVariable('', 'The document names no server', draft);
}

function serversOf(document: OpenApiDocument, { value, pathItem }: Operation): JsonObject[] {
  if (document.specification === 'swagger-2') return swaggerServers(document, value);
  const own = [value, pathItem, document.root].map((each) => listOf(each, 'servers').filter(isObject));
  return own.find((each) => each.length > 0) ?? [];
}

function swaggerServers({ root, location }: OpenApiDocument, operation: JsonObject): JsonObject[] {
  const host = textOf(root, 'host') ?? hostOf(location);
  const path = textOf(root, 'basePath') ?? '';
  if (host === null) return path === '' ? [] : [{ url: path }];
  const schemes = [...textsOf(operation, 'schemes'), ...textsOf(root, 'schemes')];
  const scheme = schemes.length === 0 || schemes.includes('https') ? 'https' : 'http';
  return [{ url: `${scheme}://${host}${path.startsWith('/') || path === '' ? path : `/${path}`}` }];
}

const hostOf = (location: string): string | null => (isHttp(location) ? new URL(location).host : null);
const isHttp = (text: string): boolean => /^https?:\/\//i.test(text);
const shown = (server: JsonObject): string => oneLine(withoutUser(textOf(server, 'url') ?? ''), 100);
const withoutUser = (url: string): string => url.replace(/\/\/[^/?#@]*@/, '//');

/** The first that connectors can call, else the first. */
const bestOf = (servers: readonly JsonObject[]): number =>
  Math.max(
    0,
    servers.findIndex((each) =>
      /^https:\/\/(?!localhost|127\.|10\.|192\.168\.)/i.test(textOf(each, 'url') ?? ''),
    ),
  );

const shape = /^([a-z][a-z0-9+.-]*|\{[^{}]+\}):\/\/([^/?#]*)([^?#]*)(.*)$/is;

function templateOf(server: JsonObject, document: OpenApiDocument, draft: Draft): string {
  const url = withoutUser((textOf(server, 'url') ?? '').trim());
  if (url !== textOf(server, 'url')?.trim())
    draft.note('The user and password in the URL of the server were left out.');
  const whole = /^\{([^{}]+)\}(.*)$/s.exec(url);
  const origin = whole && !whole[2]?.startsWith('://') ? defaultOf(server, whole[1] ?? '') : '';
  // `{base}/v1`, where the variable is a whole origin.
  const text = isHttp(origin) ? `${origin.replace(/\/$/, '')}${whole?.[2]}` : url;
  const [, protocol, authority = '', path = '', rest = ''] = shape.exec(text) ?? [];
  if (protocol === undefined) return relativeTemplate(text, server, document, draft);
  noteProtocol(protocol, server, draft);
  if (rest !== '') draft.note('The query or fragment in the URL of the server was left out.');
  const base = pathTemplate(path, server, draft);
  const host = hostTemplate(authority, server, draft);
  return host === null
    ? hostVariable(base, `The server ${oneLine(text, 100)} cannot be called by a connector`, draft)
    : `https://${host}${base}`;
}

/** Relative servers start from where the document was found. */
function relativeTemplate(
  url: string,
  server: JsonObject,
  { location }: OpenApiDocument,
  draft: Draft,
): string {
  const path = url.replace(/[?#].*$/s, '');
  if (isHttp(location) && !path.startsWith('{')) {
    const base = new URL(filled(path, server), location);
    return templateOf({ url: base.href }, { location: '' } as OpenApiDocument, draft);
  }
  const base = path.replace(/^\{[^{}]+\}/, '').replace(/^\.*(?=\/)/, '');
  return hostVariable(
    pathTemplate(base.replace(/^(?=[^/])/, '/'), server, draft),
    'The server of the document has no host',
    draft,
  );
}

function hostVariable(base: string, why: string, draft: Draft): string {
  const variable = draft.variable('host', '');
  draft.note(`${why}: set the variable '${draft.prefix}_host' to the host of the API.`);
  return `https://${variable}${base}`;
}

function noteProtocol(protocol: string, server: JsonObject, draft: Draft): void {
  const name = /^\{(.+)\}$/.exec(protocol)?.[1];
  const written = name === undefined ? protocol : defaultOf(server, name);
  if (written.toLowerCase() === 'https') return;
  const hasSecure = name !== undefined && textsOf(variableOf(server, name), 'enum').includes('https');
  if (!hasSecure)
    draft.note(
      `The server of the document has the protocol ${oneLine(written, 20)}; connectors call HTTPS only, so its URL begins with https://.`,
    );
}

/** Null where a connector may not call it. */
function hostTemplate(authority: string, server: JsonObject, draft: Draft): string | null {
  const [, name = '', port = ''] = /^(.*?)(?::(\d+|\{[^{}]+\}))?$/s.exec(authority) ?? [];
  const labels = name.split('.').map((label) => hostLabel(label, server, draft));
  const probe = labels.map(({ probe: text }) => text).join('.');
  const plainPort = filled(port, server);
  if (refusedHost(probe) !== null || !/^(?:\d{1,5})?$/.test(plainPort)) return null;
  const template = labels.map(({ variable, text }) =>
    variable === null ? text : draft.variable(variable.name, variable.value),
  );
  return `${template.join('.')}${plainPort === '' || plainPort === '443' ? '' : `:${plainPort}`}`;
}

interface Label {
  readonly text: string;
  /** As the label looks with a value in it. */
  readonly probe: string;
  readonly variable: { readonly name: string; readonly value: string } | null;
}

/** A variable stands for a whole label or for nothing. */
function hostLabel(label: string, server: JsonObject, draft: Draft): Label {
  const name = /^\{([^{}]+)\}$/.exec(label)?.[1];
  const text = filled(label, server);
  if (name === undefined && !isPlaceholder(text)) {
    if (text !== label)
      draft.note(
        `\`${oneLine(label, 60)}\` in the host is \`${oneLine(text, 60)}\`, the default of the document: a variable cannot stand for a part of a label.`,
      );
    return { text, probe: text, variable: null };
  }
  const choices = name === undefined ? [] : textsOf(variableOf(server, name), 'enum');
  if (name !== undefined && choices.length === 1 && !isPlaceholder(text))
    return { text, probe: text, variable: null };
  const value = isPlaceholder(text) ? '' : text;
  const own = name ?? (label.replace(/[^A-Za-z0-9]+/g, ' ').replace(/^(?:your|my) ?/i, '') || 'instance');
  const others =
    choices.length > 1
      ? ` (${choices
          .slice(0, 8)
          .map((each) => oneLine(each, 30))
          .join(', ')})`
      : '';
  draft.note(
    `The variable '${own}' of the server became a variable of the connector${others}${value === '' ? ': set it before the first call' : `; its value is ${oneLine(value, 60)}`}.`,
  );
  return { text, probe: value === '' ? 'x' : value, variable: { name: own, value } };
}

function pathTemplate(path: string, server: JsonObject, draft: Draft): string {
  return path
    .replace(/\/+$/, '')
    .split(/(\{[^{}]+\})/)
    .map((part) => {
      const name = /^\{([^{}]+)\}$/.exec(part)?.[1];
      if (name === undefined) return encodedPath(part);
      const value = defaultOf(server, name);
      if (!isPlaceholder(value)) return encodedPath(value.replace(/[?#]/g, encodeURIComponent));
      draft.note(
        `The variable '${oneLine(name, 60)}' of the server became a variable of the connector: set it before the first call.`,
      );
      return draft.variable(name, '');
    })
    .join('');
}

const variableOf = (server: JsonObject, name: string): unknown => member(member(server, 'variables'), name);

function defaultOf(server: JsonObject, name: string): string {
  const variable = variableOf(server, name);
  const value = member(variable, 'default') ?? textsOf(variable, 'enum')[0];
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

const filled = (text: string, server: JsonObject): string =>
  text.replace(/\{([^{}]+)\}/g, (_, name: string) => defaultOf(server, name));
