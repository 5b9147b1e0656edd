/**
 * The one build: bundles the program and its exports into dist/ and writes their type declarations.
 *
 * Libraries are bundled, because a command line tool is judged at its start: loading one file beats resolving hundreds.
 * What only some commands need stays in chunks of its own and is loaded when it is needed.
 */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const jestTypes = 'src/testing/api/jest-types.d.ts';

rmSync(dist, { recursive: true, force: true });
const { output } = await build({
  cwd: root,
  input: {
    cli: 'src/cli/main.ts',
    index: 'src/index.ts',
    jinja: 'src/jinja/index.ts',
    testing: 'src/testing/api/index.ts',
    'testing-vitest': 'src/testing/api/vitest.ts',
    'testing-jest': 'src/testing/api/jest.ts',
  },
  platform: 'node',
  // jsonc-parser's CommonJS form cannot be bundled; its other form can.
  resolve: {
    mainFields: ['module', 'main'],
    // The form of the library that node would load asks the environment at every token.
    alias: { yaml: join(root, 'node_modules/yaml/browser/index.js') },
  },
  // ink asks for it in development only, behind an environment variable. Test runners are those of whoever writes tests.
  external: ['react-devtools-core', 'vitest', '@jest/globals'],
  transform: { define: { 'process.env.NODE_ENV': '"production"' }, target: 'node20' },
  plugins: [inkWithoutDeveloperTools()],
  output: {
    dir: 'dist',
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
  },
  logLevel: 'warn',
});
writeFileSync(join(dist, 'THIRD_PARTY_LICENSES.txt'), licences(bundledPackages(output)));

const tsc = join(root, 'node_modules/typescript/bin/tsc');
execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
// tsc writes no declarations for what is one already.
copyFileSync(join(root, jestTypes), join(dist, 'types', jestTypes.replace('src/', '')));
chmodSync(join(root, 'bin/connector-cli.js'), 0o755);

/** Bundled, ink cannot find what it loads where the environment says DEV=true, and many a user's does. */
function inkWithoutDeveloperTools() {
  const question = "process.env['DEV'] === 'true'";
  return {
    name: 'ink-without-developer-tools',
    transform(code, id) {
      if (!/[\\/]ink[\\/]build[\\/]utils\.js$/.test(id)) return null;
      if (!code.includes(question))
        throw new Error('ink asks for DEV in another way now; look at scripts/build.mjs');
      return code.replace(question, 'false');
    },
  };
}

/** The folders of the packages whose code went into the bundle. */
function bundledPackages(chunks) {
  const folders = new Set();
  for (const chunk of chunks) {
    for (const id of chunk.type === 'chunk' ? chunk.moduleIds : []) {
      if (!id.includes('node_modules')) continue;
      let folder = dirname(id.replace(/^\0/, '').replace(/\?.*$/, ''));
      while (folder.includes('node_modules') && !isPackage(folder)) folder = dirname(folder);
      if (isPackage(folder)) folders.add(folder);
    }
  }
  return [...folders].sort();
}

function isPackage(folder) {
  const manifest = join(folder, 'package.json');
  return existsSync(manifest) && typeof JSON.parse(readFileSync(manifest, 'utf8')).version === 'string';
}

function licences(folders) {
  const sections = folders.map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((each) => /^(licen[cs]e|copying)/i.test(each));
    const text = file ? readFileSync(join(folder, file), 'utf8').trim() : `Licence: ${license}`;
    return `${name} ${version} (${license})\n\n${text}\n`;
  });
  return `connector-cli contains code of these packages.\n\n${sections.join(`\n${'-'.repeat(80)}\n\n`)}`;
}
