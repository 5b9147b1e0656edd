/**
 * Whether a template can fail while it renders, whatever the caller, the upstream and the users are like. A test can
 * provoke a template error only where one is possible. What is not known to be harmless counts as able to fail.
 */
import type { ast } from '../../jinja/index.js';

/**
 * What is known of a value: a number; text, number, boolean or none; a value that may be undefined; or that computing it
 * may fail. Each holds what those before it hold.
 */
type Knowledge = 'number' | 'scalar' | 'any' | 'fails';

const order: readonly Knowledge[] = ['number', 'scalar', 'any', 'fails'];

const worst = (...all: readonly Knowledge[]): Knowledge =>
  order[Math.max(0, ...all.map((each) => order.indexOf(each)))] ?? 'fails';

/** Paths that are there in every run of the fields that see them; `*` is any name. platform.md section 4. */
const known: readonly (readonly [path: string, knowledge: Knowledge])[] = [
  ['tenant_id', 'scalar'],
  ['body_text', 'scalar'],
  ['user.*', 'scalar'],
  ['pathParams.*', 'scalar'],
  ['request.body_text', 'scalar'],
  ['request.*', 'any'],
  ['request.headers.*', 'any'],
  ['request.query_parameters.*', 'any'],
  ['response.body', 'scalar'],
  ['response.status_code', 'number'],
  ['response.*', 'any'],
  ['response.headers.*', 'any'],
  ['steps.*', 'any'],
  ['steps.*.body', 'scalar'],
  ['steps.*.status_code', 'number'],
  ['steps.*.*', 'any'],
  ['steps.*.headers.*', 'any'],
];

/** Functions that always give a value; what `jwt_encode` fails with is a scope of its own. */
const functions = new Map<string, Knowledge>([
  ['now', 'number'],
  ['get_secret', 'scalar'],
  ['get_variable', 'scalar'],
  ['jwt_encode', 'scalar'],
  ['user.profile_fields.by_id', 'any'],
]);

/** Filters that take any value and give text. */
const textFilters: ReadonlySet<string> = new Set([
  ...['capitalize', 'e', 'escape', 'forceescape', 'lower', 'replace', 'safe', 'string', 'striptags', 'title'],
  ...['trim', 'upper', 'urlencode'],
]);
const numberFilters: ReadonlySet<string> = new Set(['float', 'int']);
const jsonFilters: ReadonlySet<string> = new Set(['json_encode', 'tojson']);
const harmlessTests: ReadonlySet<string> = new Set([
  ...['boolean', 'callable', 'defined', 'eq', 'equalto', 'false', 'float', 'integer', 'iterable', 'mapping'],
  ...['ne', 'none', 'number', 'sequence', 'string', 'true', 'undefined', '==', '!='],
]);

export const canFail = (tree: ast.TemplateNode): boolean => tree.body.some(statementCanFail);

function statementCanFail(node: ast.Statement): boolean {
  const fails = (expression: ast.Expression) => knowledgeOf(expression) === 'fails';
  switch (node.kind) {
    case 'Output':
      return node.nodes.some((child) => child.kind !== 'TemplateData' && fails(child));
    case 'If':
      return fails(node.test) || [...node.body, ...node.elifs, ...node.alternate].some(statementCanFail);
    case 'For': {
      const isLiteral = node.iterable.kind === 'List' || node.iterable.kind === 'Tuple';
      if (!isLiteral || fails(node.iterable) || node.target.kind !== 'NameTarget') return true;
      return (
        node.recursive ||
        (node.test !== null && fails(node.test)) ||
        [...node.body, ...node.alternate].some(statementCanFail)
      );
    }
    case 'Assign':
      return node.target.kind !== 'NameTarget' || fails(node.value);
    case 'With':
      return (
        node.targets.some(({ kind }) => kind !== 'NameTarget') ||
        node.values.some(fails) ||
        node.body.some(statementCanFail)
      );
    case 'AssignBlock':
      return node.target.kind !== 'NameTarget' || node.filter !== null || node.body.some(statementCanFail);
    case 'Autoescape':
      return fails(node.value) || node.body.some(statementCanFail);
    case 'Block':
      return node.required || node.body.some(statementCanFail);
    default:
      return true;
  }
}

function knowledgeOf(node: ast.Expression): Knowledge {
  switch (node.kind) {
    case 'Const':
      return typeof node.value === 'number' ? 'number' : 'scalar';
    case 'Name':
    case 'GetAttribute':
    case 'GetItem':
      return knowledgeOfPath(node);
    case 'Tuple':
    case 'List':
      return containerOf(node.items);
    case 'Dict':
      return node.pairs.some(({ key }) => key.kind !== 'Const')
        ? 'fails'
        : containerOf(node.pairs.map(({ value }) => value));
    case 'Conditional': {
      if (knowledgeOf(node.test) === 'fails') return 'fails';
      return worst(knowledgeOf(node.consequent), node.alternate ? knowledgeOf(node.alternate) : 'any');
    }
    case 'Logical':
      return worst(knowledgeOf(node.left), knowledgeOf(node.right));
    case 'Not':
      return worst('scalar', harmless(knowledgeOf(node.operand)));
    case 'Concat':
      return worst('scalar', ...node.items.map((item) => harmless(knowledgeOf(item))));
    case 'Compare': {
      const operands = [node.left, ...node.operands.map(({ value }) => value)].map(knowledgeOf);
      const isEquality = node.operands.every(({ operator }) => operator === '==' || operator === '!=');
      const isOrder = node.operands.every(({ operator }) => operator !== 'in' && operator !== 'not in');
      if (isEquality) return worst('scalar', ...operands.map(harmless));
      return isOrder && worst(...operands) === 'number' ? 'scalar' : 'fails';
    }
    case 'Binary': {
      const isTotal = node.operator === '+' || node.operator === '-' || node.operator === '*';
      return isTotal && worst(knowledgeOf(node.left), knowledgeOf(node.right)) === 'number'
        ? 'number'
        : 'fails';
    }
    case 'Unary':
      return knowledgeOf(node.operand) === 'number' ? 'number' : 'fails';
    case 'Call': {
      const result = functions.get(pathOf(node.callee)?.join('.') ?? '');
      return result && argumentsAreHarmless(node.args) ? result : 'fails';
    }
    case 'Filter':
      return knowledgeOfFilter(node);
    case 'Test': {
      const isHarmless = harmlessTests.has(node.name) && argumentsAreHarmless(node.args);
      return isHarmless ? worst('scalar', harmless(knowledgeOf(node.target))) : 'fails';
    }
    default:
      return 'fails';
  }
}

/** The result says nothing of the value, but failing to compute it does. */
const harmless = (value: Knowledge): Knowledge => (value === 'fails' ? 'fails' : 'number');

/** What JSON can be made of holds nothing else. */
const containerOf = (items: readonly ast.Expression[]): Knowledge =>
  worst('scalar', ...items.map(knowledgeOf));

const argumentsAreHarmless = ({ positional, keyword, spread, keywordSpread }: ast.CallArguments): boolean =>
  spread === null &&
  keywordSpread === null &&
  [...positional, ...keyword.map(({ value }) => value)].every((each) => knowledgeOf(each) !== 'fails');

function knowledgeOfFilter({ name, target, args }: ast.Filter): Knowledge {
  const value = target ? knowledgeOf(target) : 'scalar';
  if (value === 'fails' || !argumentsAreHarmless(args)) return 'fails';
  if (textFilters.has(name)) return 'scalar';
  if (numberFilters.has(name)) return args.positional.length + args.keyword.length === 0 ? 'number' : 'fails';
  if (jsonFilters.has(name)) return value === 'any' ? 'fails' : 'scalar';
  if (name === 'default' || name === 'd')
    return worst('scalar', ...args.positional.slice(0, 1).map(knowledgeOf));
  return 'fails';
}

function knowledgeOfPath(node: ast.Expression): Knowledge {
  const path = pathOf(node);
  if (!path) return 'fails';
  const found = known.find(([pattern]) => {
    const parts = pattern.split('.');
    return parts.length === path.length && parts.every((part, at) => part === '*' || part === path[at]);
  });
  return found?.[1] ?? (path.length === 1 ? 'any' : 'fails');
}

/** The names of `a.b['c']`; null for anything else. */
function pathOf(node: ast.Expression): string[] | null {
  if (node.kind === 'Name') return [node.name];
  if (node.kind === 'GetAttribute') {
    const path = pathOf(node.target);
    return path && [...path, node.name];
  }
  if (node.kind !== 'GetItem' || node.key.kind !== 'Const' || typeof node.key.value !== 'string') return null;
  const path = pathOf(node.target);
  return path && [...path, node.key.value];
}
