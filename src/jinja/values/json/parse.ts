/** Python's `json.loads`: ints stay exact, floats stay floats, `NaN` and `Infinity` are accepted. */
import { TemplateRuntimeError } from '../../errors.js';
import { Dict, Float, type Value } from '../model.js';
import { normalize } from '../numbers/integers.js';
import { checkDigitLimit } from '../numbers/parse.js';
import { codePointLength } from '../strings/codepoints.js';

/** CPython's parser gives up near the interpreter's recursion limit. */
const MAX_DEPTH = 990;

const TAB = 0x09;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const SPACE = 0x20;
const QUOTE = 0x22;
const COMMA = 0x2c;
const MINUS = 0x2d;
const ZERO = 0x30;
const NINE = 0x39;
const COLON = 0x3a;
const OPEN_BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

const escapes = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/**
 * Parses a JSON document. Throws a `TemplateRuntimeError` named `JSONDecodeError` in Python's words:
 * "Expecting value: line 1 column 1 (char 0)".
 */
export function parseJson(text: string): Value {
  return new JsonParser(text).document();
}

class JsonParser {
  private at = 0;

  constructor(private readonly text: string) {}

  document(): Value {
    if (this.text.startsWith('\ufeff')) {
      throw this.fail('Unexpected UTF-8 BOM (decode using utf-8-sig)', 0);
    }
    this.skipSpace();
    const value = this.value(0);
    this.skipSpace();
    if (this.at < this.text.length) throw this.fail('Extra data', this.at);
    return value;
  }

  /** Skips white space; answers the code of what stands after it (NaN at the end). */
  private skipSpace(): number {
    const { text } = this;
    let code = text.charCodeAt(this.at);
    while (code <= SPACE && (code === SPACE || code === LINE_FEED || code === RETURN || code === TAB)) {
      this.at += 1;
      code = text.charCodeAt(this.at);
    }
    return code;
  }

  private value(depth: number): Value {
    const code = this.text.charCodeAt(this.at);
    if (code === QUOTE) return this.string();
    if (code === OPEN_BRACE) return this.object(depth + 1);
    if (code === OPEN_BRACKET) return this.array(depth + 1);
    if ((code >= ZERO && code <= NINE) || code === MINUS) return this.number();
    return this.constant();
  }

  private constant(): Value {
    const { text, at } = this;
    if (text.startsWith('true', at)) {
      this.at = at + 4;
      return true;
    }
    for (const [word, value] of constants) {
      if (text.startsWith(word, at)) {
        this.at = at + word.length;
        return typeof value === 'number' ? new Float(value) : value;
      }
    }
    throw this.fail('Expecting value', at);
  }

  private number(): Value {
    const { text } = this;
    const start = this.at;
    let at = start;
    if (text.charCodeAt(at) === MINUS) at += 1;
    const first = text.charCodeAt(at);
    if (!(first >= ZERO && first <= NINE)) return this.constant();
    at += 1;
    if (first !== ZERO) at = skipDigits(text, at);
    const wholeEnd = at;
    if (text[at] === '.' && isDigit(text.charCodeAt(at + 1))) at = skipDigits(text, at + 2);
    if (text[at] === 'e' || text[at] === 'E') {
      const signed = text[at + 1] === '+' || text[at + 1] === '-' ? at + 2 : at + 1;
      if (isDigit(text.charCodeAt(signed))) at = skipDigits(text, signed + 1);
    }
    this.at = at;
    if (at === wholeEnd && at - start <= SHORT_NUMBER) return shortInteger(text, start, at);
    const spelled = text.slice(start, at);
    if (at > wholeEnd) return new Float(Number(spelled));
    const quick = Number(spelled);
    if (Number.isSafeInteger(quick)) return quick + 0;
    checkDigitLimit(spelled.replace('-', ''));
    return normalize(BigInt(spelled));
  }

  private array(depth: number): Value[] {
    if (depth > MAX_DEPTH) throw tooDeep('array');
    const items: Value[] = [];
    this.at += 1;
    if (this.skipSpace() === CLOSE_BRACKET) {
      this.at += 1;
      return items;
    }
    for (;;) {
      items.push(this.value(depth));
      const code = this.skipSpace();
      if (code === CLOSE_BRACKET) {
        this.at += 1;
        return items;
      }
      if (code !== COMMA) throw this.fail("Expecting ',' delimiter", this.at);
      this.at += 1;
      this.skipSpace();
    }
  }

  private object(depth: number): Dict {
    if (depth > MAX_DEPTH) throw tooDeep('object');
    const dict = new Dict();
    this.at += 1;
    let next = this.skipSpace();
    if (next === CLOSE_BRACE) {
      this.at += 1;
      return dict;
    }
    for (;;) {
      if (next !== QUOTE) {
        throw this.fail('Expecting property name enclosed in double quotes', this.at);
      }
      const key = this.string();
      if (this.skipSpace() !== COLON) throw this.fail("Expecting ':' delimiter", this.at);
      this.at += 1;
      this.skipSpace();
      // A key that comes twice keeps its place and takes the later value, as `setString` would have it.
      dict.entries.set(key, [key, this.value(depth)]);
      const code = this.skipSpace();
      if (code === CLOSE_BRACE) {
        this.at += 1;
        return dict;
      }
      if (code !== COMMA) throw this.fail("Expecting ',' delimiter", this.at);
      this.at += 1;
      next = this.skipSpace();
    }
  }

  /** A string from its opening quote on. Without an escape it is a slice. */
  private string(): string {
    const { text } = this;
    const start = this.at + 1;
    let at = start;
    let code = text.charCodeAt(at);
    while (code !== QUOTE && code >= SPACE && code !== BACKSLASH) {
      at += 1;
      code = text.charCodeAt(at);
    }
    if (code !== QUOTE) return this.escapedString(at);
    this.at = at + 1;
    return text.slice(start, at);
  }

  /** The same where something other than a plain character stands at `at`. */
  private escapedString(from: number): string {
    const { text } = this;
    const begin = this.at;
    let start = begin + 1;
    let at = from;
    let out = '';
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === QUOTE) {
        this.at = at + 1;
        return out + text.slice(start, at);
      }
      if (code === BACKSLASH) {
        out += text.slice(start, at);
        this.at = at;
        out += this.escape(begin);
        at = this.at;
        start = at;
      } else if (code < SPACE) throw this.fail('Invalid control character at', at);
      else if (at >= text.length) throw this.fail('Unterminated string starting at', begin);
      else at += 1;
    }
  }

  private escape(begin: number): string {
    const { text, at } = this;
    const char = text[at + 1];
    if (char === undefined) throw this.fail('Unterminated string starting at', begin);
    if (char !== 'u') {
      const plain = escapes.get(char);
      if (plain === undefined) throw this.fail('Invalid \\escape', at);
      this.at = at + 2;
      return plain;
    }
    const digits = text.slice(at + 2, at + 6);
    if (!/^[0-9a-fA-F]{4}$/.test(digits)) throw this.fail('Invalid \\uXXXX escape', at + 1);
    this.at = at + 6;
    return String.fromCharCode(Number.parseInt(digits, 16));
  }

  private fail(message: string, at: number): TemplateRuntimeError {
    const before = this.text.slice(0, at);
    const lines = before.split('\n');
    const column = codePointLength(lines.at(-1) as string) + 1;
    return new TemplateRuntimeError(
      `${message}: line ${lines.length} column ${column} (char ${codePointLength(before)})`,
      'JSONDecodeError',
    );
  }
}

const constants: readonly (readonly [string, null | boolean | number])[] = [
  ['null', null],
  ['true', true],
  ['false', false],
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
];

/** So many digits and a sign are a safe integer, whatever they are. */
const SHORT_NUMBER = 15;

function shortInteger(text: string, start: number, end: number): number {
  const negative = text.charCodeAt(start) === MINUS;
  let value = 0;
  for (let at = negative ? start + 1 : start; at < end; at += 1) {
    value = value * 10 + text.charCodeAt(at) - ZERO;
  }
  return negative && value !== 0 ? -value : value;
}

const isDigit = (code: number): boolean => code >= ZERO && code <= NINE;

function skipDigits(text: string, from: number): number {
  let at = from;
  while (isDigit(text.charCodeAt(at))) at += 1;
  return at;
}

const tooDeep = (what: string) =>
  new TemplateRuntimeError(
    `maximum recursion depth exceeded while decoding a JSON ${what} from a unicode string`,
    'RecursionError',
  );
