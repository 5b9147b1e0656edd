/** The syntax of format strings: `literal {first.attribute[item]!conversion:spec}`. */
import { valueError } from '../../errors.js';

export interface FormatPart {
  readonly literal: string;
  /** What names the argument; `null` where only a literal is left. */
  readonly field: string | null;
  readonly conversion: string | null;
  readonly spec: string;
}

/** Yields the parts in order; faults surface when they are reached, as in Python. */
export function* parseFormat(text: string): Generator<FormatPart> {
  let at = 0;
  while (at < text.length) {
    const start = at;
    while (at < text.length && text[at] !== '{' && text[at] !== '}') at += 1;
    const brace = text[at];
    const literal = text.slice(start, at);
    if (brace === undefined) {
      yield { literal, field: null, conversion: null, spec: '' };
      return;
    }
    at += 1;
    if (text[at] === brace) {
      yield { literal: literal + brace, field: null, conversion: null, spec: '' };
      at += 1;
      continue;
    }
    if (brace === '}' || at >= text.length)
      throw valueError(`Single '${brace}' encountered in format string`);
    const parsed = parseField(text, at);
    yield { literal, ...parsed.part };
    at = parsed.end;
  }
}

function parseField(text: string, start: number): { part: Omit<FormatPart, 'literal'>; end: number } {
  let at = start;
  while (at < text.length && !'}:!'.includes(text[at] as string)) {
    if (text[at] === '{') throw valueError("unexpected '{' in field name");
    if (text[at] === '[') {
      const close = text.indexOf(']', at);
      at = close < 0 ? text.length : close;
    } else at += 1;
  }
  if (at >= text.length) throw valueError("expected '}' before end of string");
  const field = text.slice(start, at);
  let mark = text[at];
  at += 1;
  let conversion: string | null = null;
  if (mark === '!') {
    if (at >= text.length) throw valueError('end of string while looking for conversion specifier');
    conversion = String.fromCodePoint(text.codePointAt(at) as number);
    at += conversion.length;
    mark = text[at];
    if (mark !== undefined && mark !== '}' && mark !== ':') {
      throw valueError("expected ':' after conversion specifier");
    }
    at += 1;
  }
  if (mark === '}') return { part: { field, conversion, spec: '' }, end: at };
  const end = specEnd(text, at);
  return { part: { field, conversion, spec: text.slice(at, end) }, end: end + 1 };
}

/** Where the brace is that closes the field; a spec may hold fields of its own. */
function specEnd(text: string, start: number): number {
  let depth = 1;
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  throw valueError("unmatched '{' in format spec");
}

export interface FieldStep {
  readonly attribute: boolean;
  readonly name: string | number;
}

/** The argument of a field, and the look-ups that follow it. */
export function splitField(field: string): { first: string | number; rest: Iterable<FieldStep> } {
  const end = field.search(/[.[]/);
  const first = end < 0 ? field : field.slice(0, end);
  return { first: asIndex(first), rest: end < 0 ? [] : steps(field, end) };
}

function* steps(field: string, start: number): Generator<FieldStep> {
  let at = start;
  while (at < field.length) {
    const mark = field[at];
    at += 1;
    if (mark === '.') {
      const end = field.slice(at).search(/[.[]/);
      const name = end < 0 ? field.slice(at) : field.slice(at, at + end);
      if (name === '') throw valueError('Empty attribute in format string');
      at += name.length;
      yield { attribute: true, name };
    } else if (mark === '[') {
      const end = field.indexOf(']', at);
      if (end < 0) throw valueError("Missing ']' in format string");
      if (end === at) throw valueError('Empty attribute in format string');
      yield { attribute: false, name: asIndex(field.slice(at, end)) };
      at = end + 1;
    } else throw valueError("Only '.' or '[' may follow ']' in format field specifier");
  }
}

function asIndex(name: string): string | number {
  if (!/^[0-9]+$/.test(name)) return name;
  if (name.length > 18) throw valueError('Too many decimal digits in format string');
  return Number(name);
}
