import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { rulePages } from '../../src/lint/reporters/rule-pages.js';
import { rules } from '../../src/lint/rules/index.js';

const folder = new URL('../../docs/rules/', import.meta.url);

it('the pages of the rules are up to date (npm run docs:rules)', async () => {
  const pages = await rulePages(rules);
  const written = new Map(
    readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]),
  );
  expect(Object.fromEntries(written)).toEqual(Object.fromEntries(pages));
});
