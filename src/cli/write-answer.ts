/** `--out <file>`: the bytes of the answer. */
import { utf8Text } from '../text/utf8.js';
import { writeFileAtomically } from '../text/write-file.js';

/**
 * Writes the answer as the widget would get it, but for secrets in it, which become `***`.
 * @returns whether there were any
 * @throws {UserError} where the file cannot be written
 */
export async function writeAnswer(
  path: string,
  body: Uint8Array,
  mask: (text: string) => string,
): Promise<boolean> {
  const masked = maskedBytes(body, mask);
  await writeFileAtomically(path, masked ?? body, { what: '--out file' });
  return masked !== null;
}

/** Null where there is nothing to mask. */
function maskedBytes(body: Uint8Array, mask: (text: string) => string): Uint8Array | null {
  const text = utf8Text(body);
  const readable = text ?? Buffer.from(body).toString('latin1');
  const masked = mask(readable);
  return masked === readable ? null : Buffer.from(masked, text === null ? 'latin1' : 'utf8');
}
