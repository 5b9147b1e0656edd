/** Each command of `testdata/` and the entry that it becomes; `UPDATE=1` writes them. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importCurl } from '../../../src/imports/curl/import-curl.js';
import { validateRegistry } from '../../../src/lint/validate.js';

const folder = new URL('./testdata/', import.meta.url);
const commands = readdirSync(folder).filter((name) => !name.endsWith('.json'));

/** What the linter has to say of what the author wrote. */
const findings: Readonly<Record<string, string[]>> = { 'plain-http-localhost.sh': ['url-address'] };

describe('importing a command of curl', () => {
  it.each(commands)('%s', (name) => {
    const entry = importCurl(readFileSync(new URL(name, folder), 'utf8'));
    const golden = new URL(name.replace(/\.\w+$/, '.json'), folder);
    const written = `${JSON.stringify(entry, null, 2)}\n`;
    if (process.env.UPDATE || !existsSync(golden)) writeFileSync(golden, written);
    expect(written).toBe(readFileSync(golden, 'utf8'));

    const registry = JSON.stringify({ connectors: [entry.connector] }, null, 2);
    expect(validateRegistry(registry).map(({ rule }) => rule)).toEqual(findings[name] ?? []);
    for (const { value } of entry.secrets) {
      expect(registry + entry.notes.join('\n')).not.toContain(value);
    }
  });

  it('takes the name that it is given', () => {
    const { connector } = importCurl('curl https://api.acme.io/v1/orders', { name: 'Open Orders' });
    expect(connector).toMatchObject({ name: 'Open Orders', permalink: 'open-orders' });
  });
});
