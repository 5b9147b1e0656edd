/** `if`, `with`, `filter`, `autoescape`, and both forms of `set`. */
import type { AssignBlock, Assign as AssignNode, Autoescape, FilterBlock, If, With } from '../ast.js';
import { analyzeScope } from '../scope/analyze.js';
import { Markup, type Value } from '../values/model.js';
import { toText } from '../values/text.js';
import { truthy } from '../values/truth.js';
import { compileFilter } from './calls.js';
import type { Compiler, Execute } from './compiler.js';
import { coverBranch } from './covered.js';
import { compileEnter, compileLeave } from './entry.js';
import { type Condition, compileCondition } from './operators.js';
import { asCaptured, capture, writeResult } from './output.js';
import type { Scope } from './scope.js';
import { sequence } from './sequence.js';
import { compileSetTarget, compileTarget } from './targets.js';

export function compileIf(node: If, outer: Scope, compiler: Compiler): Execute {
  const scope = outer.asSoft();
  const branches: { test: Condition; body: Execute }[] = [node, ...node.elifs].map((branch, index) => ({
    test: compileCondition(branch.test, scope, compiler),
    body: coverBranch(node, index, compiler.body(branch.body, scope), compiler),
  }));
  const otherwise = compiler.body(node.alternate, scope);
  const alternate = coverBranch(node, branches.length, otherwise, compiler);
  const [first] = branches;
  if (first && branches.length === 1) {
    const { test, body } = first;
    return (frame) => (test(frame) ? body(frame) : alternate(frame));
  }
  return (frame) => {
    for (const { test, body } of branches) {
      if (test(frame)) {
        body(frame);
        return;
      }
    }
    alternate(frame);
  };
}

export function compileWith(node: With, outer: Scope, compiler: Compiler): Execute {
  const scope = outer.inner();
  analyzeScope(node, scope.symbols);
  const enter = compileEnter(scope.symbols, false);
  const bindings = node.targets.map((target, index) => ({
    assign: compileTarget(target, scope),
    // The values do not see each other's targets.
    value: compiler.expression(node.values[index] as With['values'][number], outer),
  }));
  const body = compiler.body(node.body, scope);
  const leave = compileLeave(scope.symbols);
  return (frame) => {
    enter(frame);
    for (const { assign, value } of bindings) assign(frame, value(frame));
    body(frame);
    leave(frame);
  };
}

export function compileFilterBlock(node: FilterBlock, outer: Scope, compiler: Compiler): Execute {
  const scope = outer.inner();
  analyzeScope(node, scope.symbols);
  const enter = compileEnter(scope.symbols, false);
  const body = compiler.body(node.body, scope);
  const asInput = asCaptured(compiler);
  const filter = compileFilter(node.filter, scope, compiler, (frame) => asInput(capture(frame, body), frame));
  const leave = compileLeave(scope.symbols);
  return (frame) => {
    enter(frame);
    writeResult(frame, filter(frame));
    leave(frame);
  };
}

export function compileAutoescape(node: Autoescape, outer: Scope, compiler: Compiler): Execute {
  const scope = outer.inner();
  analyzeScope(node, scope.symbols);
  const enter = compileEnter(scope.symbols, false);
  const value = compiler.expression(node.value, scope);

  const { escaping } = compiler;
  const surrounding = { ...escaping };
  const constant = compiler.constants.evaluate(node.value);
  if (constant === undefined) escaping.volatile = true;
  else escaping.autoescape = truthy(constant);
  const body = compiler.body(node.body, scope);
  Object.assign(escaping, surrounding);

  const leave = compileLeave(scope.symbols);
  return (frame) => {
    const { state } = frame;
    enter(frame);
    const { autoescape } = state;
    state.autoescape = truthy(value(frame));
    body(frame);
    state.autoescape = autoescape;
    leave(frame);
  };
}

export function compileAssign(node: AssignNode, scope: Scope, compiler: Compiler): Execute {
  const { check, assign } = compileSetTarget(node.target, scope);
  const value = compiler.expression(node.value, scope);
  if (!check) return (frame) => assign(frame, value(frame));
  return (frame) => {
    check(frame);
    assign(frame, value(frame));
  };
}

export function compileAssignBlock(node: AssignBlock, outer: Scope, compiler: Compiler): Execute {
  const scope = outer.inner();
  scope.silenced = false;
  analyzeScope(node, scope.symbols);
  const enter = compileEnter(scope.symbols, false);
  const body = compiler.body(node.body, scope);
  const { check, assign } = compileSetTarget(node.target, outer);
  const asInput = asCaptured(compiler);
  // The target is looked at between the body and the filters.
  const captureChecked: Execute = check ? sequence([body, check]) : body;
  const filter =
    node.filter &&
    compileFilter(node.filter, scope, compiler, (frame) => asInput(capture(frame, captureChecked), frame));
  const leave = compileLeave(scope.symbols);
  return (frame) => {
    const { state } = frame;
    enter(frame);
    const value: Value = filter ? filter(frame) : capture(frame, captureChecked);
    assign(frame, state.autoescape && !(value instanceof Markup) ? new Markup(toText(value, state)) : value);
    leave(frame);
  };
}
