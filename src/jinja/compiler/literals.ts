/** Literals, and constants that were folded. */
import type { Dict as DictNode, List, Tuple as TupleNode } from '../ast.js';
import { type Span, TemplateRuntimeError, TemplateSyntaxError } from '../errors.js';
import { dictSet } from '../values/hash.js';
import { Dict, Float, PySet, Tuple, type Value } from '../values/model.js';
import type { Compiler, Evaluate } from './compiler.js';
import type { Scope } from './scope.js';

/** A constant; lists and dicts are made anew each time, for a template may change them. */
/** @param span where it stands */
export function compileConstant(value: Value, span: Span): Evaluate {
  const unwritable = findUnwritable(value);
  if (unwritable !== null) {
    // Jinja2 writes constants into Python code, where these floats have no literal.
    return ({ state }) => {
      state.at = span;
      throw new TemplateRuntimeError(`name '${unwritable}' is not defined`, 'NameError');
    };
  }
  return isMutable(value) ? () => copy(value) : () => value;
}

function findUnwritable(value: Value): 'inf' | 'nan' | null {
  if (value instanceof Float) {
    if (Number.isFinite(value.value)) return null;
    return Number.isNaN(value.value) ? 'nan' : 'inf';
  }
  for (const item of itemsOf(value)) {
    const found = findUnwritable(item);
    if (found !== null) return found;
  }
  return null;
}

function itemsOf(value: Value): Iterable<Value> {
  if (Array.isArray(value)) return value;
  if (value instanceof Tuple) return value.items;
  if (value instanceof Dict) return [...value.entries.values()].flat();
  return value instanceof PySet ? value.entries.values() : [];
}

function isMutable(value: Value): boolean {
  if (value instanceof Tuple) return value.items.some(isMutable);
  return Array.isArray(value) || value instanceof Dict || value instanceof PySet;
}

function copy(value: Value): Value {
  if (Array.isArray(value)) return value.map(copy);
  if (value instanceof Tuple) return new Tuple(value.items.map(copy));
  if (value instanceof PySet) {
    const set = new PySet();
    for (const [key, item] of value.entries) set.entries.set(key, item);
    return set;
  }
  if (!(value instanceof Dict)) return value;
  const dict = new Dict();
  for (const [hash, [key, item]] of value.entries) dict.entries.set(hash, [key, copy(item)]);
  return dict;
}

export function compileTuple(node: TupleNode, scope: Scope, compiler: Compiler): Evaluate {
  const slice = node.items.find((item) => item.kind === 'Slice');
  if (slice) {
    throw new TemplateSyntaxError('invalid syntax', { span: slice.span, pythonName: 'SyntaxError' });
  }
  const items = node.items.map((item) => compiler.expression(item, scope));
  return (frame) => {
    const values: Value[] = [];
    for (const item of items) values.push(item(frame));
    return new Tuple(values);
  };
}

export function compileList(node: List, scope: Scope, compiler: Compiler): Evaluate {
  const items = node.items.map((item) => compiler.expression(item, scope));
  return (frame) => {
    const values: Value[] = [];
    for (const item of items) values.push(item(frame));
    return values;
  };
}

export function compileDict(node: DictNode, scope: Scope, compiler: Compiler): Evaluate {
  const pairs = node.pairs.map(({ key, value }) => ({
    key: compiler.expression(key, scope),
    value: compiler.expression(value, scope),
    span: key.span,
  }));
  return (frame) => {
    const dict = new Dict();
    for (const { key, value, span } of pairs) {
      const name = key(frame);
      const item = value(frame);
      if (typeof name === 'string') dict.setString(name, item);
      else {
        frame.state.at = span;
        dictSet(dict, name, item);
      }
    }
    return dict;
  };
}
