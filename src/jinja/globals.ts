/** The names that every template has: range, dict, lipsum, cycler, joiner, namespace. */
import type { Arguments, Runtime } from './calls.js';
import { dictType, makeDict } from './dict-type.js';
import { TemplateRuntimeError, typeError, valueError } from './errors.js';
import { loremIpsum } from './lorem.js';
import { MAX_RANGE } from './sandbox.js';
import { Callable, Dict, PyObject, Range, Tuple, type Value } from './values/model.js';
import { type Int, toIndex } from './values/numbers/integers.js';
import { reprValue } from './values/repr.js';
import { pythonSignature } from './values/signatures.js';
import { truthy } from './values/truth.js';

/** A class: calling it makes an object. */
const type = (name: string, module: string, make: (args: Arguments, runtime: Runtime) => Value) =>
  new Callable(name, make, `class '${module === 'builtins' ? '' : `${module}.`}${name}'`, 'type');

/** C's largest size, nearly: what is longer has no length at all in Python. */
const MAX_SIZE = 2 ** 63 - 1;
const isExactEnd = (end: number) => Number.isSafeInteger(end) || Math.abs(end) <= MAX_SIZE;

/** `range` as the sandbox has it: no longer than `MAX_RANGE`. */
function makeRange({ positional, keyword }: Arguments): Range {
  for (const name of keyword?.keys() ?? []) {
    throw typeError(`safe_range() got an unexpected keyword argument '${name}'`);
  }
  const count = positional.length;
  if (count === 0) throw typeError('range expected at least 1 argument, got 0');
  if (count > 3) throw typeError(`range expected at most 3 arguments, got ${count}`);
  const numbers = positional.map(toIndex);
  const [start, stop, step] = (
    count === 1 ? [0, numbers[0], 1] : [numbers[0], numbers[1], numbers[2] ?? 1]
  ) as Int[];
  if (step === 0) throw valueError('range() arg 3 must not be zero');
  const range = new Range(Number(start), Number(stop), Number(step));
  // Bounds that a double cannot hold are refused, where Python would take them as long as there are few items.
  const exact = range.length === 0 || [range.start, range.stop].every(isExactEnd);
  if (range.length > MAX_SIZE || !exact) {
    throw new TemplateRuntimeError('Python int too large to convert to C ssize_t', 'OverflowError');
  }
  if (range.length > MAX_RANGE) {
    throw new TemplateRuntimeError(
      `Range too big. The sandbox blocks ranges larger than MAX_RANGE (${MAX_RANGE}).`,
      'OverflowError',
    );
  }
  return range;
}

const bindLipsum = pythonSignature('generate_lorem_ipsum(n=5, html=True, min=20, max=100)', 0);

function lipsum(args: Arguments, runtime: Runtime): Value {
  const [paragraphs, html, min, max] = bindLipsum(args) as [Value, Value, Value, Value];
  const count = Number(toIndex(paragraphs));
  return loremIpsum(
    { count, html: truthy(html), min: () => Number(toIndex(min)), max: () => Number(toIndex(max)) },
    runtime,
  );
}

/** `{% set ns = namespace(found=false) %}`: the one object whose attributes a template may set. */
export class Namespace extends PyObject {
  readonly typeName = 'Namespace';
  private readonly attributes: Dict;

  constructor(attributes: Dict = new Dict()) {
    super();
    this.attributes = attributes;
  }
  override get moduleName(): string {
    return 'jinja2.utils';
  }
  override getAttribute(name: string): Value | undefined {
    return this.attributes.getString(name);
  }
  override setAttribute(name: string, value: Value): void {
    this.attributes.setString(name, value);
  }
  override repr(runtime: Runtime): string {
    return `<Namespace ${reprValue(this.attributes, runtime)}>`;
  }
}

const methodOf = (owner: PyObject, name: string, run: () => Value): Callable => {
  const qualifiedName = `${owner.typeName}.${name}`;
  const bind = pythonSignature(`${qualifiedName}(self)`, 1);
  const invoke = (args: Arguments) => {
    bind(args);
    return run();
  };
  return new Callable(name, invoke, `bound method ${qualifiedName} of ${reprValue(owner, null)}`, 'method');
};

/** Gives its items in turn, again and again. */
class Cycler extends PyObject {
  readonly typeName = 'Cycler';
  private position = 0;

  constructor(private readonly items: readonly Value[]) {
    super();
    if (items.length === 0) {
      throw new TemplateRuntimeError('at least one item has to be provided', 'RuntimeError');
    }
  }
  override get moduleName(): string {
    return 'jinja2.utils';
  }
  private get current(): Value {
    return this.items[this.position] as Value;
  }
  private next(): Value {
    const { current } = this;
    this.position = (this.position + 1) % this.items.length;
    return current;
  }
  private reset(): null {
    this.position = 0;
    return null;
  }
  override getAttribute(name: string): Value | undefined {
    switch (name) {
      case 'current':
        return this.current;
      case 'items':
        return new Tuple(this.items);
      case 'pos':
        return this.position;
      case 'next':
        return methodOf(this, 'next', () => this.next());
      case 'reset':
        return methodOf(this, 'reset', () => this.reset());
      default:
        return undefined;
    }
  }
}

const bindJoiner = pythonSignature('Joiner.__init__(self, sep=", ")', 1);
const bindJoinerCall = pythonSignature('Joiner.__call__(self)', 1);

/** Nothing the first time it is called, the separator from then on. */
class Joiner extends PyObject {
  readonly typeName = 'Joiner';
  private used = false;

  constructor(private readonly separator: Value) {
    super();
  }
  override get moduleName(): string {
    return 'jinja2.utils';
  }
  override getAttribute(name: string): Value | undefined {
    if (name === 'sep') return this.separator;
    return name === 'used' ? this.used : undefined;
  }
  override call(args: Arguments): Value {
    bindJoinerCall(args);
    if (this.used) return this.separator;
    this.used = true;
    return '';
  }
}

function makeCycler({ positional, keyword }: Arguments): Cycler {
  for (const name of keyword?.keys() ?? []) {
    throw typeError(`Cycler.__init__() got an unexpected keyword argument '${name}'`);
  }
  return new Cycler(positional);
}

export const builtinGlobals: ReadonlyMap<string, Value> = new Map<string, Value>([
  ['range', new Callable('safe_range', makeRange)],
  ['dict', dictType],
  ['lipsum', new Callable('generate_lorem_ipsum', lipsum)],
  ['cycler', type('Cycler', 'jinja2.utils', makeCycler)],
  ['joiner', type('Joiner', 'jinja2.utils', (args) => new Joiner(bindJoiner(args)[0] as Value))],
  ['namespace', type('Namespace', 'jinja2.utils', (args, runtime) => new Namespace(makeDict(args, runtime)))],
]);
