#!/usr/bin/env node
/**
 * The template engine against CPython's Jinja2 and nunjucks: `node bench/jinja.mjs [--milliseconds 1000]`. See README.md.
 *
 * A ratio is how many times as fast ours is; above 1 it is ahead. What is not installed is left out, and said.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'rolldown';
import { cases } from './templates/cases.mjs';

const { values: options } = parseArgs({
  options: {
    /** How long each measurement takes, about. */
    milliseconds: { type: 'string', default: '1000' },
    /** Only cases whose name holds this. */
    only: { type: 'string', default: '' },
    /** Our own engine alone, for a profiler. */
    alone: { type: 'boolean', default: false },
  },
});
const milliseconds = Number(options.milliseconds);
const ROUNDS = 20;
/** Calls before the clock starts: V8 compiles in steps, CPython has nothing to warm up. */
const WARM_UP = 2000;
const chosen = cases.filter(({ name }) => name.includes(options.only));

/** Seconds that one call takes: the mean of the best round. */
function best(work) {
  for (let turn = 0; turn < WARM_UP; turn += 1) work();
  let count = 1;
  let elapsed = 0;
  const round = () => {
    const started = performance.now();
    for (let index = 0; index < count; index += 1) work();
    return performance.now() - started;
  };
  for (elapsed = round(); elapsed * ROUNDS < milliseconds; elapsed = round()) {
    count = Math.max(count * 2, Math.floor((count * milliseconds) / ROUNDS / Math.max(elapsed, 0.01)));
  }
  const means = [elapsed / count];
  while (means.length < ROUNDS) means.push(round() / count);
  return Math.min(...means) / 1000;
}

async function loadEngine() {
  const folder = mkdtempSync(join(tmpdir(), 'connector-cli-bench-'));
  const file = join(folder, 'jinja.mjs');
  const root = fileURLToPath(new URL('..', import.meta.url));
  try {
    await build({
      cwd: root,
      input: 'src/jinja/index.ts',
      platform: 'node',
      output: { file, format: 'esm' },
      logLevel: 'silent',
    });
    return await import(pathToFileURL(file).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureOurs() {
  const { Environment, parseJson } = await loadEngine();
  const environment = new Environment({ autoescape: true });
  return chosen.map(({ template, context }) => {
    const parsed = parseJson(JSON.stringify(context));
    const compiled = environment.fromString(template);
    return {
      output: compiled.render(parsed),
      compile_and_render: best(() => environment.fromString(template).render(parsed)),
      render: best(() => compiled.render(parsed)),
    };
  });
}

function measurePython() {
  const python = process.env.ORACLE_PYTHON ?? '/usr/bin/python3';
  const input = JSON.stringify({
    milliseconds,
    cases: chosen.map(({ template, context }) => ({ template, context: JSON.stringify(context) })),
  });
  const script = fileURLToPath(new URL('cpython.py', import.meta.url));
  const { status, stdout, stderr, error } = spawnSync(python, [script], { input, encoding: 'utf8' });
  if (status === 0) return JSON.parse(stdout);
  console.log(`CPython is left out: ${error?.message ?? stderr.trim().split('\n').at(-1)}`);
  return null;
}

function measureNunjucks() {
  let nunjucks;
  try {
    nunjucks = createRequire(import.meta.url)('nunjucks');
  } catch {
    console.log('nunjucks is left out: it is not installed.');
    return null;
  }
  const environment = new nunjucks.Environment(null, { autoescape: true });
  environment.addFilter('from_json', JSON.parse);
  environment.addFilter('tojson', (value) => new nunjucks.runtime.SafeString(JSON.stringify(value)));
  return chosen.map(({ template, context }) => {
    const render = () => new nunjucks.Template(template, environment, undefined, true).render(context);
    try {
      return { output: render(), compile_and_render: best(render) };
    } catch {
      return null;
    }
  });
}

const us = (seconds) => (seconds * 1e6).toFixed(seconds < 1e-4 ? 1 : 0);
const ratio = (theirs, ours) => (theirs === undefined ? '-' : `${(theirs / ours).toFixed(2)}x`);

function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  for (const row of rows) {
    console.log(
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column])))
        .join('  '),
    );
  }
}

const ours = await measureOurs();
if (options.alone) process.exit();
const python = measurePython();
const nunjucks = measureNunjucks();
console.log(`Node ${process.version}; microseconds, and how many times as fast ours is\n`);
table([
  ['', 'compile+render', 'CPython', 'nunjucks', 'hot render', 'CPython'],
  ...chosen.map(({ name }, index) => [
    name,
    us(ours[index].compile_and_render),
    ratio(python?.[index].compile_and_render, ours[index].compile_and_render),
    ratio(nunjucks?.[index]?.compile_and_render, ours[index].compile_and_render),
    us(ours[index].render),
    ratio(python?.[index].render, ours[index].render),
  ]),
]);
const wrong = chosen.filter((_, index) => python && python[index].output !== ours[index].output);
if (wrong.length > 0) {
  console.log(`\nThe output differs from Jinja2's: ${wrong.map(({ name }) => name).join(', ')}`);
  process.exitCode = 1;
}
if (nunjucks) {
  const apart = chosen.filter((_, index) => nunjucks[index]?.output !== ours[index].output);
  if (apart.length > 0)
    console.log(`\nnunjucks fails or prints something else: ${apart.map(({ name }) => name).join(', ')}`);
}
