/** The operators by their symbols. */
import type { BinaryOperator, ComparisonOperator } from '../ast.js';
import type { Runtime } from '../calls.js';
import { compare, contains } from '../values/compare.js';
import type { Value } from '../values/model.js';
import {
  add,
  divide,
  floorDivide,
  modulo,
  multiply,
  negate,
  positive,
  power,
  subtract,
} from '../values/operators.js';

export type BinaryOperation = (left: Value, right: Value, runtime: Runtime) => Value;

export function binaryOperation(operator: BinaryOperator): BinaryOperation {
  switch (operator) {
    case '+':
      return add;
    case '-':
      return subtract;
    case '*':
      return multiply;
    case '/':
      return divide;
    case '//':
      return floorDivide;
    case '%':
      return modulo;
    case '**':
      return power;
  }
}

export const unaryOperation = (operator: '+' | '-'): ((operand: Value, runtime: Runtime) => Value) =>
  operator === '-' ? negate : positive;

/** One link of a comparison chain. */
export function compareValues(
  operator: ComparisonOperator,
  left: Value,
  right: Value,
  runtime: Runtime,
): boolean {
  if (operator === 'in') return contains(right, left, runtime);
  if (operator === 'not in') return !contains(right, left, runtime);
  return compare(operator, left, right, runtime);
}
