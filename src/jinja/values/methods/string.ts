/** The methods of str. */
import type { Runtime } from '../../calls.js';
import { typeError, valueError } from '../../errors.js';
import { tryIterate } from '../iteration.js';
import { Bytes, Tuple, type Value } from '../model.js';
import {
  type Bound,
  takesKeywords,
  takesNothing,
  takesOne,
  takesParsed,
  takesPositional,
} from '../signatures.js';
import * as casing from '../strings/case.js';
import { encodeText, findCodec } from '../strings/codec.js';
import { codePointLength } from '../strings/codepoints.js';
import * as padding from '../strings/pad.js';
import * as search from '../strings/search.js';
import * as splitting from '../strings/split.js';
import * as unicode from '../strings/unicode.js';
import { isText, textOf, typeName } from '../types.js';
import {
  boundOr,
  intFlag,
  type Method,
  type MethodTable,
  requireSeparator,
  requireText,
  sizeOr,
  textArgument,
} from './method.js';
import { translate, translationTable } from './string-translate.js';

type StringMethod = Method<string>;
type Run = StringMethod['run'];

type Named = (owner: string) => [string, StringMethod];

// The owner is the type that messages name: Markup inherits most of these methods.
const nothing =
  (name: string, run: (text: string) => Value): Named =>
  (owner) => [name, { bind: takesNothing(`${owner}.${name}`), run }];
/** A question about every character, each of which is looked up in Unicode's tables. */
const question =
  (name: string, ask: (text: string) => boolean): Named =>
  (owner) => [
    name,
    {
      bind: takesNothing(`${owner}.${name}`),
      run: (text, _args, runtime) => {
        runtime.budget.step(text.length >> 5);
        return ask(text);
      },
    },
  ];
const one =
  (name: string, run: Run): Named =>
  (owner) => [name, { bind: takesOne(`${owner}.${name}`), run }];
const some =
  (name: string, least: number, most: number, run: Run): Named =>
  (owner) => [name, { bind: takesPositional(`${owner}.${name}`, least, most), run }];
const searching =
  (name: string, run: Run): Named =>
  (owner) => [name, { bind: takesParsed(`${owner}.${name}`, 1, 3), run }];
const keyed =
  (name: string, parameters: readonly string[], run: Run): Named =>
  () => [name, { bind: takesKeywords(name, parameters), run }];

const every = (test: (char: string) => boolean) => (text: string) => {
  if (text === '') return false;
  for (const char of text) if (!test(char)) return false;
  return true;
};

const windowFor = (text: string, start: Value | undefined, stop: Value | undefined) =>
  search.windowOf(text, boundOr(start, 0), boundOr(stop, Number.MAX_SAFE_INTEGER));

/** A search in a window; Python converts the bounds before it looks at what to search for. */
const lookingFor =
  (run: (text: string, part: string, window: search.Window | null) => number) =>
  (text: string, [part, start, stop]: Bound): number => {
    const window = windowFor(text, start, stop);
    return run(text, requireText(part), window);
  };

function found(index: number): number {
  if (index < 0) throw valueError('substring not found');
  return index;
}

/** `startswith` and `endswith` take one text or a tuple of them. */
function affix(
  name: string,
  test: (text: string, part: string, window: search.Window | null) => boolean,
): Run {
  return (text, [part, start, stop]) => {
    const window = windowFor(text, start, stop);
    if (part instanceof Tuple) {
      return part.items.some((item) => {
        if (!isText(item)) throw typeError(`tuple for ${name} must only contain str, not ${typeName(item)}`);
        return test(text, textOf(item), window);
      });
    }
    if (!isText(part)) {
      throw typeError(`${name} first arg must be str or a tuple of str, not ${typeName(part ?? null)}`);
    }
    return test(text, textOf(part), window);
  };
}

function stripper(name: string, strip: (text: string, chars: string | null) => string): Named {
  return some(name, 0, 1, (text, [chars]) => {
    if (chars === undefined || chars === null) return strip(text, null);
    if (!isText(chars)) throw typeError(`${name} arg must be None or str`);
    return strip(text, textOf(chars));
  });
}

function padder(name: string, pad: (text: string, width: number, fill: string) => string): Named {
  return some(name, 1, 2, (text, [width, fill], runtime) => {
    const size = sizeOr(width, 0);
    runtime.budget.allocate(Math.max(size, 0));
    return pad(text, size, fillOf(fill));
  });
}

function fillOf(fill: Value | undefined): string {
  if (fill === undefined) return ' ';
  if (!isText(fill)) throw typeError(`The fill character must be a unicode character, not ${typeName(fill)}`);
  if (codePointLength(textOf(fill)) !== 1) {
    throw typeError('The fill character must be exactly one character long');
  }
  return textOf(fill);
}

function splitter(
  name: string,
  atSpace: (text: string, limit: number) => string[],
  atText: (text: string, separator: string, limit: number) => string[],
): Named {
  const run: Run = (text, [separator, limit], runtime) => {
    const most = sizeOr(limit, -1);
    if (separator !== undefined && separator !== null && !isText(separator)) {
      throw typeError(`must be str or None, not ${typeName(separator)}`);
    }
    runtime.budget.allocate(text.length);
    if (separator === undefined || separator === null) return atSpace(text, most);
    return atText(text, requireSeparator(textOf(separator)), most);
  };
  return keyed(name, ['sep', 'maxsplit'], run);
}

/** `separator.join(items)`, every item text. */
export function joinText(separator: string, items: Value, runtime: Runtime): string {
  const source = tryIterate(items, runtime);
  if (source === null) throw typeError('can only join an iterable');
  const parts: string[] = [];
  let length = 0;
  for (const item of source) {
    if (!isText(item)) {
      throw typeError(`sequence item ${parts.length}: expected str instance, ${typeName(item)} found`);
    }
    parts.push(textOf(item));
    length += separator.length + textOf(item).length;
    runtime.budget.step();
  }
  runtime.budget.allocate(length);
  return parts.join(separator);
}

function replaceText(text: string, args: readonly (Value | undefined)[], runtime: Runtime): string {
  const part = textArgument(args[0], 'replace() argument 1');
  const by = textArgument(args[1], 'replace() argument 2');
  const limit = sizeOr(args[2], -1);
  runtime.budget.allocate(text.length + search.replacements(text, part, limit) * by.length);
  return search.replace(text, part, by, limit);
}

function expandTabs(text: string, size: number, runtime: Runtime): string {
  const tabs = search.count(text, '\t', { from: 0, to: text.length });
  runtime.budget.allocate(text.length + tabs * Math.max(size, 0));
  return padding.expandTabs(text, size);
}

const isIdentifier = (text: string) =>
  text !== '' &&
  Array.from(text).every((char, i) => (i === 0 ? unicode.isIdentifierStart : unicode.isIdentifierPart)(char));

const all: readonly Named[] = [
  nothing('capitalize', casing.capitalize),
  nothing('casefold', casing.casefold),
  nothing('lower', casing.lower),
  nothing('swapcase', casing.swapcase),
  nothing('title', casing.title),
  nothing('upper', casing.upper),
  question('isalnum', every(unicode.isAlphanumeric)),
  question('isalpha', every(unicode.isAlpha)),
  question('isascii', unicode.isAscii),
  question('isdecimal', every(unicode.isDecimal)),
  question('isdigit', every(unicode.isDigit)),
  question('isidentifier', isIdentifier),
  question('islower', casing.isLower),
  question('isnumeric', every(unicode.isNumeric)),
  question('isprintable', (text) => text === '' || every(unicode.isPrintable)(text)),
  question('isspace', every(unicode.isSpace)),
  question('istitle', casing.isTitle),
  question('isupper', casing.isUpper),
  searching('count', lookingFor(search.count)),
  searching('endswith', affix('endswith', search.endsWith)),
  searching('find', lookingFor(search.find)),
  searching('index', (text, args) => found(lookingFor(search.find)(text, args))),
  searching('rfind', lookingFor(search.findLast)),
  searching('rindex', (text, args) => found(lookingFor(search.findLast)(text, args))),
  searching('startswith', affix('startswith', search.startsWith)),
  padder('center', padding.center),
  padder('ljust', padding.padRight),
  padder('rjust', padding.padLeft),
  one('zfill', (text, [width], runtime) => {
    const size = sizeOr(width, 0);
    runtime.budget.allocate(Math.max(size, 0));
    return padding.zeroFill(text, size);
  }),
  stripper('lstrip', splitting.stripStart),
  stripper('rstrip', splitting.stripEnd),
  stripper('strip', splitting.strip),
  splitter('rsplit', splitting.splitSpaceRight, splitting.splitTextRight),
  splitter('split', splitting.splitSpace, splitting.splitText),
  keyed('splitlines', ['keepends'], (text, [keepEnds]) => splitting.splitLines(text, intFlag(keepEnds))),
  one(
    'partition',
    (text, [separator]) => new Tuple(splitting.partition(text, requireSeparator(requireText(separator)))),
  ),
  one(
    'rpartition',
    (text, [separator]) =>
      new Tuple(splitting.partitionRight(text, requireSeparator(requireText(separator)))),
  ),
  one('removeprefix', (text, [part]) => {
    const prefix = textArgument(part, 'removeprefix() argument');
    return text.startsWith(prefix) ? text.slice(prefix.length) : text;
  }),
  one('removesuffix', (text, [part]) => {
    const suffix = textArgument(part, 'removesuffix() argument');
    return suffix !== '' && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text;
  }),
  one('join', (text, [items], runtime) => joinText(text, items ?? null, runtime)),
  some('replace', 2, 3, replaceText),
  keyed('expandtabs', ['tabsize'], (text, [size], runtime) => expandTabs(text, sizeOr(size, 8), runtime)),
  keyed('encode', ['encoding', 'errors'], (text, [encoding, errors]) => {
    const name = encoding === undefined ? 'utf-8' : textArgument(encoding, "encode() argument 'encoding'");
    const handler = errors === undefined ? 'strict' : textArgument(errors, "encode() argument 'errors'");
    return new Bytes(encodeText(text, findCodec(name), handler));
  }),
  one('translate', (text, [table], runtime) => translate(text, table ?? null, runtime)),
  some('maketrans', 1, 3, (_, [from, to, removed]) => translationTable(from ?? null, to, removed)),
];

/** The table of str, or of a type that inherits it. */
export const stringMethodsOf = (owner: string): MethodTable<string> =>
  new Map(all.map((method) => method(owner)));

export const stringMethods: MethodTable<string> = stringMethodsOf('str');
