import { derivePermalink } from '../../registry/permalink.js';
import { methods } from '../../registry/rules/registry-fields.js';
import { listNames } from '../../text/suggest.js';
import type { DocumentRow, ImportedEntry, SimpleConnectorDocument } from '../imported-entry.js';
import { requestBody } from './body.js';
import { connectorName } from './connector-name.js';
import { type ApiKey, Credentials } from './credentials.js';
import { type CurlRequest, curlRequest } from './curl-request.js';
import { type CurlHeader, joined, withoutNoise } from './headers.js';
import { PastedText } from './pasted-text.js';
import { queryOf } from './query.js';
import { readArguments } from './read-arguments.js';
import { readCommand } from './read-command.js';
import { Substitutions } from './shell/substitutions.js';
import { StoredValues } from './stored-values.js';
import { readUrl } from './url.js';

/**
 * A connector that sends what the command sends. Credentials of the command become secrets.
 *
 * @param command as it was copied for sh, bash, zsh, cmd or PowerShell
 * @throws {UserError} codes `curl-...`, for what is no command of curl, or one that no connector can do. The message says where,
 *   and repeats no value of the command but names of files
 */
export function importCurl(command: string, options: { name?: string } = {}): ImportedEntry {
  const pasted = new PastedText(command);
  const substitutions = new Substitutions(command);
  const shell = readCommand(pasted, substitutions);
  const source = { pasted, substitutions, input: shell.input };
  const request = curlRequest(readArguments(shell.words, pasted), source);
  checkMethod(request, pasted);

  const values = new StoredValues();
  const notes = [...shell.notes, ...request.notes];
  const context = { ...source, values, at: request.url.at, isGlobOff: request.isGlobOff, notes };
  const url = readUrl(request.url.value, context);
  const credentials = new Credentials(url.service, substitutions, values);

  const { headers, apiKey } = headersOf(request, url.user, credentials, notes);
  const query = queryOf([...(url.query === null ? [] : [url.query]), ...request.query], {
    ...context,
    credentials,
    url: url.query,
    mayAuthenticate: apiKey === null,
  });
  const authentication = apiKey ?? query.apiKey;
  const body = requestBody(request.body, substitutions, notes);

  const name = options.name ?? connectorName(request.method, url.path, url.service);
  const connector: SimpleConnectorDocument = {
    name,
    permalink: derivePermalink(name) || 'connector',
    url: url.url + query.inUrl,
    method: request.method,
    ...(headers.length > 0 ? { headers } : {}),
    ...(query.rows.length > 0 ? { query_parameters: query.rows } : {}),
    ...(url.pathParameters.length > 0 ? { path_parameters: url.pathParameters.map((key) => ({ key })) } : {}),
    ...(authentication ? { authentication: { type: 'api_key', config: { ...authentication } } } : {}),
    ...(body === null ? {} : { request_body: body }),
  };
  return {
    connector,
    secrets: values.known('secret'),
    variables: values.known('variable'),
    notes: [...new Set([...notes, ...notesOfValues(values)])],
  };
}

function checkMethod({ method, url }: CurlRequest, pasted: PastedText): void {
  if (methods.some((each) => each === method)) return;
  throw pasted.fault(
    url.at,
    'curl-method',
    'The method of this request is none that a connector has',
    `Methods are ${listNames(methods)}.`,
  );
}

const ofOneRequest = /^(?:AWS4-|Digest\s|Signature\s|OAuth\s.*oauth_signature|Hawk\s)/i;

/** The first credential with a header of its own becomes the authentication of the connector. */
function headersOf(
  request: CurlRequest,
  userOfUrl: string | null,
  credentials: Credentials,
  notes: string[],
): { headers: DocumentRow[]; apiKey: ApiKey | null } {
  const { kept, dropped } = withoutNoise(request.headers);
  if (dropped.length > 0) {
    notes.push(`Headers that concern a browser or the connection only were left out: ${dropped.join(', ')}.`);
  }
  const { headers, twice } = joined(kept);
  for (const name of twice) notes.push(`The header ${name} stands twice; its values became one, in one row.`);
  if (headers.some(({ name, value }) => /^authorization$/i.test(name) && ofOneRequest.test(value))) {
    notes.push(
      'The Authorization header signs this one request: another needs another, which a connector cannot make.',
    );
  }
  const rows: DocumentRow[] = [];
  let apiKey: ApiKey | null = null;
  for (const header of headers) {
    const { name: key, value } = header;
    if (
      !/^authorization$/i.test(key) &&
      credentials.isOne(key, value) &&
      !/csrf|xsrf/i.test(key) &&
      !apiKey
    ) {
      apiKey = { key, value: credentials.secret(value, key), in: 'header' };
    } else rows.push({ key, value: templateFor(header, credentials) });
  }
  const user = request.user ?? userOfUrl;
  const isAuthorized =
    headers.some(({ name }) => /^authorization$/i.test(name)) || request.removed.has('authorization');
  if (user !== null && !isAuthorized) rows.unshift({ key: 'Authorization', value: credentials.basic(user) });
  return { headers: rows, apiKey };
}

function templateFor({ name, value }: CurlHeader, credentials: Credentials): string {
  if (/^authorization$/i.test(name)) return credentials.authorization(value);
  if (/^cookie$/i.test(name)) return credentials.cookie(value);
  return credentials.isOne(name, value) ? credentials.secret(value, name) : credentials.plain(value, name);
}

function notesOfValues(values: StoredValues): string[] {
  const notes: string[] = [];
  const quoted = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');
  const kept = values.known('secret').map(({ name }) => name);
  if (kept.length > 0) {
    notes.push(
      `Credentials of the command became secrets, which the platform needs under the same names: ${quoted(kept)}.`,
    );
  }
  for (const kind of ['secret', 'variable'] as const) {
    const open = values.open(kind);
    if (open.length === 0) continue;
    const which = open.length === 1 ? `the ${kind} ${quoted(open)}` : `the ${kind}s ${quoted(open)}`;
    notes.push(`Set ${which}: the command does not hold the value.`);
  }
  return notes;
}
