/** `repr(v)` and `str(v)` of every value. */
import type { Runtime } from '../calls.js';
import { TemplateRuntimeError } from '../errors.js';
import {
  ADDRESS,
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

/** Most containers in a value that a message shows; there is no budget to count them against. */
const MAX_IN_MESSAGE = 10_000;

/** Containers that are being printed further out, so that one that holds itself shows as `[...]`. */
class Open extends Set<object> {
  private count = 0;

  /** One more container of a message. */
  countOne(): void {
    this.count += 1;
    if (this.count > MAX_IN_MESSAGE) {
      throw new TemplateRuntimeError('The template fails with a value that is too large to show.');
    }
  }
}

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
      runtime?.budget.step(value.length >> 7);
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
    return writeContainer(value, runtime, open ?? new Open());
  }
  if (value instanceof Undefined) return 'Undefined';
  if (value instanceof Bytes) return reprBytes(value.data);
  if (value instanceof Range) {
    const { start, stop, step } = value;
    return step === 1 ? `range(${start}, ${stop})` : `range(${start}, ${stop}, ${step})`;
  }
  if (value instanceof PyIterator) return `<${value.description} at ${ADDRESS}>`;
  if (value instanceof Callable) return reprCallable(value);
  return runtime ? value.repr(runtime) : `<${value.typeName} object>`;
}

/** Classes and methods of Python's own making show no address. */
function reprCallable({ description, name, typeName }: Callable): string {
  const what = (typeof description === 'function' ? description() : description) ?? `function ${name}`;
  return typeName === 'type' || typeName === 'method' ? `<${what}>` : `<${what} at ${ADDRESS}>`;
}

type Container = Value[] | Tuple | Dict | PySet;

function writeContainer(value: Container, runtime: Runtime | null, open: Open): string {
  if (open.has(value)) return Array.isArray(value) ? '[...]' : value instanceof Tuple ? '(...)' : '{...}';
  open.add(value);
  if (runtime) runtime.budget.enter();
  else open.countOne();
  try {
    if (value instanceof Dict) return writeDict(value, runtime, open);
    if (Array.isArray(value)) return `[${writeItems(value, runtime, open)}]`;
    if (value instanceof Tuple) {
      return `(${writeItems(value.items, runtime, open)}${value.items.length === 1 ? ',' : ''})`;
    }
    return value.size === 0 ? 'set()' : `{${writeItems(Array.from(value.entries.values()), runtime, open)}}`;
  } finally {
    runtime?.budget.leave();
    open.delete(value);
  }
}

function writeItems(items: readonly Value[], runtime: Runtime | null, open: Open): string {
  runtime?.budget.step(items.length);
  let out = '';
  for (let i = 0; i < items.length; i += 1) {
    out += (i === 0 ? '' : ', ') + write(items[i] as Value, runtime, open);
  }
  return out;
}

function writeDict(dict: Dict, runtime: Runtime | null, open: Open): string {
  runtime?.budget.step(dict.size);
  let out = '{';
  for (const [key, item] of dict.entries.values()) {
    if (out.length > 1) out += ', ';
    out += `${write(key, runtime, open)}: ${write(item, runtime, open)}`;
  }
  return `${out}}`;
}
