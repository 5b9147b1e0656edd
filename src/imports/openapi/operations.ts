/** The operations of a document, and the names that a user can call them by. */
import { listNames, suggest } from '../../text/suggest.js';
import { UserError } from '../../text/user-error.js';
import type { OpenApiDocument } from './document.js';
import { entriesOf, isObject, type JsonObject, member, oneLine, textOf, textsOf } from './values.js';

export interface OperationSummary {
  /** The `operationId`, or `get-/path` where there is none or another operation has the same. */
  readonly id: string;
  /** In capitals. */
  readonly method: string;
  readonly path: string;
  /** One line; empty where the document has none. */
  readonly summary: string;
  readonly tags: readonly string[];
  readonly deprecated: boolean;
}

export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly value: JsonObject;
  readonly pathItem: JsonObject;
}

/** platform.md section 1. A TRACE cannot be sent. */
const methods = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'];

/** In the order of the document. */
export function listOperations(document: OpenApiDocument): OperationSummary[] {
  return operationsOf(document).map(({ id, method, path, value }) => ({
    id,
    method,
    path,
    summary: oneLine(textOf(value, 'summary') ?? textOf(value, 'description')?.split('\n', 1)[0] ?? '', 200),
    tags: textsOf(value, 'tags'),
    deprecated: member(value, 'deprecated') === true,
  }));
}

/** By its id, or as `get-/path` or `GET /path`. @throws UserError `openapi-unknown-operation` */
export function findOperation(document: OpenApiDocument, id: string): Operation {
  const operations = operationsOf(document);
  const wanted = id
    .trim()
    .replace(/^([A-Za-z]+)[\s:-]+(?=\/)/, (_, method: string) => `${method.toLowerCase()}-`);
  const found =
    operations.find((each) => each.id === id) ??
    operations.find((each) => pathId(each.method, each.path) === wanted);
  if (found) return found;
  const ids = operations.map((each) => each.id);
  const byPath = operations.map((each) => pathId(each.method, each.path));
  const near = suggest(wanted, wanted.includes('/') ? byPath : ids);
  const ofPath = operations.filter((each) => each.path === id).map((each) => each.id);
  throw new UserError({
    code: 'openapi-unknown-operation',
    file: document.location,
    message: `The document has no operation '${oneLine(id, 100)}'.`,
    hint: near
      ? `Did you mean ${near}?`
      : `It has ${listNames(ofPath.length > 0 ? ofPath : ids) || 'none that a connector could call'}.`,
  });
}

function operationsOf(document: OpenApiDocument): Operation[] {
  const found: Operation[] = [];
  const taken = new Set<string>();
  for (const [path, item] of entriesOf(document.root, 'paths')) {
    const target = document.target(item);
    const pathItem = 'value' in target ? target.value : null;
    if (!path.startsWith('/') || !isObject(pathItem)) continue;
    for (const [key, value] of Object.entries(pathItem)) {
      if (!methods.includes(key) || !isObject(value)) continue;
      const method = key.toUpperCase();
      const own = textOf(value, 'operationId')?.trim() ?? '';
      const id = own === '' || taken.has(own) ? pathId(method, path) : own;
      taken.add(id);
      found.push({ id, method, path, value, pathItem });
    }
  }
  return found;
}

const pathId = (method: string, path: string): string => `${method.toLowerCase()}-${path}`;
