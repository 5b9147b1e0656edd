/** printf-style formatting: `'%s is %05.1f' % (name, number)`. */
import type { Runtime } from '../../calls.js';
import { TemplateRuntimeError, typeError, valueError } from '../../errors.js';
import { hashKey } from '../hash.js';
import { keyError, subscriptError } from '../lookup-errors.js';
import { Bytes, Dict, Markup, Range, Tuple, Undefined, type Value } from '../model.js';
import { reprValue, strValue } from '../repr.js';
import { codePointLength, codePointSlice } from '../strings/codepoints.js';
import { asciiOf } from '../strings/repr.js';
import { escapeText } from '../text.js';
import { isIntLike, isText, type Text, textOf } from '../types.js';
import { rejectUndefined } from '../undefined.js';
import { mappingOf } from '../views.js';
import { type Conversion, formatConversion } from './conversion.js';

/** `format % argument`. Safe text escapes what it inserts. */
export function formatPercent(format: Text, argument: Value, runtime: Runtime): Text {
  runtime.budget.step(textOf(format).length >> 4);
  const text = new PercentFormatter(textOf(format), argument, format instanceof Markup, runtime).run();
  return format instanceof Markup ? new Markup(text) : text;
}

/** Values with `__getitem__` may name their arguments, and need not be used up. */
function mayBeMapping(value: Value): boolean {
  return (
    Array.isArray(value) ||
    value instanceof Undefined ||
    value instanceof Range ||
    value instanceof Bytes ||
    mappingOf(value) !== undefined
  );
}

class PercentFormatter {
  private readonly chars: string[];
  private at = 0;
  private readonly args: readonly Value[];
  private used = 0;
  private readonly mapping: boolean;

  constructor(
    format: string,
    private readonly argument: Value,
    private readonly escaping: boolean,
    private readonly runtime: Runtime,
  ) {
    this.chars = Array.from(format);
    this.args = argument instanceof Tuple ? argument.items : [argument];
    this.mapping = mayBeMapping(argument);
  }

  run(): string {
    const { chars, runtime } = this;
    let out = '';
    while (this.at < chars.length) {
      const char = chars[this.at] as string;
      this.at += 1;
      out += char === '%' ? this.conversion() : char;
    }
    runtime.budget.allocate(out.length);
    if (this.used < this.args.length && !this.mapping) {
      throw typeError('not all arguments converted during string formatting');
    }
    return out;
  }

  /** The next argument in order. */
  private next(): Value {
    const value = this.args[this.used];
    if (value === undefined) throw typeError('not enough arguments for format string');
    this.used += 1;
    return value;
  }

  private conversion(): string {
    const { chars } = this;
    if (chars[this.at] === '%') {
      this.at += 1;
      return '%';
    }
    let keyed: Value | undefined;
    if (chars[this.at] === '(') keyed = this.keyedArgument();
    const flags = new Set<string>();
    while ('-+ #0'.includes(chars[this.at] ?? 'x')) {
      flags.add(chars[this.at] as string);
      this.at += 1;
    }
    let width = this.size('width');
    if (width < 0) {
      flags.add('-');
      width = -width;
    }
    let precision = -1;
    if (chars[this.at] === '.') {
      this.at += 1;
      precision = Math.max(this.size('precision'), 0);
    }
    if ('hlL'.includes(chars[this.at] ?? 'x')) this.at += 1;
    const type = chars[this.at];
    if (type === undefined) throw valueError('incomplete format');
    this.at += 1;
    const value = keyed === undefined ? this.next() : keyed;
    this.runtime.budget.allocate(Math.max(width, precision));
    return this.insert(value, { type, flags, width, precision, index: this.at - 1 });
  }

  private keyedArgument(): Value {
    const { chars } = this;
    if (!this.mapping) throw typeError('format requires a mapping');
    const start = this.at + 1;
    let depth = 1;
    this.at += 1;
    while (depth > 0) {
      const char = chars[this.at];
      if (char === undefined) throw valueError('incomplete format key');
      if (char === '(') depth += 1;
      if (char === ')') depth -= 1;
      this.at += 1;
    }
    const key = chars.slice(start, this.at - 1).join('');
    // Python counts the mapping itself as the one argument from here on.
    this.used = this.args.length;
    const { argument } = this;
    rejectUndefined(argument);
    const dict = mappingOf(argument);
    if (!(dict instanceof Dict)) throw subscriptError(argument, key);
    const entry = dict.entries.get(hashKey(key));
    if (entry === undefined) throw keyError(key);
    return entry[1];
  }

  /** A width or precision: digits, `*` for an argument, or nothing (0). */
  private size(what: 'width' | 'precision'): number {
    const { chars } = this;
    if (chars[this.at] === '*') {
      this.at += 1;
      const value = this.next();
      if (!isIntLike(value) || this.escaping) throw typeError('* wants int');
      if (what === 'precision' && Math.abs(Number(value)) > 2 ** 31 - 1) throw tooLarge('int');
      if (Math.abs(Number(value)) > 2 ** 63 - 1) throw tooLarge('ssize_t');
      return Number(value);
    }
    const start = this.at;
    while (/^[0-9]$/.test(chars[this.at] ?? '')) this.at += 1;
    const size = Number(chars.slice(start, this.at).join(''));
    if (size > 2 ** 31 - 1) throw valueError(`${what} too big`);
    return size;
  }

  private insert(value: Value, conversion: Conversion): string {
    const { runtime, escaping } = this;
    switch (conversion.type) {
      case 's':
        return pad(this.text(value), conversion);
      case 'r':
        return pad(this.maybeEscaped(reprValue(value, runtime)), conversion);
      case 'a':
        return pad(asciiOf(this.maybeEscaped(reprValue(value, runtime))), conversion);
      case 'c':
        return pad(escaping ? wantsChar() : this.char(value), { ...conversion, precision: -1 });
      default:
        return formatConversion(value, conversion, escaping);
    }
  }

  private text(value: Value): string {
    if (this.escaping && value instanceof Markup) return value.text;
    return this.maybeEscaped(strValue(value, this.runtime));
  }

  private maybeEscaped(text: string): string {
    return this.escaping ? escapeText(text) : text;
  }

  private char(value: Value): string {
    if (isText(value)) return codePointLength(textOf(value)) === 1 ? textOf(value) : wantsChar();
    if (!isIntLike(value)) return wantsChar();
    const code = Number(value);
    if (code < 0 || code > 0x10ffff)
      throw new TemplateRuntimeError('%c arg not in range(0x110000)', 'OverflowError');
    return String.fromCodePoint(code);
  }
}

const tooLarge = (type: string) =>
  new TemplateRuntimeError(`Python int too large to convert to C ${type}`, 'OverflowError');

function wantsChar(): never {
  throw typeError('%c requires int or char');
}

function pad(text: string, { width, precision, flags }: Conversion): string {
  const cut = precision >= 0 && precision < codePointLength(text) ? codePointSlice(text, 0, precision) : text;
  const missing = width - codePointLength(cut);
  if (missing <= 0) return cut;
  return flags.has('-') ? cut + ' '.repeat(missing) : ' '.repeat(missing) + cut;
}
