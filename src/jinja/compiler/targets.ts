/** Assigning: what `set`, `for` and `with` bind. */
import type { NamespaceTarget, SetTarget, Target } from '../ast.js';
import { TemplateRuntimeError, typeError } from '../errors.js';
import { Namespace } from '../globals.js';
import type { Frame } from '../runtime/frame.js';
import { tryIterate } from '../values/iteration.js';
import { Tuple, type Value } from '../values/model.js';
import { typeName } from '../values/types.js';
import type { Evaluate, Execute } from './compiler.js';
import { readVariable, variableOf } from './names.js';
import type { Scope } from './scope.js';

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
  if (target.kind === 'NamespaceTarget') return compileNamespaceTarget(target, scope);
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
function compileNamespaceTarget(
  { name, attribute, span }: NamespaceTarget,
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
function unpack(value: Value, count: number, frame: Frame): readonly Value[] {
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
