import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

describe('the published schema of the configuration', () => {
  it('is what the committed validator was made from', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/build-schemas.mjs', '--check'], {
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it('has a validator that needs nothing at run time', () => {
    const code = readFileSync('src/config/generated/validate-config.js', 'utf8');
    expect(code).not.toMatch(/\brequire\(|\bimport\b/);
  });
});
