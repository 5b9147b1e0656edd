import type { Substitution } from './substitutions.js';

export interface Expansion {
  readonly substitution: Substitution;
  /** Behind it, in UTF-16 units. */
  readonly end: number;
}

const simple = /\$(?:([A-Za-z_][A-Za-z0-9_]*)|([0-9@*?]))/y;
const braced = /\$\{([A-Za-z_][A-Za-z0-9_]*)(?:(:?-)([^${}]*)|[^${}]*)\}/y;

/** What stands at a `$` or a backtick; null where the shell would leave it as it is. */
export function expansionAt(text: string, start: number): Expansion | null {
  simple.lastIndex = start;
  const variable = simple.exec(text);
  if (variable) {
    const [written, name, position] = variable;
    return at(
      start,
      written,
      name ?? `argument_${position === undefined ? '' : position.replace(/\D/, 's')}`,
    );
  }
  braced.lastIndex = start;
  const inBraces = braced.exec(text);
  if (inBraces) {
    const [written, name = '', operator, fallback] = inBraces;
    return at(start, written, name, operator === undefined ? null : unquoted(fallback ?? ''));
  }
  const end =
    text[start] === '`'
      ? afterBacktick(text, start)
      : text[start + 1] === '('
        ? afterParenthesis(text, start + 1)
        : -1;
  return end < 0 ? null : at(start, text.slice(start, end), null);
}

const at = (
  start: number,
  written: string,
  name: string | null,
  fallback: string | null = null,
): Expansion => ({ substitution: { name, fallback, written }, end: start + written.length });

const unquoted = (text: string): string => text.replace(/^(["'])(.*)\1$/s, '$2');

function afterBacktick(text: string, start: number): number {
  const end = text.indexOf('`', start + 1);
  return end < 0 ? -1 : end + 1;
}

/** Behind the parenthesis that closes the one at `start`; quotes in between hide theirs. */
function afterParenthesis(text: string, start: number): number {
  let depth = 0;
  for (let index = start; index < text.length; index += 1) {
    const character = text[index];
    if (character === '\\') index += 1;
    else if (character === "'") {
      const end = text.indexOf("'", index + 1);
      if (end < 0) return -1;
      index = end;
    } else if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    if (depth === 0) return index + 1;
  }
  return -1;
}
