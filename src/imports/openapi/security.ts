/** What an operation asks for as proof: an `authentication` block, and headers and query parameters beside it. platform.md section 6. */
import type { DocumentRow, SimpleConnectorDocument } from '../imported-entry.js';
import { literalTemplate } from '../template-text.js';
import type { OpenApiDocument } from './document.js';
import type { Draft } from './draft.js';
import type { Operation } from './operations.js';
import { callableUrl } from './safe-url.js';
import { alternativesOf, clientCredentials, type Kind, kindsOf, type Scheme } from './schemes.js';
import { entriesOf, type JsonObject, oneLine, textOf } from './values.js';

export interface Security {
  authentication: NonNullable<SimpleConnectorDocument['authentication']> | null;
  headers: DocumentRow[];
  query: DocumentRow[];
}

export function securityOf(
  document: OpenApiDocument,
  operation: Operation,
  server: string,
  draft: Draft,
): Security {
  const security: Security = { authentication: null, headers: [], query: [] };
  const [chosen, ...others] = alternativesOf(document, operation);
  if (!chosen) return security;
  if (others.length > 0) {
    const names = others.slice(0, 5).map(shownAlternative).join(', ');
    draft.note(
      `The operation accepts several kinds of authentication; this connector has ${shownAlternative(chosen)}, and not ${names}.`,
    );
  }
  const kinds = kindsOf(document);
  for (const scheme of chosen) apply(scheme, security, { document, server, draft, kinds });
  return security;
}

interface Context {
  readonly document: OpenApiDocument;
  readonly server: string;
  readonly draft: Draft;
  /** Of all schemes of the document. */
  readonly kinds: readonly Kind[];
}

const shownAlternative = (schemes: readonly Scheme[]): string =>
  schemes.length === 0 ? 'none at all' : schemes.map(({ name }) => oneLine(name, 60)).join(' with ');

function apply(scheme: Scheme, security: Security, context: Context): void {
  const { draft } = context;
  const shown = oneLine(scheme.name, 60);
  const key = textOf(scheme.value, 'name') ?? '';
  const ownSecret = () => draft.secret(secretName(scheme, context), scheme.name);
  switch (scheme.kind) {
    case 'header-key':
    case 'query-key': {
      const place = scheme.kind === 'header-key' ? 'header' : 'query';
      const value = `{{ ${ownSecret()} }}`;
      if (security.authentication === null) {
        security.authentication = { type: 'api_key', config: { key, value, in: place } };
      } else if (place === 'query') security.query.push({ key, value });
      else addHeader(security, key, value, shown, draft);
      return;
    }
    case 'cookie-key':
      draft.note(`The API key of '${shown}' goes out in a \`Cookie\` header.`);
      addHeader(
        security,
        'Cookie',
        `${key.replace(/[^\w.~-]/g, encodeURIComponent)}={{ ${ownSecret()} }}`,
        shown,
        draft,
      );
      return;
    case 'bearer':
      addHeader(security, 'Authorization', `Bearer {{ ${ownSecret()} }}`, shown, draft);
      return;
    case 'basic': {
      const user = draft.secret(`${secretName(scheme, context)}_username`, scheme.name);
      const password = draft.secret(`${secretName(scheme, context)}_password`, scheme.name);
      addHeader(
        security,
        'Authorization',
        `Basic {{ (${user} ~ ':' ~ ${password}) | base64_encode }}`,
        shown,
        draft,
      );
      return;
    }
    case 'client-credentials':
      applyClientCredentials(scheme, security, context);
      return;
    case 'user-token':
      draft.note(
        `'${shown}' signs a user in (${flowsOf(scheme.value)}), which a connector cannot do: it sends a token from a secret, and you have to renew that.`,
      );
      addHeader(security, 'Authorization', `Bearer {{ ${ownSecret()} }}`, shown, draft);
      return;
    case 'unknown':
      draft.note(
        `The authentication '${shown}' (${oneLine(textOf(scheme.value, 'scheme') ?? textOf(scheme.value, 'type') ?? 'not defined', 40)}) was left out: connectors have nothing of its kind.`,
      );
  }
}

function applyClientCredentials(scheme: Scheme, security: Security, context: Context): void {
  const { draft, server } = context;
  if (security.authentication !== null) moveKey(security, draft);
  const flow = clientCredentials(scheme.value);
  const name = secretName(scheme, context);
  const config: Record<string, unknown> = {
    client_id: `{{ ${draft.secret(`${name}_client_id`, scheme.name)} }}`,
    client_secret: `{{ ${draft.secret(`${name}_client_secret`, scheme.name)} }}`,
    token_url: callableUrl(textOf(flow, 'tokenUrl') ?? '', server, 'token URL', 'auth_host', draft),
  };
  if (scheme.scopes.length > 0) config.scope = literalTemplate(scheme.scopes.join(' '));
  const taken = security.headers.findIndex(({ key }) => key.toLowerCase() === 'authorization');
  if (taken >= 0) {
    security.headers.splice(taken, 1);
    draft.note(
      `Only one kind of authentication can set the header Authorization: '${oneLine(scheme.name, 60)}' does.`,
    );
  }
  security.authentication = { type: 'oauth_client_credentials', config };
}

/** There is one block, and client credentials work nowhere else; a key works in a row as well. */
function moveKey(security: Security, draft: Draft): void {
  const { config } = security.authentication ?? {};
  security.authentication = null;
  const row = { key: String(config?.key), value: String(config?.value) };
  if (config?.in === 'query') security.query.push(row);
  else addHeader(security, row.key, row.value, row.key, draft);
}

function addHeader(security: Security, key: string, value: string, scheme: string, draft: Draft): void {
  const { authentication, headers } = security;
  const own =
    authentication?.type === 'api_key' && authentication.config?.in === 'header'
      ? String(authentication.config.key)
      : authentication && authentication.type !== 'api_key'
        ? 'Authorization'
        : null;
  const isTaken = [own, ...headers.map((row) => row.key)].some(
    (each) => each?.toLowerCase() === key.toLowerCase(),
  );
  if (isTaken) draft.note(`'${scheme}' was left out: the header ${oneLine(key, 60)} is set already.`);
  else headers.push({ key, value });
}

/** What the only scheme of its kind calls its secret; where there are several, their names tell them apart. */
const secretNames: Record<Kind, string> = {
  'header-key': 'api_key',
  'query-key': 'api_key',
  'cookie-key': 'session',
  bearer: 'token',
  'user-token': 'token',
  basic: '',
  'client-credentials': '',
  unknown: '',
};

function secretName({ name, kind }: Scheme, { kinds, draft }: Context): string {
  const own = secretNames[kind];
  const alike = kinds.filter((each) => (own === '' ? each === kind : secretNames[each] === own));
  return alike.length > 1 ? name : own || draft.prefix;
}

function flowsOf(scheme: JsonObject | null): string {
  const flows = entriesOf(scheme, 'flows').map(([name]) => name);
  const flow = textOf(scheme, 'flow');
  return oneLine(flow ?? (flows.length > 0 ? flows.join(', ') : (textOf(scheme, 'type') ?? '')), 80);
}
