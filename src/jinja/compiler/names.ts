/** Reading variables, assigning them, and giving them their first values when a scope is entered. */
import type { Name, SetTarget, Target } from '../ast.js';
import { TemplateRuntimeError, typeError } from '../errors.js';
import { Namespace } from '../globals.js';
import type { Frame } from '../runtime/frame.js';
import { missing } from '../runtime/missing.js';
import type { Symbols, Variable } from '../scope/symbols.js';
import { tryIterate } from '../values/iteration.js';
import { Tuple, type Value } from '../values/model.js';
import { typeName } from '../values/types.js';
import { undefinedVariable } from '../values/undefined.js';
import type { Compiler, Evaluate, Execute } from './compiler.js';
import type { Scope } from './scope.js';

/** The variable that a name means here. */
export function variableOf(name: string, scope: Scope): Variable {
  const variable = scope.symbols.find(name);
  if (variable) return variable;
  // Jinja2 does not look for variables in the arguments of a block assignment's filters.
  throw new TemplateRuntimeError(
    `Tried to resolve a name to a reference that was unknown to the frame ('${name}')`,
    'AssertionError',
  );
}

/** Reads a variable as it is, `missing` included. */
export function readVariable(variable: Variable, symbols: Symbols): Evaluate {
  const { slot } = variable;
  let hops = 0;
  for (let owner = symbols.owner; owner !== variable.owner && owner.parent; owner = owner.parent) hops += 1;
  if (hops > 0) variable.captured = true;
  switch (hops) {
    case 0:
      return (frame) => frame.variables[slot] as Value;
    case 1:
      return (frame) => (frame.parent as Frame).variables[slot] as Value;
    default:
      return (frame) => {
        let outer = frame;
        for (let hop = 0; hop < hops; hop += 1) outer = outer.parent as Frame;
        return outer.variables[slot] as Value;
      };
  }
}

export function compileName(node: Name, scope: Scope, compiler: Compiler): Evaluate {
  const { symbols } = scope;
  const variable = variableOf(node.name, scope);
  const value = readVariable(variable, symbols);
  const isParameter = symbols.findLoad(variable)?.from === 'parameter';
  if (isParameter && !compiler.unboundParameters.has(variable)) return value;
  const absent = undefinedVariable(node.name);
  if (variable.owner === symbols.owner) {
    const { slot } = variable;
    return (frame) => {
      const found = frame.variables[slot] as Value;
      return found === missing ? absent : found;
    };
  }
  return (frame) => {
    const found = value(frame);
    return found === missing ? absent : found;
  };
}

export type Assign = (frame: Frame, value: Value) => void;

/** Binds names in the frame alone. */
export function compileTarget(target: Target, scope: Scope): Assign {
  if (target.kind === 'NameTarget') {
    const { slot } = variableOf(target.name, scope);
    return (frame, value) => {
      frame.variables[slot] = value;
    };
  }
  const items = target.items.map((item) => compileTarget(item, scope));
  const { span } = target;
  return (frame, value) => {
    frame.state.at = span;
    const values = unpack(value, items.length, frame);
    for (const [index, assign] of items.entries()) assign(frame, values[index] as Value);
  };
}

/** Binds what `set` binds; names at the top level reach the context as well. */
export function compileSetTarget(target: SetTarget, scope: Scope): { check: Execute | null; assign: Assign } {
  if (target.kind === 'NamespaceTarget') return namespaceTarget(target.attribute, target, scope);
  const assign = compileTarget(target, scope);
  if (!scope.toplevel) return { check: null, assign };
  const exported = namesOf(target).map((name) => ({ name, slot: variableOf(name, scope).slot }));
  return {
    check: null,
    assign: (frame, value) => {
      assign(frame, value);
      for (const { name, slot } of exported) {
        frame.context.exported.set(name, frame.variables[slot] as Value);
      }
    },
  };
}

/** The namespace is looked at before the value is computed. */
function namespaceTarget(
  attribute: string,
  { name, span }: { name: string; span: { start: number; end: number } },
  scope: Scope,
): { check: Execute; assign: Assign } {
  const namespace = readVariable(variableOf(name, scope), scope.symbols);
  return {
    check: (frame) => {
      if (namespace(frame) instanceof Namespace) return;
      frame.state.at = span;
      throw new TemplateRuntimeError('cannot assign attribute on non-namespace object');
    },
    assign: (frame, value) => (namespace(frame) as Namespace).setAttribute(attribute, value),
  };
}

function namesOf(target: Target): string[] {
  return target.kind === 'NameTarget' ? [target.name] : target.items.flatMap(namesOf);
}

/** Python's unpacking assignment. */
export function unpack(value: Value, count: number, frame: Frame): readonly Value[] {
  const { state } = frame;
  const source = value instanceof Tuple ? value.items : tryIterate(value, state);
  if (!source) throw typeError(`cannot unpack non-iterable ${typeName(value)} object`);
  const items: readonly Value[] = Array.isArray(source) ? source : take(source, count + 1);
  if (items.length === count) return items;
  throw new TemplateRuntimeError(
    items.length > count
      ? `too many values to unpack (expected ${count})`
      : `not enough values to unpack (expected ${count}, got ${items.length})`,
    'ValueError',
  );
}

function take(source: Iterable<Value>, count: number): Value[] {
  const items: Value[] = [];
  for (const item of source) {
    items.push(item);
    if (items.length === count) break;
  }
  return items;
}

/** The values of a loop's target again as one value: what its filter lets through. */
export function compilePacking(target: Target, scope: Scope): Evaluate {
  if (target.kind === 'NameTarget') {
    const { slot } = variableOf(target.name, scope);
    return (frame) => frame.variables[slot] as Value;
  }
  const items = target.items.map((item) => compilePacking(item, scope));
  return (frame) => new Tuple(items.map((item) => item(frame)));
}

export interface Entry {
  /** Context look-ups that nothing in the scope can change: once is enough, however often it is entered. */
  readonly once: Execute | null;
  /** Everything else. */
  readonly each: Execute | null;
}

/** Gives the variables of a scope their first values. In a frame that is new, unassigned ones are so already. */
export function compileEntry(symbols: Symbols, isNewFrame: boolean): Entry {
  const once: Execute[] = [];
  const each: Execute[] = [];
  for (const [{ slot, name }, load] of symbols.loads) {
    switch (load.from) {
      case 'parameter':
        break;
      case 'context': {
        const steps = symbols.stores.has(name) ? each : once;
        const wanted = load.name;
        steps.push((frame) => {
          frame.variables[slot] = frame.context.resolve(wanted);
        });
        break;
      }
      case 'variable': {
        const source = readVariable(load.source, symbols);
        each.push((frame) => {
          frame.variables[slot] = source(frame);
        });
        break;
      }
      case 'nothing':
        if (isNewFrame) break;
        each.push((frame) => {
          frame.variables[slot] = missing;
        });
    }
  }
  return { once: joined(once), each: joined(each) };
}

function joined(steps: readonly Execute[]): Execute | null {
  const [first, second] = steps;
  if (!first) return null;
  if (!second) return first;
  return (frame) => {
    for (const step of steps) step(frame);
  };
}

/** Entry and exit of a scope in a frame that it shares with others. */
export function compileEnter(symbols: Symbols, isNewFrame: boolean): Execute {
  const { once, each } = compileEntry(symbols, isNewFrame);
  return joined([once, each].filter((step) => step !== null)) ?? (() => {});
}

/** Leaving a scope unassigns its variables, which a macro that was made inside may still see. */
export function compileLeave(symbols: Symbols): Execute {
  let slots: number[] | null = null;
  return (frame) => {
    // Which variables are captured is known once the whole template is compiled.
    slots ??= [...symbols.loads.keys()].filter(({ captured }) => captured).map(({ slot }) => slot);
    for (const slot of slots) frame.variables[slot] = missing;
  };
}
