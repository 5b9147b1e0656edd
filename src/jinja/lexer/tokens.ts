/** The tokens of a template, under the names that Jinja2's error messages give them. */
import type { TemplateError } from '../errors.js';
import type { Float } from '../values/model.js';

export const operators: ReadonlyMap<string, OperatorType> = new Map([
  ['+', 'add'],
  ['-', 'sub'],
  ['/', 'div'],
  ['//', 'floordiv'],
  ['*', 'mul'],
  ['%', 'mod'],
  ['**', 'pow'],
  ['~', 'tilde'],
  ['[', 'lbracket'],
  [']', 'rbracket'],
  ['(', 'lparen'],
  [')', 'rparen'],
  ['{', 'lbrace'],
  ['}', 'rbrace'],
  ['==', 'eq'],
  ['!=', 'ne'],
  ['>', 'gt'],
  ['>=', 'gteq'],
  ['<', 'lt'],
  ['<=', 'lteq'],
  ['=', 'assign'],
  ['.', 'dot'],
  [':', 'colon'],
  ['|', 'pipe'],
  [',', 'comma'],
  [';', 'semicolon'],
]);

export type OperatorType =
  | 'add'
  | 'sub'
  | 'div'
  | 'floordiv'
  | 'mul'
  | 'mod'
  | 'pow'
  | 'tilde'
  | 'lbracket'
  | 'rbracket'
  | 'lparen'
  | 'rparen'
  | 'lbrace'
  | 'rbrace'
  | 'eq'
  | 'ne'
  | 'gt'
  | 'gteq'
  | 'lt'
  | 'lteq'
  | 'assign'
  | 'dot'
  | 'colon'
  | 'pipe'
  | 'comma'
  | 'semicolon';

export type TokenType =
  | OperatorType
  | 'data'
  | 'block_begin'
  | 'block_end'
  | 'variable_begin'
  | 'variable_end'
  | 'name'
  | 'string'
  | 'integer'
  | 'float'
  | 'eof'
  | 'error';

export interface Token {
  readonly type: TokenType;
  /** A name, the text of a data token, a string's value; the source text of everything else. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The value of a number token. */
  readonly number?: number | bigint | Float;
  /** What an `error` token throws once the parser arrives at it: the lexer runs ahead of the parser. */
  readonly error?: TemplateError;
}

const operatorText = new Map<string, string>([...operators].map(([text, type]) => [type, text]));

const descriptions = new Map<string, string>([
  ['block_begin', 'begin of statement block'],
  ['block_end', 'end of statement block'],
  ['variable_begin', 'begin of print statement'],
  ['variable_end', 'end of print statement'],
  ['data', 'template data / text'],
  ['eof', 'end of template'],
]);

const describeType = (type: string): string => operatorText.get(type) ?? descriptions.get(type) ?? type;

export const describeToken = (token: Token): string =>
  token.type === 'name' ? token.text : describeType(token.type);

/** What the parser asks for: a type, or a name with this very text (`name:endfor`). */
export type TokenPattern = TokenType | `name:${string}`;

export const describePattern = (pattern: TokenPattern): string =>
  pattern.startsWith('name:') ? pattern.slice(5) : describeType(pattern);

export const matches = (token: Token, pattern: TokenPattern): boolean =>
  token.type === pattern || (token.type === 'name' && pattern === `name:${token.text}`);
