/**
 * The methods of bytes. Templates meet bytes as a request's raw body and as what `encode` returns. Text methods work on
 * the bytes as Latin-1, which keeps one character a byte.
 */
import type { Runtime } from '../../calls.js';
import { typeError, valueError } from '../../errors.js';
import { tryIterate } from '../iteration.js';
import { Bytes, Tuple, type Value } from '../model.js';
import { toIndex } from '../numbers/integers.js';
import {
  type Bound,
  takesKeywords,
  takesNothing,
  takesOne,
  takesParsed,
  takesPositional,
} from '../signatures.js';
import { decodeBytes, findCodec } from '../strings/codec.js';
import * as padding from '../strings/pad.js';
import * as search from '../strings/search.js';
import * as splitting from '../strings/split.js';
import { isIntLike, isText, textOf, typeName } from '../types.js';
import { boundOr, intFlag, type Method, type MethodTable, sizeOr, textArgument } from './method.js';

type BytesMethod = Method<Bytes>;

export const latin1 = (bytes: Bytes): string => Buffer.from(bytes.data).toString('latin1');
const bytesFrom = (text: string): Bytes => new Bytes(Uint8Array.from(Buffer.from(text, 'latin1')));

function part(value: Value | undefined, wanted = 'a bytes-like object is required'): string {
  if (value instanceof Bytes) return latin1(value);
  throw typeError(`${wanted}, not '${typeName(value ?? null)}'`);
}

/** Searches take bytes or the number of one byte. */
function needle(value: Value | undefined): string {
  if (isIntLike(value)) {
    const byte = toIndex(value);
    if (byte < 0 || byte > 255) throw valueError('byte must be in range(0, 256)');
    return String.fromCharCode(Number(byte));
  }
  return part(value, 'argument should be integer or bytes-like object');
}

type Run = (text: string, args: Bound, runtime: Runtime) => Value;
const asText =
  (run: Run): BytesMethod['run'] =>
  (self, args, runtime) =>
    run(latin1(self), args, runtime);

const nothing = (name: string, run: Run): [string, BytesMethod] => [
  name,
  { bind: takesNothing(`bytes.${name}`), run: asText(run) },
];
const one = (name: string, run: Run): [string, BytesMethod] => [
  name,
  { bind: takesOne(`bytes.${name}`), run: asText(run) },
];
const some = (name: string, least: number, most: number, run: Run): [string, BytesMethod] => [
  name,
  { bind: takesPositional(`bytes.${name}`, least, most), run: asText(run) },
];
const searching = (
  name: string,
  run: (text: string, part: string, window: search.Window | null) => Value,
): [string, BytesMethod] => [
  name,
  {
    bind: takesParsed(`bytes.${name}`, 1, 3),
    run: asText((text, [item, start, stop]) => {
      const window = search.windowOf(text, boundOr(start, 0), boundOr(stop, Number.MAX_SAFE_INTEGER));
      return run(text, needle(item), window);
    }),
  },
];

function found(index: number): number {
  if (index < 0) throw valueError('subsection not found');
  return index;
}

function affix(name: string, test: typeof search.startsWith): [string, BytesMethod] {
  const run: Run = (text, [wanted, start, stop]) => {
    const window = search.windowOf(text, boundOr(start, 0), boundOr(stop, Number.MAX_SAFE_INTEGER));
    if (wanted instanceof Tuple) return wanted.items.some((item) => test(text, part(item), window));
    const message = `${name} first arg must be bytes or a tuple of bytes, not ${typeName(wanted ?? null)}`;
    if (!(wanted instanceof Bytes)) throw typeError(message);
    return test(text, latin1(wanted), window);
  };
  return [name, { bind: takesParsed(`bytes.${name}`, 1, 3), run: asText(run) }];
}

/** White space and letters of ASCII only. */
const WHITE = ' \t\n\r\v\f';
const ascii = (pattern: RegExp) => (text: string) => pattern.test(text);
const upper = (text: string) => text.replace(/[a-z]+/g, (run) => run.toUpperCase());
const lower = (text: string) => text.replace(/[A-Z]+/g, (run) => run.toLowerCase());
const titled = (text: string) =>
  lower(text).replace(/[a-z]+/g, (word) => upper(word[0] as string) + word.slice(1));

const stripper = (name: string, strip: (text: string, chars: string | null) => string) =>
  some(name, 0, 1, (text, [chars]) =>
    bytesFrom(strip(text, chars === undefined || chars === null ? WHITE : part(chars))),
  );

function fillOf(name: string, fill: Value): string {
  if (fill instanceof Bytes && fill.data.length === 1) return latin1(fill);
  throw typeError(`${name}() argument 2 must be a byte string of length 1, not ${typeName(fill)}`);
}

const padder = (name: string, pad: (text: string, width: number, fill: string) => string) =>
  some(name, 1, 2, (text, [width, fill], runtime) => {
    const size = sizeOr(width, 0);
    runtime.budget.allocate(Math.max(size, 0));
    return bytesFrom(pad(text, size, fill === undefined ? ' ' : fillOf(name, fill)));
  });

function splitter(
  name: string,
  split: typeof splitting.splitText,
  white: typeof splitting.splitSpace,
): [string, BytesMethod] {
  const run: Run = (text, [separator, limit]) => {
    const most = sizeOr(limit, -1);
    if (separator === undefined || separator === null) return white(text, most).map(bytesFrom);
    const by = part(separator);
    if (by === '') throw valueError('empty separator');
    return split(text, by, most).map(bytesFrom);
  };
  return [name, { bind: takesKeywords(name, ['sep', 'maxsplit']), run: asText(run) }];
}

const partitioned = (name: string, divide: typeof splitting.partition) =>
  one(name, (text, [separator]) => {
    const by = part(separator);
    if (by === '') throw valueError('empty separator');
    return new Tuple(divide(text, by).map(bytesFrom));
  });

function join(text: string, [items]: Bound, runtime: Runtime): Bytes {
  const source = tryIterate(items as Value, runtime);
  if (source === null) throw typeError('can only join an iterable');
  const parts = Array.from(source, (item, i) => {
    if (item instanceof Bytes) return latin1(item);
    throw typeError(`sequence item ${i}: expected a bytes-like object, ${typeName(item)} found`);
  });
  return bytesFrom(parts.join(text));
}

function decode(self: Bytes, [encoding, errors]: Bound): string {
  const name = encoding === undefined ? 'utf-8' : textArgument(encoding, "decode() argument 'encoding'");
  const handler = errors === undefined ? 'strict' : textArgument(errors, "decode() argument 'errors'");
  // CPython does not look the codec up for nothing.
  return self.data.length === 0 ? '' : decodeBytes(self.data, findCodec(name), handler);
}

function hex(self: Bytes, [separator, size]: Bound): string {
  const pairs = Array.from(self.data, (byte) => byte.toString(16).padStart(2, '0'));
  if (separator === undefined) return pairs.join('');
  const by = isText(separator) ? textOf(separator) : part(separator);
  if (by.length !== 1) throw valueError('sep must be length 1.');
  const group = sizeOr(size, 1);
  if (group === 0) return pairs.join('');
  const count = Math.abs(group);
  const groups: string[] = [];
  const first = group > 0 ? pairs.length % count || count : count;
  for (let at = 0, end = first; at < pairs.length; at = end, end += count)
    groups.push(pairs.slice(at, end).join(''));
  return groups.join(by);
}

export const bytesMethods: MethodTable<Bytes> = new Map<string, BytesMethod>([
  ['decode', { bind: takesKeywords('decode', ['encoding', 'errors']), run: decode }],
  ['hex', { bind: takesKeywords('hex', ['sep', 'bytes_per_sep']), run: hex }],
  nothing('upper', (text) => bytesFrom(upper(text))),
  nothing('lower', (text) => bytesFrom(lower(text))),
  nothing('title', (text) => bytesFrom(titled(text))),
  nothing('capitalize', (text) => bytesFrom(upper(text.slice(0, 1)) + lower(text.slice(1)))),
  nothing('swapcase', (text) => bytesFrom(text.replace(/[A-Za-z]/g, (c) => (c < 'a' ? lower(c) : upper(c))))),
  nothing('isalnum', ascii(/^[A-Za-z0-9]+$/)),
  nothing('isalpha', ascii(/^[A-Za-z]+$/)),
  nothing('isascii', ascii(/^[\0-\x7f]*$/)),
  nothing('isdigit', ascii(/^[0-9]+$/)),
  nothing('islower', ascii(/^[^A-Z]*[a-z][^A-Z]*$/)),
  nothing('isspace', ascii(/^[ \t-\r]+$/)),
  nothing('istitle', (text) => /[A-Za-z]/.test(text) && titled(text) === text),
  nothing('isupper', ascii(/^[^a-z]*[A-Z][^a-z]*$/)),
  searching('count', search.count),
  searching('find', search.find),
  searching('index', (text, item, window) => found(search.find(text, item, window))),
  searching('rfind', search.findLast),
  searching('rindex', (text, item, window) => found(search.findLast(text, item, window))),
  affix('startswith', search.startsWith),
  affix('endswith', search.endsWith),
  stripper('strip', splitting.strip),
  stripper('lstrip', splitting.stripStart),
  stripper('rstrip', splitting.stripEnd),
  padder('center', padding.center),
  padder('ljust', padding.padRight),
  padder('rjust', padding.padLeft),
  one('zfill', (text, [width], runtime) => {
    runtime.budget.allocate(Math.max(sizeOr(width, 0), 0));
    return bytesFrom(padding.zeroFill(text, sizeOr(width, 0)));
  }),
  splitter('split', splitting.splitText, splitting.splitSpace),
  splitter('rsplit', splitting.splitTextRight, splitting.splitSpaceRight),
  [
    'splitlines',
    {
      bind: takesKeywords('splitlines', ['keepends']),
      run: asText((text, [keep]) => {
        const keepEnds = intFlag(keep);
        const lines = text.match(/[^\r\n]*(?:\r\n|[\r\n])|[^\r\n]+$/g) ?? [];
        return lines.map((line) => bytesFrom(keepEnds ? line : line.replace(/[\r\n]+$/, '')));
      }),
    },
  ],
  partitioned('partition', splitting.partition),
  partitioned('rpartition', splitting.partitionRight),
  one('removeprefix', (text, [p]) => bytesFrom(text.startsWith(part(p)) ? text.slice(part(p).length) : text)),
  one('removesuffix', (text, [p]) =>
    bytesFrom(part(p) !== '' && text.endsWith(part(p)) ? text.slice(0, -part(p).length) : text),
  ),
  one('join', join),
  some('replace', 2, 3, (text, [from, to, limit], runtime) => {
    const most = sizeOr(limit, -1);
    runtime.budget.allocate(text.length + search.replacements(text, part(from), most) * part(to).length);
    return bytesFrom(search.replace(text, part(from), part(to), most));
  }),
  [
    'expandtabs',
    {
      bind: takesKeywords('expandtabs', ['tabsize']),
      run: asText((text, [size], runtime) => {
        const width = sizeOr(size, 8);
        runtime.budget.allocate(text.length * Math.max(width, 1));
        return bytesFrom(padding.expandTabs(text, width));
      }),
    },
  ],
]);
