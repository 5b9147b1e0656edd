import type { Block, Name, NameTarget, TemplateNode } from '../ast.js';
import { tokenize } from '../lexer/lexer.js';
import { StatementParser } from './statements.js';
import { TokenStream } from './stream.js';

/** The tree, and what the compiler would otherwise search it for. */
export interface ParsedTemplate {
  readonly tree: TemplateNode;
  /** Every block, in the order of the source. */
  readonly blocks: readonly Block[];
  /** Every use of `loop`, `caller`, `kwargs`, `varargs`, `self` and `super`. */
  readonly specialUses: readonly Name[];
  /** Every place that assigns to `loop`. */
  readonly loopAssignments: readonly NameTarget[];
}

/** @throws TemplateError, its span attached: a syntax error nearly always. */
export function parse(source: string): ParsedTemplate {
  const parser = new StatementParser(new TokenStream(tokenize(source)));
  const tree = parser.parseTemplate();
  const { specialUses, loopAssignments } = parser;
  const blocks = parser.blocks.sort((a, b) => a.span.start - b.span.start);
  return { tree, blocks, specialUses, loopAssignments };
}
