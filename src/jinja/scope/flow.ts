/** Which names have a value of the template's own at a place: on every way there, or on some. */
import type { Block, CallBlock, For, Macro, TemplateNode } from '../ast.js';
import { analyzeLoop, analyzeScope, type LoopPart } from './analyze.js';
import { FunctionScope, Symbols, type Variable } from './symbols.js';
import { findUndeclared } from './undeclared.js';

/**
 * Where the value of a variable comes from: from outside, from the template, or from outside unless a branch, a loop or
 * an earlier call has assigned it first.
 */
export type Origin = 'context' | 'template' | 'either';

const macroNames = ['caller', 'kwargs', 'varargs'];

export class Flow {
  /** The place of the top level from which blocks see what it has exported. */
  private readonly toplevel: Flow;

  private constructor(
    private readonly symbols: Symbols,
    /** Assigned on every way here. */
    private assigned: Set<Variable>,
    /** Assigned on some way here. */
    private readonly touched: Set<Variable>,
    toplevel: Flow | null,
    /** Where a block's variables come from. */
    private readonly outside: Flow | null = null,
  ) {
    this.toplevel = toplevel ?? this;
  }

  static root(tree: TemplateNode): Flow {
    const symbols = freshSymbols(findUndeclared(tree.body, ['self']));
    analyzeScope(tree, symbols);
    return new Flow(symbols, new Set(), new Set(), null);
  }

  /** A scope inside this one. What is assigned here stays so in there. */
  private inner(): Flow {
    const symbols = new Symbols(this.symbols, this.symbols.owner);
    return new Flow(symbols, new Set(this.assigned), new Set(this.touched), this.toplevel, this.outside);
  }

  enter(node: Parameters<typeof analyzeScope>[0]): Flow {
    const flow = this.inner();
    analyzeScope(node, flow.symbols);
    return flow;
  }

  enterLoop(node: For, part: LoopPart): Flow {
    const flow = this.inner();
    if (part === 'body') flow.symbols.declareParameter('loop');
    analyzeLoop(node, part, flow.symbols);
    return flow;
  }

  /** A macro runs later: by then, anything around it may have been assigned. */
  enterMacro(node: Macro | CallBlock): Flow {
    const flow = this.inner();
    for (const variable of this.symbols.assigned().values()) flow.touched.add(variable);
    for (const name of findUndeclared(node.body, macroNames)) flow.symbols.declareParameter(name);
    analyzeScope(node, flow.symbols);
    return flow;
  }

  /** A block sees what the top level has exported, and if it is `scoped` what its place sees. */
  enterBlock(node: Block): Flow {
    const symbols = freshSymbols(findUndeclared(node.body, ['self', 'super']));
    analyzeScope(node, symbols);
    const outside = node.scoped ? this : this.toplevel;
    return new Flow(symbols, new Set(), new Set(), this.toplevel, outside);
  }

  /** The same scope, on one of several ways through it. */
  branch(): Flow {
    const toplevel = this.toplevel === this ? null : this.toplevel;
    return new Flow(this.symbols, new Set(this.assigned), new Set(this.touched), toplevel, this.outside);
  }

  /** Behind the branches, what all of them assigned is assigned, and what any of them did may be. */
  join(branches: readonly Flow[]): void {
    const [first, ...others] = branches;
    if (!first) return;
    this.assigned = new Set(
      [...first.assigned].filter((variable) => others.every((other) => other.assigned.has(variable))),
    );
    for (const branch of branches) for (const variable of branch.touched) this.touched.add(variable);
  }

  assign(name: string): void {
    const variable = this.symbols.find(name);
    if (!variable) return;
    this.assigned.add(variable);
    this.touched.add(variable);
  }

  originOf(name: string): Origin {
    const variable = this.symbols.find(name);
    return variable ? this.originOfVariable(variable) : this.originOutside(name);
  }

  private originOfVariable(variable: Variable): Origin {
    if (this.assigned.has(variable)) return 'template';
    const before = this.originOfFirstValue(variable);
    return before === 'context' && this.touched.has(variable) ? 'either' : before;
  }

  private originOfFirstValue(variable: Variable): Origin {
    const load = this.symbols.findLoad(variable);
    if (load?.from === 'variable') return this.originOfVariable(load.source);
    return load?.from === 'context' ? this.originOutside(variable.name) : 'template';
  }

  private originOutside(name: string): Origin {
    const { outside } = this;
    if (!outside?.symbols.assigned().has(name)) return 'context';
    const origin = outside.originOf(name);
    // The block may also be rendered from elsewhere, before or after.
    return origin === 'context' ? 'either' : origin;
  }
}

function freshSymbols(special: Iterable<string>): Symbols {
  const symbols = new Symbols(null, new FunctionScope(null));
  for (const name of special) symbols.declareParameter(name);
  return symbols;
}
