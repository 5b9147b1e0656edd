/** Attributes, items, slices. */
import { focusOf, type GetAttribute, type GetItem, type Slice } from '../ast.js';
import { Namespace } from '../globals.js';
import { getAttribute, getItem } from '../runtime/access.js';
import { LoopContext } from '../runtime/loop.js';
import { lookupAttribute, slice } from '../values/attributes.js';
import { Dict } from '../values/model.js';
import { undefinedAttribute } from '../values/undefined.js';
import type { Compiler, Evaluate } from './compiler.js';
import type { Scope } from './scope.js';

export function compileGetAttribute(node: GetAttribute, scope: Scope, compiler: Compiler): Evaluate {
  const { name, nameSpan: span } = node;
  const target = compiler.expression(node.target, scope);
  // A dict's methods hide its items of the same name; any other name goes straight to the item.
  const isItemOfDicts = lookupAttribute(new Dict(), name, compiler.constants.state) === undefined;
  const isPublic = !name.startsWith('_');
  return (frame) => {
    const value = target(frame);
    if (isItemOfDicts && value instanceof Dict) {
      const item = value.getString(name);
      return item === undefined ? undefinedAttribute(value, name) : item;
    }
    const { state } = frame;
    state.at = span;
    if (isPublic && (value instanceof LoopContext || value instanceof Namespace)) {
      const attribute = value.getAttribute(name);
      if (attribute !== undefined) return attribute;
    }
    return getAttribute(value, name, state);
  };
}

export function compileGetItem(node: GetItem, scope: Scope, compiler: Compiler): Evaluate {
  if (node.key.kind === 'Slice') return compileSlice(node, node.key, scope, compiler);
  const span = focusOf(node);
  const target = compiler.expression(node.target, scope);
  const key = compiler.expression(node.key, scope);
  return (frame) => {
    const value = target(frame);
    const wanted = key(frame);
    const { state } = frame;
    state.at = span;
    if (typeof wanted === 'number' && wanted >= 0 && Array.isArray(value)) {
      const item = value[wanted];
      if (item !== undefined) return item;
    }
    if (typeof wanted === 'string' && value instanceof Dict) {
      const item = value.getString(wanted);
      if (item !== undefined) return item;
    }
    return getItem(value, wanted, state);
  };
}

/** A slice bypasses the sandbox's look-up: where it does not apply, Python's own error shows. */
function compileSlice(node: GetItem, key: Slice, scope: Scope, compiler: Compiler): Evaluate {
  const { span } = key;
  const part = (bound: Slice['start']): Evaluate => (bound ? compiler.expression(bound, scope) : () => null);
  const target = compiler.expression(node.target, scope);
  const start = part(key.start);
  const stop = part(key.stop);
  const step = part(key.step);
  return (frame) => {
    const value = target(frame);
    const from = start(frame);
    const to = stop(frame);
    const by = step(frame);
    frame.state.at = span;
    return slice(value, from, to, by, frame.state);
  };
}
