import { UserError } from '../../text/user-error.js';
import type { SentCall } from './types.js';

/** A call that none of the mocks is for. */
export class UnmatchedCallError extends Error {
  override readonly name: string = 'UnmatchedCallError';

  constructor(
    message: string,
    /** The first of them. */
    readonly call: SentCall,
  ) {
    super(message);
  }
}

/** Test runners show the message of an error and nothing else of it. */
export function withDetails(error: UserError): UserError {
  const { code, file, line, column, hint, message } = error;
  const place =
    file === undefined ? [] : [`  at ${file}${line === undefined ? '' : `:${line}:${column ?? 1}`}`];
  const lines = [message, ...place, ...(hint === undefined ? [] : [`  ${hint}`])];
  return new UserError({ code, file, line, column, hint, message: lines.join('\n') });
}
