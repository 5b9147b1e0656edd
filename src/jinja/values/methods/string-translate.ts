/** `str.translate` and the tables of `str.maketrans`. */
import type { Runtime } from '../../calls.js';
import { TemplateRuntimeError, typeError, valueError } from '../../errors.js';
import { dictGet, dictSet } from '../hash.js';
import { subscriptError } from '../lookup-errors.js';
import { Bytes, Dict, Range, Tuple, Undefined, type Value } from '../model.js';
import { codePointLength } from '../strings/codepoints.js';
import { isIntLike, isText, textOf } from '../types.js';
import { mappingOf } from '../views.js';
import { textArgument } from './method.js';

/** What the table holds for a code point; the JavaScript `undefined` where it has nothing. */
function lookUp(table: Value, code: number): Value | undefined {
  const mapping = mappingOf(table);
  if (mapping) return dictGet(mapping, code);
  if (Array.isArray(table)) return table[code];
  if (table instanceof Tuple) return table.items[code];
  if (table instanceof Bytes) return table.data[code];
  if (table instanceof Range) return code < table.length ? table.start + code * table.step : undefined;
  if (isText(table)) return Array.from(textOf(table))[code];
  throw subscriptError(table, code);
}

export function translate(text: string, table: Value, runtime: Runtime): string {
  if (table instanceof Undefined && text !== '') throw subscriptError(table, 0);
  let out = '';
  for (const char of text) {
    const mapped = lookUp(table, char.codePointAt(0) as number);
    if (mapped === undefined) out += char;
    else if (isText(mapped)) out += textOf(mapped);
    else if (isIntLike(mapped)) out += charOf(Number(mapped));
    else if (mapped !== null) throw typeError('character mapping must return integer, None or str');
    runtime.budget.allocate(out.length);
  }
  return out;
}

function charOf(code: number): string {
  if (code < 0 || code > 0x10ffff) throw valueError('character mapping must be in range(0x110000)');
  return String.fromCodePoint(code);
}

/** `maketrans(dict)`, or `maketrans(from, to)` with a third text of characters to remove. */
export function translationTable(from: Value, to: Value | undefined, removed: Value | undefined): Dict {
  const table = new Dict();
  if (to === undefined) {
    if (!(from instanceof Dict)) {
      throw typeError('if you give only one argument to maketrans it must be a dict');
    }
    for (const [key, value] of from.entries.values()) dictSet(table, tableKey(key), value);
    return table;
  }
  const targets = Array.from(textArgument(to, 'maketrans() argument 2'));
  const gone = removed === undefined ? '' : textArgument(removed, 'maketrans() argument 3');
  if (!isText(from)) {
    throw typeError('first maketrans argument must be a string if there is a second argument');
  }
  const sources = Array.from(textOf(from));
  if (sources.length !== targets.length) {
    throw valueError('the first two maketrans arguments must have equal length');
  }
  sources.forEach((char, i) => {
    dictSet(table, char.codePointAt(0) as number, (targets[i] as string).codePointAt(0) as number);
  });
  for (const char of gone) dictSet(table, char.codePointAt(0) as number, null);
  return table;
}

function tableKey(key: Value): Value {
  if (isIntLike(key)) return key;
  if (!isText(key)) throw typeError('keys in translate table must be strings or integers');
  if (codePointLength(textOf(key)) !== 1) {
    throw new TemplateRuntimeError('string keys in translate table must be of length 1', 'ValueError');
  }
  return textOf(key).codePointAt(0) as number;
}
