/** Why a text of a template cannot stand where it does in JSON, and which stretch of it is to blame. */
import type { Span } from '../../text/source.js';
import type { Reading } from './json-machine.js';

export interface JsonFault {
  /** In the template. */
  readonly span: Span;
  /** As a clause: "a comma is missing before `\"`". */
  readonly reason: string;
  /** Outside of every bracket: something follows the value. */
  readonly isBehind?: boolean;
}

/** @param rest the text from the character that cannot stand there */
export function faultAt(reading: Reading, rest: string, placeOf: (index: number) => number): JsonFault {
  const { state, stack, comma } = reading;
  const character = rest[0] as string;
  const token =
    /^(?:\/\/[^\n]*|\/\*[\s\S]*?\*\/|'[^'\n]*'|[\p{L}_$][\p{L}\p{N}_$]*|[\s\S])/u.exec(rest)?.[0] ?? '';
  const span = { start: placeOf(0), end: placeOf(token.length - 1) + 1 };
  const closes = character === '}' || character === ']';
  const container = stack.endsWith('{') ? 'object' : 'array';
  const afterComma = state === 'key' || (state === 'value' && stack.endsWith('['));
  if (closes && afterComma && comma >= 0) {
    const reason = `a comma stands before the end of the ${container}`;
    return { span: { start: comma, end: comma + 1 }, reason };
  }
  return { span, reason: reasonFor(reading, character, token), isBehind: stack === '' };
}

function reasonFor({ state, stack }: Reading, character: string, token: string): string {
  if (character < ' ') return `${nameOf(character)} stands inside a text`;
  if (state === 'string-escape' || state === 'key-escape') return `\`\\${character}\` is no escape of JSON`;
  if (token.startsWith('//') || token.startsWith('/*') || character === '#') return 'JSON has no comments';
  if (character === "'") return 'JSON wants double quotes';
  switch (state) {
    case 'after-value':
      if (stack === '') return `\`${token}\` stands behind the end of the value`;
      if (character === '}' || character === ']') {
        return `\`${character}\` closes what \`${stack.at(-1)}\` has opened`;
      }
      return `a comma is missing before \`${token}\``;
    case 'key':
    case 'first-key':
      return /^[\p{L}_$]/u.test(token)
        ? `the key \`${token}\` has no quotes`
        : `a key is missing before \`${token}\``;
    case 'colon':
      return `a colon is missing before \`${token}\``;
    default:
      return /^[\p{L}_$]/u.test(token)
        ? `\`${token}\` is no value of JSON`
        : `a value is missing before \`${token}\``;
  }
}

const nameOf = (character: string): string =>
  character === '\n' || character === '\r'
    ? 'a line break'
    : character === '\t'
      ? 'a tab'
      : 'a control character';
