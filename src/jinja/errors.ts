/**
 * The three classes a failing template throws, as `connector-cli/jinja` publishes them.
 *
 * An error is born without a place: whoever throws (a filter, an operator) knows only what went wrong. Compiled code
 * notes which token it is working on, and where a render ends with an error, that token becomes the error's span, line
 * and column (locate.ts). Lexer, parser and compiler attach spans themselves.
 */

/** Offsets in the template source, in UTF-16 units: `start` is the first, `end` is one past the last. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type TemplateErrorKind = 'syntax' | 'undefined' | 'runtime';

/** The Python class that CPython would have raised; kept because authors search the web for it. */
export type PythonErrorName =
  | 'TemplateSyntaxError'
  | 'TemplateAssertionError'
  | 'TemplateRuntimeError'
  | 'TemplateNotFound'
  | 'TemplatesNotFound'
  | 'UndefinedError'
  | 'SecurityError'
  | 'FilterArgumentError'
  | 'TypeError'
  | 'ValueError'
  | 'KeyError'
  | 'IndexError'
  | 'AttributeError'
  | 'OverflowError'
  | 'ZeroDivisionError'
  | 'UnicodeDecodeError'
  | 'UnicodeEncodeError'
  | 'LookupError'
  | 'RuntimeError'
  | 'RecursionError'
  | 'StopIteration'
  | 'MemoryError'
  | 'NotImplementedError'
  | 'JSONDecodeError'
  | 'AssertionError'
  | 'NameError'
  | 'SyntaxError';

export abstract class TemplateError extends Error {
  abstract readonly kind: TemplateErrorKind;
  /** The class that the reference implementation raises for the same fault. */
  readonly pythonName: PythonErrorName;
  /** Where in the source; `null` until it is known. */
  span: Span | null = null;
  /** 1-based line of the offending token; 0 until located. */
  line = 0;
  /** 1-based column of the offending token, in code points; 0 until located. */
  column = 0;

  constructor(message: string, pythonName: PythonErrorName, options?: { span?: Span; cause?: unknown }) {
    super(message, options?.cause === undefined ? undefined : { cause: options.cause });
    this.name = new.target.name;
    this.pythonName = pythonName;
    if (options?.span) this.span = options.span;
  }
}

/** The template does not parse, or names a filter or test that does not exist. */
export class TemplateSyntaxError extends TemplateError {
  readonly kind = 'syntax';
  /** Where the template ends too early: the name of the innermost tag that is still open. */
  readonly unclosed: Span | null;
  constructor(
    message: string,
    options?: { span?: Span; pythonName?: PythonErrorName; unclosed?: Span | undefined },
  ) {
    super(message, options?.pythonName ?? 'TemplateSyntaxError', options);
    this.unclosed = options?.unclosed ?? null;
  }
}

/** An undefined value was used where it must have a value. */
export class UndefinedError extends TemplateError {
  readonly kind = 'undefined';
  constructor(message: string, options?: { span?: Span }) {
    super(message, 'UndefinedError', options);
  }
}

/** Anything else that fails while rendering: a type error, the sandbox, a budget. */
export class TemplateRuntimeError extends TemplateError {
  readonly kind = 'runtime';
  constructor(
    message: string,
    pythonName: PythonErrorName = 'TemplateRuntimeError',
    options?: { span?: Span; cause?: unknown },
  ) {
    super(message, pythonName, options);
  }
}

export const typeError = (message: string) => new TemplateRuntimeError(message, 'TypeError');
export const valueError = (message: string) => new TemplateRuntimeError(message, 'ValueError');

/** Gives an error the innermost span it passes through; the first one to know the place wins. */
export function attachSpan(error: unknown, span: Span): unknown {
  if (error instanceof TemplateError && error.span === null) error.span = span;
  return error;
}
