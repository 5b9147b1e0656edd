/** Writes src/lint/rules/index.ts: every file beside it is a rule, and nobody keeps the list by hand. `npm run rules`. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../src/lint/rules/', import.meta.url));

export function rulesIndex() {
  const ids = readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && file !== 'index.ts')
    .map((file) => file.slice(0, -'.ts'.length))
    .sort();
  const nameOf = (id) => id.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());
  return [
    '// Written by scripts/build-rules.mjs; `npm run rules` writes it anew.',
    ...ids.map((id) => `import { rule as ${nameOf(id)} } from './${id}.js';`),
    "import type { Rule } from '../rule.js';",
    '',
    '/** Every rule, in the order of the alphabet. */',
    'export const rules: readonly Rule[] = [',
    ...ids.map((id) => `  ${nameOf(id)},`),
    '];',
    '',
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = `${folder}index.ts`;
  const text = rulesIndex();
  if (readFileSync(path, 'utf8') !== text) writeFileSync(path, text);
}
