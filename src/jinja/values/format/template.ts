/** `str.format`: replacement fields, as the sandbox's formatter (Python's `string.Formatter`) reads them. */
import type { Runtime } from '../../calls.js';
import { valueError } from '../../errors.js';
import { dictGet } from '../hash.js';
import { indexError, keyError, subscriptError } from '../lookup-errors.js';
import { Dict, Markup, type Value } from '../model.js';
import { reprValue, strValue } from '../repr.js';
import { asciiOf } from '../strings/repr.js';
import { escapeText } from '../text.js';
import { mappingOf } from '../views.js';
import { formatField } from './field.js';
import { parseFormat, splitField } from './fields.js';

export interface FormatArguments {
  readonly positional: readonly Value[];
  /** The mapping behind `{name}`: the keyword arguments, or what `format_map` was given. */
  readonly named: Value;
}

/** Formats; `escaping` is the formatter of safe text, which escapes every field. */
export function formatTemplate(
  text: string,
  args: FormatArguments,
  escaping: boolean,
  runtime: Runtime,
): string {
  runtime.budget.step(text.length >> 4);
  return new TemplateFormatter(args, escaping, runtime).run(text, 2);
}

class TemplateFormatter {
  /** The next automatic index; `false` once a field was numbered by hand. */
  private automatic: number | false = 0;

  constructor(
    private readonly args: FormatArguments,
    private readonly escaping: boolean,
    private readonly runtime: Runtime,
  ) {}

  run(text: string, depth: number): string {
    if (depth < 0) throw valueError('Max string recursion exceeded');
    let out = '';
    for (const part of parseFormat(text)) {
      out += part.literal;
      if (part.field === null) continue;
      const value = this.convert(this.lookUp(this.numbered(part.field)), part.conversion);
      out += this.field(value, this.run(part.spec, depth - 1));
      this.runtime.budget.allocate(out.length);
    }
    return out;
  }

  private numbered(field: string): string {
    if (field === '') {
      if (this.automatic === false) {
        throw valueError('cannot switch from manual field specification to automatic field numbering');
      }
      this.automatic += 1;
      return String(this.automatic - 1);
    }
    if (/^\d+$/.test(field)) {
      if (this.automatic) {
        throw valueError('cannot switch from manual field specification to automatic field numbering');
      }
      this.automatic = false;
    }
    return field;
  }

  private lookUp(field: string): Value {
    const { first, rest } = splitField(field);
    let value = this.argument(first);
    for (const step of rest) {
      value = step.attribute
        ? this.runtime.getAttribute(value, String(step.name))
        : this.runtime.getItem(value, step.name);
    }
    return value;
  }

  private argument(name: string | number): Value {
    const { positional, named } = this.args;
    if (typeof name === 'number') {
      const value = positional[name];
      if (value === undefined) throw indexError('tuple index out of range');
      return value;
    }
    const mapping = mappingOf(named);
    if (!(mapping instanceof Dict)) throw subscriptError(named, name);
    const value = dictGet(mapping, name);
    if (value === undefined) throw keyError(name);
    return value;
  }

  private convert(value: Value, conversion: string | null): Value {
    switch (conversion) {
      case null:
        return value;
      case 's':
        return strValue(value, this.runtime);
      case 'r':
        return reprValue(value, this.runtime);
      case 'a':
        return asciiOf(reprValue(value, this.runtime));
      default:
        throw valueError(`Unknown conversion specifier ${conversion}`);
    }
  }

  private field(value: Value, spec: string): string {
    if (!this.escaping) return formatField(value, spec, this.runtime);
    if (value instanceof Markup) {
      if (spec !== '') throw valueError('Unsupported format specification for Markup.');
      return value.text;
    }
    return escapeText(formatField(value, spec, this.runtime));
  }
}
