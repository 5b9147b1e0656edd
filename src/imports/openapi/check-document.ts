/** Whether a document keeps to its specification: what does not is told at once, with its places. */
import { getLocation } from 'jsonc-parser';
import { UserError } from '../../text/user-error.js';
import type { OpenApiDocument } from './document.js';
import { locate, type Path } from './locate.js';
import { listOperations } from './operations.js';
import type { ReadDocument } from './read-document.js';
import { skeletonOf } from './skeleton.js';
import { entriesOf, oneLine } from './values.js';
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
  const { validate } = await import('@readme/openapi-parser');
  const skeleton = skeletonOf(document);
  // Whatever it is asked to check, it reads nothing: the copy has no references.
  const result = await validate(skeleton as never, {
    resolve: { external: false, file: false },
    validate: {
      rules: { openapi: lenient, swagger: { ...lenient, 'unknown-required-schema-property': 'warning' } },
    },
  }).catch((error: unknown) => {
    // Its own checks take the types of some parts for granted.
    throw invalid(document, { message: 'a part of it has another type than it must have', cause: error });
  });
  if (result.valid) return;
  const faults: Fault[] = result.errors.map(({ message }) => faultOf(message, skeleton));
  const read = files.get(document.location);
  const [first] = faults;
  const place = first && read ? await locate(document.location, read, first.path) : {};
  const shown = faults.slice(0, mostShown).map(({ reason, path }) => `${reason}${whereOf(path)}`);
  const count = faults.length + result.additionalErrors;
  const more = count > mostShown ? `; and ${count - mostShown} more` : '';
  throw invalid(document, { ...place, message: `${shown.join('; ')}${more}` });
}

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

interface Fault {
  readonly reason: string;
  readonly path: Path;
}

/**
 * The message is a sentence, and often an excerpt of the document as JSON whose marked line and column tell the place:
 * `> 12 |   "foo": 1`, with the carets beneath.
 */
function faultOf(message: string, skeleton: object): Fault {
  const [sentence = '', ...excerpt] = message.split('\n\n');
  const reason = oneLine(sentence.replace(/^[A-Z ]+(?= )/, ''), 300).replace(/\.$/, '');
  const marked = /^> *(\d+) \|/m.exec(message);
  const carets = /^ *\|( *)(\^+) ?(.*)$/m.exec(excerpt.join('\n\n'));
  if (!marked) return { reason, path: pathIn(message) };
  const advice = oneLine(carets?.[3]?.replace(/ (?:to be )?here[!?]$|!$/, '') ?? '', 100);
  // Of what is missing, the sentence has the name already.
  const subject = advice === '' || advice.endsWith('is missing') ? '' : ` (${advice.replace(/^Did/, 'did')})`;
  const json = JSON.stringify(skeleton, null, 2);
  const offset = offsetOf(json, Number(marked[1]), Math.max(0, (carets?.[1]?.length ?? 1) - 1));
  const { path } = getLocation(json, offset + 1);
  return { reason: `${reason}${subject}`, path: path.filter((key) => key !== '') };
}

/** Messages without an excerpt name the place as a pointer in backquotes: `/paths/~1a/get`. */
function pathIn(message: string): Path {
  const pointer = /`\/([^`]+)`/.exec(message)?.[1];
  return pointer === undefined
    ? []
    : pointer.split('/').map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let at = 1; at < line; at += 1) start = text.indexOf('\n', start) + 1;
  return start + column;
}

const whereOf = (path: Path): string => (path.length === 0 ? '' : ` at ${oneLine(path.join(' › '), 200)}`);

const nameOf = ({ specification }: OpenApiDocument): string =>
  specification === 'swagger-2'
    ? 'Swagger 2.0'
    : specification === 'openapi-3.0'
      ? 'OpenAPI 3.0'
      : 'OpenAPI 3.1';
