/** `for` */
import type { For } from '../ast.js';
import { TemplateSyntaxError } from '../errors.js';
import { Frame } from '../runtime/frame.js';
import { LoopContext } from '../runtime/loop.js';
import { FilteredSource, type ItemSource, loopItems, sourceOf } from '../runtime/sources.js';
import { analyzeLoop } from '../scope/analyze.js';
import type { Value } from '../values/model.js';
import { truthy } from '../values/truth.js';
import type { Compiler, Evaluate, Execute } from './compiler.js';
import { coverBranch, coverTurns } from './covered.js';
import { compileEnter, compileEntry, compileLeave } from './entry.js';
import { asCaptured, writeResult } from './output.js';
import type { Scope } from './scope.js';
import { type Assign, compilePacking, compileTarget } from './targets.js';

/** Runs over the value, in a frame; answers how many turns it took. */
type RunLoop = (frame: Frame, iterable: Value, depth0: number) => number;

export function compileFor(node: For, scope: Scope, compiler: Compiler): Execute {
  const misused = compiler.loopAssignment(node.span);
  if (misused) {
    throw new TemplateSyntaxError("Can't assign to special loop variable in for-loop target", {
      span: misused,
      pythonName: 'TemplateAssertionError',
    });
  }
  return node.recursive ? compileRecursive(node, scope, compiler) : compileFlat(node, scope, compiler);
}

function compileFlat(node: For, scope: Scope, compiler: Compiler): Execute {
  const parts = compileParts(node, scope, scope.inner(), scope.inner(), compiler);
  const loop = parts.usesLoop ? extendedLoop(parts, () => null) : plainLoop(parts);
  const run = coverTurns(node, loop, compiler);
  const iterable = compiler.expression(node.iterable, scope);
  const { span } = node.iterable;
  return (frame) => {
    const value = iterable(frame);
    frame.state.at = span;
    const turns = run(frame, value, 0);
    if (turns === 0) parts.alternate?.(frame);
  };
}

/** The whole loop is a function that calls itself through `loop(...)`. */
function compileRecursive(node: For, scope: Scope, compiler: Compiler): Execute {
  const body = scope.innerFunction();
  const { owner } = body.symbols;
  const parts = compileParts(node, scope, body, scope.inner(owner), compiler);
  const asResult = asCaptured(compiler);
  const { span } = node.iterable;
  const render = (definedIn: Frame, iterable: Value, depth0: number): Value => {
    const { state } = definedIn;
    const frame = new Frame(owner.size, definedIn, definedIn.context, state);
    state.budget.enter();
    if (run(frame, iterable, depth0) === 0) parts.alternate?.(frame);
    state.budget.leave();
    return asResult(frame.text(), frame);
  };
  const loop = extendedLoop(
    parts,
    (frame) => (iterable, depth0) => render(frame.parent as Frame, iterable, depth0),
  );
  const run = coverTurns(node, loop, compiler);
  const iterable = compiler.expression(node.iterable, scope);
  return (frame) => {
    const value = iterable(frame);
    frame.state.at = span;
    writeResult(frame, render(frame, value, 0));
  };
}

interface LoopParts {
  readonly usesLoop: boolean;
  readonly loopSlot: number;
  readonly assign: Assign;
  /** Once for each run of the loop. */
  readonly prepare: Execute | null;
  /** Once for each turn. */
  readonly enter: Execute | null;
  readonly body: Execute;
  readonly leave: Execute;
  readonly alternate: Execute | null;
  /** The items that `for ... if` lets through. */
  readonly filter: ((frame: Frame, iterable: Value) => ItemSource) | null;
}

function compileParts(node: For, outer: Scope, loop: Scope, otherwise: Scope, compiler: Compiler): LoopParts {
  const usesLoop =
    node.recursive ||
    compiler.undeclared(node.body, ['loop'], node.span).has('loop') ||
    compiler.hasScopedBlock(node.span);
  const loopSlot = usesLoop ? loop.symbols.declareParameter('loop').slot : -1;
  analyzeLoop(node, 'body', loop.symbols);
  if (node.alternate.length > 0) analyzeLoop(node, 'alternate', otherwise.symbols);

  const filter = node.test ? compileLoopFilter(node, outer, compiler) : null;
  const { once: prepare, each: enter } = compileEntry(loop.symbols, false);
  const assign = compileTarget(node.target, loop);
  const body = compiler.body(node.body, loop);
  const leave = compileLeave(loop.symbols);
  let alternate: Execute | null = null;
  if (node.alternate.length > 0) {
    const enterAlternate = compileEnter(otherwise.symbols, false);
    const run = compiler.body(node.alternate, otherwise);
    const leaveAlternate = compileLeave(otherwise.symbols);
    alternate = (frame) => {
      enterAlternate(frame);
      run(frame);
      leaveAlternate(frame);
    };
  }
  return { usesLoop, loopSlot, assign, prepare, enter, body, leave, alternate, filter };
}

/** The filter is a generator function in Jinja2: it has variables of its own. */
function compileLoopFilter(node: For, outer: Scope, compiler: Compiler): LoopParts['filter'] {
  const scope = outer.innerFunction();
  const { owner } = scope.symbols;
  analyzeLoop(node, 'test', scope.symbols);
  const enter = compileEnter(scope.symbols, true);
  const assign = compileTarget(node.target, scope);
  const test: Evaluate = node.test ? compiler.expression(node.test, scope) : () => true;
  const pack = compilePacking(node.target, scope);
  const drop = coverBranch(node, 3, () => undefined, compiler);
  // A recursive loop runs in a frame of its own, but its filter is defined where the loop stands.
  const { recursive } = node;
  return (loopFrame, iterable) => {
    const outerFrame = recursive ? (loopFrame.parent as Frame) : loopFrame;
    const frame = new Frame(owner.size, outerFrame, outerFrame.context, outerFrame.state);
    enter(frame);
    const select = (item: Value) => {
      assign(frame, item);
      return truthy(test(frame)) ? pack(frame) : drop(frame);
    };
    return new FilteredSource(iterable, select, frame.state);
  };
}

/** A loop whose body does not ask about the loop. */
function plainLoop({ assign, prepare, enter, body, leave, filter }: LoopParts): RunLoop {
  const turn = (frame: Frame, item: Value) => {
    frame.state.budget.step();
    assign(frame, item);
    enter?.(frame);
    body(frame);
  };
  return (frame, iterable) => {
    let turns = 0;
    if (filter) {
      prepare?.(frame);
      const source = filter(frame, iterable);
      for (let item = source.next(); item !== undefined; item = source.next()) {
        turns += 1;
        turn(frame, item);
      }
    } else {
      const items = loopItems(iterable, frame.state);
      prepare?.(frame);
      if (Array.isArray(items)) {
        // The length is asked for again each time: the body may append to the list.
        for (let index = 0; index < items.length; index += 1) {
          turns += 1;
          turn(frame, items[index]);
        }
      } else {
        for (const item of items) {
          turns += 1;
          turn(frame, item);
        }
      }
    }
    leave(frame);
    return turns;
  };
}

/** A loop with a `loop` variable. */
function extendedLoop(
  { assign, prepare, enter, body, leave, filter, loopSlot }: LoopParts,
  recursion: (frame: Frame) => ((iterable: Value, depth0: number) => Value) | null,
): RunLoop {
  return (frame, iterable, depth0) => {
    const { state } = frame;
    const source = filter ? filter(frame, iterable) : sourceOf(loopItems(iterable, state));
    const loop = new LoopContext(source, filter ? undefined : iterable, recursion(frame), depth0, state);
    prepare?.(frame);
    let turns = 0;
    for (let item = loop.advance(); item !== undefined; item = loop.advance()) {
      turns += 1;
      state.budget.step();
      assign(frame, item);
      frame.variables[loopSlot] = loop;
      enter?.(frame);
      body(frame);
    }
    leave(frame);
    return turns;
  };
}
