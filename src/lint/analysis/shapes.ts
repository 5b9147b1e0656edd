/** What a value is, as far as that is certain: which attributes it has, and what they lead to. */
import { methodNames } from '../../jinja/index.js';

export type Shape =
  /** Nothing is known of it. */
  | { readonly kind: 'any' }
  /** No value at all: an empty list's item, a literal number. It agrees with everything. */
  | { readonly kind: 'never' }
  /** Undefined on the platform; whatever made it so has been told. */
  | { readonly kind: 'missing' }
  | { readonly kind: 'text' }
  /** A dict or list with unknown keys: parsed JSON, headers. `child` is a function because JSON holds JSON. */
  | { readonly kind: 'data'; readonly child: () => Shape }
  /** What `.items()` gives: pairs of a key and a value. */
  | { readonly kind: 'pairs'; readonly value: Shape }
  /** `data.items`, not called. */
  | { readonly kind: 'method'; readonly name: string; readonly of: Shape }
  | ObjectShape;

/** One of the platform's own objects, all of whose members are known. */
export interface ObjectShape {
  readonly kind: 'object';
  /** As messages call it: "`request`", "a step's result". */
  readonly title: string;
  readonly id:
    | 'user'
    | 'profile-fields'
    | 'request'
    | 'request-headers'
    | 'response-headers'
    | 'response'
    | 'step'
    | 'steps';
  /** By any spelling that finds them. */
  member(key: string): Shape | undefined;
  /** For suggestions. */
  readonly names: readonly string[];
  /** Whether it has a dict's methods, too. */
  readonly isDict: boolean;
}

export const any: Shape = { kind: 'any' };
export const never: Shape = { kind: 'never' };
export const missing: Shape = { kind: 'missing' };
export const text: Shape = { kind: 'text' };
export const json: Shape = { kind: 'data', child: () => json };
export const textMap: Shape = { kind: 'data', child: () => text };

export const data = (child: Shape): Shape => ({ kind: 'data', child: () => child });

/** What is certain of a value that is one or the other. */
export function union(a: Shape, b: Shape): Shape {
  if (a === b) return a;
  if (a.kind === 'never' || a.kind === 'missing') return b;
  if (b.kind === 'never' || b.kind === 'missing') return a;
  if (a.kind === 'data' && b.kind === 'data') {
    const [left, right] = [a.child(), b.child()];
    if (left === a || right === b) {
      if (left === right || right.kind === 'never') return a;
      return left.kind === 'never' ? b : data(any);
    }
    return data(left === right ? left : any);
  }
  return any;
}

export const unionOf = (shapes: Iterable<Shape>): Shape => [...shapes].reduce(union, never);

/** What `value.name` or `value['name']` is. */
export function memberOf(shape: Shape, key: string, written: 'attribute' | 'item'): Shape {
  switch (shape.kind) {
    case 'any':
    case 'never':
    case 'missing':
    case 'pairs':
    case 'method':
      return shape.kind === 'method' || shape.kind === 'pairs' ? any : shape;
    case 'text':
      return methodNames.str.has(key) ? { kind: 'method', name: key, of: shape } : missing;
    case 'data':
      if (written === 'attribute' && methodNames.dict.has(key))
        return { kind: 'method', name: key, of: shape };
      return shape.child();
    case 'object': {
      const member = shape.member(key);
      const isMethod = shape.isDict && methodNames.dict.has(key);
      if (isMethod && (written === 'attribute' || !member)) return { kind: 'method', name: key, of: shape };
      return member ?? missing;
    }
  }
}

/** What calling it gives. */
export function resultOf(shape: Shape): Shape {
  if (shape.kind !== 'method' || shape.of.kind !== 'data') return any;
  const child = shape.of.child();
  switch (shape.name) {
    case 'get':
    case 'pop':
    case 'setdefault':
      return child;
    case 'values':
      return child === shape.of ? shape.of : data(child);
    case 'items':
      return { kind: 'pairs', value: child };
    case 'copy':
      return shape.of;
    default:
      return any;
  }
}

/** What a loop over it binds, as a whole or at a position of a tuple. */
export function itemOf(shape: Shape, position: number | null): Shape {
  if (shape.kind === 'data' && position === null) return shape.child();
  if (shape.kind === 'pairs' && position === 1) return shape.value;
  if (shape.kind === 'pairs' && position === 0) return text;
  return shape.kind === 'missing' || shape.kind === 'never' ? never : any;
}
