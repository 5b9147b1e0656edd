/** The keys of `test/fixtures/keys`. */
import { readFileSync } from 'node:fs';

export const keyFile = (name: string): string =>
  readFileSync(new URL(`../fixtures/keys/${name}`, import.meta.url), 'utf8');
