import { constants, isUtf8 } from 'node:buffer';
import { open, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { UserError } from './user-error.js';

const mebibyte = 1024 * 1024;

/**
 * The bytes of a file, device or pipe.
 * @param what names the file in messages: "registry", "secrets file".
 * @throws UserError `file-not-found`, `file-unreadable`, `file-is-directory` or `file-too-large`.
 */
export async function readBytes(path: string, what: string, limit_bytes: number): Promise<Buffer> {
  try {
    const handle = await open(path, 'r');
    try {
      const chunks: Buffer[] = [];
      let size = 0;
      // Read in pieces and not by the size that `stat` tells: a pipe has none, a device is endless.
      for await (const chunk of handle.createReadStream({ autoClose: false })) {
        chunks.push(chunk as Buffer);
        size += (chunk as Buffer).length;
        if (size > limit_bytes) throw tooLarge(path, what, limit_bytes);
      }
      return Buffer.concat(chunks, size);
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw error instanceof UserError ? error : unreadable(path, what, error);
  }
}

/**
 * A UTF-8 file's text, without a byte order mark.
 * @throws UserError as `readBytes`, or `file-not-utf8`.
 */
export async function readText(path: string, what: string, limit_bytes: number): Promise<string> {
  const bytes = await readBytes(path, what, Math.min(limit_bytes, constants.MAX_STRING_LENGTH));
  const invalid = firstInvalidUtf8(bytes);
  if (invalid !== undefined) {
    throw new UserError({
      code: 'file-not-utf8',
      file: path,
      message: `The ${what} is not UTF-8 text: byte ${invalid} (counted from 0) is invalid.`,
      hint: 'Save it as UTF-8.',
    });
  }
  return new TextDecoder().decode(bytes);
}

/** The offset of the first byte that is no part of valid UTF-8, or undefined. */
export function firstInvalidUtf8(bytes: Uint8Array): number | undefined {
  if (isUtf8(bytes)) return undefined;
  // Valid up to `low`, invalid up to `high`: halve the distance, cutting only between characters.
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = characterStart(bytes, (low + high) >>> 1, low);
    if (middle > low && isUtf8(bytes.subarray(low, middle))) low = middle;
    else if (middle > low) high = middle;
    else return firstInvalidNear(bytes, low, high);
  }
  return low;
}

/** Steps back over continuation bytes, at most to `floor`. */
function characterStart(bytes: Uint8Array, index: number, floor: number): number {
  let at = index;
  while (at > floor && ((bytes[at] ?? 0) & 0xc0) === 0x80) at -= 1;
  return at;
}

function firstInvalidNear(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to) {
    const length = [1, 2, 3, 4].find((units) => at + units <= to && isUtf8(bytes.subarray(at, at + units)));
    if (length === undefined) return at;
    at += length;
  }
  return at;
}

/** The nearest file of this name in `directory` or above it, as an absolute path. */
export async function findUpward(directory: string, name: string): Promise<string | undefined> {
  let current = resolve(directory);
  while (true) {
    const candidate = join(current, name);
    if (await isFile(candidate)) return candidate;
    const parent = dirname(current);
    if (parent === current) return undefined;
    current = parent;
  }
}

async function isFile(path: string): Promise<boolean> {
  try {
    return !(await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

function tooLarge(path: string, what: string, limit_bytes: number): UserError {
  const size = limit_bytes >= mebibyte ? `${limit_bytes / mebibyte} MiB` : `${limit_bytes} bytes`;
  return new UserError({
    code: 'file-too-large',
    file: path,
    message: `The ${what} is larger than ${size}.`,
  });
}

const causes = new Map<string, { code: string; says: (what: string) => string; hint?: string }>([
  ['ENOENT', { code: 'file-not-found', says: (what) => `The ${what} does not exist.` }],
  ['ENOTDIR', { code: 'file-not-found', says: (what) => `The ${what} does not exist.` }],
  ['EISDIR', { code: 'file-is-directory', says: (what) => `The ${what} is a directory, not a file.` }],
  ['EACCES', { code: 'file-unreadable', says: (what) => `The ${what} may not be read: permission denied.` }],
  ['EPERM', { code: 'file-unreadable', says: (what) => `The ${what} may not be read: permission denied.` }],
]);

/** A system error about a file in the user's words. */
export function unreadable(path: string, what: string, error: unknown): UserError {
  const systemCode = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known = causes.get(systemCode);
  return new UserError({
    code: known?.code ?? 'file-unreadable',
    file: path,
    message:
      known?.says(what) ?? `The ${what} cannot be read: ${error instanceof Error ? error.message : error}`,
    cause: error,
  });
}
