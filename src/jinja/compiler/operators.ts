/** Arithmetic, comparison, logic, concatenation, conditions. */
import type { Binary, Compare, Concat, Conditional, Expression, Logical, Not, Unary } from '../ast.js';
import type { Frame } from '../runtime/frame.js';
import { Float, Undefined, type Value } from '../values/model.js';
import { concat, negate, power } from '../values/operators.js';
import { toText } from '../values/text.js';
import { truthy } from '../values/truth.js';
import type { Compiler, Evaluate } from './compiler.js';
import { countBranch, coverBranch, coverConstant } from './covered.js';
import { compileConstant } from './literals.js';
import { binaryOperation, compareValues, unaryOperation } from './operations.js';
import type { Scope } from './scope.js';

/** An expression where only its truth counts. */
export type Condition = (frame: Frame) => boolean;

export function compileCondition(node: Expression, scope: Scope, compiler: Compiler): Condition {
  const value = compiler.expression(node, scope);
  return (frame) => {
    const result = value(frame);
    return typeof result === 'boolean' ? result : truthy(result);
  };
}

export function compileBinary(node: Binary, scope: Scope, compiler: Compiler): Evaluate {
  const { operatorSpan: span } = node;
  const magnitude = node.operator === '**' ? negativeBase(node.left, compiler) : null;
  const left =
    magnitude === null
      ? compiler.expression(node.left, scope)
      : coverConstant(node.left, compileConstant(magnitude, node.left.span), compiler);
  const right = compiler.expression(node.right, scope);
  if (magnitude !== null) {
    return (frame) => {
      const base = left(frame);
      const exponent = right(frame);
      frame.state.at = span;
      return negate(power(base, exponent, frame.state), frame.state);
    };
  }
  const operation = binaryOperation(node.operator);
  return (frame) => {
    const a = left(frame);
    const b = right(frame);
    const { state } = frame;
    state.at = span;
    return operation(a, b, state);
  };
}

/**
 * Jinja2 writes a folded negative base without parentheses into its Python code, where `-2 ** x` is `-(2 ** x)`.
 * The base without its sign, or `null` for any other.
 */
function negativeBase(node: Expression, compiler: Compiler): Value | null {
  if (compiler.escaping.volatile) return null;
  const base = compiler.constants.fold(node);
  if (typeof base === 'number' && base < 0) return -base;
  if (typeof base === 'bigint' && base < 0n) return -base;
  if (base instanceof Float && (base.value < 0 || Object.is(base.value, -0))) {
    return new Float(-base.value);
  }
  return null;
}

export function compileUnary(node: Unary, scope: Scope, compiler: Compiler): Evaluate {
  const { span } = node;
  const operand = compiler.expression(node.operand, scope);
  const operation = unaryOperation(node.operator);
  return (frame) => {
    const value = operand(frame);
    frame.state.at = span;
    return operation(value, frame.state);
  };
}

export function compileNot(node: Not, scope: Scope, compiler: Compiler): Evaluate {
  const operand = compileCondition(node.operand, scope, compiler);
  return (frame) => !operand(frame);
}

export function compileLogical(node: Logical, scope: Scope, compiler: Compiler): Evaluate {
  const left = compiler.expression(node.left, scope);
  const right = coverBranch(node, 1, compiler.expression(node.right, scope), compiler);
  const goesOn = node.operator === 'and';
  const count = countBranch(node, 0, compiler);
  if (count) {
    return (frame) => {
      const value = left(frame);
      if (truthy(value) === goesOn) return right(frame);
      count(frame);
      return value;
    };
  }
  return (frame) => {
    const value = left(frame);
    return truthy(value) === goesOn ? right(frame) : value;
  };
}

export function compileCompare(node: Compare, scope: Scope, compiler: Compiler): Evaluate {
  const first = compiler.expression(node.left, scope);
  const links = node.operands.map(({ operator, operatorSpan, value }) => ({
    operator,
    span: operatorSpan,
    value: compiler.expression(value, scope),
  }));
  const [only] = links;
  if (only && links.length === 1) {
    const { operator, span, value } = only;
    return (frame) => {
      const left = first(frame);
      const right = value(frame);
      frame.state.at = span;
      return compareValues(operator, left, right, frame.state);
    };
  }
  return (frame) => {
    let left = first(frame);
    for (const { operator, span, value } of links) {
      const right = value(frame);
      frame.state.at = span;
      if (!compareValues(operator, left, right, frame.state)) return false;
      left = right;
    }
    return true;
  };
}

export function compileConcat(node: Concat, scope: Scope, compiler: Compiler): Evaluate {
  const { operatorSpan: span } = node;
  const items = node.items.map((item) => compiler.expression(item, scope));
  const { autoescape, volatile } = compiler.escaping;
  // Where escaping is decided at run time, Jinja2 joins as if it were off.
  const keepsMarkup = autoescape && !volatile;
  return (frame) => {
    const values: Value[] = [];
    for (const item of items) values.push(item(frame));
    frame.state.at = span;
    return keepsMarkup ? joinMarkup(values, frame) : joinText(values, frame);
  };
}

function joinMarkup(values: readonly Value[], { state }: Frame): Value {
  // The place of the tag decides, whatever the caller of a macro has set.
  const { autoescape } = state;
  state.autoescape = true;
  const joined = concat(values, state);
  state.autoescape = autoescape;
  return joined;
}

function joinText(values: readonly Value[], { state }: Frame): string {
  let text = '';
  for (const value of values) {
    text += toText(value, state);
  }
  state.budget.allocate(text.length);
  return text;
}

export function compileConditional(node: Conditional, outer: Scope, compiler: Compiler): Evaluate {
  const scope = outer.asSoft();
  const consequent = coverBranch(node, 0, compiler.expression(node.consequent, scope), compiler);
  const test = compileCondition(node.test, scope, compiler);
  const alternate = coverBranch(
    node,
    1,
    node.alternate ? compiler.expression(node.alternate, scope) : compileAbsent(node, compiler),
    compiler,
  );
  return (frame) => (test(frame) ? consequent(frame) : alternate(frame));
}

/** What an inline `if` without `else` gives. */
function compileAbsent(node: Conditional, compiler: Compiler): Evaluate {
  const line = compiler.lineOf(node.span);
  const absent = new Undefined(
    null,
    undefined,
    `the inline if-expression on line ${line} evaluated to false and no else section was defined.`,
  );
  return () => absent;
}
