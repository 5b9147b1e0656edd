/** Conditions whose outcome does not depend on anything. */
import { type ast, Float } from '../../jinja/index.js';
import { type ContextName, contextNames, isVisible } from '../../platform/fields.js';
import type { TemplateSite } from '../rule.js';
import { type Definitions, platformPath } from './definitions.js';

export interface ConstantTruth {
  readonly truth: boolean;
  /** The part that decides it. */
  readonly blame: ast.Expression;
  /** What is always defined, where that is the reason. */
  readonly path: string | null;
}

/** Null where the outcome depends on a value, or may. */
export function constantTruth(
  node: ast.Expression,
  site: TemplateSite,
  definitions: Definitions,
): ConstantTruth | null {
  switch (node.kind) {
    case 'Const':
      return { truth: isTruthy(node.value), blame: node, path: null };
    case 'Not': {
      const inner = constantTruth(node.operand, site, definitions);
      return (
        inner && { ...inner, truth: !inner.truth, blame: inner.blame === node.operand ? node : inner.blame }
      );
    }
    case 'Logical': {
      const sides = [node.left, node.right].map((side) => constantTruth(side, site, definitions));
      const deciding = sides.find((side) => side?.truth === (node.operator === 'or'));
      if (deciding) return deciding;
      return sides[0] && sides[1] ? { truth: sides[0].truth, blame: node, path: null } : null;
    }
    case 'Compare':
      return comparison(node);
    case 'Test': {
      const negated = node.name === 'undefined';
      if (node.name !== 'defined' && !negated) return null;
      const path = alwaysDefined(node.target, site, definitions);
      return path === null ? null : { truth: !negated, blame: node, path };
    }
    default:
      return null;
  }
}

const isTruthy = (value: ast.ConstantValue): boolean =>
  value instanceof Float ? value.value !== 0 : Boolean(value);

/** Two constants, or a path and itself. */
function comparison(node: ast.Compare): ConstantTruth | null {
  const [operand, ...others] = node.operands;
  if (!operand || others.length > 0 || (operand.operator !== '==' && operand.operator !== '!=')) return null;
  const equal = areEqual(node.left, operand.value);
  return equal === null ? null : { truth: equal === (operand.operator === '=='), blame: node, path: null };
}

function areEqual(left: ast.Expression, right: ast.Expression): boolean | null {
  if (left.kind === 'Const' && right.kind === 'Const') {
    // Python's 1 == True and 1 == 1.0 are left to Python.
    return typeof left.value === typeof right.value && typeof left.value !== 'object'
      ? left.value === right.value
      : left.value === null && right.value === null
        ? true
        : null;
  }
  return isSamePath(left, right) ? true : null;
}

function isSamePath(left: ast.Expression, right: ast.Expression): boolean {
  if (left.kind === 'Name') return right.kind === 'Name' && left.name === right.name;
  if (left.kind !== 'GetAttribute' || right.kind !== 'GetAttribute') return false;
  return left.name === right.name && isSamePath(left.target, right.target);
}

const alwaysThere: ReadonlySet<string> = new Set([
  'user',
  'user.id',
  'user.email',
  'user.first_name',
  'user.last_name',
  'user.username',
  'user.profile_fields',
  'now',
  'body_text',
  'body_raw',
  'request',
  'request.body_text',
  'request.body_raw',
  'request.headers',
  'request.query_parameters',
  'response',
  'response.body',
  'response.status_code',
  'response.headers',
]);

function alwaysDefined(
  target: ast.Expression | null,
  { kind, group }: TemplateSite,
  definitions: Definitions,
): string | null {
  const path = target && platformPath(target, definitions);
  const name = path?.[0] as ContextName | undefined;
  if (!path || !name || !contextNames.includes(name) || !isVisible(kind, group, name)) return null;
  const text = path.join('.');
  return alwaysThere.has(text) ? text : null;
}
