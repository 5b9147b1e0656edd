/**
 * Folding of constant expressions. Jinja2 computes them while it compiles, and that shows: a `~` of constants loses
 * its safe text, a slice of a constant that has none is undefined instead of an error, a filter in a branch that a
 * constant rules out need not exist, and a float without a literal (`inf`) becomes a name that does not exist.
 */
import type { CallArguments, Expression, Filter, GetItem, Slice, Test } from '../ast.js';
import type { Arguments } from '../calls.js';
import { TemplateError } from '../errors.js';
import type { RenderState } from '../runtime/state.js';
import { slice } from '../values/attributes.js';
import { dictSet } from '../values/hash.js';
import { iterate } from '../values/iteration.js';
import {
  Dict,
  Float,
  Markup,
  NamedTuple,
  PySet,
  Range,
  Tuple,
  Undefined,
  type Value,
} from '../values/model.js';
import { toText } from '../values/text.js';
import { truthy } from '../values/truth.js';
import { isText, textOf } from '../values/types.js';
import { binaryOperation, compareValues, unaryOperation } from './operations.js';
import type { Escaping } from './scope.js';

/** Filters that Jinja2 hands the rendering context: it never folds them. */
const contextFilters = new Set(['map', 'select', 'reject', 'selectattr', 'rejectattr', 'random']);

export class Constants {
  private readonly known = new Map<Expression, Value | undefined>();

  constructor(
    private readonly escaping: Escaping,
    /** Filters run in it; it has no context, and the autoescape of the place that is compiled. */
    readonly state: RenderState,
  ) {}

  /** The value that takes the expression's place; `undefined` where it is computed at run time. */
  fold(node: Expression): Value | undefined {
    const value = this.evaluate(node);
    return value !== undefined && canBeWritten(value) ? value : undefined;
  }

  /**
   * The value of a constant expression, `undefined` for any other.
   *
   * @throws TemplateError where Jinja2's compiler fails too: a dict literal with an unhashable key.
   */
  evaluate(node: Expression): Value | undefined {
    switch (node.kind) {
      case 'Const':
        return node.value;
      case 'Name':
      case 'Call':
      case 'Slice':
        return undefined;
      default:
    }
    if (this.known.has(node)) return this.known.get(node);
    const value = this.compute(node);
    // Anything else (a generator) may be used up by whoever gets it.
    if (value === undefined || canBeWritten(value)) this.known.set(node, value);
    return value;
  }

  private compute(
    node: Exclude<Expression, { kind: 'Const' | 'Name' | 'Call' | 'Slice' }>,
  ): Value | undefined {
    switch (node.kind) {
      case 'Tuple': {
        const items = this.all(node.items);
        return items && new Tuple(items);
      }
      case 'List':
        return this.all(node.items);
      case 'Dict': {
        const dict = new Dict();
        for (const pair of node.pairs) {
          const key = this.evaluate(pair.key);
          const value = key === undefined ? undefined : this.evaluate(pair.value);
          if (key === undefined || value === undefined) return undefined;
          dictSet(dict, key, value);
        }
        return dict;
      }
      case 'Conditional': {
        const test = this.evaluate(node.test);
        if (test === undefined) return undefined;
        if (truthy(test)) return this.evaluate(node.consequent);
        return node.alternate ? this.evaluate(node.alternate) : undefined;
      }
      case 'Logical': {
        const left = this.evaluate(node.left);
        if (left === undefined) return undefined;
        return truthy(left) === (node.operator === 'and') ? this.evaluate(node.right) : left;
      }
      case 'Not':
        return this.attempt(() => {
          const operand = this.evaluate(node.operand);
          return operand === undefined ? undefined : !truthy(operand);
        });
      case 'Unary':
        return this.attempt(() => {
          const operand = this.evaluate(node.operand);
          return operand === undefined ? undefined : unaryOperation(node.operator)(operand, this.state);
        });
      case 'Binary':
        return this.attempt(() => {
          const left = this.evaluate(node.left);
          const right = left === undefined ? undefined : this.evaluate(node.right);
          if (left === undefined || right === undefined) return undefined;
          return binaryOperation(node.operator)(left, right, this.state);
        });
      case 'Concat': {
        const items = this.all(node.items);
        return items?.map((item) => toText(item, this.state)).join('');
      }
      case 'Compare': {
        const left = this.evaluate(node.left);
        if (left === undefined) return undefined;
        return this.attempt(() => this.chain(left, node));
      }
      case 'GetAttribute':
        return this.attempt(() => {
          const target = this.evaluate(node.target);
          return target === undefined ? undefined : this.state.getAttribute(target, node.name);
        });
      case 'GetItem':
        return this.attempt(() => this.item(node));
      case 'Filter':
      case 'Test':
        return this.applied(node);
    }
  }

  private all(nodes: readonly Expression[]): Value[] | undefined {
    const values: Value[] = [];
    for (const node of nodes) {
      const value = this.evaluate(node);
      if (value === undefined) return undefined;
      values.push(value);
    }
    return values;
  }

  /** What fails is left to the run time, where it fails with its place. */
  private attempt(compute: () => Value | undefined): Value | undefined {
    try {
      return compute();
    } catch (error) {
      if (error instanceof TemplateError) return undefined;
      throw error;
    }
  }

  private chain(first: Value, node: Extract<Expression, { kind: 'Compare' }>): Value | undefined {
    let left = first;
    for (const { operator, value } of node.operands) {
      const right = this.evaluate(value);
      if (right === undefined) return undefined;
      if (!compareValues(operator, left, right, this.state)) return false;
      left = right;
    }
    return true;
  }

  private item(node: GetItem): Value | undefined {
    const target = this.evaluate(node.target);
    if (target === undefined) return undefined;
    if (node.key.kind === 'Tuple' && node.key.items.some((item) => item.kind === 'Slice')) {
      if (target instanceof Undefined) return undefined;
      return this.sliceTuple(node.key.items) && new Undefined(null, target);
    }
    if (node.key.kind !== 'Slice') {
      const key = this.evaluate(node.key);
      return key === undefined ? undefined : this.state.getItem(target, key);
    }
    const bounds = this.sliceBounds(node.key);
    if (!bounds) return undefined;
    const [start, stop, step] = bounds;
    try {
      return slice(target, start, stop, step, this.state);
    } catch (error) {
      // Here the slice passes through the look-up of items, which takes these for "not there".
      const swallowed =
        error instanceof TemplateError && ['TypeError', 'KeyError', 'IndexError'].includes(error.pythonName);
      if (swallowed) return new Undefined(null, target);
      throw error;
    }
  }

  private sliceBounds({ start, stop, step }: Slice): [Value, Value, Value] | undefined {
    const bound = (part: Expression | null) => (part ? this.evaluate(part) : null);
    const bounds = [bound(start), bound(stop), bound(step)];
    return bounds.includes(undefined) ? undefined : (bounds as [Value, Value, Value]);
  }

  /** `x[1:2, 3]`: nothing has such a key. Whether the parts are constant is all that there is to know. */
  private sliceTuple(items: readonly Expression[]): boolean | undefined {
    const known = items.every((item) =>
      item.kind === 'Slice' ? this.sliceBounds(item) : this.evaluate(item) !== undefined,
    );
    return known || undefined;
  }

  private applied(node: Filter | Test): Value | undefined {
    const { registry } = this.state;
    if (this.escaping.volatile || !node.target) return undefined;
    const applied = node.kind === 'Filter' ? registry.filters.get(node.name) : registry.tests.get(node.name);
    if (!applied || (node.kind === 'Filter' && contextFilters.has(node.name))) return undefined;
    const args = this.arguments(node.args);
    const target = args && this.evaluate(node.target);
    if (args === undefined || target === undefined) return undefined;
    this.state.autoescape = this.escaping.autoescape;
    return this.attempt(() => applied.apply(target, args, this.state));
  }

  private arguments(args: CallArguments): Arguments | undefined {
    const positional = this.all(args.positional);
    const values = positional && this.all(args.keyword.map((keyword) => keyword.value));
    if (!values) return undefined;
    const keyword = new Map(args.keyword.map(({ name }, index) => [name, values[index] as Value]));
    if (args.spread) {
      const spread = this.attempt(() => this.evaluate(args.spread as Expression));
      const items = spread === undefined ? undefined : this.attempt(() => [...iterate(spread, this.state)]);
      if (!Array.isArray(items)) return undefined;
      positional.push(...items);
    }
    if (args.keywordSpread) {
      const spread = this.attempt(() => this.evaluate(args.keywordSpread as Expression));
      if (!(spread instanceof Dict)) return undefined;
      for (const [key, value] of spread.entries.values()) {
        if (!isText(key)) return undefined;
        keyword.set(textOf(key), value);
      }
    }
    return { positional, keyword: keyword.size > 0 ? keyword : null };
  }
}

/** Whether Jinja2 would write the value into the Python code it makes: literals, and containers of them. */
function canBeWritten(value: Value): boolean {
  if (value === null || typeof value !== 'object') return true;
  if (value instanceof Float || value instanceof Markup || value instanceof Range) return true;
  if (Array.isArray(value)) return value.every(canBeWritten);
  if (value instanceof Tuple) return !(value instanceof NamedTuple) && value.items.every(canBeWritten);
  if (value instanceof PySet) return [...value.entries.values()].every(canBeWritten);
  if (value instanceof Dict) {
    return [...value.entries.values()].every(([key, item]) => canBeWritten(key) && canBeWritten(item));
  }
  return false;
}
