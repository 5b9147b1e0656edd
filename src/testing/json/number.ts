/**
 * Whether two numbers are the same, however they are written: `1.0` is `1` and `1e2` is `100`, to the last digit.
 * JavaScript's own numbers would take two long integers for one.
 */
export function isSameNumber(left: string, right: string): boolean {
  return left === right || canonical(left) === canonical(right);
}

/** Sign, digits without zeros on either side, and the power of ten that they stand for. */
function canonical(source: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(source);
  if (!match) return source;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const digits = (whole + fraction).replace(/^0+/, '');
  if (digits === '') return '0';
  const significant = digits.replace(/0+$/, '');
  const power = BigInt(exponent) - BigInt(fraction.length) + BigInt(digits.length - significant.length);
  return `${sign}${significant}e${power}`;
}
