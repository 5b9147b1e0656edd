/** `str.encode` and `bytes.decode` for the encodings of Unicode, ASCII and Latin-1. */
import { TemplateRuntimeError } from '../../errors.js';
import { decodeUtf8 } from './utf8.js';

export type Codec =
  | 'utf-8'
  | 'ascii'
  | 'latin-1'
  | 'utf-16'
  | 'utf-16-le'
  | 'utf-16-be'
  | 'utf-32'
  | 'utf-32-le'
  | 'utf-32-be';

const names: readonly (readonly [Codec, string])[] = [
  ['utf-8', 'utf_8 utf8 u8 utf cp65001'],
  ['ascii', 'ascii us_ascii us 646 ansi_x3.4_1968 ansi_x3_4_1968 iso646_us cp367 ibm367 csascii'],
  ['latin-1', 'latin_1 latin1 latin l1 iso_8859_1 iso8859_1 iso8859 8859 cp819 ibm819 iso_ir_100'],
  ['utf-16', 'utf_16 utf16 u16'],
  ['utf-16-le', 'utf_16_le utf_16le unicodelittleunmarked'],
  ['utf-16-be', 'utf_16_be utf_16be unicodebigunmarked'],
  ['utf-32', 'utf_32 utf32 u32'],
  ['utf-32-le', 'utf_32_le utf_32le'],
  ['utf-32-be', 'utf_32_be utf_32be'],
];
const codecs: ReadonlyMap<string, Codec> = new Map(
  names.flatMap(([codec, aliases]) => aliases.split(' ').map((alias) => [alias, codec] as const)),
);

/** LookupError "unknown encoding: x". */
export function findCodec(name: string): Codec {
  const normalized = name
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '_')
    .replace(/^_+|_+$/g, '');
  const codec = codecs.get(normalized);
  if (codec === undefined) throw new TemplateRuntimeError(`unknown encoding: ${name}`, 'LookupError');
  return codec;
}

const isSurrogate = (code: number) => code >= 0xd800 && code <= 0xdfff;

/** Whether the codec has the code point. */
function encodable(code: number, codec: Codec): boolean {
  if (codec === 'ascii') return code < 128;
  if (codec === 'latin-1') return code < 256;
  return !isSurrogate(code);
}

function reasonOf(codec: Codec): string {
  if (codec === 'ascii') return 'ordinal not in range(128)';
  return codec === 'latin-1' ? 'ordinal not in range(256)' : 'surrogates not allowed';
}

export function encodeText(text: string, codec: Codec, errors: string): Uint8Array {
  const codes = Array.from(text, (char) => char.codePointAt(0) as number);
  const out: number[] = [];
  if (codec === 'utf-16') out.push(0xff, 0xfe);
  if (codec === 'utf-32') out.push(0xff, 0xfe, 0, 0);
  for (let i = 0; i < codes.length; i += 1) {
    const code = codes[i] as number;
    if (encodable(code, codec)) pushCode(out, code, codec);
    else {
      let end = i + 1;
      while (end < codes.length && !encodable(codes[end] as number, codec)) end += 1;
      const replaced = handleEncodeError(codes, i, end, codec, errors);
      if (typeof replaced === 'string')
        for (const char of replaced) pushCode(out, char.codePointAt(0) as number, codec);
      else out.push(...replaced);
      i = end - 1;
    }
  }
  return Uint8Array.from(out);
}

function pushCode(out: number[], code: number, codec: Codec): void {
  if (codec === 'ascii' || codec === 'latin-1') out.push(code);
  else if (codec === 'utf-8') pushUtf8(out, code);
  else if (codec.startsWith('utf-16')) {
    const text = String.fromCodePoint(code);
    for (let i = 0; i < text.length; i += 1) pushBytes(out, text.charCodeAt(i), 2, codec.endsWith('be'));
  } else pushBytes(out, code, 4, codec.endsWith('be'));
}

function pushUtf8(out: number[], code: number): void {
  if (code < 0x80) out.push(code);
  else if (code < 0x800) out.push(0xc0 | (code >> 6), 0x80 | (code & 63));
  else if (code < 0x10000) out.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
  else
    out.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
}

function pushBytes(out: number[], value: number, size: number, bigEndian: boolean): void {
  for (let i = 0; i < size; i += 1) out.push((value >> (8 * (bigEndian ? size - 1 - i : i))) & 255);
}

const hexEscape = (code: number): string => {
  if (code <= 0xff) return `\\x${code.toString(16).padStart(2, '0')}`;
  return code <= 0xffff
    ? `\\u${code.toString(16).padStart(4, '0')}`
    : `\\U${code.toString(16).padStart(8, '0')}`;
};

/** What stands in for code points that the codec does not have: text to encode, or bytes as they are. */
function handleEncodeError(
  codes: readonly number[],
  start: number,
  end: number,
  codec: Codec,
  errors: string,
): string | number[] {
  const bad = codes.slice(start, end);
  switch (errors) {
    case 'strict':
      throw new TemplateRuntimeError(encodeMessage(codes, start, end, codec), 'UnicodeEncodeError');
    case 'ignore':
      return '';
    case 'replace':
      return '?'.repeat(bad.length);
    case 'xmlcharrefreplace':
      return bad.map((code) => `&#${code};`).join('');
    case 'backslashreplace':
      return bad.map(hexEscape).join('');
    case 'surrogateescape':
      if (bad.every((code) => code >= 0xdc80 && code <= 0xdcff)) return bad.map((code) => code - 0xdc00);
      throw new TemplateRuntimeError(encodeMessage(codes, start, end, codec), 'UnicodeEncodeError');
    case 'surrogatepass': {
      if (codec === 'ascii' || codec === 'latin-1' || !bad.every(isSurrogate)) {
        throw new TemplateRuntimeError(encodeMessage(codes, start, end, codec), 'UnicodeEncodeError');
      }
      const out: number[] = [];
      for (const code of bad) pushCode(out, code, codec);
      return out;
    }
    default:
      throw new TemplateRuntimeError(`unknown error handler name '${errors}'`, 'LookupError');
  }
}

function encodeMessage(codes: readonly number[], start: number, end: number, codec: Codec): string {
  const what =
    end - start === 1
      ? `character '${hexEscape(codes[start] as number)}' in position ${start}`
      : `characters in position ${start}-${end - 1}`;
  return `'${codec}' codec can't encode ${what}: ${reasonOf(codec)}`;
}

/** `bytes.decode`. */
export function decodeBytes(data: Uint8Array, codec: Codec, errors: string): string {
  if (codec === 'utf-8') return decodeUtf8(data, errors);
  if (codec === 'latin-1') return Buffer.from(data).toString('latin1');
  if (codec === 'ascii') {
    let text = '';
    for (const [i, byte] of data.entries()) {
      text +=
        byte < 128
          ? String.fromCharCode(byte)
          : decodeError(data, i, 'ascii', 'ordinal not in range(128)', errors);
    }
    return text;
  }
  return decodeWide(data, codec, errors);
}

function decodeWide(data: Uint8Array, codec: Codec, errors: string): string {
  const size = codec.startsWith('utf-16') ? 2 : 4;
  let bigEndian = codec.endsWith('be');
  let at = 0;
  if (!codec.endsWith('e')) {
    const mark = Array.from(data.slice(0, size)).join(',');
    if (mark === '255,254' || mark === '255,254,0,0') at = size;
    if (mark === '254,255' || mark === '0,0,254,255') {
      at = size;
      bigEndian = true;
    }
  }
  // An error names the order of bytes that was found.
  const found = `utf-${size * 8}-${bigEndian ? 'be' : 'le'}`;
  let text = '';
  for (; at < data.length; at += size) {
    if (at + size > data.length) return text + decodeError(data, at, found, 'truncated data', errors);
    let code = 0;
    for (let i = 0; i < size; i += 1)
      code += (data[bigEndian ? at + i : at + size - 1 - i] as number) * 256 ** (size - 1 - i);
    if (size === 2) text += String.fromCharCode(code);
    else if (code > 0x10ffff)
      text += decodeError(data, at, found, 'code point not in range(0x110000)', errors);
    else text += String.fromCodePoint(code);
  }
  return text;
}

function decodeError(data: Uint8Array, at: number, codec: string, reason: string, errors: string): string {
  const byte = data[at] as number;
  switch (errors) {
    case 'strict':
      throw new TemplateRuntimeError(
        `'${codec}' codec can't decode byte 0x${byte.toString(16).padStart(2, '0')} in position ${at}: ${reason}`,
        'UnicodeDecodeError',
      );
    case 'ignore':
      return '';
    case 'replace':
      return '\ufffd';
    case 'backslashreplace':
      return `\\x${byte.toString(16).padStart(2, '0')}`;
    case 'surrogateescape':
      return String.fromCharCode(0xdc00 + byte);
    default:
      throw new TemplateRuntimeError(`unknown error handler name '${errors}'`, 'LookupError');
  }
}

/** The encoding of a JSON document by its first bytes, and how many of them are a byte order mark (`json.detect_encoding`). */
export function detectJsonCodec(data: Uint8Array): { codec: Codec; skip: number } {
  const [a, b, c, d] = data;
  if (a === 0xff && b === 0xfe) return { codec: c === 0 && d === 0 ? 'utf-32' : 'utf-16', skip: 0 };
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return { codec: 'utf-32', skip: 0 };
  if (a === 0xfe && b === 0xff) return { codec: 'utf-16', skip: 0 };
  if (a === 0xef && b === 0xbb && c === 0xbf) return { codec: 'utf-8', skip: 3 };
  if (data.length >= 4) {
    if (a === 0) return { codec: b === 0 ? 'utf-32-be' : 'utf-16-be', skip: 0 };
    if (b === 0) return { codec: c === 0 && d === 0 ? 'utf-32-le' : 'utf-16-le', skip: 0 };
  } else if (data.length === 2) {
    if (a === 0) return { codec: 'utf-16-be', skip: 0 };
    if (b === 0) return { codec: 'utf-16-le', skip: 0 };
  }
  return { codec: 'utf-8', skip: 0 };
}
