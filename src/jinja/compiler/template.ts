/** A whole template to closures. */
import type { Expression, Node, Statement } from '../ast.js';
import { type BranchIndex, indexBranches } from '../branches.js';
import { type Span, type TemplateError, TemplateSyntaxError } from '../errors.js';
import type { ParsedTemplate } from '../parser/parse.js';
import { lineAndColumn } from '../positions.js';
import { type BlockCode, TemplateReference } from '../runtime/blocks.js';
import type { Frame } from '../runtime/frame.js';
import type { Registry, RenderState } from '../runtime/state.js';
import { analyzeScope } from '../scope/analyze.js';
import type { Variable } from '../scope/symbols.js';
import { findUndeclared } from '../scope/undeclared.js';
import { unreachable } from '../walk.js';
import { compileBlock, compileBlockCode, compileExtends, compileImport, compileInclude } from './blocks.js';
import type { Compiler, Evaluate, Execute } from './compiler.js';
import { Constants } from './constants.js';
import { countBranch } from './covered.js';
import { compileEnter } from './entry.js';
import { compileExpression } from './expressions.js';
import { compileFor } from './loops.js';
import { compileCallBlock, compileMacro } from './macros.js';
import { compileOutput } from './output.js';
import { type Escaping, Scope } from './scope.js';
import {
  compileAssign,
  compileAssignBlock,
  compileAutoescape,
  compileFilterBlock,
  compileIf,
  compileWith,
} from './scopes.js';
import { sequence } from './sequence.js';
import { traceStatement } from './traced.js';

export interface Instruments {
  /** Renders fill in a trace of their output. */
  readonly traced?: boolean;
  /** Renders count the branches that they take. */
  readonly covered?: boolean;
}

export interface TemplateCode {
  size(): number;
  run(frame: Frame): void;
  readonly blocks: ReadonlyMap<string, BlockCode>;
}

/**
 * @param folding the state that constant expressions are computed in
 * @param instruments what else the code does; ordinary code does nothing else
 * @throws TemplateError where Jinja2's compiler fails: unknown filters and tests, misplaced tags.
 */
export function compileTemplate(
  source: string,
  parsed: ParsedTemplate,
  autoescape: boolean,
  folding: RenderState,
  instruments: Instruments = {},
): TemplateCode {
  return new TemplateCompiler(source, parsed, autoescape, folding, instruments).compile();
}

/** The items inside a span, of a list that is sorted by where they start. */
function* inside<T extends { readonly span: Span }>(items: readonly T[], { start, end }: Span): Generator<T> {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle] as T).span.start < start) low = middle + 1;
    else high = middle;
  }
  for (let item = items[low]; item && item.span.start < end; item = items[low]) {
    yield item;
    low += 1;
  }
}

class TemplateCompiler implements Compiler {
  readonly registry: Registry;
  readonly constants: Constants;
  readonly traced: boolean;
  readonly branches: BranchIndex | null;
  readonly escaping: Escaping;
  unboundParameters: ReadonlySet<Variable> = new Set();
  extendsKnown = false;
  readonly pythonErrors: TemplateError[] = [];

  constructor(
    readonly source: string,
    private readonly parsed: ParsedTemplate,
    autoescape: boolean,
    folding: RenderState,
    { traced = false, covered = false }: Instruments,
  ) {
    this.traced = traced;
    this.branches = covered ? indexBranches(parsed.tree) : null;
    this.registry = folding.registry;
    this.escaping = { autoescape, volatile: false };
    this.constants = new Constants(this.escaping, folding);
  }

  compile(): TemplateCode {
    const { tree } = this.parsed;
    this.checkBlockNames();
    const scope = Scope.root();
    const { symbols } = scope;
    const usesSelf = this.undeclared(tree.body, ['self'], tree.span).has('self');
    const selfSlot = usesSelf ? symbols.declareParameter('self').slot : null;
    analyzeScope(tree, symbols);
    scope.toplevel = true;
    scope.silenced = true;
    const enter = compileEnter(symbols, true);
    const statements = this.body(tree.body, scope);
    const rendered = countBranch(tree, 0, this);
    const body = rendered ? sequence([statements, rendered]) : statements;
    const blocks = this.parsed.blocks.map((block) => compileBlockCode(block, this));
    const [pythonError] = this.pythonErrors;
    if (pythonError) throw pythonError;
    return {
      size: () => symbols.owner.size,
      run: (frame) => {
        if (selfSlot !== null) frame.variables[selfSlot] = new TemplateReference(frame.context, frame.state);
        enter(frame);
        body(frame);
      },
      blocks: new Map(blocks.map((block) => [block.name, block])),
    };
  }

  private checkBlockNames(): void {
    const seen = new Set<string>();
    for (const { name, nameSpan } of this.parsed.blocks) {
      if (seen.has(name)) {
        throw new TemplateSyntaxError(`block '${name}' defined twice`, {
          span: nameSpan,
          pythonName: 'TemplateAssertionError',
        });
      }
      seen.add(name);
    }
  }

  expression(node: Expression, scope: Scope): Evaluate {
    return compileExpression(node, scope, this);
  }

  body(nodes: readonly Statement[], scope: Scope): Execute {
    return sequence(
      nodes.flatMap((node) => {
        const steps = this.statement(node, scope) ?? [];
        return this.traced && typeof steps === 'function' ? traceStatement(node, steps) : steps;
      }),
    );
  }

  private statement(node: Statement, scope: Scope): Execute | Execute[] | null {
    switch (node.kind) {
      case 'Output':
        return compileOutput(node, scope, this);
      case 'If':
        return compileIf(node, scope, this);
      case 'For':
        return compileFor(node, scope, this);
      case 'Assign':
        return compileAssign(node, scope, this);
      case 'AssignBlock':
        return compileAssignBlock(node, scope, this);
      case 'Macro':
        return compileMacro(node, scope, this);
      case 'CallBlock':
        return compileCallBlock(node, scope, this);
      case 'FilterBlock':
        return compileFilterBlock(node, scope, this);
      case 'With':
        return compileWith(node, scope, this);
      case 'Autoescape':
        return compileAutoescape(node, scope, this);
      case 'Block':
        return compileBlock(node, scope, this);
      case 'Extends':
        return compileExtends(node, scope, this);
      case 'Include':
        return compileInclude(node, scope, this);
      case 'Import':
      case 'FromImport':
        return compileImport(node, scope, this);
      default:
        return unreachable(node);
    }
  }

  checkDicts(span: Span): void {
    if (this.parsed.computedDicts.length === 0) return;
    for (const dict of inside(this.parsed.computedDicts, span)) this.constants.evaluate(dict);
  }

  hasScopedBlock(span: Span): boolean {
    for (const block of inside(this.parsed.blocks, span)) if (block.scoped) return true;
    return false;
  }

  loopAssignment(span: Span): Span | null {
    const [first] = inside(this.parsed.loopAssignments, span);
    return first?.span ?? null;
  }

  lineOf(span: Span): number {
    return lineAndColumn(this.source, span.start).line;
  }

  undeclared(nodes: readonly Node[], names: readonly string[], span: Span): ReadonlySet<string> {
    const mentioned = new Set<string>();
    for (const { name } of inside(this.parsed.specialUses, span)) {
      if (names.includes(name)) mentioned.add(name);
      if (mentioned.size === names.length) break;
    }
    return mentioned.size === 0 ? mentioned : findUndeclared(nodes, mentioned);
  }
}
