/**
 * The matchers as Jest types them. Written by hand, as Jest's packages need not be there: `jest` is of `@types/jest`, `expect`
 * is behind `@jest/globals`.
 */
import type { ConnectorMatchers } from './matchers.js';

declare global {
  namespace jest {
    interface Matchers<R> extends ConnectorMatchers<R> {}
  }
}

declare module 'expect' {
  interface Matchers<R extends void | Promise<void>> extends ConnectorMatchers<R> {}
}
