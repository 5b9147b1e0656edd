import { resolve } from 'node:path';
import { findUpward, firstInvalidUtf8, readBytes } from '../text/read-file.js';
import { SourceFile } from '../text/source.js';
import type { Registry } from './model.js';
import { readRegistry } from './parse-registry.js';
import type { Problem } from './problem.js';

export const registryFileName = 'connectors_registry.json';

/** Six times the largest registry worth supporting; beyond it reading would only fill the memory. */
export const largestRegistry_bytes = 64 * 1024 * 1024;

/** The nearest registry in `fromDirectory` or above it, as an absolute path. */
export const findRegistry = (fromDirectory: string): Promise<string | undefined> =>
  findUpward(fromDirectory, registryFileName);

/**
 * Reads a registry file. What is wrong inside it stands in the registry's `problems`.
 * @throws UserError `file-not-found`, `file-unreadable`, `file-is-directory` or `file-too-large`.
 */
export async function loadRegistry(path: string): Promise<Registry> {
  const absolute = resolve(path);
  return parseRegistryBytes(await readBytes(absolute, 'registry', largestRegistry_bytes), absolute);
}

/** As `parseRegistry`, of bytes: what keeps them from being UTF-8 is a problem of the registry like any other. */
export function parseRegistryBytes(bytes: Uint8Array, path: string): Registry {
  const { text, problems } = decode(bytes);
  return readRegistry(new SourceFile(path, text), problems);
}

/** A byte order mark stays in the text, so that offsets are those of the file. */
function decode(bytes: Uint8Array): { text: string; problems: Problem[] } {
  const utf16 = [
    { encoding: 'utf-16le', mark: [0xff, 0xfe] },
    { encoding: 'utf-16be', mark: [0xfe, 0xff] },
  ].find(({ mark }) => bytes[0] === mark[0] && bytes[1] === mark[1]);
  if (utf16) {
    const text = new TextDecoder(utf16.encoding).decode(bytes);
    return { text, problems: [encodingProblem('The file is encoded as UTF-16.', 0)] };
  }
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const text = decoder.decode(bytes);
  const invalid = firstInvalidUtf8(bytes);
  if (invalid === undefined) return { text, problems: [] };
  const message = `The file is not UTF-8: byte ${invalid} (counted from 0) is invalid.`;
  return { text, problems: [encodingProblem(message, decoder.decode(bytes.subarray(0, invalid)).length)] };
}

const encodingProblem = (message: string, offset: number): Problem => ({
  code: 'invalid-utf8',
  severity: 'error',
  message,
  advice: 'Save it as UTF-8.',
  span: { start: offset, end: offset + 1 },
  pointer: '',
});
