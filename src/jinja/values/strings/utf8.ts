/** UTF-8 as CPython decodes it: which bytes of a faulty sequence an error covers, and what it says of them. */
import { TemplateRuntimeError } from '../../errors.js';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

interface Fault {
  readonly length: number;
  readonly reason: string;
}

/** The sequence at `at`: its code point, or what is wrong with it. */
function sequence(data: Uint8Array, at: number): { code: number; length: number } | Fault {
  const lead = data[at] as number;
  if (lead < 0x80) return { code: lead, length: 1 };
  const size =
    lead >= 0xc2 && lead <= 0xdf
      ? 2
      : lead >= 0xe0 && lead <= 0xef
        ? 3
        : lead >= 0xf0 && lead <= 0xf4
          ? 4
          : 0;
  if (size === 0) return { length: 1, reason: 'invalid start byte' };
  let code = lead & (0x7f >> size);
  for (let i = 1; i < size; i += 1) {
    const byte = data[at + i];
    if (byte === undefined) return { length: i, reason: 'unexpected end of data' };
    const low = i > 1 ? 0x80 : lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    const high = i > 1 ? 0xbf : lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    if (byte < low || byte > high) return { length: i, reason: 'invalid continuation byte' };
    code = (code << 6) | (byte & 63);
  }
  return { code, length: size };
}

export function decodeUtf8(data: Uint8Array, errors: string): string {
  try {
    return decoder.decode(data);
  } catch {
    // Faulty somewhere: once more by hand, to know where.
  }
  let text = '';
  for (let at = 0; at < data.length; ) {
    const found = sequence(data, at);
    text += 'code' in found ? String.fromCodePoint(found.code) : recover(data, at, found, errors);
    at += found.length;
  }
  return text;
}

function recover(data: Uint8Array, at: number, fault: Fault, errors: string): string {
  const bad = Array.from(data.slice(at, at + fault.length));
  const hex = (byte: number) => byte.toString(16).padStart(2, '0');
  switch (errors) {
    case 'strict': {
      const what =
        fault.length === 1
          ? `byte 0x${hex(bad[0] as number)} in position ${at}`
          : `bytes in position ${at}-${at + fault.length - 1}`;
      throw new TemplateRuntimeError(
        `'utf-8' codec can't decode ${what}: ${fault.reason}`,
        'UnicodeDecodeError',
      );
    }
    case 'ignore':
      return '';
    case 'replace':
      return '\ufffd';
    case 'backslashreplace':
      return bad.map((byte) => `\\x${hex(byte)}`).join('');
    case 'surrogateescape':
      return bad.map((byte) => String.fromCharCode(0xdc00 + byte)).join('');
    default:
      throw new TemplateRuntimeError(`unknown error handler name '${errors}'`, 'LookupError');
  }
}
