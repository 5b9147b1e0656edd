/** `connector-cli/testing/jest`: adds the matchers to Jest's `expect`; their types are in jest-types.d.ts. */
import { matchers } from './matchers.js';

interface Expect {
  extend(added: typeof matchers): void;
}

/** Where Jest puts nothing into the global scope (`injectGlobals: false`), its own package has it. */
async function jestExpect(): Promise<Expect> {
  const known = (globalThis as { expect?: Expect }).expect;
  if (known) return known;
  const globals = '@jest/globals';
  return ((await import(globals)) as { expect: Expect }).expect;
}

(await jestExpect()).extend(matchers);
