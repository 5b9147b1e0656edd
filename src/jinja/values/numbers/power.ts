/**
 * `a ** b` of floats to the last digit. C's `pow`, which Python calls, is off by hardly more than half a unit in the last
 * place; V8's is not as close, so the result is computed with big integers and rounded once.
 */
import { decompose, ratioToNumber, scaleByPowerOfTwo } from './decimal.js';

/** Bits after the point of the fixed-point numbers below. */
const BITS = 220n;
const ONE = 1n << BITS;

/** Larger whole exponents go by way of the logarithm. */
const MAX_EXACT_EXPONENT = 512;

/** A real power; the base is not negative where the exponent is no integer. */
export function powerFloats(base: number, exponent: number): number {
  if (base === 1 || exponent === 0) return 1;
  if (base === -1 && !Number.isFinite(exponent)) return 1;
  const rough = base ** exponent;
  if (!Number.isFinite(rough) || rough === 0 || !Number.isFinite(base) || !Number.isFinite(exponent))
    return rough;
  const whole = Number.isInteger(exponent) && Math.abs(exponent) <= MAX_EXACT_EXPONENT;
  const magnitude = whole ? wholePower(base, exponent) : exponential(base, exponent);
  return rough < 0 ? -magnitude : magnitude;
}

function wholePower(base: number, exponent: number): number {
  const { mantissa, exponent: shift } = decompose(base);
  const count = Math.abs(exponent);
  const power = mantissa ** BigInt(count);
  const scale = shift * count;
  if (exponent > 0) return scaleByPowerOfTwo(power, scale);
  return scale <= 0 ? ratioToNumber(1n << BigInt(-scale), power) : ratioToNumber(1n, power << BigInt(scale));
}

/** `exp(exponent * ln(base))`. */
function exponential(base: number, exponent: number): number {
  const { mantissa, exponent: shift } = decompose(exponent);
  const logarithm = naturalLogarithm(Math.abs(base)) * mantissa;
  const scaled = shift >= 0 ? logarithm << BigInt(shift) : logarithm >> BigInt(-shift);
  const argument = exponent < 0 ? -scaled : scaled;
  const twos = (2n * argument + ln2()) / (2n * ln2());
  return scaleByPowerOfTwo(expOfSmall(argument - twos * ln2()), Number(twos - BITS));
}

let ln2Cache: bigint | null = null;
function ln2(): bigint {
  ln2Cache ??= 2n * inverseHyperbolicTangent(ONE / 3n);
  return ln2Cache;
}

/** ln of a double as fixed point: the power of two apart, the rest near one. */
function naturalLogarithm(value: number): bigint {
  const { mantissa, exponent } = decompose(value);
  const length = mantissa.toString(2).length;
  const fraction = mantissa << (BITS - BigInt(length));
  const twos = BigInt(exponent + length);
  return twos * ln2() + 2n * inverseHyperbolicTangent(((fraction - ONE) << BITS) / (fraction + ONE));
}

/** The series of atanh for a small argument. */
function inverseHyperbolicTangent(z: bigint): bigint {
  const square = (z * z) >> BITS;
  let power = z;
  let sum = 0n;
  for (let n = 1n; power !== 0n && power !== -1n; n += 2n) {
    sum += power / n;
    power = (power * square) >> BITS;
  }
  return sum;
}

/** Taylor's series of an argument halved eight times, squared as often. */
function expOfSmall(argument: bigint): bigint {
  const small = argument >> 8n;
  let term = ONE;
  let sum = 0n;
  for (let n = 1n; term !== 0n && term !== -1n; n += 1n) {
    sum += term;
    term = ((term * small) >> BITS) / n;
  }
  for (let i = 0; i < 8; i += 1) sum = (sum * sum) >> BITS;
  return sum;
}
