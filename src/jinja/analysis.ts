/** What a template uses, and what it binds itself, without running it. */
import type {
  Call,
  CallBlock,
  Expression,
  Filter,
  For,
  If,
  Macro,
  Node,
  SetTarget,
  Statement,
  TemplateNode,
  Test,
} from './ast.js';
import type { Span } from './errors.js';
import { Flow, type Origin } from './scope/flow.js';
import { forEachChild } from './walk.js';

export type { Origin };

/** One `.name`, `['name']` or `[0]` after a variable. */
export interface PathSegment {
  readonly key: string | number;
  readonly span: Span;
}

/** A place that reads a variable, with the attributes and constant items that follow it. */
export interface VariableUse {
  readonly name: string;
  readonly span: Span;
  readonly path: readonly PathSegment[];
  readonly origin: Origin;
}

/** A call of a variable by its bare name: `get_secret('key')`. */
export interface FunctionUse {
  readonly name: string;
  readonly span: Span;
  readonly call: Call;
  readonly origin: Origin;
}

export interface FilterUse {
  readonly name: string;
  readonly span: Span;
  readonly node: Filter;
}

export interface TestUse {
  readonly name: string;
  readonly span: Span;
  readonly node: Test;
}

export type BindingKind = 'set' | 'for' | 'with' | 'macro' | 'parameter' | 'import';

/** A place that gives a name a value. */
export interface Binding {
  readonly name: string;
  readonly span: Span;
  readonly kind: BindingKind;
}

/** Each list in the order of the source. */
export interface TemplateAnalysis {
  /** Functions are not among them, unless they have a path: `user.profile_fields.by_id(1)` is a variable. */
  readonly variables: readonly VariableUse[];
  readonly functions: readonly FunctionUse[];
  readonly filters: readonly FilterUse[];
  readonly tests: readonly TestUse[];
  readonly bindings: readonly Binding[];
}

/** @param template a `Template`, or its `ast` */
export function analyze(template: { readonly ast: TemplateNode } | TemplateNode): TemplateAnalysis {
  const analyzer = new Analyzer();
  analyzer.template('ast' in template ? template.ast : template);
  return analyzer.result();
}

/** Most are found in it. */
function inSourceOrder<T extends { readonly span: Span }>(uses: T[]): T[] {
  let last = 0;
  for (const { span } of uses) {
    if (span.start < last) return uses.sort((a, b) => a.span.start - b.span.start);
    last = span.start;
  }
  return uses;
}

class Analyzer {
  private readonly variables: VariableUse[] = [];
  private readonly functions: FunctionUse[] = [];
  private readonly filters: FilterUse[] = [];
  private readonly tests: TestUse[] = [];
  private readonly bindings: Binding[] = [];

  result(): TemplateAnalysis {
    return {
      variables: inSourceOrder(this.variables),
      functions: inSourceOrder(this.functions),
      filters: inSourceOrder(this.filters),
      tests: inSourceOrder(this.tests),
      bindings: inSourceOrder(this.bindings),
    };
  }

  template(tree: TemplateNode): void {
    this.all(tree.body, Flow.root(tree));
  }

  private all(nodes: readonly Node[], flow: Flow): void {
    for (const node of nodes) this.visit(node, flow);
  }

  private visit(node: Node, flow: Flow): void {
    switch (node.kind) {
      case 'Name':
      case 'GetAttribute':
      case 'GetItem':
        this.variable(node, flow);
        break;
      case 'Call':
        this.call(node, flow);
        break;
      case 'Filter':
        this.filters.push({ name: node.name, span: node.nameSpan, node });
        this.children(node, flow);
        break;
      case 'Test':
        this.tests.push({ name: node.name, span: node.nameSpan, node });
        this.children(node, flow);
        break;
      case 'NameTarget':
      case 'TupleTarget':
      case 'NamespaceTarget':
        this.bind(node, 'set', flow);
        break;
      case 'If':
        this.branches(node, flow);
        break;
      case 'For':
        this.loop(node, flow);
        break;
      case 'Macro':
        this.binding(node.name, node.nameSpan, 'macro', flow);
        this.macro(node, flow);
        break;
      case 'CallBlock':
        this.macro(node, flow);
        this.visit(node.call, flow);
        break;
      case 'FilterBlock':
      case 'Autoescape':
        this.children(node, flow.enter(node));
        break;
      case 'With': {
        const inner = flow.enter(node);
        this.all(node.values, flow);
        for (const target of node.targets) this.bind(target, 'with', inner);
        this.all(node.body, inner);
        break;
      }
      case 'Block':
        this.all(node.body, flow.enterBlock(node));
        break;
      case 'Assign':
        this.visit(node.value, flow);
        this.bind(node.target, 'set', flow);
        break;
      case 'AssignBlock': {
        const inner = flow.enter(node);
        this.all(node.body, inner);
        if (node.filter) this.visit(node.filter, inner);
        this.bind(node.target, 'set', flow);
        break;
      }
      case 'Import':
        this.visit(node.template, flow);
        this.binding(node.target, node.span, 'import', flow);
        break;
      case 'FromImport':
        this.visit(node.template, flow);
        for (const { alias } of node.names) this.binding(alias, node.span, 'import', flow);
        break;
      default:
        this.children(node, flow);
    }
  }

  private children(node: Node, flow: Flow): void {
    forEachChild(node, (child) => this.visit(child, flow));
  }

  /** A name with the path that follows it; where the path does not start at a name, what it starts at. */
  private variable(node: Expression, flow: Flow): void {
    const path: PathSegment[] = [];
    let base = node;
    while (base.kind === 'GetAttribute' || base.kind === 'GetItem') {
      if (base.kind === 'GetAttribute') path.unshift({ key: base.name, span: base.nameSpan });
      else if (base.key.kind === 'Const' && isKey(base.key.value)) {
        path.unshift({ key: base.key.value, span: base.key.span });
      } else {
        // What follows a computed key is not known to belong to the variable.
        path.length = 0;
        this.visit(base.key, flow);
      }
      base = base.target;
    }
    if (base.kind !== 'Name') this.visit(base, flow);
    else this.variables.push({ name: base.name, span: base.span, path, origin: flow.originOf(base.name) });
  }

  private call(node: Call, flow: Flow): void {
    const { callee } = node;
    if (callee.kind !== 'Name') {
      this.children(node, flow);
      return;
    }
    this.functions.push({
      name: callee.name,
      span: callee.span,
      call: node,
      origin: flow.originOf(callee.name),
    });
    forEachChild(node, (child) => {
      if (child !== callee) this.visit(child, flow);
    });
  }

  private bind(target: SetTarget, kind: BindingKind, flow: Flow): void {
    if (target.kind === 'TupleTarget') for (const item of target.items) this.bind(item, kind, flow);
    else if (target.kind === 'NameTarget') this.binding(target.name, target.span, kind, flow);
    else {
      const { name, attribute, span } = target;
      const path = [{ key: attribute, span }];
      this.variables.push({ name, span, path, origin: flow.originOf(name) });
    }
  }

  private binding(name: string, span: Span, kind: BindingKind, flow: Flow): void {
    this.bindings.push({ name, span, kind });
    flow.assign(name);
  }

  private branches(node: If, flow: Flow): void {
    const ends: Flow[] = [];
    for (const branch of [node, ...node.elifs]) {
      this.visit(branch.test, flow);
      ends.push(this.branch(branch.body, flow));
    }
    ends.push(this.branch(node.alternate, flow));
    flow.join(ends);
  }

  private branch(nodes: readonly Statement[], flow: Flow): Flow {
    const branch = flow.branch();
    this.all(nodes, branch);
    return branch;
  }

  private loop(node: For, flow: Flow): void {
    this.visit(node.iterable, flow);
    if (node.test) this.visit(node.test, flow.enterLoop(node, 'test'));
    const body = flow.enterLoop(node, 'body');
    this.bind(node.target, 'for', body);
    this.all(node.body, body);
    this.all(node.alternate, flow.enterLoop(node, 'alternate'));
  }

  private macro(node: Macro | CallBlock, flow: Flow): void {
    const body = flow.enterMacro(node);
    this.all(node.defaults, body);
    for (const { name, span } of node.parameters) this.binding(name, span, 'parameter', body);
    this.all(node.body, body);
  }
}

const isKey = (value: unknown): value is string | number =>
  typeof value === 'string' || typeof value === 'number';
