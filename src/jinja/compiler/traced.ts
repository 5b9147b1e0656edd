/**
 * Output for a render that is traced: the same text, and for each piece of it the place that printed it. It is compiled apart
 * from the ordinary code, so that ordinary renders pay nothing for it.
 */
import { type Expression, focusOf, type Output, type Statement } from '../ast.js';
import { type Span, TemplateError } from '../errors.js';
import type { Frame } from '../runtime/frame.js';
import type { OutputSite } from '../trace.js';
import { Undefined, type Value } from '../values/model.js';
import { escapeValue, toText } from '../values/text.js';
import type { Compiler, Execute } from './compiler.js';
import { coverConstant } from './covered.js';
import type { Scope } from './scope.js';

/** A step for each text and each expression, constant ones too. */
export function compileTracedOutput(node: Output, scope: Scope, compiler: Compiler): Execute[] {
  return node.nodes.map((child) => {
    if (child.kind !== 'TemplateData') return tracedPrint(child, scope, compiler);
    const { text } = child;
    return atSite({ kind: 'text', span: child.span }, (frame) => frame.write(text));
  });
}

/** A statement as a whole, where what it prints is made elsewhere. */
export function traceStatement(node: Statement, run: Execute): Execute {
  switch (node.kind) {
    case 'FilterBlock':
      return atSite({ kind: 'tag', span: node.filter.span }, withoutTrace(run));
    case 'CallBlock':
      return atSite({ kind: 'tag', span: node.call.span }, run);
    case 'Block':
      return atSite({ kind: 'tag', span: node.nameSpan }, run);
    case 'For':
      return node.recursive ? atSite({ kind: 'tag', span: node.iterable.span }, run) : run;
    case 'AssignBlock':
      return withoutTrace(run);
    default:
      return run;
  }
}

/** Only the outermost frame prints what leaves the template. */
function atSite(site: OutputSite, run: Execute): Execute {
  return (frame) => {
    const { trace } = frame.state;
    if (trace === null || trace.frame !== frame || trace.captures > 0) return run(frame);
    const start = frame.out.length;
    run(frame);
    trace.output.add(site, start, frame.out.length);
  };
}

/** What is captured is text for others to print. */
function withoutTrace(run: Execute): Execute {
  return (frame) => {
    const { trace } = frame.state;
    if (trace === null || trace.frame !== frame) return run(frame);
    trace.captures += 1;
    run(frame);
    trace.captures -= 1;
  };
}

function tracedPrint(node: Expression, scope: Scope, compiler: Compiler): Execute {
  const span = focusOf(node);
  const site: OutputSite = { kind: 'expression', span: withParentheses(node.span, compiler.source) };
  const constant = constantOf(node, compiler);
  const value =
    constant === undefined ? compiler.expression(node, scope) : coverConstant(node, () => constant, compiler);
  const { autoescape } = compiler.escaping;
  // A constant is escaped as it was when it was folded, whatever an `autoescape` tag says at run time.
  const asksState = compiler.escaping.volatile && constant === undefined;
  return atSite(site, (frame) => {
    const printed = value(frame);
    const { state } = frame;
    if (printed instanceof Undefined) {
      state.onUndefinedPrinted?.(printed, span);
      return;
    }
    state.at = span;
    frame.write(textOf(printed, frame, site, asksState ? state.autoescape : autoescape));
  });
}

/** Between the braces and the tokens of an expression's node stand parentheses and white space alone. */
function withParentheses({ start, end }: Span, source: string): Span {
  const before = /[\s(]*$/.exec(source.slice(0, start))?.[0] ?? '';
  const after = /^[\s)]*/.exec(source.slice(end))?.[0] ?? '';
  return { start: start - before.trimStart().length, end: end + after.trimEnd().length };
}

function textOf(value: Value, { state }: Frame, site: OutputSite, escaped: boolean): string {
  if (!escaped) return toText(value, state);
  const { text } = escapeValue(value, state);
  // Safe text comes out of `escapeValue` as it went in; anything else is compared with what it was.
  if (text.includes('&') && toText(value, state) !== text) state.trace?.output.addEscaped(site, text);
  return text;
}

/** The value of an expression that is computed while the template is compiled; what fails, fails when it is printed. */
function constantOf(node: Expression, { constants }: Compiler): Value | undefined {
  try {
    return constants.evaluate(node);
  } catch (error) {
    if (error instanceof TemplateError) return undefined;
    throw error;
  }
}
