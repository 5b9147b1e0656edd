import type { TemplateNode } from '../ast.js';
import { tokenize } from '../lexer/lexer.js';
import { StatementParser } from './statements.js';
import { TokenStream } from './stream.js';

/** @throws TemplateSyntaxError, its span attached. */
export const parse = (source: string): TemplateNode =>
  new StatementParser(new TokenStream(tokenize(source))).parseTemplate();
