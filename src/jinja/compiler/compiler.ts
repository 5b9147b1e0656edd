/**
 * The tree becomes closures: `Evaluate` computes an expression in a frame, `Execute` runs a statement in one. The
 * modules of this folder each compile some kinds of node and reach the others through a `Compiler`.
 */
import type { Expression, Node, Statement } from '../ast.js';
import type { BranchIndex } from '../branches.js';
import type { Span, TemplateError } from '../errors.js';
import type { Frame } from '../runtime/frame.js';
import type { Registry } from '../runtime/state.js';
import type { Variable } from '../scope/symbols.js';
import type { Value } from '../values/model.js';
import type { Constants } from './constants.js';
import type { Escaping, Scope } from './scope.js';

export type Evaluate = (frame: Frame) => Value;
export type Execute = (frame: Frame) => void;

export interface Compiler {
  readonly source: string;
  readonly registry: Registry;
  readonly constants: Constants;
  /** Whether the code tells which place of the template prints what. */
  readonly traced: boolean;
  /** The branches that the code counts; null in code that counts none. */
  readonly branches: BranchIndex | null;
  /** Of the place that is being compiled; `autoescape` tags change it for what they surround. */
  readonly escaping: Escaping;
  /** The parameters that have no value yet, while a macro's defaults are compiled. */
  unboundParameters: ReadonlySet<Variable>;
  /** What Python finds wrong in the generated code: it fails once everything else is compiled. */
  readonly pythonErrors: TemplateError[];
  /** A top-level `extends` has been compiled. */
  extendsKnown: boolean;
  expression(node: Expression, scope: Scope): Evaluate;
  body(nodes: readonly Statement[], scope: Scope): Execute;
  /** Fails where Jinja2 fails folding constants: on a dict literal inside the node with an unhashable key. */
  checkDicts(span: Span): void;
  /** Whether a block inside the node is marked `scoped`. */
  hasScopedBlock(span: Span): boolean;
  /** The first place inside the node that assigns to `loop`. */
  loopAssignment(span: Span): Span | null;
  /** The 1-based line of the node's first character. */
  lineOf(span: Span): number;
  /** The names among those given that the nodes, which lie in the span, read before assigning them. */
  undeclared(nodes: readonly Node[], names: readonly string[], span: Span): ReadonlySet<string>;
}
