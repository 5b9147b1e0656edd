/** Calls, filters, tests. */
import { type Call, type Filter, focusOf, type Test } from '../ast.js';
import { TemplateRuntimeError, TemplateSyntaxError } from '../errors.js';
import { compileArguments } from './arguments.js';
import type { Compiler, Evaluate } from './compiler.js';
import { coverFilter } from './covered.js';
import type { Scope } from './scope.js';

export function compileCall(
  node: Call,
  scope: Scope,
  compiler: Compiler,
  caller: Evaluate | null = null,
): Evaluate {
  const span = focusOf(node);
  const callee = compiler.expression(node.callee, scope);
  const args = compileArguments(node.args, scope, compiler, caller);
  return (frame) => {
    const target = callee(frame);
    const given = args(frame);
    const { state } = frame;
    state.at = span;
    return state.call(target, given);
  };
}

/** Filters that take a text without reading through it. */
const handingOn = new Set(['attr', 'count', 'd', 'default', 'first', 'length', 'safe', 'string']);

/** `input` is what a `filter` or `set` block printed, for a filter that has no target of its own. */
export function compileFilter(
  node: Filter,
  scope: Scope,
  compiler: Compiler,
  input: Evaluate | null = null,
): Evaluate {
  const { name, nameSpan: span } = node;
  const filter = compiler.registry.filters.get(name);
  if (!filter && !scope.soft) throw unknownName('filter', node);
  const target = compileFiltered(node, scope, compiler, input);
  const args = compileArguments(node.args, scope, compiler, null, filter?.pythonName);
  const reads = !handingOn.has(name);
  if (filter && compiler.branches?.of.has(node)) {
    const apply = coverFilter(node, (value, given, { state }) => filter.apply(value, given, state), compiler);
    return (frame) => {
      const value = target(frame);
      const given = args(frame);
      frame.state.at = span;
      return apply(value, given, frame);
    };
  }
  return (frame) => {
    const value = target(frame);
    const given = args(frame);
    const { state } = frame;
    state.at = span;
    if (reads) state.charge(value);
    if (!filter) throw new TemplateRuntimeError(`No filter named '${name}' found.`);
    return filter.apply(value, given, state);
  };
}

function compileFiltered(node: Filter, scope: Scope, compiler: Compiler, input: Evaluate | null): Evaluate {
  const { target } = node;
  if (!target) return input ?? (() => '');
  const continuesChain = input !== null && target.kind === 'Filter' && startsFromBlock(target);
  return continuesChain ? compileFilter(target, scope, compiler, input) : compiler.expression(target, scope);
}

/** Whether the innermost filter of a chain is the one that has no target. */
function startsFromBlock(filter: Filter): boolean {
  let node = filter;
  while (node.target?.kind === 'Filter') node = node.target;
  return node.target === null;
}

export function compileTest(node: Test, scope: Scope, compiler: Compiler): Evaluate {
  const { name, nameSpan: span } = node;
  const test = compiler.registry.tests.get(name);
  if (!test && !scope.soft) throw unknownName('test', node);
  const target = compiler.expression(node.target, scope);
  const args = compileArguments(node.args, scope, compiler, null, test?.pythonName);
  return (frame) => {
    const value = target(frame);
    const given = args(frame);
    const { state } = frame;
    state.at = span;
    state.charge(value);
    if (!test) throw new TemplateRuntimeError(`No test named '${name}' found.`);
    return test.apply(value, given, state);
  };
}

const unknownName = (kind: 'filter' | 'test', node: Filter | Test) =>
  new TemplateSyntaxError(`No ${kind} named '${node.name}'.`, {
    span: node.nameSpan,
    pythonName: 'TemplateAssertionError',
  });
