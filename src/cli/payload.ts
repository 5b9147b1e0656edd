/** `--payload <json | @file | ->`: the body that a widget would send. */
import { resolve } from 'node:path';
import { readText } from '../text/read-file.js';
import { UserError } from '../text/user-error.js';
import type { Streams } from './streams.js';

/** Far more than a widget sends, and little enough to hold. */
const payloadLimit_bytes = 25 * 1024 * 1024;

/**
 * The payload as the SDK puts it on the wire: JSON without insignificant white space, numbers and strings as written.
 * @throws {UserError} where the file cannot be read or the text is not JSON
 */
export async function readPayload(value: string, streams: Streams): Promise<string> {
  if (value === '-') return compactJson(await readAll(streams.stdin), 'standard input');
  if (value.startsWith('@')) {
    const path = resolve(streams.cwd, value.slice(1));
    return compactJson(await readText(path, 'payload file', payloadLimit_bytes), value.slice(1));
  }
  return compactJson(value, '--payload');
}

function compactJson(text: string, source: string): string {
  try {
    JSON.parse(text);
  } catch (error) {
    throw new UserError({
      code: 'payload-not-json',
      message: `The payload (${source}) is not JSON: ${(error as Error).message}`,
      hint: 'A widget sends a JSON object. Quote it for the shell, or put it into a file: --payload @payload.json',
    });
  }
  return text.replace(/("(?:[^"\\]|\\.)*")|\s+/g, '$1');
}

async function readAll(stream: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
