import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    // The suites start real servers and the built program; a hang should end the run, not hold CI.
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
