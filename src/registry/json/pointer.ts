/** The JSON pointer (RFC 6901) of a member or an item of what `pointer` leads to. */
export const childPointer = (pointer: string, key: string | number): string =>
  `${pointer}/${typeof key === 'string' && /[~/]/.test(key) ? key.replaceAll('~', '~0').replaceAll('/', '~1') : key}`;
