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
  /**
   * Whether the compiler may find fault with it. Where this is false, it finds nothing but filters and tests that do
   * not exist.
   */
  readonly isRefusable: boolean;
}

const bySource = (a: { readonly span: Span }, b: { readonly span: Span }) => a.span.start - b.span.start;

/** @throws TemplateError, its span attached: a syntax error nearly always. */
export function parse(source: string): ParsedTemplate {
  const parser = new StatementParser(new TokenStream(tokenize(source)));
  const tree = parser.parseTemplate();
  const { specialUses, loopAssignments } = parser;
  const blocks = parser.blocks.sort(bySource);
  const computedDicts = parser.computedDicts.sort(bySource);
  const isRefusable = parser.isRefusable || computedDicts.length > 0 || loopAssignments.length > 0;
  return { tree, blocks, computedDicts, specialUses, loopAssignments, isRefusable };
}
