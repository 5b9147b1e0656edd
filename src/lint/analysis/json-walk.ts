/** Tries which JSON a template can print: every expression unknown, every branch taken, loops turned a few times. */
import { type ast, walk } from '../../jinja/index.js';
import type { Definitions } from './definitions.js';
import { faultAt, type JsonFault } from './json-faults.js';
import { isInString, keyOf, type Reading, read, readAnything, readValue } from './json-machine.js';
import { type Turn, truthIn } from './loop-conditions.js';
import { type PythonPrint, partialPrints, pythonPrint } from './python-prints.js';

/** A loop that turns exactly so often; any other turns 0, 1 or 2 times. */
export interface Forced {
  readonly loop: ast.For;
  readonly turns: 1 | 2;
}

/** Characters times readings; what is longer or more tangled is left alone. */
const mostWork = 400_000;
const mostReadings = 60;
const deepestMacro = 4;

/** An expression that prints Python's notation, or a part of one that does so in one case. */
export interface PythonPart {
  readonly prints: PythonPrint;
  readonly isPart: boolean;
  readonly isLast: boolean;
}

export class JsonWalk {
  /** What a branch can print nowhere, whatever stands around it. */
  fault: JsonFault | null = null;
  /** Where the last way came to its end that could not go on: to blame if none was left. */
  deadEnd: JsonFault | null = null;
  /** Something prints text that is not looked into, or there is too much of it: faults mean nothing. */
  isUncertain = false;
  /** The last character that is not blank, or the last expression. */
  lastPrinted: { readonly start: number; readonly end: number } | null = null;
  /** Of each expression that prints, whether it stood inside a JSON string each time. */
  readonly inString = new Map<ast.Expression, boolean>();
  /** What prints Python's notation; null where it did not stand for a JSON value each time. */
  readonly python = new Map<ast.Expression, PythonPart | null>();

  private work = 0;
  private macroDepth = 0;

  constructor(
    private readonly source: string,
    private readonly definitions: Definitions,
    private readonly macros: ReadonlyMap<string, ast.Macro>,
    private readonly forced: Forced | null,
  ) {}

  /** @returns every way in which the nodes may end; none where they cannot */
  run(nodes: readonly ast.Statement[], before: readonly Reading[], turn: Turn | null): readonly Reading[] {
    let readings = before;
    for (const node of nodes) {
      if (readings.length === 0 || this.isUncertain) return readings;
      readings = this.statement(node, readings, turn);
    }
    return readings;
  }

  private statement(node: ast.Statement, before: readonly Reading[], turn: Turn | null): readonly Reading[] {
    if (this.isTooMuch(before.length)) return before;
    switch (node.kind) {
      case 'Output': {
        let readings = before;
        for (const part of node.nodes) {
          if (readings.length === 0) break;
          if (part.kind === 'TemplateData') readings = this.text(part.text, part.span, readings);
          else {
            const known = this.inString.get(part) ?? true;
            if (part.span.end > (this.lastPrinted?.end ?? 0)) this.lastPrinted = part.span;
            this.inString.set(part, known && readings.every(isInString));
            readings = this.printed(part, readings, turn);
          }
        }
        return readings;
      }
      case 'If':
        return this.branches(node, before, turn);
      case 'For':
        return this.loop(node, before);
      case 'With':
        return this.run(node.body, before, turn);
      case 'Assign':
      case 'AssignBlock':
      case 'Macro':
        return before;
      default:
        this.isUncertain = true;
        return before;
    }
  }

  private branches(node: ast.If, before: readonly Reading[], turn: Turn | null): readonly Reading[] {
    const after: Reading[] = [];
    for (const branch of [node, ...node.elifs]) {
      const truth = truthIn(turn, branch.test);
      if (truth === false) continue;
      if (truth === true) return this.distinct([...after, ...this.run(branch.body, before, turn)]);
      after.push(...this.branch(branch.body, before, turn));
    }
    after.push(...this.branch(node.alternate, before, turn));
    return this.distinct(after);
  }

  /** Which way leads to a branch may depend on its condition, so it is to blame only if it could not stand anywhere. */
  private branch(
    body: readonly ast.Statement[],
    before: readonly Reading[],
    turn: Turn | null,
  ): readonly Reading[] {
    const after = this.run(body, before, turn);
    if (after.length === 0 && before.length > 0 && !this.fault) {
      const anywhere = this.distinct(before.flatMap(readAnything));
      if (this.run(body, anywhere, turn).length === 0) this.fault ??= this.deadEnd;
    }
    return after;
  }

  private loop(node: ast.For, before: readonly Reading[]): readonly Reading[] {
    if (node.recursive) this.isUncertain = true;
    const times = (length: number): readonly Reading[] => {
      let readings = before;
      for (let index = 0; index < length; index += 1)
        readings = this.run(node.body, readings, { index, length });
      return readings;
    };
    let after: readonly Reading[];
    if (this.forced?.loop === node) after = times(this.forced.turns);
    else {
      after = [...this.run(node.alternate, before, null), ...times(1), ...times(2)];
    }
    // Turn by turn it would go on like that.
    const stacks = new Set(before.map(({ stack }) => stack));
    if (after.some(({ stack }) => !stacks.has(stack)) && !this.forced) this.isUncertain = true;
    return this.distinct(after);
  }

  private text(
    text: string,
    span: { readonly start: number; readonly end: number },
    before: readonly Reading[],
    isPrinted = false,
  ): readonly Reading[] {
    if (this.isTooMuch(text.length * before.length)) return before;
    const placeOf = isPrinted ? () => span.start : (index: number) => this.placeOf(text, span.start, index);
    if (!isPrinted && /\S/.test(text)) {
      const end = placeOf(text.trimEnd().length - 1) + 1;
      if (end > (this.lastPrinted?.end ?? 0)) this.lastPrinted = { start: end - 1, end };
    }
    const after: Reading[] = [];
    let furthest: { reading: Reading; index: number } | null = null;
    for (const reading of before) {
      const result = read(reading, text, placeOf);
      if (typeof result !== 'number') after.push(result);
      else if (!furthest || result > furthest.index) {
        // What stands at the place is told by reading up to it.
        const there = read(reading, text.slice(0, result), placeOf);
        if (typeof there !== 'number') furthest = { reading: there, index: result };
      }
    }
    if (after.length === 0 && furthest) {
      const { reading, index } = furthest;
      this.deadEnd = isPrinted
        ? { span, reason: faultAt(reading, text.slice(index), () => 0).reason }
        : faultAt(reading, text.slice(index), (at) => placeOf(index + at));
    }
    return this.distinct(after);
  }

  /** A line break of two characters in the source is one in the text. */
  private placeOf(text: string, from: number, index: number): number {
    if (!text.includes('\n')) return from + index;
    let at = from;
    for (let left = index; left > 0; left -= 1) {
      at += this.source[at] === '\r' && this.source[at + 1] === '\n' ? 2 : 1;
    }
    return at;
  }

  private printed(
    expression: ast.Expression,
    before: readonly Reading[],
    turn: Turn | null,
    isSafe = false,
  ): readonly Reading[] {
    const node = this.definitions.resolve(expression);
    if (this.isTooMuch(before.length)) return before;
    const prints = pythonPrint(expression, this.definitions);
    if (prints && this.isPythonValue(expression, { prints, isLast: true, isPart: false }, before)) {
      return this.value(expression, before);
    }
    for (const { node: part, ...print } of prints ? [] : partialPrints(node, this.definitions)) {
      this.isPythonValue(part, { ...print, isPart: true }, before);
    }
    switch (node.kind) {
      case 'Const':
        return this.text(shown(node.value, isSafe), expression.span, before, true);
      case 'Conditional': {
        const truth = truthIn(turn, node.test);
        const after: Reading[] = [];
        if (truth !== false) after.push(...this.printed(node.consequent, before, turn, isSafe));
        if (truth !== true) {
          after.push(...(node.alternate ? this.printed(node.alternate, before, turn, isSafe) : before));
        }
        return this.distinct(after);
      }
      case 'Filter':
        if (node.name === 'safe' && node.target) return this.printed(node.target, before, turn, true);
        if (node.name === 'tojson' || node.name === 'json_encode') return this.value(expression, before);
        break;
      case 'Call': {
        const macro = node.callee.kind === 'Name' ? this.macros.get(node.callee.name) : undefined;
        if (!macro) break;
        if (this.macroDepth >= deepestMacro) this.isUncertain = true;
        if (this.isUncertain) return before;
        this.macroDepth += 1;
        const after = this.run(macro.body, before, null);
        this.macroDepth -= 1;
        return after;
      }
    }
    if (this.mayBuildText(node)) this.isUncertain = true;
    return this.distinct(before.flatMap(readAnything));
  }

  private isPythonValue(node: ast.Expression, part: PythonPart, before: readonly Reading[]): boolean {
    const isValue = before.every(({ state }) => state === 'value' || state === 'first-value');
    this.python.set(node, isValue && this.python.get(node) !== null ? part : null);
    return isValue;
  }

  private value(expression: ast.Expression, before: readonly Reading[]): readonly Reading[] {
    const after = before.map(readValue).filter((reading) => reading !== null);
    const [reading] = before;
    if (after.length === 0 && reading) {
      this.deadEnd = { span: expression.span, reason: 'a value stands where none can be' };
    }
    return this.distinct(after);
  }

  /** Whether it prints what the template has put together itself, perhaps brackets without their partners. */
  private mayBuildText(node: ast.Expression): boolean {
    let found = false;
    walk(node, (part) => {
      if (part.kind === 'Const') found ||= typeof part.value === 'string' && /[{}[\]"]/.test(part.value);
      if (part.kind !== 'Name' || found) return;
      const value = this.definitions.resolve(part);
      if (value === part) {
        found = ['caller', 'super', 'self', 'loop'].includes(part.name) && node.kind === 'Call';
        found ||= this.definitions.isSet(part.name);
      } else {
        found = value.kind === 'Concat' || value.kind === 'Call' || value.kind === 'Binary';
      }
    });
    return found;
  }

  private isTooMuch(work: number): boolean {
    this.work += 1 + work;
    if (this.work > mostWork) this.isUncertain = true;
    return this.work > mostWork;
  }

  private distinct(readings: readonly Reading[]): readonly Reading[] {
    if (readings.length < 2) return readings;
    const found = new Map<string, Reading>();
    for (const reading of readings) found.set(keyOf(reading), reading);
    if (found.size > mostReadings) this.isUncertain = true;
    return [...found.values()];
  }
}

const shown = (value: ast.ConstantValue, isSafe: boolean): string => {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'object') return String(value.value);
  const text = String(value);
  return isSafe ? text : text.replace(/[&<>"']/g, (character) => entities.get(character) ?? character);
};

const entities = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&#34;'],
  ["'", '&#39;'],
]);

/** A list that is read from somewhere: two items are as good as one. */
export function hasAnyNumberOfItems({ test, iterable }: ast.For): boolean {
  if (test) return false;
  let node = iterable;
  for (;;) {
    switch (node.kind) {
      case 'Name':
        return true;
      case 'GetAttribute':
        node = node.target;
        break;
      case 'GetItem':
        if (node.key.kind !== 'Const' && !(node.key.kind === 'Slice' && !node.key.stop)) return false;
        node = node.target;
        break;
      case 'Call':
        if (node.callee.kind !== 'GetAttribute' || !pairings.has(node.callee.name)) return false;
        node = node.callee.target;
        break;
      case 'Filter':
        if (!node.target || !plural.has(node.name)) return false;
        node = node.target;
        break;
      // `(body_text or '{}')`, `data.rows if data else []`.
      case 'Logical':
        if (node.operator !== 'or') return false;
        node = node.left;
        break;
      case 'Conditional':
        node = node.consequent;
        break;
      default:
        return false;
    }
  }
}

/** Methods that give all of a dict. */
const pairings: ReadonlySet<string> = new Set(['items', 'keys', 'values']);

const plural: ReadonlySet<string> = new Set([
  'from_json',
  'sort',
  'reverse',
  'default',
  'd',
  'list',
  'dictsort',
  'items',
  'map',
  'unique',
  'attr',
]);
