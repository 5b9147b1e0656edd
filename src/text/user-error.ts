export interface UserErrorDetails {
  /** Stable, in kebab-case; tests and programs go by it. */
  readonly code: string;
  /** One sentence that says what is wrong and where, without the file and position given beside it. */
  readonly message: string;
  readonly file?: string | undefined;
  /** Line and column count from 1. */
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  /** What to do about it. */
  readonly hint?: string | undefined;
  readonly cause?: unknown;
}

/** A mistake that the user can mend: wrong input, an unreadable file, a broken configuration. Printed without a stack. */
export class UserError extends Error {
  override readonly name: string = 'UserError';
  readonly code: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly hint?: string;

  constructor(details: UserErrorDetails) {
    super(details.message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = details.code;
    if (details.file !== undefined) this.file = details.file;
    if (details.line !== undefined) this.line = details.line;
    if (details.column !== undefined) this.column = details.column;
    if (details.hint !== undefined) this.hint = details.hint;
  }
}
