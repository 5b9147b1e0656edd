/** `connector-cli/testing/vitest`: adds the matchers to Vitest's `expect`, and their types. */
import { expect } from 'vitest';
import { type ConnectorMatchers, matchers } from './matchers.js';

declare module 'vitest' {
  // Vitest's own declaration names the parameter.
  // biome-ignore lint/suspicious/noExplicitAny: both declarations have to be the same
  interface Matchers<T = any> extends ConnectorMatchers<void> {}
}

expect.extend(matchers);
