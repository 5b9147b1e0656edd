/** Writes docs/rules/: a page for each rule of the linter, and their index. `npm run docs:rules`. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));
const pages = join(root, 'docs', 'rules');
const entry = `import { rulePages } from './src/lint/reporters/rule-pages.ts';
import { rules } from './src/lint/rules/index.ts';
export default await rulePages(rules);`;

// Beside the sources, so that packages are found.
const folder = mkdtempSync(join(root, 'node_modules', '.rule-docs-'));
try {
  const input = join(root, '.rule-docs.ts');
  await build({
    cwd: root,
    input,
    platform: 'node',
    resolve: { mainFields: ['module', 'main'] },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === input ? id : null),
        load: (id) => (id === input ? entry : null),
      },
    ],
    output: { dir: folder, format: 'esm', entryFileNames: 'pages.mjs' },
    logLevel: 'warn',
  });
  const { default: texts } = await import(pathToFileURL(join(folder, 'pages.mjs')).href);
  mkdirSync(pages, { recursive: true });
  for (const name of readdirSync(pages)) if (!texts.has(name)) rmSync(join(pages, name));
  for (const [name, text] of texts) writeFileSync(join(pages, name), text);
} finally {
  rmSync(folder, { recursive: true });
}
