#!/usr/bin/env node
/**
 * Renders cases with the engine and with the real Jinja2 and shows where they differ.
 *
 *     node scripts/oracle.mjs [--engine dist/jinja.js] [--messages] [--lines] cases.json ...
 *
 * A file holds a JSON array of cases: templates, or objects with `template` and perhaps `context` and `autoescape`
 * (see test/jinja/oracle/oracle.py). Exits with 1 where anything differs. `--messages` compares the texts of errors as
 * well, not only their classes; `--lines` their lines.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const { values: options, positionals: files } = parseArgs({
  allowPositionals: true,
  options: {
    engine: { type: 'string', default: 'dist/jinja.js' },
    messages: { type: 'boolean', default: false },
    lines: { type: 'boolean', default: false },
  },
});

const { Environment, parseJson } = await import(pathToFileURL(resolve(options.engine)).href);
const python = process.env.ORACLE_PYTHON ?? '/usr/bin/python3';
const oracle = fileURLToPath(new URL('../test/jinja/oracle/oracle.py', import.meta.url));

/** What Jinja2 makes of the cases. */
function expectations(cases) {
  const input = cases
    .map(({ context = {}, ...one }) => JSON.stringify({ ...one, context: JSON.stringify(context) }))
    .join('\n');
  const { stdout, stderr, status } = spawnSync(python, [oracle], { input, maxBuffer: 2 ** 30 });
  if (status !== 0) throw new Error(`the oracle failed: ${stderr}`);
  return stdout.toString().trim().split('\n').map(JSON.parse);
}

const environments = new Map(
  [true, false].map((autoescape) => [autoescape, new Environment({ autoescape })]),
);

/** What the engine makes of one. */
function actual({ template, context, autoescape = true }) {
  try {
    const environment = environments.get(autoescape);
    return { output: environment.fromString(template).render(parseJson(JSON.stringify(context ?? {}))) };
  } catch (error) {
    return { error: error.pythonName ?? String(error.stack), message: error.message, line: error.line };
  }
}

function agree(expected, got) {
  if (expected.output !== got.output || expected.error !== got.error) return false;
  if (options.messages && expected.message !== got.message) return false;
  return !options.lines || expected.line === null || expected.line === got.line;
}

const cases = files
  .flatMap((file) => JSON.parse(readFileSync(file, 'utf8')))
  .map((one) => (typeof one === 'string' ? { template: one } : one));
let differing = 0;
for (const [index, expected] of expectations(cases).entries()) {
  if (expected.dropped) continue;
  const got = actual(cases[index]);
  if (agree(expected, got)) continue;
  differing += 1;
  console.log(JSON.stringify(cases[index]));
  console.log(`  Jinja2: ${JSON.stringify(expected)}`);
  console.log(`  ours:   ${JSON.stringify(got)}`);
}
console.log(`${cases.length} cases, ${differing} differ`);
process.exitCode = differing === 0 ? 0 : 1;
