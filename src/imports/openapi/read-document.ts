/** The text of an OpenAPI document, JSON or YAML, as values. */
import { jsonFault } from '../../text/json-fault.js';
import { SourceFile } from '../../text/source.js';
import { UserError } from '../../text/user-error.js';
import { tooDeep } from './walk.js';

const mebibyte = 1024 * 1024;

/** JSON is read at once; YAML takes a second for each two MiB. */
export const largestDocument_bytes = 32 * mebibyte;
const largestYaml_bytes = 16 * mebibyte;

export interface ReadDocument {
  readonly value: unknown;
  readonly format: 'json' | 'yaml';
  /** Without a byte order mark. */
  readonly text: string;
}

/**
 * @param location the file or URL, for messages
 * @throws UserError `openapi-syntax` or `openapi-too-large`
 */
export async function readDocument(location: string, contents: string): Promise<ReadDocument> {
  const text = contents.replace(/^\uFEFF/, '');
  if (/^\s*[{[]/.test(text)) {
    try {
      return { value: JSON.parse(text), format: 'json', text };
    } catch {
      // Flow style of YAML begins like JSON; only what is no YAML either is a fault of the JSON.
      if (looksLikeJson(location, text)) throw syntaxFault(location, text);
    }
  }
  return { value: await readYaml(location, text), format: 'yaml', text };
}

const looksLikeJson = (location: string, text: string): boolean =>
  /\.json$/i.test(location) || /^\s*[{[]\s*"/.test(text);

function syntaxFault(location: string, text: string): UserError {
  const { cause, position } = jsonFault(text);
  return new UserError({
    code: 'openapi-syntax',
    file: location,
    message: `The document is not valid JSON: ${cause}.`,
    ...position,
  });
}

async function readYaml(location: string, text: string): Promise<unknown> {
  if (text.length > largestYaml_bytes) {
    throw new UserError({
      code: 'openapi-too-large',
      file: location,
      message: `A document in YAML may be at most ${largestYaml_bytes / mebibyte} MiB long.`,
      hint: `Convert it to JSON, which is read up to ${largestDocument_bytes / mebibyte} MiB.`,
    });
  }
  const { parseDocument } = await import('yaml');
  const document = parseDocument(text, { merge: true, prettyErrors: false, logLevel: 'error' });
  const [fault] = document.errors;
  // Found by the library's running out of stack.
  if (fault?.message.includes('call stack')) throw tooDeep(location);
  if (fault) {
    throw new UserError({
      code: 'openapi-syntax',
      file: location,
      message: `The document is not valid YAML: ${lowerFirst(fault.message.split('\n', 1)[0] ?? '')}.`,
      ...new SourceFile(location, text).positionAt(fault.pos[0]),
    });
  }
  try {
    return document.toJS({ maxAliasCount: mostAliases });
  } catch (error) {
    throw new UserError({
      code: 'openapi-too-large',
      file: location,
      message: 'The aliases of the document (`*name`) repeat too much: it would fill the memory.',
      cause: error,
    });
  }
}

/** How often the anchors of a document may be expanded, nested ones multiplied. */
const mostAliases = 10_000;

const lowerFirst = (text: string): string =>
  text.charAt(0).toLowerCase() + text.slice(1).replace(/\.\s*$/, '');
