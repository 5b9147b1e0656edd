/** Fills a scope's symbols from the part of the tree that belongs to it. */
import type { For, If, Node, SetTarget, Statement } from '../ast.js';
import { forEachChild, unreachable } from '../walk.js';
import type { Symbols } from './symbols.js';

/** Which part of a `for` a scope is: its body, its `else`, or its filter. */
export type LoopPart = 'body' | 'alternate' | 'test';

/** A node whose inside is a scope of its own, seen from inside. */
export function analyzeScope(
  node: Exclude<Extract<Node, { readonly body: readonly Statement[] }>, For>,
  symbols: Symbols,
): void {
  switch (node.kind) {
    case 'Template':
    case 'Block':
    case 'FilterBlock':
    case 'If':
    case 'Autoescape':
      forEachChild(node, (child) => visit(child, symbols));
      break;
    case 'Macro':
    case 'CallBlock':
      for (const parameter of node.parameters) symbols.declareParameter(parameter.name);
      visitAll(node.defaults, symbols);
      visitAll(node.body, symbols);
      break;
    case 'With':
      for (const target of node.targets) declareTarget(target, symbols);
      visitAll(node.body, symbols);
      break;
    case 'AssignBlock':
      visitAll(node.body, symbols);
      break;
    default:
      unreachable(node);
  }
}

export function analyzeLoop(node: For, part: LoopPart, symbols: Symbols): void {
  if (part === 'alternate') {
    visitAll(node.alternate, symbols);
    return;
  }
  declareTarget(node.target, symbols);
  if (part === 'body') visitAll(node.body, symbols);
  else if (node.test) visit(node.test, symbols);
}

function declareTarget(target: SetTarget, symbols: Symbols): void {
  if (target.kind === 'NameTarget') symbols.declareParameter(target.name);
  else if (target.kind === 'TupleTarget') for (const item of target.items) declareTarget(item, symbols);
}

function visitAll(nodes: readonly Node[], symbols: Symbols): void {
  for (const node of nodes) visit(node, symbols);
}

/** A node inside the scope. Where it opens a scope of its own, only what runs outside of that one counts. */
function visit(node: Node, symbols: Symbols): void {
  switch (node.kind) {
    case 'Name':
    case 'NamespaceTarget':
      symbols.load(node.name);
      break;
    case 'NameTarget':
      symbols.store(node.name);
      break;
    case 'If':
      visitIf(node, symbols);
      break;
    case 'Macro':
      symbols.store(node.name);
      break;
    case 'Import':
      visit(node.template, symbols);
      symbols.store(node.target);
      break;
    case 'FromImport':
      visit(node.template, symbols);
      for (const { alias } of node.names) symbols.store(alias);
      break;
    case 'Assign':
      visit(node.value, symbols);
      visit(node.target, symbols);
      break;
    case 'AssignBlock':
      visit(node.target, symbols);
      break;
    case 'For':
      visit(node.iterable, symbols);
      break;
    case 'CallBlock':
      visit(node.call, symbols);
      break;
    case 'FilterBlock':
      visit(node.filter, symbols);
      break;
    case 'With':
      visitAll(node.values, symbols);
      break;
    case 'Autoescape':
    case 'Block':
      break;
    default:
      forEachChild(node, (child) => visit(child, symbols));
  }
}

function visitIf(node: If, symbols: Symbols): void {
  visit(node.test, symbols);
  symbols.branches<readonly Statement[]>([node.body, node.elifs, node.alternate], visitAll);
}
