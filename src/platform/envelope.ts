/** The platform's error answer. platform.md section 8. */
import type { RunError } from './result.js';

/** The envelope as the widget gets it; keys without a value are left out. */
export function errorEnvelope(error: RunError, requestId: string): string {
  return JSON.stringify({
    success: false,
    errors: {
      ...(error.code === null ? {} : { code: error.code }),
      detail: error.detail,
      ...(error.scope === null ? {} : { scope: error.scope }),
      ...(error.params === undefined ? {} : { params: error.params }),
    },
    request_id: requestId,
  });
}
