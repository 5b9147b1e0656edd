/** `repr(v)` and `str(v)` of every value. */
import type { Runtime } from '../calls.js';
import {
  Bytes,
  Callable,
  Dict,
  Float,
  Markup,
  PyIterator,
  PyObject,
  PySet,
  Range,
  Tuple,
  Undefined,
  type Value,
} from './model.js';
import { floatToText } from './numbers/floats.js';
import { intToText } from './numbers/integers.js';
import { reprBytes, reprText } from './strings/repr.js';

/** Containers that are being printed further out, so that one that holds itself shows as `[...]`. */
type Open = Set<object>;

/** `repr(v)`. Without a runtime (messages), objects of the host show only their type. */
export function reprValue(value: Value, runtime: Runtime | null): string {
  return write(value, runtime, null);
}

/** `str(v)`. */
export function strValue(value: Value, runtime: Runtime): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
      return String(value);
    default:
  }
  if (value instanceof Markup) return value.text;
  if (value instanceof Undefined) return '';
  if (value instanceof PyObject) return value.str(runtime);
  return write(value, runtime, null);
}

function write(value: Value, runtime: Runtime | null, open: Open | null): string {
  switch (typeof value) {
    case 'string':
      return reprText(value);
    case 'number':
    case 'bigint':
      return intToText(value);
    case 'boolean':
      return value ? 'True' : 'False';
    default:
  }
  if (value === null) return 'None';
  if (value instanceof Float) return floatToText(value.value);
  if (value instanceof Markup) return `Markup(${reprText(value.text)})`;
  if (Array.isArray(value) || value instanceof Tuple || value instanceof Dict || value instanceof PySet) {
    return writeContainer(value, runtime, open ?? new Set());
  }
  if (value instanceof Undefined) return 'Undefined';
  if (value instanceof Bytes) return reprBytes(value.data);
  if (value instanceof Range) {
    const { start, stop, step } = value;
    return step === 1 ? `range(${start}, ${stop})` : `range(${start}, ${stop}, ${step})`;
  }
  if (value instanceof PyIterator) return `<${value.description}>`;
  if (value instanceof Callable) return `<${value.description ?? `function ${value.name}`}>`;
  return runtime ? value.repr(runtime) : `<${value.typeName} object>`;
}

function writeContainer(value: Value[] | Tuple | Dict | PySet, runtime: Runtime | null, open: Open): string {
  const [left, right] = brackets(value);
  if (open.has(value)) return `${left}...${right}`;
  open.add(value);
  runtime?.budget.enter();
  try {
    const parts: string[] = [];
    if (value instanceof Dict) {
      for (const [key, item] of value.entries.values()) {
        parts.push(`${write(key, runtime, open)}: ${write(item, runtime, open)}`);
      }
    } else {
      const items =
        value instanceof Tuple ? value.items : value instanceof PySet ? value.entries.values() : value;
      for (const item of items) parts.push(write(item, runtime, open));
      if (value instanceof PySet && parts.length === 0) return 'set()';
      if (value instanceof Tuple && parts.length === 1) parts.push('');
    }
    runtime?.budget.step(parts.length);
    const text = parts.join(', ');
    return `${left}${value instanceof Tuple && value.items.length === 1 ? text.slice(0, -1) : text}${right}`;
  } finally {
    runtime?.budget.leave();
    open.delete(value);
  }
}

function brackets(value: Value[] | Tuple | Dict | PySet): readonly [string, string] {
  if (Array.isArray(value)) return ['[', ']'];
  return value instanceof Tuple ? ['(', ')'] : ['{', '}'];
}
