/**
 * Exact decimal digits of a double, rounded half to even. `Number.prototype.toFixed` and its kin round halves away
 * from zero and stop at 100 digits, so the digits are made with big integers from the double's own bits.
 */

const view = new DataView(new ArrayBuffer(8));

/** A finite double as `mantissa * 2 ** exponent`; the sign is left out. */
export function decompose(value: number): { mantissa: bigint; exponent: number } {
  view.setFloat64(0, Math.abs(value));
  const bits = view.getBigUint64(0);
  const biased = Number(bits >> 52n);
  const fraction = bits & ((1n << 52n) - 1n);
  return biased === 0
    ? { mantissa: fraction, exponent: -1074 }
    : { mantissa: fraction | (1n << 52n), exponent: biased - 1075 };
}

export function divideHalfEven(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  const doubled = (numerator % denominator) * 2n;
  if (doubled > denominator || (doubled === denominator && quotient % 2n === 1n)) return quotient + 1n;
  return quotient;
}

/** `|value| * 10 ** places`, rounded half to even to an integer. `places` may be negative. */
export function scaledDigits(value: number, places: number): bigint {
  const { mantissa, exponent } = decompose(value);
  let numerator = mantissa;
  let denominator = 1n;
  if (exponent >= 0) numerator <<= BigInt(exponent);
  else denominator <<= BigInt(-exponent);
  if (places >= 0) numerator *= 10n ** BigInt(places);
  else denominator *= 10n ** BigInt(-places);
  return divideHalfEven(numerator, denominator);
}

/** `|value|` with exactly `places` digits after the point: "12.50". */
export function fixedDigits(value: number, places: number): string {
  if (places <= 22 && Math.abs(value) < 1e15) {
    // `toFixed` is exact but for halves, which it rounds up. A half doubled is whole, and then the product is exact.
    const doubled = Math.abs(value) * 2 * 10 ** places;
    if (!Number.isInteger(doubled)) return Math.abs(value).toFixed(places);
  }
  // Beyond 1074 places every double is exact: the rest is zeros.
  const exact = Math.min(places, 1074);
  const digits = scaledDigits(value, exact)
    .toString()
    .padStart(exact + 1, '0');
  if (places === 0) return digits;
  const point = digits.length - exact;
  return `${digits.slice(0, point)}.${digits.slice(point)}${'0'.repeat(places - exact)}`;
}

/** `|value|` as `count` significant digits and the decimal exponent of the first one. */
export function significantDigits(value: number, count: number): { digits: string; exponent: number } {
  if (value === 0) return { digits: '0'.repeat(count), exponent: 0 };
  const exact = Math.min(count, 800);
  // A first guess from the shortest form; rounding may carry into one more digit.
  let exponent = Number(Math.abs(value).toExponential().split('e')[1]);
  let digits = scaledDigits(value, exact - 1 - exponent).toString();
  if (digits.length > exact) {
    exponent += 1;
    digits = scaledDigits(value, exact - 1 - exponent).toString();
  }
  return { digits: digits + '0'.repeat(count - exact), exponent };
}

/** `numerator / denominator` as the nearest double (both positive), ties to even; Infinity past the range. */
export function ratioToNumber(numerator: bigint, denominator: bigint): number {
  if (numerator === 0n) return 0;
  const shift = numerator.toString(16).length * 4 - denominator.toString(16).length * 4;
  // 66 bits or more of quotient, the last one sticky, so that the final rounding is the only one.
  const scale = Math.min(70 - shift, 1140);
  const [n, d] =
    scale >= 0 ? [numerator << BigInt(scale), denominator] : [numerator, denominator << BigInt(-scale)];
  let quotient = n / d;
  if (n % d !== 0n) quotient |= 1n;
  return scaleByPowerOfTwo(quotient, -scale);
}

/** `value * 2 ** exponent` as the nearest double, ties to even, subnormals included. */
export function scaleByPowerOfTwo(value: bigint, exponent: number): number {
  const length = value.toString(2).length;
  const lowest = Math.max(length + exponent - 53, -1074);
  const drop = lowest - exponent;
  let mantissa = value;
  if (drop > 0) {
    const kept = value >> BigInt(drop);
    const rest = value - (kept << BigInt(drop));
    const half = 1n << BigInt(drop - 1);
    mantissa = rest > half || (rest === half && (kept & 1n) === 1n) ? kept + 1n : kept;
  } else mantissa = value << BigInt(-drop);
  if (lowest > 1023) return Number.POSITIVE_INFINITY;
  // Two factors, because 2 ** -1074 alone is exact but 2 ** 1024 is not a double.
  const first = Math.max(Math.min(lowest, 970), -1022);
  return Number(mantissa) * 2 ** first * 2 ** (lowest - first);
}
