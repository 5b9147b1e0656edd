/**
 * Code for a render that counts the branches it takes. It is compiled apart from the ordinary code, as traced output is, so
 * that ordinary renders pay nothing for it: without an index every function here gives back what it was given.
 */
import type { Expression, Filter, For, Node } from '../ast.js';
import { isDefault } from '../branches.js';
import type { Arguments } from '../calls.js';
import type { Frame } from '../runtime/frame.js';
import { Undefined, type Value } from '../values/model.js';
import { truthy } from '../values/truth.js';
import { forEachChild } from '../walk.js';
import type { Compiler, Evaluate, Execute } from './compiler.js';

/** Counts the branch of a node, in the order of `branchesOf`; null in ordinary code. */
export function countBranch(node: Node, branch: number, compiler: Compiler): Execute | null {
  const point = compiler.branches?.of.get(node);
  return point === undefined ? null : ({ state }) => state.branches?.add(point, branch);
}

/** `run`, counted as a branch of the node. */
export function coverBranch<T>(
  node: Node,
  branch: number,
  run: (frame: Frame) => T,
  compiler: Compiler,
): (frame: Frame) => T {
  const count = countBranch(node, branch, compiler);
  if (!count) return run;
  return (frame) => {
    count(frame);
    return run(frame);
  };
}

type RunLoop = (frame: Frame, iterable: Value, depth0: number) => number;

/** A loop that fails in one of its turns counts as none of its branches. */
export function coverTurns(node: For, run: RunLoop, compiler: Compiler): RunLoop {
  const [none, one, many] = [0, 1, 2].map((branch) => countBranch(node, branch, compiler));
  if (!none || !one || !many) return run;
  return (frame, iterable, depth0) => {
    const turns = run(frame, iterable, depth0);
    (turns === 0 ? none : turns === 1 ? one : many)(frame);
    return turns;
  };
}

/** @param apply gives the filter's result */
export function coverFilter(
  node: Filter,
  apply: (value: Value, given: Arguments, frame: Frame) => Value,
  compiler: Compiler,
): typeof apply {
  const kept = countBranch(node, 0, compiler);
  const replaced = countBranch(node, 1, compiler);
  if (!kept || !replaced) return apply;
  return (value, given, frame) => {
    const result = apply(value, given, frame);
    (isReplaced(value, result, given) ? replaced : kept)(frame);
    return result;
  };
}

/** A filter of the host's may hold more values for undefined than the engine does; what it gave tells. */
function isReplaced(value: Value, result: Value, { positional, keyword }: Arguments): boolean {
  if (value instanceof Undefined || result !== value) return true;
  // The default may equal the false value that it stands in for.
  const boolean = positional[1] ?? keyword?.get('boolean') ?? false;
  return truthy(boolean) && !truthy(value);
}

/** A constant that was computed while the template was compiled: the branches that the computation took. */
export function coverConstant(node: Expression, run: Evaluate, compiler: Compiler): Evaluate {
  const counts = countConstant(node, compiler);
  if (!counts) return run;
  return (frame) => {
    counts(frame);
    return run(frame);
  };
}

/** Null where the constant took no branch. */
export function countConstant(node: Expression, compiler: Compiler): Execute | null {
  if (!compiler.branches) return null;
  const counts: Execute[] = [];
  addTaken(node, counts, compiler);
  if (counts.length === 0) return null;
  return (frame) => {
    for (const count of counts) count(frame);
  };
}

function addTaken(node: Expression, counts: Execute[], compiler: Compiler): void {
  const value = compiler.constants.evaluate(node);
  // What a decision ruled out need not be a constant.
  if (value === undefined) return;
  const { branch, evaluated } = decided(node, value, compiler);
  const count = branch === null ? null : countBranch(node, branch, compiler);
  if (count) counts.push(count);
  for (const child of evaluated) addTaken(child, counts, compiler);
}

/** Which way a constant goes, where it is a decision, and what is evaluated for it. */
function decided(
  node: Expression,
  value: Value,
  { constants }: Compiler,
): { branch: number | null; evaluated: Expression[] } {
  const holds = (condition: Expression) => truthy(constants.evaluate(condition) ?? null);
  if (node.kind === 'Conditional') {
    const { test, consequent, alternate } = node;
    if (holds(test)) return { branch: 0, evaluated: [test, consequent] };
    return { branch: 1, evaluated: alternate ? [test, alternate] : [test] };
  }
  if (node.kind === 'Logical') {
    const { left, right } = node;
    const goesOn = holds(left) === (node.operator === 'and');
    return goesOn ? { branch: 1, evaluated: [left, right] } : { branch: 0, evaluated: [left] };
  }
  const evaluated: Expression[] = [];
  forEachChild(node, (child) => evaluated.push(child as Expression));
  if (node.kind !== 'Filter' || !isDefault(node.name) || !node.target) return { branch: null, evaluated };
  const constantOf = (each: Expression) => constants.evaluate(each) ?? null;
  const given: Arguments = {
    positional: node.args.positional.map(constantOf),
    keyword: new Map(node.args.keyword.map((each) => [each.name, constantOf(each.value)])),
  };
  return { branch: isReplaced(constantOf(node.target), value, given) ? 1 : 0, evaluated };
}
