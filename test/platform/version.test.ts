import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { oldestNode, version } from '../../src/platform/version.js';

it('the version and the oldest Node are those of package.json', () => {
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  expect(version).toBe(manifest.version);
  expect(`>=${oldestNode}`).toBe(manifest.engines.node);
});
