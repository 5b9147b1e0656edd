/** What kind of value an expression has, as far as its shape tells. */
import type { ast } from '../../jinja/index.js';
import { type Definitions, platformPath } from './definitions.js';
import { lastKey } from './paths.js';

/**
 * `caller`: text that whoever calls may choose, or a person's own; `free`: text of an upstream's answer, which may hold anything;
 * `plain`: anything else, and what is harmless by its nature: numbers, ids, dates, what is encoded already.
 */
export type TextKind = 'caller' | 'free' | 'plain';

/** Filters that leave the characters of a text as they are, or nearly. */
const keepsText: ReadonlySet<string> = new Set([
  'trim',
  'upper',
  'lower',
  'title',
  'capitalize',
  'truncate',
  'safe',
  'string',
  'default',
  'd',
  'e',
  'escape',
  'attr',
]);

const worse = (a: TextKind, b: TextKind): TextKind =>
  a === 'caller' || b === 'caller' ? 'caller' : a === 'free' || b === 'free' ? 'free' : 'plain';

export function textKind(expression: ast.Expression, definitions: Definitions): TextKind {
  const node = definitions.resolve(expression);
  let kind = known.get(node);
  if (kind === undefined) {
    kind = kindOf(node, definitions);
    known.set(node, kind);
  }
  return kind;
}

/** Names that stand for each other twice over would otherwise be followed again and again. */
const known = new WeakMap<ast.Expression, TextKind>();

function kindOf(node: ast.Expression, definitions: Definitions): TextKind {
  const path = platformPath(node, definitions);
  if (path) return kindOfPath(path);
  switch (node.kind) {
    case 'GetAttribute':
    case 'GetItem':
      return isHarmlessKey(lastKey(node)) ? 'plain' : kindOfSource(node.target, definitions);
    case 'Name': {
      const list = definitions.iterated(node);
      return list && !isHarmlessKey(node.name) ? kindOfSource(list, definitions) : 'plain';
    }
    case 'Filter':
      if (!node.target || !keepsText.has(node.name)) return 'plain';
      if (node.name !== 'attr') return textKind(node.target, definitions);
      return isHarmlessKey(lastKey(node)) ? 'plain' : kindOfSource(node.target, definitions);
    case 'Concat':
      return node.items.map((item) => textKind(item, definitions)).reduce(worse, 'plain');
    case 'Binary':
      return node.operator === '+'
        ? worse(textKind(node.left, definitions), textKind(node.right, definitions))
        : 'plain';
    case 'Logical':
      return worse(textKind(node.left, definitions), textKind(node.right, definitions));
    case 'Conditional': {
      const consequent = textKind(node.consequent, definitions);
      return node.alternate ? worse(consequent, textKind(node.alternate, definitions)) : consequent;
    }
    default:
      return 'plain';
  }
}

const callerPaths: ReadonlySet<string> = new Set([
  'user.email',
  'user.first_name',
  'user.last_name',
  'user.username',
  'body_text',
  'request.body_text',
]);

function kindOfPath(path: readonly (string | number)[]): TextKind {
  const [root, second, third] = path;
  if (callerPaths.has(path.join('.'))) return 'caller';
  if (root === 'request' && second === 'query_parameters' && path.length === 3) return 'caller';
  if (root === 'response' && second === 'body' && path.length === 2) return 'free';
  return root === 'steps' && third === 'body' && path.length === 3 ? 'free' : 'plain';
}

/** Of what is read from a parsed document: that of its text. */
function kindOfSource(expression: ast.Expression, definitions: Definitions): TextKind {
  let node = definitions.resolve(expression);
  for (let next = stepUp(node, definitions); next; next = stepUp(node, definitions)) {
    node = definitions.resolve(next);
  }
  if (node.kind === 'Conditional') return kindOfSource(node.consequent, definitions);
  if (node.kind !== 'Filter' || node.name !== 'from_json' || !node.target) return 'plain';
  return textKind(node.target, definitions);
}

/** What a value has been read from. */
function stepUp(node: ast.Expression, definitions: Definitions): ast.Expression | null {
  if (node.kind === 'GetAttribute' || node.kind === 'GetItem') return node.target;
  if (node.kind === 'Filter') return steps.has(node.name) ? node.target : null;
  return node.kind === 'Name' ? definitions.iterated(node) : null;
}

/** Filters that give a part of a list or an object, or all of it. */
const steps: ReadonlySet<string> = new Set([
  'attr',
  'first',
  'last',
  'default',
  'd',
  'list',
  'sort',
  'reverse',
  'unique',
  'selectattr',
  'rejectattr',
  'select',
  'reject',
]);

/** Names of ids, numbers, dates and switches: what they hold needs no escape. */
function isHarmlessKey(key: string | null): boolean {
  if (key === null || /^\d+$/.test(key)) return false;
  const words = key
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[_-]/);
  return harmless.has(words.at(-1) ?? '') || ['is', 'has', 'num', 'total'].includes(words[0] ?? '');
}

const harmless: ReadonlySet<string> = new Set([
  'id',
  'ids',
  'uuid',
  'guid',
  'uid',
  'hash',
  'token',
  'count',
  'total',
  'size',
  'length',
  'index',
  'page',
  'limit',
  'offset',
  'number',
  'amount',
  'price',
  'quantity',
  'qty',
  'score',
  'points',
  'rank',
  'rating',
  'level',
  'year',
  'month',
  'day',
  'hour',
  'date',
  'time',
  'at',
  'timestamp',
  'created',
  'updated',
  'modified',
  'expires',
  'in',
  'code',
  'currency',
  'locale',
  'lang',
  'language',
  'enabled',
  'active',
  'visible',
  'lat',
  'lon',
  'lng',
  'latitude',
  'longitude',
  'version',
  'percent',
  'slug',
  'permalink',
  'status',
  'state',
  'type',
  'kind',
]);
