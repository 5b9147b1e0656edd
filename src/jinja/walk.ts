/** The children of every node, in one place: a new kind of node cannot be forgotten. */
import type { CallArguments, Node, Signature } from './ast.js';

type Visit = (node: Node) => void;

/**
 * Calls `visit` for the direct children, in Jinja2's order of fields: which of two uses of a name counts as the first
 * depends on it (see scope/undeclared.ts).
 */
export function forEachChild(node: Node, visit: Visit): void {
  switch (node.kind) {
    case 'Name':
    case 'Const':
    case 'NameTarget':
    case 'NamespaceTarget':
    case 'TemplateData':
      break;
    case 'Tuple':
    case 'List':
    case 'TupleTarget':
    case 'Concat':
      node.items.forEach(visit);
      break;
    case 'Dict':
      for (const { key, value } of node.pairs) {
        visit(key);
        visit(value);
      }
      break;
    case 'Conditional':
      visit(node.test);
      visit(node.consequent);
      if (node.alternate) visit(node.alternate);
      break;
    case 'Binary':
    case 'Logical':
      visit(node.left);
      visit(node.right);
      break;
    case 'Not':
    case 'Unary':
      visit(node.operand);
      break;
    case 'Compare':
      visit(node.left);
      for (const { value } of node.operands) visit(value);
      break;
    case 'GetAttribute':
      visit(node.target);
      break;
    case 'GetItem':
      visit(node.target);
      visit(node.key);
      break;
    case 'Slice':
      for (const part of [node.start, node.stop, node.step]) if (part) visit(part);
      break;
    case 'Call':
      visit(node.callee);
      visitArguments(node.args, visit);
      break;
    case 'Filter':
    case 'Test':
      if (node.target) visit(node.target);
      visitArguments(node.args, visit);
      break;
    case 'Template':
    case 'Block':
      node.body.forEach(visit);
      break;
    case 'Output':
      node.nodes.forEach(visit);
      break;
    case 'If':
      visit(node.test);
      node.body.forEach(visit);
      node.elifs.forEach(visit);
      node.alternate.forEach(visit);
      break;
    case 'For':
      visit(node.target);
      visit(node.iterable);
      node.body.forEach(visit);
      node.alternate.forEach(visit);
      if (node.test) visit(node.test);
      break;
    case 'Macro':
      visitSignature(node, visit);
      node.body.forEach(visit);
      break;
    case 'CallBlock':
      visit(node.call);
      visitSignature(node, visit);
      node.body.forEach(visit);
      break;
    case 'FilterBlock':
      node.body.forEach(visit);
      visit(node.filter);
      break;
    case 'With':
      node.targets.forEach(visit);
      node.values.forEach(visit);
      node.body.forEach(visit);
      break;
    case 'Autoescape':
      visit(node.value);
      node.body.forEach(visit);
      break;
    case 'Extends':
    case 'Include':
    case 'Import':
    case 'FromImport':
      visit(node.template);
      break;
    case 'Assign':
      visit(node.target);
      visit(node.value);
      break;
    case 'AssignBlock':
      visit(node.target);
      if (node.filter) visit(node.filter);
      node.body.forEach(visit);
      break;
    default:
      unreachable(node);
  }
}

function visitSignature({ parameters, defaults }: Signature, visit: Visit): void {
  parameters.forEach(visit);
  defaults.forEach(visit);
}

function visitArguments({ positional, keyword, spread, keywordSpread }: CallArguments, visit: Visit): void {
  positional.forEach(visit);
  for (const { value } of keyword) visit(value);
  if (spread) visit(spread);
  if (keywordSpread) visit(keywordSpread);
}

/** Ends an exhaustive `switch` over node kinds. */
export function unreachable(node: never): never {
  throw new Error(`unknown node ${JSON.stringify(node)}`);
}

/** Calls `visit` for the node and everything below it, parents first. */
export function walk(node: Node, visit: (node: Node) => void): void {
  const enter = (each: Node): void => {
    visit(each);
    forEachChild(each, enter);
  };
  enter(node);
}
