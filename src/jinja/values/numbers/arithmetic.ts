/** The arithmetic of int, float and bool among themselves. */
import type { Runtime } from '../../calls.js';
import { TemplateRuntimeError } from '../../errors.js';
import { Float } from '../model.js';
import type { Numeric } from '../types.js';
import { divideInts, floorDivideFloats, moduloFloats, numberOf } from './floats.js';
import {
  addInts,
  floorDivideInts,
  type Int,
  moduloInts,
  multiplyInts,
  negateInt,
  powerInts,
  subtractInts,
  toInt,
} from './integers.js';
import { powerFloats } from './power.js';

const zeroDivision = (message: string) => new TemplateRuntimeError(message, 'ZeroDivisionError');

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '//' | '%' | '** or pow()';

export function calculate(op: ArithmeticOperator, a: Numeric, b: Numeric, runtime: Runtime): Int | Float {
  if (a instanceof Float || b instanceof Float) return new Float(floats(op, numberOf(a), numberOf(b)));
  return ints(op, toInt(a), toInt(b), runtime);
}

function ints(op: ArithmeticOperator, a: Int, b: Int, runtime: Runtime): Int | Float {
  switch (op) {
    case '+':
      return addInts(a, b);
    case '-':
      return subtractInts(a, b);
    case '*':
      return multiplyInts(a, b, runtime.budget);
    case '/':
      if (b === 0) throw zeroDivision('division by zero');
      return new Float(divideInts(a, b));
    case '//':
      return floorDivideInts(a, b);
    case '%':
      return moduloInts(a, b);
    case '** or pow()':
      if (b < 0) return new Float(floats(op, numberOf(a), numberOf(b)));
      return powerInts(a, b, runtime.budget);
  }
}

function floats(op: ArithmeticOperator, a: number, b: number): number {
  switch (op) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      if (b === 0) throw zeroDivision('float division by zero');
      return a / b;
    case '//':
      if (b === 0) throw zeroDivision('float floor division by zero');
      return floorDivideFloats(a, b);
    case '%':
      if (b === 0) throw zeroDivision('float modulo');
      return moduloFloats(a, b);
    case '** or pow()':
      return power(a, b);
  }
}

function power(base: number, exponent: number): number {
  if (base === 0 && exponent < 0) throw zeroDivision('0.0 cannot be raised to a negative power');
  const result = powerFloats(base, exponent);
  if (!Number.isFinite(result) && Number.isFinite(base) && Number.isFinite(exponent)) {
    throw new TemplateRuntimeError("(34, 'Numerical result out of range')", 'OverflowError');
  }
  return result;
}

export function negateNumber(value: Numeric): Int | Float {
  return value instanceof Float ? new Float(-value.value) : negateInt(toInt(value));
}
