/** The call as the widget SDK puts it on the wire. platform.md section 10. */
import type { Composite, SimpleConnector } from '../registry/model.js';
import type { RunWarning } from './result.js';
import type { Call } from './settings.js';

const methodsWithPayload: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH']);

/**
 * The SDK sends a payload with POST, PUT and PATCH only, and always POSTs to a composite.
 * @param call as the author asked for it
 * @returns what leaves the widget, and what an author has to know of the difference
 */
export function widgetCall(
  connector: SimpleConnector | Composite,
  call: Call,
): { call: Call; warnings: RunWarning[] } {
  const method = connector.kind === 'composite' ? 'POST' : (call.method ?? connector.method);
  if (call.payload === null) return { call, warnings: [] };
  if (!methodsWithPayload.has(method)) {
    const message = `the payload is not sent: the widget SDK sends one with POST, PUT and PATCH only, and this call is a ${method}`;
    return {
      call: { ...call, payload: null },
      warnings: [{ code: 'payload-not-sent', message, step: null }],
    };
  }
  const hasContentType = call.headers.some(([name]) => name.toLowerCase() === 'content-type');
  const headers = hasContentType
    ? call.headers
    : [...call.headers, ['Content-Type', 'application/json'] as const];
  return { call: { ...call, headers }, warnings: [] };
}
