/** Text and `{{ }}`. */
import { type Expression, focusOf, type Output } from '../ast.js';
import { attachSpan, type Span, TemplateError, typeError } from '../errors.js';
import type { Frame } from '../runtime/frame.js';
import { Markup, Undefined, type Value } from '../values/model.js';
import { escapeText, escapeValue, toText } from '../values/text.js';
import { typeName } from '../values/types.js';
import type { Compiler, Execute } from './compiler.js';
import { countConstant } from './covered.js';
import type { Scope } from './scope.js';
import { compileTracedOutput } from './traced.js';

/** One step for each run of text and each expression. */
export function compileOutput(node: Output, scope: Scope, compiler: Compiler): Execute[] {
  if (scope.silenced && compiler.extendsKnown) return [];
  if (compiler.traced) return compileTracedOutput(node, scope, compiler);
  const steps: Execute[] = [];
  let text = '';
  const flush = () => {
    if (text === '') return;
    const constant = text;
    steps.push((frame) => frame.write(constant));
    text = '';
  };
  for (const child of node.nodes) {
    if (child.kind === 'TemplateData') text += child.text;
    else {
      const constant = constantOf(child, compiler);
      const count = constant === null ? null : countConstant(child, compiler);
      if (count) steps.push(count);
      if (typeof constant === 'string') text += constant;
      else {
        flush();
        steps.push(constant ? reportMissing(constant, focusOf(child)) : compilePrint(child, scope, compiler));
      }
    }
  }
  flush();
  return steps;
}

/** What a constant expression prints, if anything; `null` where that is not known yet. */
function constantOf(node: Expression, { constants, escaping }: Compiler): string | Undefined | null {
  try {
    const value = constants.evaluate(node);
    if (value === undefined) return null;
    if (value instanceof Undefined) return value;
    return escaping.autoescape ? escapeValue(value, constants.state).text : toText(value, constants.state);
  } catch (error) {
    if (error instanceof TemplateError) return null;
    throw error;
  }
}

/** Prints nothing, and says so. */
const reportMissing =
  (value: Undefined, span: Span): Execute =>
  ({ state }) =>
    state.onUndefinedPrinted?.(value, span);

function compilePrint(node: Expression, scope: Scope, compiler: Compiler): Execute {
  const span = focusOf(node);
  const value = compiler.expression(node, scope);
  const { autoescape, volatile } = compiler.escaping;
  if (volatile) {
    return (frame) => {
      const printed = value(frame);
      frame.write(textOf(printed, frame, span, frame.state.autoescape));
    };
  }
  if (!autoescape) {
    return (frame) => {
      const printed = value(frame);
      frame.write(typeof printed === 'string' ? printed : textOf(printed, frame, span, false));
    };
  }
  return (frame) => {
    const printed = value(frame);
    frame.write(typeof printed === 'string' ? escapeText(printed) : textOf(printed, frame, span, true));
  };
}

function textOf(value: Value, { state }: Frame, span: Span, escaped: boolean): string {
  if (typeof value === 'number') return String(value);
  if (value instanceof Undefined) {
    state.onUndefinedPrinted?.(value, span);
    return '';
  }
  state.at = span;
  return escaped ? escapeValue(value, state).text : toText(value, state);
}

/** Prints what a `call` or `filter` block gave: it must be text, and goes out as it is. */
export function writeResult(frame: Frame, value: Value): void {
  if (typeof value === 'string') frame.write(value);
  else if (value instanceof Markup) frame.write(value.text);
  else if (frame.rejected === null) {
    frame.rejected = typeError(`sequence item 0: expected str instance, ${typeName(value)} found`);
    attachSpan(frame.rejected, frame.state.at);
  }
}

/** Runs a body and takes what it prints instead of printing it. */
export function capture(frame: Frame, body: Execute): string {
  const { out, rejected } = frame;
  frame.out = '';
  frame.rejected = null;
  body(frame);
  const captured = frame.text();
  frame.out = out;
  frame.rejected = rejected;
  return captured;
}

/** Captured text as a filter gets it: safe where the place of the block is escaped. */
export function asCaptured(compiler: Compiler): (text: string, frame: Frame) => Value {
  const { autoescape, volatile } = compiler.escaping;
  if (volatile) return (text, frame) => (frame.state.autoescape ? new Markup(text) : text);
  return autoescape ? (text) => new Markup(text) : (text) => text;
}
