/** The complex number that a fractional power of a negative number is in Python. Templates can print it, and little more. */
import { PyObject } from './model.js';
import { floatToText } from './numbers/floats.js';
import { powerFloats } from './numbers/power.js';

export class Complex extends PyObject {
  readonly typeName = 'complex';
  constructor(
    readonly real: number,
    readonly imaginary: number,
  ) {
    super();
  }
  override truthy(): boolean {
    return this.real !== 0 || this.imaginary !== 0;
  }
  override repr(): string {
    const imaginary = `${part(this.imaginary)}j`;
    if (Object.is(this.real, 0)) return imaginary;
    return `(${part(this.real)}${imaginary.startsWith('-') ? '' : '+'}${imaginary})`;
  }
}

const part = (value: number) => floatToText(value).replace(/\.0$/, '');

/** A negative base to a power that is no integer, by length and angle. */
export function complexPower(base: number, exponent: number): Complex {
  const length = powerFloats(-base, exponent);
  const angle = Math.PI * exponent;
  return new Complex(length * Math.cos(angle), length * Math.sin(angle));
}
