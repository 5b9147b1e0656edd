/** The children of every node, in one place: a new kind of node cannot be forgotten. */
import type { CallArguments, Node, Signature } from './ast.js';

/**
 * The direct children, in Jinja2's order of fields: which of two uses of a name counts as the first depends on it
 * (see scope/undeclared.ts).
 */
export function childrenOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'Name':
    case 'Const':
    case 'NameTarget':
    case 'NamespaceTarget':
    case 'TemplateData':
      return [];
    case 'Tuple':
    case 'List':
    case 'TupleTarget':
    case 'Concat':
      return node.items;
    case 'Dict':
      return node.pairs.flatMap((pair) => [pair.key, pair.value]);
    case 'Conditional':
      return present(node.test, node.consequent, node.alternate);
    case 'Binary':
    case 'Logical':
      return [node.left, node.right];
    case 'Not':
    case 'Unary':
      return [node.operand];
    case 'Compare':
      return [node.left, ...node.operands.map((operand) => operand.value)];
    case 'GetAttribute':
      return [node.target];
    case 'GetItem':
      return [node.target, node.key];
    case 'Slice':
      return present(node.start, node.stop, node.step);
    case 'Call':
      return [node.callee, ...argumentsOf(node.args)];
    case 'Filter':
      return [...present(node.target), ...argumentsOf(node.args)];
    case 'Test':
      return [node.target, ...argumentsOf(node.args)];
    case 'Template':
      return node.body;
    case 'Output':
      return node.nodes;
    case 'If':
      return [node.test, ...node.body, ...node.elifs, ...node.alternate];
    case 'For':
      return [node.target, node.iterable, ...node.body, ...node.alternate, ...present(node.test)];
    case 'Macro':
      return [...signatureOf(node), ...node.body];
    case 'CallBlock':
      return [node.call, ...signatureOf(node), ...node.body];
    case 'FilterBlock':
      return [...node.body, node.filter];
    case 'With':
      return [...node.targets, ...node.values, ...node.body];
    case 'Autoescape':
      return [node.value, ...node.body];
    case 'Block':
      return node.body;
    case 'Extends':
    case 'Include':
    case 'Import':
    case 'FromImport':
      return [node.template];
    case 'Assign':
      return [node.target, node.value];
    case 'AssignBlock':
      return [node.target, ...present(node.filter), ...node.body];
    default:
      return unreachable(node);
  }
}

const present = <T>(...nodes: (T | null)[]): T[] => nodes.filter((node) => node !== null);

const signatureOf = (node: Signature): Node[] => [...node.parameters, ...node.defaults];

const argumentsOf = (args: CallArguments): Node[] => [
  ...args.positional,
  ...args.keyword.map((keyword) => keyword.value),
  ...present(args.spread, args.keywordSpread),
];

/** Ends an exhaustive `switch` over node kinds. */
export function unreachable(node: never): never {
  throw new Error(`unknown node ${JSON.stringify(node)}`);
}

/** Calls `visit` for the node and everything below it, parents first. */
export function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const child of childrenOf(node)) walk(child, visit);
}
