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
    const go = (child: ast.Node, next: Fate = 'nothing', around = guards) =>
      this.visit(child, next, around, node);
    switch (node.kind) {
      case 'Name':
        this.uses.push({ node, fate, guards, parent });
        break;
      case 'GetAttribute':
        this.uses.push({ node, fate, guards, parent });
        go(node.target, 'fails');
        break;
      case 'GetItem':
        this.uses.push({ node, fate, guards, parent });
        go(node.target, 'fails');
        go(node.key);
        break;
      case 'Call':
        go(node.callee, 'fails');
        forEachChild(node, (child) => child !== node.callee && go(child));
        break;
      case 'Filter': {
        this.filters.push(node);
        const next = isDefault(node) ? 'defaulted' : failingFilters.has(node.name) ? 'fails' : 'nothing';
        forEachChild(node, (child) => go(child, child === node.target ? next : 'nothing'));
        break;
      }
      case 'Test': {
        const next = asksForExistence(node) ? 'existence' : 'truth';
        forEachChild(node, (child) => go(child, child === node.target ? next : 'nothing'));
        break;
      }
      case 'Not':
        go(node.operand, 'truth');
        break;
      case 'Logical':
        go(node.left, 'truth');
        go(node.right, fate, guardedBy(node.left, guards));
        break;
      case 'Conditional': {
        const inside = guardedBy(node.test, guards);
        go(node.test, 'truth');
        go(node.consequent, fate, inside);
        if (node.alternate) go(node.alternate, fate, inside);
        break;
      }
      case 'Binary': {
        if (node.operator === '-') this.subtractions.push(node);
        const formats = node.operator === '%' && node.left.kind === 'Const';
        go(node.left, 'fails');
        go(node.right, formats ? 'nothing' : 'fails');
        break;
      }
      case 'Unary':
        go(node.operand, 'fails');
        break;
      case 'Compare': {
        const isOrder = node.operands.some(({ operator }) => /^[<>]/.test(operator));
        forEachChild(node, (child) => go(child, isOrder ? 'fails' : 'nothing'));
        break;
      }
      case 'If':
        this.branches(node, guards);
        break;
      case 'For': {
        const inside = node.test ? guardedBy(node.test, guards) : guards;
        go(node.iterable);
        this.bind(node.target, (position) => ({ from: 'item', of: node.iterable, position }));
        if (node.test) go(node.test, 'truth');
        for (const child of node.body) go(child, 'nothing', inside);
        for (const child of node.alternate) go(child);
        break;
      }
      case 'With':
        for (const [index, value] of node.values.entries()) {
          go(value);
          const target = node.targets[index];
          if (target) this.bind(target, sourceOf(value));
        }
        for (const child of node.body) go(child);
        break;
      case 'Assign':
        go(node.value);
        this.bind(node.target, sourceOf(node.value));
        break;
      case 'AssignBlock':
        this.bind(node.target, () => ({ from: 'block' }));
        forEachChild(node, (child) => go(child));
        break;
      case 'Macro':
        this.add(node.name, { from: 'elsewhere' });
        this.parameters(node);
        forEachChild(node, (child) => go(child));
        break;
      case 'CallBlock':
        this.parameters(node);
        forEachChild(node, (child) => go(child));
        break;
      case 'Extends':
      case 'Include':
      case 'Import':
      case 'FromImport':
        this.loads.push(node);
        forEachChild(node, (child) => go(child));
        break;
      default:
        forEachChild(node, (child) => go(child));
    }
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
