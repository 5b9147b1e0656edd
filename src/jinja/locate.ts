/** Gives errors their place, and turns what JavaScript throws into what templates throw. */
import { type Span, TemplateError, TemplateRuntimeError } from './errors.js';
import { lineAndColumn } from './positions.js';

/**
 * The error to throw for `error`: a template error with its line and column. A full stack and impossible sizes are
 * the template's doing; what a host function throws becomes the cause of a `TemplateRuntimeError`.
 *
 * @param at the place to fall back on where the error has none of its own
 */
export function located(error: unknown, source: string, at: Span): TemplateError {
  const failure = error instanceof TemplateError ? error : translated(error);
  if (failure.line > 0) return failure;
  failure.span ??= at;
  const { line, column } = lineAndColumn(source, failure.span.start);
  failure.line = line;
  failure.column = column;
  return failure;
}

function translated(error: unknown): TemplateRuntimeError {
  if (error instanceof RangeError) {
    return error.message.includes('call stack')
      ? new TemplateRuntimeError('maximum recursion depth exceeded', 'RecursionError', { cause: error })
      : new TemplateRuntimeError('out of memory', 'MemoryError', { cause: error });
  }
  const message = error instanceof Error ? error.message : String(error);
  return new TemplateRuntimeError(message, 'RuntimeError', { cause: error });
}
