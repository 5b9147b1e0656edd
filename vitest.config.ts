import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const jsonReport = process.env.VITEST_JSON_REPORT;

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    // Programs under test keep what they keep of their runs here, not in the cache of whoever runs the tests.
    env: { CONNECTOR_CACHE_DIR: join(tmpdir(), `connector-cli-tests-${process.pid}`) },
    // The suites start real servers and the built program; a hang should end the run, not hold CI.
    testTimeout: 30_000,
    hookTimeout: 120_000,
    reporters: jsonReport ? ['default', ['json', { outputFile: jsonReport }]] : ['default'],
  },
});
