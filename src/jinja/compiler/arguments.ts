/** The arguments of calls, filters and tests. */
import type { CallArguments, Expression } from '../ast.js';
import { type Arguments, noArguments } from '../calls.js';
import { TemplateRuntimeError, TemplateSyntaxError, typeError } from '../errors.js';
import type { Frame } from '../runtime/frame.js';
import { tryIterate } from '../values/iteration.js';
import { Dict, Undefined, type Value } from '../values/model.js';
import { isText, textOf, typeName } from '../values/types.js';
import { undefinedError } from '../values/undefined.js';
import type { Compiler, Evaluate } from './compiler.js';
import type { Scope } from './scope.js';

export type EvaluateArguments = (frame: Frame) => Arguments;

/** Python's keywords: where one names an argument, Jinja2 passes all of them in a dict. */
const pythonKeywords = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from ' +
    'global if import in is lambda nonlocal not or pass raise return try while with yield'
  ).split(' '),
);

const sandboxCall = 'jinja2.sandbox.SandboxedEnvironment.call';

/**
 * @param caller an argument that a `call` block adds
 * @param callee what is called, as Python's messages name it
 */
export function compileArguments(
  args: CallArguments,
  scope: Scope,
  compiler: Compiler,
  caller: Evaluate | null = null,
  callee = sandboxCall,
): EvaluateArguments {
  checkRepetition(args, caller !== null, compiler);
  const positional = args.positional.map((argument) => compiler.expression(argument, scope));
  const keyword: (readonly [string, Evaluate])[] = args.keyword.map(({ name, value }) => [
    name,
    compiler.expression(value, scope),
  ]);
  if (caller) keyword.push(['caller', caller]);
  const spread = args.spread ? compiler.expression(args.spread, scope) : null;
  const keywordSpread = args.keywordSpread ? compiler.expression(args.keywordSpread, scope) : null;

  if (spread || keywordSpread) {
    return (frame) => {
      const values = evaluateAll(positional, frame);
      if (spread) spreadInto(values, at(spread, args.spread, frame), frame);
      const named = evaluateNamed(keyword, frame);
      if (keywordSpread) spreadNamed(named, at(keywordSpread, args.keywordSpread, frame), callee);
      return { positional: values, keyword: named.size > 0 ? named : null };
    };
  }
  if (keyword.length > 0) {
    return (frame) => ({
      positional: evaluateAll(positional, frame),
      keyword: evaluateNamed(keyword, frame),
    });
  }
  const [first] = positional;
  if (!first) return () => noArguments;
  if (positional.length === 1) return (frame) => ({ positional: [first(frame)], keyword: null });
  return (frame) => ({ positional: evaluateAll(positional, frame), keyword: null });
}

/** Python finds these after Jinja2 has found everything that it finds. */
function checkRepetition(args: CallArguments, hasCaller: boolean, compiler: Compiler): void {
  if (args.keyword.some(({ name }) => pythonKeywords.has(name))) return;
  const seen = new Set(hasCaller ? ['caller'] : []);
  for (const { name, nameSpan } of args.keyword) {
    if (seen.has(name)) {
      compiler.pythonErrors.push(
        new TemplateSyntaxError(`keyword argument repeated: ${name}`, {
          span: nameSpan,
          pythonName: 'SyntaxError',
        }),
      );
    }
    seen.add(name);
  }
}

function evaluateAll(nodes: readonly Evaluate[], frame: Frame): Value[] {
  const values: Value[] = [];
  for (const node of nodes) values.push(node(frame));
  return values;
}

function evaluateNamed(nodes: readonly (readonly [string, Evaluate])[], frame: Frame): Map<string, Value> {
  const values = new Map<string, Value>();
  for (const [name, node] of nodes) values.set(name, node(frame));
  return values;
}

/** The value of a node; what fails next fails there. */
function at(evaluate: Evaluate, node: Expression | null, frame: Frame): Value {
  const value = evaluate(frame);
  if (node) frame.state.at = node.span;
  return value;
}

function spreadInto(values: Value[], spread: Value, { state }: Frame): void {
  const items = tryIterate(spread, state);
  if (!items) throw typeError(`Value after * must be an iterable, not ${typeName(spread)}`);
  for (const item of items) {
    state.budget.step();
    values.push(item);
  }
}

function spreadNamed(named: Map<string, Value>, spread: Value, callee: string): void {
  if (spread instanceof Undefined) throw undefinedError(spread);
  if (!(spread instanceof Dict)) {
    throw typeError(`${callee}() argument after ** must be a mapping, not ${typeName(spread)}`);
  }
  for (const [key, value] of spread.entries.values()) {
    if (!isText(key)) throw typeError('keywords must be strings');
    const name = textOf(key);
    if (named.has(name)) {
      throw new TemplateRuntimeError(
        `${callee}() got multiple values for keyword argument '${name}'`,
        'TypeError',
      );
    }
    named.set(name, value);
  }
}
