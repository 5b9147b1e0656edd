/** `-F`: a form in multipart/form-data, as long as it is text. RFC 7578. */
import type { PastedText } from './pasted-text.js';
import type { Argument } from './read-arguments.js';

export interface FormPart {
  readonly name: string;
  readonly content: string;
  readonly fileName: string | null;
  readonly contentType: string | null;
}

/** @throws {UserError} `curl-file`, `curl-form` */
export function formPartOf(argument: Argument, pasted: PastedText): FormPart {
  const { name: option, value, at } = argument;
  const equals = value.indexOf('=');
  if (equals < 0) {
    throw pasted.fault(at, 'curl-form', `The value of ${argument.written} is no name=content`);
  }
  const name = value.slice(0, equals);
  const rest = value.slice(equals + 1);
  if (option === 'form-string') return { name, content: rest, fileName: null, contentType: null };
  if (/^[@<]/.test(rest)) {
    throw pasted.fault(
      at,
      'curl-file',
      `The part '${name}' of the form is a file, and a connector can send text only`,
      rest.startsWith('<')
        ? `Write the text itself: ${argument.written} '${name}=...'.`
        : 'Upload the file where the API takes it otherwise, such as from a URL, or write its text into the command.',
    );
  }
  const { text, end } = contentAt(rest, 0);
  return { name, content: text, ...attributesOf(rest.slice(end), name, argument, pasted) };
}

/** In quotes or up to the next semicolon. */
function contentAt(source: string, start: number): { text: string; end: number } {
  const quoted = /^\s*"((?:[^"\\]|\\[\s\S])*)"\s*(?=;|$)/.exec(source.slice(start));
  if (quoted) {
    const [whole, inner = ''] = quoted;
    return { text: inner.replace(/\\(["\\])/g, '$1'), end: start + whole.length };
  }
  const semicolon = source.indexOf(';', start);
  const end = semicolon < 0 ? source.length : semicolon;
  return { text: source.slice(start, end).replace(/^[ \t]+|[ \t]+$/g, ''), end };
}

function attributesOf(
  source: string,
  part: string,
  { at }: Argument,
  pasted: PastedText,
): Pick<FormPart, 'fileName' | 'contentType'> {
  let fileName: string | null = null;
  let contentType: string | null = null;
  for (let index = 0; index < source.length; ) {
    const found = /^;\s*([A-Za-z]+)=/.exec(source.slice(index));
    const key = found?.[1]?.toLowerCase();
    if (!found || !['type', 'filename'].includes(key ?? '')) {
      throw pasted.fault(
        at,
        'curl-form',
        `The part '${part}' of the form has an attribute other than type and filename`,
        'Put the content in double quotes where the semicolon belongs to it.',
      );
    }
    const read = contentAt(source, index + found[0].length);
    // A type goes on behind a semicolon: text/plain;charset=utf-8
    const more = key === 'type' ? /^(?:;\s*charset=[^;]*)/i.exec(source.slice(read.end))?.[0] : undefined;
    if (key === 'type') contentType = read.text + (more ?? '');
    else fileName = read.text;
    index = read.end + (more?.length ?? 0);
  }
  return { fileName, contentType: contentType ?? (fileName === null ? null : typeOfFile(fileName)) };
}

const fileTypes: ReadonlyMap<string, string> = new Map([
  ['txt', 'text/plain'],
  ['html', 'text/html'],
  ['xml', 'application/xml'],
]);

const typeOfFile = (name: string): string =>
  fileTypes.get(/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '') ?? 'application/octet-stream';

/** A boundary that none of the parts holds, the same for the same form. */
export function boundaryOf(parts: readonly FormPart[]): string {
  const text = parts.map(({ content }) => content).join('\n');
  for (let number = 1; ; number += 1) {
    const boundary = `------------------------form-${number}`;
    if (!text.includes(boundary)) return boundary;
  }
}

export const multipart = (parts: readonly FormPart[], boundary: string): string =>
  `${parts.map((part) => `--${boundary}\r\n${written(part)}\r\n`).join('')}--${boundary}--\r\n`;

function written({ name, content, fileName, contentType }: FormPart): string {
  const file = fileName === null ? '' : `; filename="${inHeader(fileName)}"`;
  const type = contentType === null ? '' : `Content-Type: ${contentType}\r\n`;
  return `Content-Disposition: form-data; name="${inHeader(name)}"${file}\r\n${type}\r\n${content}`;
}

const inHeader = (text: string): string =>
  text.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
