/** Which declaration a name means, as far as constants and aliases need it. */
import type { Node, Program } from '@babel/types';
import { bare, childrenOf, keyOf, memberOf } from './nodes.js';

export class Scope {
  readonly #bindings = new Map<string, Binding>();

  constructor(
    readonly parent: Scope | null,
    readonly isFunction: boolean,
  ) {}

  find(name: string): Binding | null {
    for (let scope: Scope | null = this; scope; scope = scope.parent) {
      const binding = scope.#bindings.get(name);
      if (binding) return binding;
    }
    return null;
  }

  /** A name that is declared twice means nothing certain. */
  declare(name: string, source: Source | null, path: readonly string[] | null): void {
    const known = this.#bindings.get(name);
    if (known) known.path = null;
    else this.#bindings.set(name, new Binding(source, path));
  }

  get nearestFunction(): Scope {
    return this.isFunction || !this.parent ? this : this.parent.nearestFunction;
  }
}

/** An expression, and where its names have to be looked up. */
export interface Source {
  readonly node: Node;
  readonly scope: Scope;
}

export class Binding {
  /** Properties that are assigned somewhere; null stands for any. */
  readonly changed = new Set<string | null>();

  constructor(
    /** What it was made from; null for parameters, imports and the like. */
    public source: Source | null,
    /** The properties that lead from the source to it; null where nothing of it is certain. */
    public path: readonly string[] | null,
  ) {}

  /** The only assignment to `let name;` is as good as an initial value. */
  assign(source: Source | null): void {
    if (source && !this.source && this.path?.length === 0 && !this.#assigned) this.source = source;
    else this.path = null;
    this.#assigned = true;
  }
  #assigned = false;
}

/** A call somewhere in the source. */
export interface CallSite extends Source {
  readonly callee: Node;
  readonly argument: Node | null;
  /** The second one. */
  readonly nextArgument: Node | null;
}

/** @param globals what is declared outside of every function; scripts of one page share it */
export function callSitesOf(program: Program, globals: Scope): CallSite[] {
  const calls: CallSite[] = [];
  const changes: { target: Node; value: Source | null; scope: Scope }[] = [];
  // A stack of our own: chains of members and operators may be longer than calls can nest.
  const pending: Source[] = [{ node: program, scope: globals }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { node } = next;
    const scope = opensScope(node) ? new Scope(next.scope, isFunction(node)) : next.scope;
    declareNames(node, scope, next.scope);
    if (node.type === 'CallExpression' || node.type === 'OptionalCallExpression') {
      const [argument = null, nextArgument = null] = node.arguments;
      calls.push({ node, scope, callee: node.callee, argument, nextArgument });
      if (assignsProperties(node.callee) && node.arguments[0]) {
        changes.push({ target: node.arguments[0], value: null, scope });
      }
    } else if (node.type === 'AssignmentExpression') {
      const value = node.operator === '=' ? { node: node.right, scope } : null;
      changes.push({ target: node.left, value, scope });
    } else if (node.type === 'UpdateExpression') {
      changes.push({ target: node.argument, value: null, scope });
    } else if (node.type === 'UnaryExpression' && node.operator === 'delete') {
      changes.push({ target: node.argument, value: null, scope });
    } else if (node.type === 'ForInStatement' || node.type === 'ForOfStatement') {
      changes.push({ target: node.left, value: null, scope });
    }
    for (const child of childrenOf(node).reverse()) pending.push({ node: child, scope });
  }
  for (const change of changes) note(change.target, change.value, change.scope);
  return calls;
}

const isFunction = (node: Node): boolean =>
  /^(?:Function(?:Declaration|Expression)|ArrowFunctionExpression|ObjectMethod|Class(?:Private)?Method|StaticBlock|TSModuleBlock)$/.test(
    node.type,
  );

const opensScope = (node: Node): boolean =>
  isFunction(node) ||
  /^(?:BlockStatement|For(?:In|Of)?Statement|SwitchStatement|CatchClause)$/.test(node.type);

/** `Object.assign(target, ...)` */
const assignsProperties = (callee: Node): boolean => {
  const member = memberOf(callee);
  return member?.name === 'assign' && member.object.type === 'Identifier' && member.object.name === 'Object';
};

function declareNames(node: Node, scope: Scope, outer: Scope): void {
  switch (node.type) {
    case 'VariableDeclaration': {
      const home = node.kind === 'var' ? scope.nearestFunction : scope;
      for (const { id, init } of node.declarations) {
        declarePattern(id, init ? { node: init, scope } : null, [], home);
      }
      return;
    }
    case 'FunctionDeclaration':
    case 'ClassDeclaration':
    case 'TSEnumDeclaration':
      if (node.id) outer.declare(node.id.name, null, null);
      break;
    case 'ImportSpecifier':
    case 'ImportDefaultSpecifier':
    case 'ImportNamespaceSpecifier':
      scope.declare(node.local.name, null, null);
      return;
    case 'CatchClause':
      if (node.param) declarePattern(node.param, null, null, scope);
      return;
  }
  if ('params' in node && Array.isArray(node.params) && isFunction(node)) {
    for (const each of node.params as Node[]) declarePattern(each, null, ['parameter'], scope);
  }
}

/** A hostile source may nest patterns; what lies deeper than anyone writes stays undeclared. */
function declarePattern(
  pattern: Node,
  source: Source | null,
  path: readonly string[] | null,
  scope: Scope,
  depth = 0,
): void {
  if (depth > 20) return;
  const inner = (node: Node, to: readonly string[] | null): void =>
    declarePattern(node, source, to, scope, depth + 1);
  switch (pattern.type) {
    case 'Identifier':
      scope.declare(pattern.name, source, path);
      return;
    case 'ObjectPattern':
      for (const property of pattern.properties) {
        if (property.type === 'RestElement') inner(property.argument, null);
        else {
          const key = keyOf(property.key, property.computed);
          inner(property.value, key === null || path === null ? null : [...path, key]);
        }
      }
      return;
    case 'ArrayPattern':
      for (const element of pattern.elements) if (element) inner(element, null);
      return;
    case 'AssignmentPattern':
      // A default may stand in for the value, but not for what a name like `connectors` means.
      declarePattern(pattern.left, null, path, scope, depth + 1);
      return;
    case 'RestElement':
      inner(pattern.argument, null);
      return;
    case 'TSParameterProperty':
      inner(pattern.parameter, path);
      return;
  }
}

function note(target: Node, value: Source | null, scope: Scope): void {
  let node = bare(target);
  if (node.type === 'Identifier') {
    scope.find(node.name)?.assign(value);
    return;
  }
  let outermost: string | null = null;
  for (let member = memberOf(node); member; member = memberOf(node)) {
    outermost = member.name;
    node = bare(member.object);
  }
  if (node.type === 'Identifier') scope.find(node.name)?.changed.add(outermost);
  else if (node.type === 'ObjectPattern' || node.type === 'ArrayPattern') noteNames(node, scope);
}

/** `({ name } = other)`, `for ([name] of list)` */
function noteNames(pattern: Node, scope: Scope): void {
  const pending = [pattern];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.type === 'Identifier') scope.find(node.name)?.assign(null);
    else if (!memberOf(node)) pending.push(...childrenOf(node));
  }
}
