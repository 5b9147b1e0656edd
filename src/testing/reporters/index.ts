import type { TestReporter } from './reporter.js';

export type { TestReporter, TestReporterStyle } from './reporter.js';

export type TestFormat = 'pretty' | 'json' | 'junit' | 'tap' | 'github';

/** Each is loaded when it is asked for. */
export const testReporters: Readonly<Record<TestFormat, () => Promise<TestReporter>>> = {
  pretty: async () => (await import('./pretty.js')).pretty,
  json: async () => (await import('./json.js')).json,
  junit: async () => (await import('./junit.js')).junit,
  tap: async () => (await import('./tap.js')).tap,
  github: async () => (await import('./github.js')).github,
};

export const testFormats = Object.keys(testReporters) as TestFormat[];
