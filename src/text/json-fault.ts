/** Why a text is no JSON, and where: for files of the user that are read with `JSON.parse`. */
import { type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { type Position, SourceFile } from './source.js';

export interface JsonFault {
  /** A clause without a full stop. */
  readonly cause: string;
  /** Empty where the fault has no place. */
  readonly position: Partial<Position>;
}

/** @param text that `JSON.parse` refuses, without a byte order mark */
export function jsonFault(text: string): JsonFault {
  const faults: ParseError[] = [];
  parseTree(text, faults, { disallowComments: true });
  const [first] = faults;
  const known = first && causes.get(printParseErrorCode(first.error));
  return {
    cause: known ?? 'a character stands where none may',
    position: first ? new SourceFile('', text).positionAt(first.offset) : {},
  };
}

const causes = new Map<string, string>([
  ['InvalidCommentToken', 'JSON has no comments'],
  ['CommaExpected', 'a comma is missing'],
  ['ColonExpected', 'a colon is missing'],
  ['PropertyNameExpected', 'a key in double quotes is expected (a comma may stand before the end)'],
  ['ValueExpected', 'a value is expected (a comma may stand before the end)'],
  ['CloseBraceExpected', "a '}' is missing"],
  ['CloseBracketExpected', "a ']' is missing"],
  ['EndOfFileExpected', 'text follows the end of the value'],
  ['UnexpectedEndOfString', 'a string has no closing quote'],
  ['InvalidEscapeCharacter', 'a string has an escape that does not exist'],
]);
