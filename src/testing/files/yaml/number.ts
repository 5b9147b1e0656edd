const decimal = /^([-+]?)(\d*)(\.\d*)?([eE][-+]?\d+)?$/;

/**
 * The number of a YAML scalar as JSON text, every digit as it is written; undefined where JSON has no such number.
 * @param written the plain text: `1.50`, `+7`, `0x1f`, `.5`
 */
export function yamlNumber(written: string): string | undefined {
  const [isDecimal, sign, whole = '', fraction = '', exponent = ''] = decimal.exec(written) ?? [];
  if (isDecimal !== undefined && whole + fraction !== '' && fraction + whole !== '.') {
    const digits = whole.replace(/^0+(?=\d)/, '') || '0';
    return `${sign === '-' ? '-' : ''}${digits}${fraction === '.' ? '.0' : fraction}${exponent}`;
  }
  const [isOther, minus = '', notation] = /^([-+]?)(0x[\da-f]+|0o[0-7]+|0b[01]+)$/i.exec(written) ?? [];
  if (isOther === undefined || notation === undefined) return undefined;
  return `${minus === '-' ? '-' : ''}${BigInt(notation)}`;
}
