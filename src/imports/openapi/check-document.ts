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
      if (refused.has(file) || path.some(isDispensable)) return;
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

/** No request depends on answers, and one whose schema cannot be read sends the payload as it comes. */
const isDispensable = (key: Path[number]): boolean =>
  ['responses', 'callbacks', 'webhooks', 'schema', 'schemas', 'definitions'].includes(String(key));

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
    if (!result.valid) {
      const json = JSON.stringify(next.value, null, 2);
      const harmful = result.errors.filter(({ message }) => !isHarmless(message, json));
      const count = harmful.length + result.additionalErrors;
      const read = files.get(document.location);
      if (harmful.length > 0) throw await structureError(document, read, json, harmful, count);
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
  json: string,
  errors: readonly { message: string }[],
  count: number,
): Promise<UserError> {
  const faults = errors.slice(0, mostShown).map(({ message }) => faultOf(message, json));
  const place = faults[0] && read ? await locate(document.location, read, faults[0].path) : {};
  const shown = faults.map(({ reason, path }) => `${reason}${whereOf(path)}`);
  const more = count > shown.length ? `; and ${count - shown.length} more` : '';
  return invalid(document, { ...place, message: `${shown.join('; ')}${more}` });
}

/** Unknown keys, parts that are left out and bounds of values: documents abound with them, and no request depends on them. */
function isHarmless(message: string, json: string): boolean {
  const [sentence = ''] = message.split('\n', 1);
  if (harmlessAnywhere.test(sentence)) return true;
  if (!harmlessInSchemas.test(sentence)) return false;
  const { path } = faultOf(message, json);
  const [key = ''] = path.filter((each) => !/^\d+$/.test(String(each))).slice(-1);
  return bounds.has(String(key)) && path.some(isDispensable);
}

const harmlessAnywhere =
  /must NOT have (?:additional|unevaluated) properties|must NOT have fewer than 1 (?:properties|items)|must have required property '(?:description|responses|required|schema)'/;
const harmlessInSchemas =
  /must (?:be (?:array|boolean|integer|number|object|string)|NOT have duplicate items)/;
/** `type` is a list in 3.1, and `required` a boolean in older drafts of JSON Schema. */
const bounds = new Set([
  ...[
    'type',
    'required',
    'enum',
    'nullable',
    'readOnly',
    'writeOnly',
    'deprecated',
    'discriminator',
    'pattern',
  ],
  ...['minLength', 'maxLength', 'minItems', 'maxItems', 'uniqueItems', 'minProperties', 'maxProperties'],
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'title', 'description'],
]);

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
