/** `--payload <json | @file | ->`: the body that a widget would send. */
import { resolve } from 'node:path';
import { parseJson } from '../registry/json/parse.js';
import { readText } from '../text/read-file.js';
import { SourceFile } from '../text/source.js';
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
  } catch {
    const [fault] = parseJson(new SourceFile(source, text)).errors;
    throw new UserError({
      code: 'payload-not-json',
      message: `The payload (${source}) is not JSON. ${fault?.message ?? ''}`.trim(),
      ...(fault ? new SourceFile(source, text).positionAt(fault.span.start) : {}),
      hint: 'A widget sends a JSON object. Quote it for the shell, or put it into a file: --payload @payload.json',
    });
  }
  return withoutWhiteSpace(text);
}

/** Of JSON: drops what stands between tokens. No regular expression, whose stack a long string would exhaust. */
function withoutWhiteSpace(text: string): string {
  const pieces: string[] = [];
  let start = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === backslash) at += 1;
      else if (code === quote) inString = false;
    } else if (code === quote) {
      inString = true;
    } else if (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) {
      pieces.push(text.slice(start, at));
      start = at + 1;
    }
  }
  pieces.push(text.slice(start));
  return pieces.join('');
}

const quote = 0x22;
const backslash = 0x5c;

async function readAll(stream: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
