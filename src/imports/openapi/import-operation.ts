/** Makes a connector of an operation. */
import { derivePermalink } from '../../registry/permalink.js';
import { UserError } from '../../text/user-error.js';
import type { DocumentRow, ImportedEntry, SimpleConnectorDocument } from '../imported-entry.js';
import { acceptOf } from './accept.js';
import { bodyOf } from './body.js';
import type { OpenApiDocument } from './document.js';
import { Draft } from './draft.js';
import { connectorName, prefixOf } from './names.js';
import { findOperation, type Operation } from './operations.js';
import { headerRows, parametersOf, queryRows } from './parameters.js';
import { pathTemplate } from './path.js';
import { securityOf } from './security.js';
import { serverTemplate } from './server.js';
import { member } from './values.js';

export interface ImportOperationOptions {
  /** Default: the summary, the operation's id, or method and path. */
  name?: string | undefined;
  /** Which of the operation's servers, counted from 0. Default: the first that a connector can call. */
  server?: number | undefined;
}

/** platform.md section 1. */
const longestUrl = 2048;
const longestPermalink = 255;

/**
 * @param id as `listOperations` names it, or `GET /path`
 * @throws UserError `openapi-unknown-operation`, `openapi-unknown-server`, `openapi-reference` or `openapi-url-too-long`
 */
export function importOperation(
  document: OpenApiDocument,
  id: string,
  options: ImportOperationOptions = {},
): ImportedEntry {
  const operation = findOperation(document, id);
  const draft = new Draft(prefixOf(document));
  if (member(operation.value, 'deprecated') === true)
    draft.note('The document calls the operation deprecated.');

  const parameters = parametersOf(document, operation);
  const server = serverTemplate(document, operation, draft, options.server);
  const path = pathTemplate(operation.path, parameters, draft);
  const security = securityOf(document, operation, server, draft);
  const body = bodyOf(document, operation, parameters, draft);
  const accept = acceptOf(document, operation, draft);

  const url = `${server}${path.template}`;
  if (url.length > longestUrl) throw urlTooLong(document, operation, url.length);
  const headers = unique(
    [
      ...security.headers,
      ...(accept === null ? [] : [{ key: 'Accept', value: accept }]),
      ...(body.contentType === null ? [] : [{ key: 'Content-Type', value: body.contentType }]),
      ...headerRows(parameters, draft).filter(({ key }) => !isHeaderOf(security.authentication, key)),
    ],
    (key) => key.toLowerCase(),
  );
  const query = unique([
    ...path.query,
    ...security.query,
    ...queryRows(parameters, draft).filter(({ key }) => !isQueryOf(security.authentication, key)),
  ]);
  const name = connectorName(operation, options.name);
  const connector: SimpleConnectorDocument = {
    name,
    permalink: derivePermalink(name).slice(0, longestPermalink).replace(/-$/, ''),
    url,
    method: operation.method,
    ...(headers.length > 0 && { headers }),
    ...(query.length > 0 && { query_parameters: query }),
    ...(path.rows.length > 0 && { path_parameters: path.rows }),
    ...(security.authentication && { authentication: security.authentication }),
    ...(body.template !== null && { request_body: body.template }),
  };
  return { connector, secrets: draft.secrets, variables: draft.variables, notes: draft.notes };
}

type Authentication = SimpleConnectorDocument['authentication'] | null;

const isHeaderOf = (authentication: Authentication, key: string): boolean =>
  authentication?.config?.in === 'header' &&
  String(authentication.config.key).toLowerCase() === key.toLowerCase();

const isQueryOf = (authentication: Authentication, key: string): boolean =>
  authentication?.config?.in === 'query' && authentication.config.key === key;

/** The first of each key: what security sets comes first. */
const unique = (rows: readonly DocumentRow[], identity = (key: string) => key): DocumentRow[] => {
  const keys = rows.map(({ key }) => identity(key));
  return rows.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
};

const urlTooLong = (document: OpenApiDocument, { id }: Operation, length: number): UserError =>
  new UserError({
    code: 'openapi-url-too-long',
    file: document.location,
    message: `The URL of '${id.slice(0, 100)}' would be ${length} characters long, and the platform allows ${longestUrl}.`,
  });
