/** Whether a document keeps to its specification: what does not is told at once, with its places. */
import type { ValidationResult } from '@readme/openapi-parser';
import { UserError } from '../../text/user-error.js';
import type { OpenApiDocument } from './document.js';
import { faultOf } from './fault.js';
import { locate, type Path } from './locate.js';
import { listOperations } from './operations.js';
import { piecesOf } from './pieces.js';
import type { ReadDocument } from './read-document.js';
import { skeletonOf } from './skeleton.js';
import { entriesOf, type JsonObject, oneLine } from './values.js';
import { eachReference } from './walk.js';

type Files = ReadonlyMap<string, ReadDocument>;

/** @throws UserError `openapi-invalid`, `openapi-reference`, `openapi-no-operations`, or for a document that would fill the memory */
export async function checkDocument(
  document: OpenApiDocument,
  files: Files,
  refused: ReadonlyMap<string, string>,
): Promise<void> {
  if (entriesOf(document.root, 'paths').length === 0) throw nothingToImport(document, 'no paths');
  await checkReferences(document, files, refused);
  await checkStructure(document, files);
  if (listOperations(document).length === 0) throw nothingToImport(document, 'no operations');
}

const nothingToImport = ({ location }: OpenApiDocument, what: string): UserError =>
  new UserError({
    code: 'openapi-no-operations',
    file: location,
    message: `The document has ${what}, so there is nothing to make a connector of.`,
  });

async function checkReferences(
  document: OpenApiDocument,
  files: Files,
  refused: ReadonlyMap<string, string>,
): Promise<void> {
  const broken: { reference: string; location: string; path: Path }[] = [];
  const checked = new Map<string, boolean>();
  for (const [location, { value }] of files) {
    eachReference(value, location, (node, path) => {
      const [file = ''] = node.$ref.split('#', 1);
      if (refused.has(file)) return;
      const isBroken = checked.get(node.$ref) ?? 'refused' in document.target({ $ref: node.$ref });
      checked.set(node.$ref, isBroken);
      if (isBroken) broken.push({ reference: node.$ref, location, path });
    });
  }
  const [first] = broken;
  const read = first && files.get(first.location);
  if (!first || !read) return;
  const others = broken.length > 1 ? ` ${broken.length - 1} more like it follow.` : '';
  throw new UserError({
    code: 'openapi-reference',
    file: first.location,
    ...(await locate(first.location, read, [...first.path, '$ref'])),
    message: `The reference ${oneLine(first.reference, 200)} leads nowhere, or back to itself.${others}`,
  });
}

/** What does not keep an operation from being imported. */
const lenient = {
  'array-without-items': 'warning',
  'duplicate-non-request-body-parameters': 'warning',
  'duplicate-operation-id': 'warning',
  'non-optional-path-parameters': 'warning',
  'path-parameters-not-in-parameters': 'warning',
  'path-parameters-not-in-path': 'warning',
} as const;

const mostShown = 5;

async function checkStructure(document: OpenApiDocument, files: Files): Promise<void> {
  const pieces = piecesOf(skeletonOf(document));
  for (let next = pieces.next(); !next.done; ) {
    const result = await checked(document, next.value);
    const harmful = result.valid ? [] : result.errors.filter(({ message }) => !isHarmless(message));
    if (!result.valid && harmful.length > 0) {
      const count = harmful.length + result.additionalErrors;
      const read = files.get(document.location);
      throw await structureError(document, read, next.value, harmful.slice(0, mostShown), count);
    }
    next = pieces.next(result.valid);
  }
}

async function checked(document: OpenApiDocument, piece: JsonObject): Promise<ValidationResult> {
  const { validate } = await import('@readme/openapi-parser');
  // Whatever it is asked to check, it reads nothing: the copy has no references.
  return validate(piece as never, {
    resolve: { external: false, file: false },
    validate: {
      rules: { openapi: lenient, swagger: { ...lenient, 'unknown-required-schema-property': 'warning' } },
    },
  }).catch((error: unknown) => {
    // Its own checks take the types of some parts for granted.
    throw invalid(document, { message: 'a part of it has another type than it must have', cause: error });
  });
}

async function structureError(
  document: OpenApiDocument,
  read: ReadDocument | undefined,
  piece: JsonObject,
  errors: readonly { message: string }[],
  count: number,
): Promise<UserError> {
  const json = JSON.stringify(piece, null, 2);
  const faults = errors.map(({ message }) => faultOf(message, json));
  const place = faults[0] && read ? await locate(document.location, read, faults[0].path) : {};
  const shown = faults.map(({ reason, path }) => `${reason}${whereOf(path)}`);
  const more = count > shown.length ? `; and ${count - shown.length} more` : '';
  return invalid(document, { ...place, message: `${shown.join('; ')}${more}` });
}

/** Unknown keys, and responses that nobody describes: documents abound with both, and no request depends on them. */
const isHarmless = (message: string): boolean =>
  /must NOT have (?:additional|unevaluated) properties|must have required property 'description'/.test(
    message.split('\n', 1)[0] ?? '',
  );

const invalid = (
  document: OpenApiDocument,
  { message, ...rest }: { message: string; line?: number; column?: number; cause?: unknown },
): UserError =>
  new UserError({
    code: 'openapi-invalid',
    file: document.location,
    message: `The document is not valid ${nameOf(document)}: ${message}.`,
    hint: 'Mend the document, or copy the operation into a document of its own.',
    ...rest,
  });

const whereOf = (path: Path): string => (path.length === 0 ? '' : ` at ${oneLine(path.join(' › '), 200)}`);

const nameOf = ({ specification }: OpenApiDocument): string =>
  specification === 'swagger-2'
    ? 'Swagger 2.0'
    : specification === 'openapi-3.0'
      ? 'OpenAPI 3.0'
      : 'OpenAPI 3.1';
