/** Which parts of a template can come out otherwise in a run, because they read the answer of a step that was not run. */
import { type ast, forEachChild, type Span } from '../../jinja/index.js';

type Node = Parameters<typeof forEachChild>[0];

export class Taint {
  /** Names of the template that hold something unknown somewhere. */
  private readonly names = new Set<string>();
  private readonly tree: ast.TemplateNode;
  private readonly unknown: ReadonlySet<string>;

  /** @param unknown the steps that were not run */
  constructor(tree: ast.TemplateNode, unknown: ReadonlySet<string>) {
    this.tree = tree;
    this.unknown = unknown;
    let size = -1;
    // A name may be filled from one that is found later.
    while (size !== this.names.size) {
      size = this.names.size;
      this.collect(tree, false);
    }
  }

  /** Whether what is printed, and not just which value, may be decided by what is unknown. */
  get decides(): boolean {
    return this.some(this.tree, (node) =>
      (node.kind === 'Test' || node.kind === 'Conditional' || node.kind === 'Logical') && this.reaches(node)
        ? true
        : this.isDecided(node),
    );
  }

  /**
   * Whether what fails at a place of the template fails in every run.
   * @param isCertain whether an unknown value that was used there fails whatever it is
   */
  failsFor(span: Span, message: string, isCertain: boolean): boolean {
    const path = this.pathTo(span);
    const node = failing(path);
    if (!node) return false;
    const inMacro = path.some(({ kind }) => kind === 'Macro' || kind === 'CallBlock');
    if (inMacro ? this.decides : path.some((each) => each !== node && this.mayPassBy(each, path)))
      return false;
    if (isCertain || !this.reaches(node)) return true;
    return this.some(node, (each) => (!this.reaches(each) || isOfStatus(each)) && isMissingBy(each, message));
  }

  /** Whether the way to the next node of the path is chosen by what is unknown. */
  private mayPassBy(node: Node, path: readonly Node[]): boolean {
    const next = path[path.indexOf(node) + 1];
    switch (node.kind) {
      case 'If':
        return next !== node.test && this.isDecided(node);
      case 'For':
        return next !== node.iterable && this.isDecided(node);
      case 'Conditional':
        return next !== node.test && this.reaches(node.test);
      case 'Logical':
        return next === node.right && this.reaches(node.left);
      default:
        return false;
    }
  }

  private isDecided(node: Node): boolean {
    if (node.kind === 'If') return [node, ...node.elifs].some(({ test }) => this.reaches(test));
    if (node.kind === 'For')
      return this.reaches(node.iterable) || (node.test !== null && this.reaches(node.test));
    return false;
  }

  /** Whether anything unknown is read in a part of the template. */
  private reaches(node: Node): boolean {
    return this.some(node, (each) => {
      if (each.kind === 'Name') return each.name !== 'steps' && this.names.has(each.name);
      if (each.kind === 'GetAttribute') return isSteps(each.target) && this.unknown.has(each.name);
      if (each.kind !== 'GetItem' || !isSteps(each.target)) return false;
      return each.key.kind !== 'Const' || this.unknown.has(String(each.key.value));
    });
  }

  private collect(node: Node, decided: boolean): void {
    const { names } = this;
    const fill = (target: Node) =>
      void this.some(target, (each) => {
        if (each.kind === 'NameTarget' || each.kind === 'Name' || each.kind === 'NamespaceTarget')
          names.add(each.name);
        return false;
      });
    if (node.kind === 'Assign' && (decided || this.reaches(node.value))) fill(node.target);
    if (node.kind === 'AssignBlock' && (decided || this.reaches(node))) fill(node.target);
    if (node.kind === 'For' && this.isDecided(node)) fill(node.target);
    if (node.kind === 'With' && node.values.some((value) => this.reaches(value))) node.targets.forEach(fill);
    if (node.kind === 'Macro' || node.kind === 'CallBlock') {
      // Who calls it with what is not followed.
      if (this.reaches(this.tree)) node.parameters.forEach(fill);
      if (node.kind === 'Macro' && (decided || node.body.some((each) => this.reaches(each))))
        names.add(node.name);
    }
    if ((node.kind === 'Import' || node.kind === 'FromImport') && this.reaches(this.tree)) {
      if (node.kind === 'Import') names.add(node.target);
      else for (const { alias } of node.names) names.add(alias);
    }
    // `list.append(x)` changes what the name holds.
    if (node.kind === 'Call' && node.callee.kind === 'GetAttribute' && (decided || this.reaches(node))) {
      fill(node.callee.target);
    }
    forEachChild(node, (child) => this.collect(child, decided || this.isDecided(node)));
  }

  private some(node: Node, holds: (node: Node) => boolean): boolean {
    if (holds(node)) return true;
    let found = false;
    forEachChild(node, (child) => {
      found ||= this.some(child, holds);
    });
    return found;
  }

  /** The nodes around a place, from the outermost to the innermost. */
  private pathTo({ start, end }: Span): Node[] {
    const path: Node[] = [];
    const enter = (node: Node) => {
      path.push(node);
      let next: Node | null = null;
      forEachChild(node, (child) => {
        if (next === null && child.span.start <= start && child.span.end >= end) next = child;
      });
      if (next !== null) enter(next);
    };
    enter(this.tree);
    return path;
  }
}

const isSteps = (node: Node): boolean => node.kind === 'Name' && node.name === 'steps';

/** Whatever the number is, it has the attributes of a number. */
const isOfStatus = (node: Node): boolean =>
  node.kind === 'GetAttribute' && node.target.kind === 'GetAttribute' && node.target.name === 'status_code';

/** A call and an item are marked by what stands for them in a message. */
function failing(path: readonly Node[]): Node | undefined {
  let index = path.length - 1;
  for (; index > 0; index -= 1) {
    const node = path[index];
    const parent = path[index - 1];
    const isMark =
      (parent?.kind === 'Call' && parent.callee === node) ||
      (parent?.kind === 'GetItem' && parent.key === node);
    if (!isMark) break;
  }
  return path[index];
}

/** Whether the message of an undefined value names what the node reads. */
function isMissingBy(node: Node, message: string): boolean {
  if (node.kind === 'Name') return message === `'${node.name}' is undefined`;
  if (node.kind === 'GetAttribute') return message.endsWith(`has no attribute '${node.name}'`);
  if (node.kind !== 'GetItem' || node.key.kind !== 'Const') return false;
  return message.endsWith(`has no attribute '${String(node.key.value)}'`);
}
