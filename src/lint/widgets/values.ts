/** What an expression is for certain, read from the source alone. */
import type { Node, ObjectExpression } from '@babel/types';
import type { Span } from '../../text/source.js';
import type { WidgetLiteral, WidgetObject, WidgetOption, WidgetValue } from './model.js';
import { bare, keyOf, memberOf, spanOf } from './nodes.js';
import type { Scope } from './scopes.js';

/** Longer ways from a name to its value are nobody's; hostile ones would have no end. */
const longestWay = 12;

/** For one file: names that stand for objects of names that stand for objects would multiply. */
const mostSteps = 500_000;

export class ValueReader {
  #steps = 0;

  read(written: Node, scope: Scope, depth = 0): WidgetValue {
    const node = bare(written);
    const span = spanOf(node);
    const unknown: WidgetValue = { kind: 'unknown', span };
    this.#steps += 1;
    if (depth > longestWay || this.#steps > mostSteps) return unknown;
    switch (node.type) {
      case 'StringLiteral':
      case 'NumericLiteral':
      case 'BooleanLiteral':
        return { kind: 'literal', value: node.value, span };
      case 'NullLiteral':
        return { kind: 'literal', value: null, span };
      case 'TemplateLiteral': {
        const [text] = node.quasis;
        const isPlain = node.expressions.length === 0 && typeof text?.value.cooked === 'string';
        return isPlain ? { kind: 'literal', value: text.value.cooked ?? '', span } : unknown;
      }
      case 'UnaryExpression': {
        const value = node.operator === '-' ? this.read(node.argument, scope, depth + 1) : unknown;
        const isNumber = value.kind === 'literal' && typeof value.value === 'number';
        return isNumber ? { ...(value as WidgetLiteral), value: -(value.value as number), span } : unknown;
      }
      case 'ObjectExpression':
        return this.#object(node, scope, depth);
      case 'ConditionalExpression': {
        const values = [node.consequent, node.alternate].map((each) => this.read(each, scope, depth + 1));
        return { kind: 'choice', values, span };
      }
      case 'LogicalExpression': {
        // Only the last is a value of its own; what stands before it is tested first.
        return { kind: 'choice', values: [unknown, this.read(node.right, scope, depth + 1)], span };
      }
      case 'CallExpression':
        return this.#call(node, scope, depth) ?? unknown;
      case 'Identifier':
        return this.#name(node.name, scope, depth, span);
    }
    return memberOf(node) ? this.#member(node, scope, depth) : unknown;
  }

  #object(node: ObjectExpression, scope: Scope, depth: number): WidgetObject {
    const entries = new Map<string, WidgetOption>();
    let isOpen = false;
    for (const property of node.properties) {
      const key = property.type === 'SpreadElement' ? null : keyOf(property.key, property.computed);
      if (key === null || property.type === 'SpreadElement') {
        isOpen = true;
        continue;
      }
      const keySpan = spanOf(property.key);
      const value: WidgetValue =
        property.type === 'ObjectProperty'
          ? this.read(property.value, scope, depth + 1)
          : { kind: 'unknown', span: keySpan };
      entries.delete(key);
      entries.set(key, { key, keySpan, value });
    }
    return { kind: 'object', entries, isOpen, span: spanOf(node) };
  }

  #call(
    node: Extract<Node, { type: 'CallExpression' }>,
    scope: Scope,
    depth: number,
  ): WidgetValue | undefined {
    const callee = memberOf(node.callee);
    const [argument] = node.arguments;
    if (!argument || callee?.object.type !== 'Identifier' || scope.find(callee.object.name)) return undefined;
    const called = `${callee.object.name}.${callee.name}`;
    if (called === 'JSON.stringify') return { kind: 'stringified', span: spanOf(node.callee) };
    return called === 'Object.freeze' ? this.read(argument, scope, depth + 1) : undefined;
  }

  #name(name: string, scope: Scope, depth: number, span: Span): WidgetValue {
    const binding = scope.find(name);
    if (!binding && name === 'undefined') return { kind: 'literal', value: undefined, span };
    const unknown: WidgetValue = { kind: 'path', names: [name], span };
    if (!binding?.source || !binding.path) return unknown;
    let value = this.read(binding.source.node, binding.source.scope, depth + 1);
    for (const key of binding.path) value = property(value, key) ?? unknown;
    if (value.kind !== 'object' || binding.changed.size === 0) return value;
    if (binding.changed.has(null)) return unknown;
    const entries = new Map([...value.entries].filter(([key]) => !binding.changed.has(key)));
    return { ...value, entries, isOpen: true };
  }

  #member(node: Node, scope: Scope, depth: number): WidgetValue {
    const span = spanOf(node);
    const member = memberOf(node);
    if (!member || member.name === null) return { kind: 'unknown', span };
    const object = this.read(member.object, scope, depth + 1);
    const known = property(object, member.name);
    if (known) return known;
    const before = object.kind === 'path' ? object.names : [];
    return { kind: 'path', names: [...before, member.name], span };
  }
}

/** The last of two entries of a name counts, and a spread may hold the name too. */
function property(value: WidgetValue, key: string): WidgetValue | undefined {
  if (value.kind !== 'object') return undefined;
  return value.isOpen ? undefined : value.entries.get(key)?.value;
}
