/** Whether a value is text or a number, where that is certain. platform.md section 4. */
import { type ast, Float } from '../../jinja/index.js';
import { isVisible } from '../../platform/fields.js';
import type { TemplateSite } from '../rule.js';
import { type Definitions, definitionsOf, platformPath } from './definitions.js';
import { isDefault } from './existence-guards.js';
import { type Facts, factsOf } from './facts.js';

export type ValueType = 'text' | 'number';

const filters: ReadonlyMap<string, ValueType> = new Map([
  ...['int', 'float', 'round', 'abs', 'length', 'count', 'wordcount'].map(
    (name) => [name, 'number'] as const,
  ),
  ...[
    'string',
    'trim',
    'upper',
    'lower',
    'title',
    'capitalize',
    'replace',
    'join',
    'urlencode',
    'escape',
    'e',
  ].map((name) => [name, 'text'] as const),
]);

const loopNumbers: ReadonlySet<string> = new Set([
  'index',
  'index0',
  'revindex',
  'revindex0',
  'length',
  'depth',
  'depth0',
]);

export function literalType(node: ast.Expression): ValueType | 'boolean' | null {
  const { value } =
    node.kind === 'Unary' && node.operand.kind === 'Const' ? node.operand : (node as ast.Const);
  if (node.kind !== 'Const' && node.kind !== 'Unary') return null;
  if (typeof value === 'string') return node.kind === 'Unary' ? null : 'text';
  if (typeof value === 'boolean') return 'boolean';
  return typeof value === 'number' || typeof value === 'bigint' || value instanceof Float ? 'number' : null;
}

/** None and undefined count as either: they compare with a literal as the type would, or worse. */
export function valueType(expression: ast.Expression, site: TemplateSite): ValueType | null {
  return typeOf(expression, { site, definitions: definitionsOf(site), facts: factsOf(site), depth: 0 });
}

interface Context {
  readonly site: TemplateSite;
  readonly definitions: Definitions;
  readonly facts: Facts;
  readonly depth: number;
}

/** Names that stand for each other twice over double the work with each level. */
const deepest = 8;

function typeOf(expression: ast.Expression, context: Context): ValueType | null {
  const { definitions, facts, depth } = context;
  if (depth > deepest) return null;
  const node = definitions.resolve(expression);
  const path = platformPath(node, definitions);
  if (path) {
    if (isStatus(path, context.site)) return 'number';
    return path.length > 1 && facts.shapeOf(node).kind === 'text' ? 'text' : null;
  }
  switch (node.kind) {
    case 'GetAttribute': {
      const isLoop = node.target.kind === 'Name' && node.target.name === 'loop' && !definitions.isSet('loop');
      return isLoop && loopNumbers.has(node.name) ? 'number' : null;
    }
    case 'Call':
      return typeOfCall(node, context);
    case 'Filter': {
      if (!node.target || !isDefault(node)) return filters.get(node.name) ?? null;
      const [fallback] = node.args.positional;
      return fallback ? both(node.target, fallback, context) : null;
    }
    case 'Logical':
      return node.operator === 'or' ? both(node.left, node.right, context) : null;
    default:
      return null;
  }
}

/** The one or the other. */
function both(value: ast.Expression, fallback: ast.Expression, context: Context): ValueType | null {
  const inner = { ...context, depth: context.depth + 1 };
  const type = typeOf(value, inner);
  return type !== null && (literalType(fallback) ?? typeOf(fallback, inner)) === type ? type : null;
}

function typeOfCall({ callee, args }: ast.Call, { site, definitions, facts }: Context): ValueType | null {
  if (callee.kind === 'Name') {
    return callee.name === 'now' && definitions.isPlatforms(callee) ? 'number' : null;
  }
  if (callee.kind !== 'GetAttribute' || callee.name !== 'get' || args.positional.length !== 1) return null;
  const path = platformPath(callee.target, definitions)?.join('.');
  if (path === 'request.query_parameters' && isVisible(site.kind, site.group, 'request')) return 'text';
  const shape = facts.shapeOf(callee.target);
  return shape.kind === 'object' && (shape.id === 'response-headers' || shape.id === 'request-headers')
    ? 'text'
    : null;
}

function isStatus(path: readonly (string | number)[], site: TemplateSite): boolean {
  if (path.at(-1) !== 'status_code') return false;
  if (path[0] === 'response') return path.length === 2 && isVisible(site.kind, site.group, 'response');
  if (path[0] !== 'steps' || path.length !== 3) return false;
  const { entry, step } = site;
  if (!step || !('steps' in entry)) return false;
  return entry.steps.slice(0, step.index).some(({ name }) => name === path[1]);
}
