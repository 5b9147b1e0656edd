/** What -d and its like send. */
import { formEncode } from '../../platform/query.js';
import type { PastedText } from './pasted-text.js';
import type { Argument } from './read-arguments.js';
import type { Substitutions } from './shell/substitutions.js';

export interface DataSource {
  readonly pasted: PastedText;
  readonly substitutions: Substitutions;
  /** What stands in a here-document. */
  readonly input: string | null;
}

/** The text of one option. @throws {UserError} `curl-file` */
export function dataOf(argument: Argument, source: DataSource): string {
  const { name, value } = argument;
  if (name === 'data-raw') return value;
  if (name === 'data-urlencode') return urlEncoded(argument, source);
  if (!value.startsWith('@')) return value;
  const read = fileOf(value.slice(1), argument, source);
  return name === 'data' || name === 'data-ascii' ? read.replace(/[\r\n\0]/g, '') : read;
}

/** `content`, `=content`, `name=content`, `@file`, `name@file`: whichever sign comes first. */
function urlEncoded(argument: Argument, source: DataSource): string {
  const { value } = argument;
  const sign = value.search(/[=@]/);
  if (sign < 0) return encoded(value, source.substitutions);
  const name = value.slice(0, sign);
  const rest = value.slice(sign + 1);
  const content = value[sign] === '=' ? rest : fileOf(rest, argument, source);
  return `${name === '' ? '' : `${name}=`}${encoded(content, source.substitutions)}`;
}

/** Percent-encoded, but for what the shell would fill in. */
function encoded(text: string, substitutions: Substitutions): string {
  if (!substitutions.isIn(text)) return formEncode(text);
  return [...text].map((each) => (substitutions.of(each) ? each : formEncode(each))).join('');
}

function fileOf(
  path: string,
  { written, at }: Argument,
  { pasted, input, substitutions }: DataSource,
): string {
  if (path === '-' && input !== null) return input;
  const what = path === '-' ? 'standard input' : `the file '${substitutions.written(path)}'`;
  throw pasted.fault(
    at,
    'curl-file',
    `${written} takes its text from ${what}, and an import reads no files`,
    `Write the text itself behind --data-raw, in place of '@${substitutions.written(path)}'.`,
  );
}
