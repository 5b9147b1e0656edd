/** Flags that contradict the connector they are given for. platform.md section 10. */
import type { Composite, SimpleConnector } from '../registry/index.js';
import { UserError } from '../text/user-error.js';
import type { CallOptions } from './options.js';

/** @throws {UserError} */
export function refuseContradictions(
  connector: SimpleConnector | Composite,
  options: Pick<CallOptions, 'pathParam'> & { method?: string },
): void {
  if (connector.kind === 'simple') return;
  if (options.pathParam) {
    throw new UserError({
      code: 'path-params-on-composite',
      message:
        'A composite takes no path parameters; the widget SDK throws a ConnectorBoundaryError for them.',
      hint: 'Send the value as a query parameter (--query) or in the payload.',
    });
  }
  if (options.method !== undefined && options.method.toUpperCase() !== 'POST') {
    throw new UserError({
      code: 'method-on-composite',
      message: 'A composite is always called with POST; the widget SDK has no choice of method for it.',
    });
  }
}
