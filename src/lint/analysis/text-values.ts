/** What kind of value an expression has, as far as its shape tells. */
import type { ast } from '../../jinja/index.js';
import { type Definitions, platformPath } from './definitions.js';
import { isHarmlessKey, isNumberLikeKey } from './harmless-names.js';
import { lastKey } from './paths.js';
import { isPinned } from './pinned-values.js';

/**
 * `caller`: text that whoever calls may choose, or a person's own; `free`: text of an upstream's answer, which may hold anything;
 * `plain`: anything else, and what is harmless by its nature: numbers, dates of the clock, what is encoded already.
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
  'center',
  'indent',
  'wordwrap',
  'striptags',
  'safe',
  'string',
  'default',
  'd',
  'e',
  'escape',
  'attr',
]);

/** Methods that do. */
const textMethods: ReadonlySet<string> = new Set([
  'strip',
  'lstrip',
  'rstrip',
  'upper',
  'lower',
  'title',
  'capitalize',
]);

const worse = (a: TextKind, b: TextKind): TextKind =>
  a === 'caller' || b === 'caller' ? 'caller' : a === 'free' || b === 'free' ? 'free' : 'plain';

/** By where a value comes from alone: a field called `id` may hold any text. */
export const textKind = (expression: ast.Expression, definitions: Definitions): TextKind =>
  bySource.of(expression, definitions);

/** By its name as well: an `id`, a `count` or a `type` that is read from JSON is `plain`. */
export const namedTextKind = (expression: ast.Expression, definitions: Definitions): TextKind =>
  byName.of(expression, definitions);

/** Likewise, of ids, numbers and times alone. */
export const numberedTextKind = (expression: ast.Expression, definitions: Definitions): TextKind =>
  byNumberName.of(expression, definitions);

class Judge {
  /** Names that stand for each other twice over would otherwise be followed again and again. */
  private readonly known = new WeakMap<ast.Expression, TextKind>();

  constructor(private readonly isHarmless: (key: string | null) => boolean) {}

  of(expression: ast.Expression, definitions: Definitions): TextKind {
    const node = definitions.resolve(expression);
    let kind = this.known.get(node);
    if (kind === undefined) {
      kind = this.judge(node, definitions);
      this.known.set(node, kind);
    }
    return kind;
  }

  private judge(node: ast.Expression, definitions: Definitions): TextKind {
    const path = platformPath(node, definitions);
    if (path) return kindOfPath(path);
    const worst = (nodes: readonly ast.Expression[]): TextKind =>
      nodes.map((each) => this.of(each, definitions)).reduce(worse, 'plain');
    const ofSource = (key: string | null, source: ast.Expression): TextKind =>
      this.isHarmless(key) ? 'plain' : this.ofSource(source, definitions);
    switch (node.kind) {
      case 'GetItem':
        // The first ten characters of a date are one, too.
        if (node.key.kind === 'Slice') return this.of(node.target, definitions);
        return ofSource(lastKey(node), node.target);
      case 'GetAttribute':
        return ofSource(lastKey(node), node.target);
      case 'Name': {
        const list = definitions.iterated(node) ?? definitions.iteratedPairs(node);
        return list ? ofSource(node.name, list) : 'plain';
      }
      case 'Filter':
        if (node.name === 'format')
          return worst([...(node.target ? [node.target] : []), ...node.args.positional]);
        if (!node.target) return 'plain';
        if (node.name === 'attr') return ofSource(lastKey(node), node.target);
        if (keepsText.has(node.name)) return this.of(node.target, definitions);
        return picks.has(node.name) ? ofSource(lastKey(node.target), node.target) : 'plain';
      case 'Call':
        return this.ofCall(node, definitions);
      case 'Concat':
        return worst(node.items);
      case 'Binary':
        return this.ofBinary(node, definitions);
      case 'Logical':
        return worst([node.left, node.right]);
      case 'Conditional': {
        const { test, consequent, alternate } = node;
        const first = isPinned(consequent, test, true) ? 'plain' : this.of(consequent, definitions);
        return alternate && !isPinned(alternate, test, false)
          ? worse(first, this.of(alternate, definitions))
          : first;
      }
      default:
        return 'plain';
    }
  }

  private ofCall({ callee, args }: ast.Call, definitions: Definitions): TextKind {
    const path = platformPath(callee, definitions)?.join('.');
    if (path === 'user.profile_fields.by_id') return 'caller';
    if (callee.kind !== 'GetAttribute') return 'plain';
    if (textMethods.has(callee.name)) return this.of(callee.target, definitions);
    if (callee.name !== 'get') return 'plain';
    const [key] = args.positional;
    const name = key?.kind === 'Const' ? String(key.value) : null;
    const known = platformPath(callee.target, definitions);
    if (known) return name === null ? 'plain' : kindOfPath([...known, name]);
    return this.isHarmless(name) ? 'plain' : this.ofSource(callee.target, definitions);
  }

  private ofBinary({ operator, left, right }: ast.Binary, definitions: Definitions): TextKind {
    const [first, second] = [left, right].map((each) => definitions.resolve(each));
    if (operator === '%' && first?.kind === 'Const' && typeof first.value === 'string') {
      const values = right.kind === 'Tuple' ? right.items : [right];
      return values.map((each) => this.of(each, definitions)).reduce(worse, 'plain');
    }
    if (operator !== '+' || isNumber(first) || isNumber(second)) return 'plain';
    // Without a text in it the sum may well be one of numbers, of which only the names can tell.
    const judge = isText(first) || isText(second) ? this : byName;
    return worse(judge.of(left, definitions), judge.of(right, definitions));
  }

  /** Of what is read from a parsed document: that of its text. */
  private ofSource(expression: ast.Expression, definitions: Definitions): TextKind {
    let node = definitions.resolve(expression);
    for (let next = stepUp(node, definitions); next; next = stepUp(node, definitions)) {
      node = definitions.resolve(next);
    }
    if (node.kind === 'Conditional') return this.ofSource(node.consequent, definitions);
    if (node.kind !== 'Filter' || node.name !== 'from_json' || !node.target) return 'plain';
    return this.of(node.target, definitions);
  }
}

const bySource = new Judge(() => false);
const byName = new Judge(isHarmlessKey);
const byNumberName = new Judge(isNumberLikeKey);

const isNumber = (node: ast.Expression | undefined): boolean =>
  node?.kind === 'Const' && typeof node.value !== 'string';

const isText = (node: ast.Expression | undefined): boolean =>
  node?.kind === 'Concat' ||
  (node?.kind === 'Const' && typeof node.value === 'string') ||
  (node?.kind === 'Binary' && node.operator === '+' && (isText(node.left) || isText(node.right)));

const callerPaths: ReadonlySet<string> = new Set([
  'user.email',
  'user.first_name',
  'user.last_name',
  'user.username',
  'body_text',
  'request.body_text',
]);

function kindOfPath(path: readonly (string | number)[]): TextKind {
  const [root, second] = path;
  if (callerPaths.has(path.join('.'))) return 'caller';
  if (root === 'request' && path.length === 3) {
    return second === 'query_parameters' || second === 'headers' ? 'caller' : 'plain';
  }
  const ofAnswer = root === 'response' ? path.slice(1) : root === 'steps' ? path.slice(2) : [];
  if (ofAnswer[0] === 'body' && ofAnswer.length === 1) return 'free';
  return ofAnswer[0] === 'headers' && ofAnswer.length === 2 ? 'free' : 'plain';
}

/** What a value has been read from. */
function stepUp(node: ast.Expression, definitions: Definitions): ast.Expression | null {
  if (node.kind === 'GetAttribute' || node.kind === 'GetItem') return node.target;
  if (node.kind === 'Filter') return isStep(node) ? node.target : null;
  if (node.kind === 'Call') {
    const { callee } = node;
    return callee.kind === 'GetAttribute' && contents.has(callee.name) ? callee.target : null;
  }
  return node.kind === 'Name' ? (definitions.iterated(node) ?? definitions.iteratedPairs(node)) : null;
}

/** Filters that give one item of a list, or all of them as a text. */
const picks: ReadonlySet<string> = new Set(['first', 'last', 'random', 'min', 'max', 'join']);

/** Filters that give a part of a list or an object, or all of it. */
const steps: ReadonlySet<string> = new Set([
  'attr',
  'default',
  'd',
  'list',
  'sort',
  'reverse',
  'unique',
  'items',
  'dictsort',
  'selectattr',
  'rejectattr',
  'select',
  'reject',
]);

/** `map('int')` makes something else of the items; `map(attribute='name')` reads a part of each. */
const isStep = ({ name, args }: ast.Filter): boolean =>
  steps.has(name) ||
  picks.has(name) ||
  (name === 'map' && args.keyword.some((keyword) => keyword.name === 'attribute'));

/** Methods of a dict that give what it holds. */
const contents: ReadonlySet<string> = new Set(['get', 'items', 'keys', 'values']);
