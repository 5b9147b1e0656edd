#!/usr/bin/env node
/**
 * What linting a large registry costs, beside what others do with the same file: `node bench/lint.mjs [--rounds 5]`.
 * See README.md. Every measurement is a process of its own, as a command is.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'rolldown';
import { absent, present, runProgram, writeRuleset } from './lint/programs.mjs';
import { makeRegistry } from './lint/registry.mjs';

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    sizes: { type: 'string', default: '1000,10000' },
    /** Keeps bundle and registries here, for a profiler: `node --cpu-prof bench/lint/measure.mjs lint ...`. */
    keep: { type: 'string', default: '' },
    /** Prints the time of each rule instead, the slowest first. */
    'by-rule': { type: 'boolean', default: false },
  },
});
const rounds = Number(options.rounds);
const sizes = options.sizes.split(',').map(Number);

const root = fileURLToPath(new URL('..', import.meta.url));
const measure = fileURLToPath(new URL('lint/measure.mjs', import.meta.url));
const schema = join(root, 'schemas/connectors-registry.schema.json');
const folder = options.keep || mkdtempSync(join(tmpdir(), 'connector-cli-bench-'));
const bundle = join(folder, 'lint.mjs');

try {
  await bundleLinter();
  if (options['by-rule']) printRules(Math.max(...sizes));
  else {
    printTotals();
    printPrograms();
  }
} finally {
  if (!options.keep) rmSync(folder, { recursive: true, force: true });
}

function printTotals() {
  console.log(`Node ${process.version}; best of ${rounds} processes; peak memory includes Node itself\n`);
  const kinds = ['JSON.parse', ...(existsSync(schema) ? ['ajv'] : []), 'load', 'lint'];
  if (!existsSync(schema)) console.log('ajv is left out: there is no schema.\n');
  console.log(row(['entries', 'MB', '', 'ms', 'cpu ms', 'x JSON.parse', 'peak MB', 'findings']));
  for (const size of sizes) {
    const { path, text } = writeRegistry(size);
    const results = new Map(kinds.map((kind) => [kind, best(kind, path)]));
    for (const [kind, { elapsed_ms, cpu_ms, peak_bytes, result }] of results) {
      const times = cpu_ms / results.get('JSON.parse').cpu_ms;
      const isCheck = kind !== 'JSON.parse';
      console.log(
        row([
          size,
          (text.length / 1e6).toFixed(1),
          kind,
          elapsed_ms.toFixed(0),
          cpu_ms.toFixed(0),
          `${times.toFixed(1)}x`,
          (peak_bytes / 1e6).toFixed(0),
          isCheck ? result : '',
        ]),
      );
      // The registries are clean: whatever is found is a false alarm.
      if (isCheck && result !== 0) process.exitCode = 1;
    }
  }
}

/** Turn about, so that what else the machine does meets all of them. */
function printPrograms() {
  console.log('\nWhole programs, from start to exit\n');
  for (const line of absent()) console.log(line);
  const programs = present();
  const ruleset = writeRuleset(folder);
  console.log(row(['entries', 'MB', '', 'ms', 'cpu ms', 'x ours (cpu)', 'peak MB', '']));
  for (const size of sizes) {
    const { path, text } = writeRegistry(size);
    const runs = programs.map(() => []);
    for (let round = 0; round < rounds; round += 1) {
      for (const [at, program] of programs.entries()) {
        if (!runs[at].includes(null)) runs[at].push(runProgram(program, { path, ruleset, folder }));
      }
    }
    const ours_ms = programs[0]?.name === 'connector-cli' ? leastOf(runs[0], 'cpu_ms') : null;
    for (const [at, { name }] of programs.entries()) {
      const megabytes = (text.length / 1e6).toFixed(1);
      if (runs[at].includes(null)) {
        console.log(row([size, megabytes, name, 'too long', '', '', '', '']));
        continue;
      }
      const cpu_ms = leastOf(runs[at], 'cpu_ms');
      console.log(
        row([
          size,
          megabytes,
          name,
          leastOf(runs[at], 'elapsed_ms').toFixed(0),
          cpu_ms.toFixed(0),
          ours_ms === null ? '' : `${(cpu_ms / ours_ms).toFixed(2)}x`,
          (leastOf(runs[at], 'peak_bytes') / 1e6).toFixed(0),
          '',
        ]),
      );
    }
  }
}

function leastOf(runs, name) {
  return Math.min(...runs.map((run) => run[name]));
}

/** The least of each rule over all processes. */
function printRules(size) {
  const { path } = writeRegistry(size);
  const runs = Array.from({ length: rounds }, () => runOnce('by-rule', path).result);
  const least = runs[0].map(({ id }, at) => ({ id, ms: Math.min(...runs.map((run) => run[at].spent_ms)) }));
  for (const { id, ms } of least.sort((a, b) => b.ms - a.ms)) console.log(ms.toFixed(1).padStart(8), id);
}

function writeRegistry(size) {
  const path = join(folder, `${size}.json`);
  const text = makeRegistry(size);
  writeFileSync(path, text);
  return { path, text };
}

function runOnce(kind, path) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [measure, kind, bundle, path, schema], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

/** The least of each over all processes: what else the machine does only ever adds. */
function best(kind, path) {
  const runs = Array.from({ length: rounds }, () => runOnce(kind, path));
  return {
    elapsed_ms: leastOf(runs, 'elapsed_ms'),
    cpu_ms: leastOf(runs, 'cpu_ms'),
    peak_bytes: leastOf(runs, 'peak_bytes'),
    result: runs[0].result,
  };
}

function row(cells) {
  const widths = [8, 6, 15, 9, 8, 14, 9, 10];
  return cells
    .map((cell, column) =>
      column === 2 ? `  ${String(cell).padEnd(13)}` : String(cell).padStart(widths[column]),
    )
    .join('');
}

async function bundleLinter() {
  const entry = [
    'export { loadRegistry } from "./src/registry/index.ts";',
    'export { lint } from "./src/lint/linter.ts";',
    'export { rules } from "./src/lint/rules/index.ts";',
  ].join('\n');
  await build({
    cwd: root,
    input: 'lint-entry',
    platform: 'node',
    resolve: { mainFields: ['module', 'main'] },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === 'lint-entry' ? join(root, 'lint-entry.ts') : null),
        load: (id) => (id.endsWith('lint-entry.ts') ? entry : null),
      },
    ],
    output: { dir: folder, format: 'esm', entryFileNames: 'lint.mjs', chunkFileNames: '[name].mjs' },
    logLevel: 'silent',
  });
}
