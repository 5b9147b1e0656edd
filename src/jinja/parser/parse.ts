import type { Block, Dict, Name, NameTarget, TemplateNode } from '../ast.js';
import type { Span } from '../errors.js';
import { tokenize } from '../lexer/lexer.js';
import { StatementParser } from './statements.js';
import { TokenStream } from './stream.js';

/** The tree, and what the compiler would otherwise search it for. */
export interface ParsedTemplate {
  readonly tree: TemplateNode;
  /** Every block, in the order of the source. */
  readonly blocks: readonly Block[];
  /** Dict literals with a key that is neither a name nor a simple constant. */
  readonly computedDicts: readonly Dict[];
  /** Every use of `loop`, `caller`, `kwargs`, `varargs`, `self` and `super`. */
  readonly specialUses: readonly Name[];
  /** Every place that assigns to `loop`. */
  readonly loopAssignments: readonly NameTarget[];
}

const bySource = (a: { readonly span: Span }, b: { readonly span: Span }) => a.span.start - b.span.start;

/** @throws TemplateError, its span attached: a syntax error nearly always. */
export function parse(source: string): ParsedTemplate {
  const parser = new StatementParser(new TokenStream(tokenize(source)));
  const tree = parser.parseTemplate();
  const { specialUses, loopAssignments } = parser;
  const blocks = parser.blocks.sort(bySource);
  const computedDicts = parser.computedDicts.sort(bySource);
  return { tree, blocks, computedDicts, specialUses, loopAssignments };
}
