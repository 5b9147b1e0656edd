/** The answer where nothing has the permalink that was called. platform.md section 8. */
import { refusal } from './answer.js';
import type { ConnectorKind, RunResult } from './result.js';

export function unknownPermalink(
  permalink: string,
  kind: ConnectorKind,
  requestId: string,
  started_at_ms: number,
): RunResult {
  const detail = `there is no ${kind === 'simple' ? 'connector' : 'composite'} with the permalink '${permalink}'`;
  const { status, body, error } = refusal(
    404,
    { scope: null, code: null, detail, step: null, index: null },
    requestId,
  );
  return {
    permalink,
    kind,
    ok: false,
    status,
    headers: { 'content-type': 'application/json', 'x-request-id': requestId },
    body,
    error,
    request_id: requestId,
    started_at_ms,
    timing: { total_ms: 0, internal_ms: 0, external_ms: 0 },
    steps: [],
    warnings: [],
    interrupted: false,
  };
}
