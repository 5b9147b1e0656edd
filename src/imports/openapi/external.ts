/** The other files of a document: beneath its folder, or of its own origin. Nothing else is read. */

import { realpath } from 'node:fs/promises';
import { dirname, isAbsolute, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readText } from '../../text/read-file.js';
import { UserError } from '../../text/user-error.js';
import type { Downloads } from './download.js';
import { largestDocument_bytes, type ReadDocument, readDocument } from './read-document.js';
import { eachReference } from './walk.js';

export interface Files {
  readonly files: Map<string, ReadDocument>;
  readonly refused: Map<string, string>;
}

const mostFiles = 200;

const isUrl = (location: string): boolean => /^https?:\/\//i.test(location);

/**
 * Reads what the references of a document reach, and makes every reference absolute.
 * @throws UserError where a file beneath the document's folder cannot be read or understood
 */
export async function readReferenced(
  location: string,
  document: ReadDocument,
  downloads: Downloads,
): Promise<Files> {
  const files = new Map([[location, document]]);
  const refused = new Map<string, string>();
  let characters = document.text.length;
  for (const [base, { value }] of files) {
    for (const found of absoluteReferences(value, base, location)) {
      if (files.has(found) || refused.has(found)) continue;
      const reason = await refusal(found, location);
      if (reason !== null) {
        refused.set(found, reason);
        continue;
      }
      const text = await readFrom(found, base, downloads);
      characters += text.length;
      if (files.size >= mostFiles || characters > largestDocument_bytes) throw tooMuch(location);
      files.set(found, await readDocument(found, text));
    }
  }
  return { files, refused };
}

async function readFrom(location: string, base: string, downloads: Downloads): Promise<string> {
  try {
    if (isUrl(location)) return (await downloads.read(location)).text;
    return await readText(location, 'file of the reference', largestDocument_bytes);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { code, message, file } = error;
    throw new UserError({ code, message, file, hint: `It is referred to in ${base}.`, cause: error });
  }
}

/** Locations besides its own, each once. References are rewritten to `<location>#<pointer>`; those inside the document to `#<pointer>`. */
function absoluteReferences(value: unknown, base: string, main: string): Set<string> {
  const found = new Set<string>();
  eachReference(value, base, (reference) => {
    const [file = '', fragment = ''] = reference.$ref.split(/#(.*)/s);
    const location = file === '' ? base : absolute(file, base);
    if (location !== base) found.add(location);
    reference.$ref = `${location === main ? '' : location}#${fragment}`;
  });
  found.delete(main);
  return found;
}

function absolute(file: string, base: string): string {
  if (isUrl(base)) return URL.canParse(file, base) ? new URL(file, base).href : file;
  if (isUrl(file)) return URL.canParse(file) ? new URL(file).href : file;
  if (/^file:/i.test(file)) {
    try {
      return fileURLToPath(file);
    } catch {
      return file;
    }
  }
  if (/^[a-z][a-z0-9+.-]+:/i.test(file)) return file;
  return resolve(dirname(base), decodedPath(file));
}

function decodedPath(file: string): string {
  try {
    return decodeURIComponent(file);
  } catch {
    return file;
  }
}

/** Why a location is not read, or null. */
async function refusal(location: string, main: string): Promise<string | null> {
  if (isUrl(location)) {
    const { origin, pathname } = new URL(location);
    if (isUrl(main) && new URL(main).origin === origin) return null;
    return `it refers to ${origin}${pathname}, and references to other servers are not followed`;
  }
  if (isUrl(main) || !isAbsolute(location)) return `it refers to ${location}, which is not followed`;
  const folder = dirname(main);
  if (isOutside(folder, location) || isOutside(await real(folder), await real(location))) {
    return `it refers to ${location}, and only files beneath the folder of the document are read`;
  }
  return null;
}

/** A link in the folder may lead out of it. */
const real = (path: string): Promise<string> => realpath(path).catch(() => path);

function isOutside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way.startsWith('..') || isAbsolute(way);
}

const tooMuch = (location: string): UserError =>
  new UserError({
    code: 'openapi-too-large',
    file: location,
    message: `The document and what it refers to are more than ${mostFiles} files or ${largestDocument_bytes / (1024 * 1024)} MiB.`,
  });
