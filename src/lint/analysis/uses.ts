/** Every value that a template reads, with what becomes of it: whether the template would fail if it were undefined. */
import { type ast, forEachChild } from '../../jinja/index.js';
import { asksForExistence, type Guards, guardedBy, isDefault } from './existence-guards.js';

/**
 * What an undefined value does at its place: `fails` the template, is as good as `nothing` (prints nothing, an empty
 * loop), is only asked for its `truth` or its `existence` (`is defined`), or is replaced (`default`).
 */
export type Fate = 'fails' | 'nothing' | 'truth' | 'existence' | 'defaulted';

export type Read = ast.Name | ast.GetAttribute | ast.GetItem;

export interface Use {
  readonly node: Read;
  readonly fate: Fate;
  readonly guards: Guards | null;
  readonly parent: ast.Node;
}

/** Where a name gets its value. */
export type Source =
  | { readonly from: 'value'; readonly value: ast.Expression }
  | { readonly from: 'item'; readonly of: ast.Expression; readonly position: number | null }
  | { readonly from: 'block' | 'elsewhere' };

export interface TemplateUses {
  /** In the order of Jinja2's evaluation, roughly; outer nodes before those they read from. */
  readonly uses: readonly Use[];
  readonly filters: readonly ast.Filter[];
  readonly subtractions: readonly ast.Binary[];
  /** `extends`, `include`, `import`, `from`. */
  readonly loads: readonly (ast.Extends | ast.Include | ast.Import | ast.FromImport)[];
  readonly sources: ReadonlyMap<string, readonly Source[]>;
}

export function usesOf(template: ast.TemplateNode): TemplateUses {
  const collector = new Collector();
  for (const statement of template.body) collector.visit(statement, 'nothing', null, template);
  return collector;
}

/** The filters of platform.md section 4 and Jinja2 that an undefined value makes fail. */
const failingFilters: ReadonlySet<string> = new Set([
  'abs',
  'attr',
  'base64_decode',
  'base64_encode',
  'dictsort',
  'filesizeformat',
  'float',
  'from_json',
  'indent',
  'int',
  'json_encode',
  'round',
  'tojson',
  'wordwrap',
  'xmlattr',
]);

class Collector implements TemplateUses {
  readonly uses: Use[] = [];
  readonly filters: ast.Filter[] = [];
  readonly subtractions: ast.Binary[] = [];
  readonly loads: TemplateUses['loads'][number][] = [];
  readonly sources = new Map<string, Source[]>();

  visit(node: ast.Node, fate: Fate, guards: Guards | null, parent: ast.Node): void {
    if (node.kind === 'TemplateData' || node.kind === 'Const') return;
    switch (node.kind) {
      case 'Name':
        this.uses.push({ node, fate, guards, parent });
        break;
      case 'GetAttribute':
        this.uses.push({ node, fate, guards, parent });
        this.visit(node.target, 'fails', guards, node);
        break;
      case 'GetItem':
        this.uses.push({ node, fate, guards, parent });
        this.visit(node.target, 'fails', guards, node);
        this.visit(node.key, 'nothing', guards, node);
        break;
      case 'Call':
        this.visit(node.callee, 'fails', guards, node);
        forEachChild(node, (child) => child !== node.callee && this.visit(child, 'nothing', guards, node));
        break;
      case 'Filter': {
        this.filters.push(node);
        const next = isDefault(node) ? 'defaulted' : failingFilters.has(node.name) ? 'fails' : 'nothing';
        this.targeted(node, next, guards);
        break;
      }
      case 'Test': {
        const next = asksForExistence(node) ? 'existence' : 'truth';
        this.targeted(node, next, guards);
        break;
      }
      case 'Not':
        this.visit(node.operand, 'truth', guards, node);
        break;
      case 'Logical':
        this.visit(node.left, 'truth', guards, node);
        this.visit(node.right, fate, guardedBy(node.left, guards), node);
        break;
      case 'Conditional': {
        const inside = guardedBy(node.test, guards);
        this.visit(node.test, 'truth', guards, node);
        this.visit(node.consequent, fate, inside, node);
        if (node.alternate) this.visit(node.alternate, fate, inside, node);
        break;
      }
      case 'Binary': {
        if (node.operator === '-') this.subtractions.push(node);
        const formats = node.operator === '%' && node.left.kind === 'Const';
        this.visit(node.left, 'fails', guards, node);
        this.visit(node.right, formats ? 'nothing' : 'fails', guards, node);
        break;
      }
      case 'Unary':
        this.visit(node.operand, 'fails', guards, node);
        break;
      case 'Compare': {
        const isOrder = node.operands.some(({ operator }) => /^[<>]/.test(operator));
        this.visit(node.left, isOrder ? 'fails' : 'nothing', guards, node);
        for (const { value } of node.operands) this.visit(value, isOrder ? 'fails' : 'nothing', guards, node);
        break;
      }
      case 'If':
        this.branches(node, guards);
        break;
      case 'For': {
        const inside = node.test ? guardedBy(node.test, guards) : guards;
        this.visit(node.iterable, 'nothing', guards, node);
        this.bind(node.target, (position) => ({ from: 'item', of: node.iterable, position }));
        if (node.test) this.visit(node.test, 'truth', guards, node);
        for (const child of node.body) this.visit(child, 'nothing', inside, node);
        for (const child of node.alternate) this.visit(child, 'nothing', guards, node);
        break;
      }
      case 'With':
        for (const [index, value] of node.values.entries()) {
          this.visit(value, 'nothing', guards, node);
          const target = node.targets[index];
          if (target) this.bind(target, sourceOf(value));
        }
        for (const child of node.body) this.visit(child, 'nothing', guards, node);
        break;
      case 'Assign':
        this.visit(node.value, 'nothing', guards, node);
        this.bind(node.target, sourceOf(node.value));
        break;
      case 'AssignBlock':
        this.bind(node.target, () => ({ from: 'block' }));
        this.children(node, guards);
        break;
      case 'Macro':
        this.add(node.name, { from: 'elsewhere' });
        this.parameters(node);
        this.children(node, guards);
        break;
      case 'CallBlock':
        this.parameters(node);
        this.children(node, guards);
        break;
      case 'Extends':
      case 'Include':
      case 'Import':
      case 'FromImport':
        this.loads.push(node);
        this.children(node, guards);
        break;
      default:
        this.children(node, guards);
    }
  }

  private children(node: ast.Node, guards: Guards | null): void {
    forEachChild(node, (child) => this.visit(child, 'nothing', guards, node));
  }

  /** The arguments do not share the fate of what a filter or a test is applied to. */
  private targeted(node: ast.Filter | ast.Test, fate: Fate, guards: Guards | null): void {
    forEachChild(node, (child) => this.visit(child, child === node.target ? fate : 'nothing', guards, node));
  }

  /** A later branch knows what the earlier ones asked about. */
  private branches(node: ast.If, outer: Guards | null): void {
    let guards = outer;
    for (const branch of [node, ...node.elifs]) {
      this.visit(branch.test, 'truth', guards, branch);
      guards = guardedBy(branch.test, guards);
      for (const child of branch.body) this.visit(child, 'nothing', guards, branch);
    }
    for (const child of node.alternate) this.visit(child, 'nothing', guards, node);
  }

  private parameters({ parameters }: ast.Signature): void {
    for (const { name } of parameters) this.add(name, { from: 'elsewhere' });
  }

  private bind(target: ast.SetTarget, source: (position: number | null) => Source): void {
    if (target.kind === 'NamespaceTarget') return;
    if (target.kind === 'NameTarget') this.add(target.name, source(null));
    else {
      for (const [position, item] of target.items.entries()) {
        if (item.kind === 'NameTarget') this.add(item.name, source(position));
        else this.bind(item, () => ({ from: 'elsewhere' }));
      }
    }
  }

  private add(name: string, source: Source): void {
    const list = this.sources.get(name);
    if (list) list.push(source);
    else this.sources.set(name, [source]);
  }
}

const sourceOf =
  (value: ast.Expression) =>
  (position: number | null): Source =>
    position === null ? { from: 'value', value } : { from: 'elsewhere' };
