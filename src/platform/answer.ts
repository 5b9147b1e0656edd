/** The answer of a run: what the caller gets, and the failure behind it where it is one. platform.md sections 7 and 8. */
import { errorEnvelope } from './envelope.js';
import type { RunError, StepFailure } from './result.js';
import { failureStatus } from './scopes.js';

export interface Answer {
  status: number;
  contentType: string | null;
  body: Uint8Array;
  error: RunError | null;
}

/** The platform's own error answer. */
export const refusal = (status: number, error: RunError, requestId: string): Answer => ({
  status,
  contentType: 'application/json',
  body: new TextEncoder().encode(errorEnvelope(error, requestId)),
  error,
});

/** The caller has gone: nobody gets an answer, and there is no status. */
export const interrupted = (step: string | null, index: number | null): Answer => ({
  status: 0,
  contentType: null,
  body: new Uint8Array(),
  error: { scope: null, code: null, detail: 'interrupted', step, index },
});

export function statusOf(failure: StepFailure | null): number {
  switch (failure?.kind) {
    case 'template':
      return failureStatus.template;
    case 'jwt':
      return failureStatus.jwt;
    default:
      return failureStatus.http;
  }
}
