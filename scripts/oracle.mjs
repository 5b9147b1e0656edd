#!/usr/bin/env node
/**
 * Compares the template engine with the real Jinja2 and shows where they differ.
 *
 *     npm run oracle -- [--seed text] [--count number] [cases.json ...]
 *
 * Without files it draws random templates (test/jinja/oracle/draw), fresh ones each time unless a seed is given. A file holds a
 * JSON array of cases: templates, or objects with `template` and perhaps `context` (JSON text, or plain JSON) and
 * `autoescape`. Exits with 1 where anything differs, with 2 where there is no Python with Jinja2 to ask.
 */
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));
const python = process.env.ORACLE_PYTHON ?? '/usr/bin/python3';
const { values: options, positionals: files } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: String(randomInt(1_000_000_000)) },
    count: { type: 'string', default: '2000' },
    /** Most disagreements to print. */
    show: { type: 'string', default: '40' },
    /** A built engine to try instead of the sources. */
    engine: { type: 'string' },
  },
});

refuseWithoutJinja();
const { Environment, parseJson } = await engine();
const environments = new Map([true, false].map((on) => [on, new Environment({ autoescape: on })]));
const answered = files.length > 0 ? answersTo(files.flatMap(readCases)) : drawn();
report(answered);

function refuseWithoutJinja() {
  const probe = spawnSync(python, ['-c', 'import jinja2; print(jinja2.__version__)'], { encoding: 'utf8' });
  if (probe.status === 0 && probe.stdout.startsWith('3.1.')) return;
  const found = probe.error
    ? `there is no ${python}`
    : probe.status === 0
      ? `its Jinja2 is ${probe.stdout.trim()}`
      : 'it has no Jinja2';
  console.error(`The oracle needs Python with Jinja2 3.1 (Debian: apt install python3-jinja2); ${found}.`);
  console.error('ORACLE_PYTHON names another interpreter.');
  process.exit(2);
}

/** The engine, from its sources unless a built one is named. */
async function engine() {
  if (options.engine) return import(pathToFileURL(resolve(options.engine)).href);
  const folder = mkdtempSync(join(tmpdir(), 'connector-cli-oracle-'));
  try {
    const file = join(folder, 'jinja.mjs');
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

function readCases(file) {
  return JSON.parse(readFileSync(file, 'utf8')).map((one) => {
    if (typeof one === 'string') return { template: one };
    const { context } = one;
    return { ...one, context: typeof context === 'string' ? context : JSON.stringify(context ?? {}) };
  });
}

function ask(script, args, input) {
  const path = join(root, 'test/jinja/oracle', script);
  const { stdout, stderr, status } = spawnSync(python, [path, ...args], { input, maxBuffer: 2 ** 30 });
  if (status !== 0) throw new Error(`${script} failed: ${stderr}`);
  return stdout
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

function answersTo(cases) {
  const answers = ask('oracle.py', [], cases.map((one) => JSON.stringify(one)).join('\n'));
  return cases.map((one, index) => ({ ...one, ...answers[index] }));
}

function drawn() {
  console.log(`seed ${options.seed}, ${options.count} templates`);
  return ask('random_cases.py', [options.seed, options.count]);
}

/** What the engine makes of a case. */
function actual({ template, context = '{}', autoescape = true }) {
  try {
    return { output: environments.get(autoescape).fromString(template).render(parseJson(context)) };
  } catch (error) {
    if (error.pythonName === undefined) return { error: 'crash', message: error.stack, line: 0 };
    return { error: error.pythonName, message: error.message, line: error.line };
  }
}

function differences(expected, got) {
  if (expected.error === undefined || got.error === undefined) {
    return expected.output === got.output && expected.error === got.error ? [] : ['output'];
  }
  const fields = ['error', 'message', 'line'];
  return fields.filter(
    (field) => expected[field] !== got[field] && !(field === 'line' && expected.line === null),
  );
}

/** The part of two texts where they part, so that a long output can be compared at a glance. */
function around(text, other) {
  let at = 0;
  while (at < text.length && text[at] === other[at]) at += 1;
  const from = Math.max(0, at - 40);
  return `${from > 0 ? '…' : ''}${text.slice(from, at + 80)}${at + 80 < text.length ? '…' : ''}`;
}

function shown(result, other) {
  if (result.error !== undefined) return `${result.error} (line ${result.line}): ${result.message}`;
  return JSON.stringify(around(result.output, other.output ?? ''));
}

/** Only the names that the template mentions. */
function contextOf({ template, context = '{}' }) {
  const names = new Set(template.match(/\w+/g));
  const used = Object.entries(JSON.parse(context.replace(/\b(NaN|-?Infinity)\b/g, '"$1"'))).filter(([name]) =>
    names.has(name),
  );
  return JSON.stringify(Object.fromEntries(used));
}

function report(cases) {
  const counts = { output: 0, error: 0, message: 0, line: 0 };
  let compared = 0;
  let differing = 0;
  for (const expected of cases) {
    if (expected.dropped !== undefined) continue;
    compared += 1;
    const got = actual(expected);
    const fields = differences(expected, got);
    if (fields.length === 0) continue;
    differing += 1;
    for (const field of fields) counts[field] += 1;
    if (differing > Number(options.show)) continue;
    console.log(`\n${fields.join(', ')} differ${expected.autoescape === false ? ' (autoescape off)' : ''}`);
    console.log(`  template: ${JSON.stringify(expected.template)}`);
    console.log(`  context:  ${contextOf(expected)}`);
    console.log(`  Jinja2:   ${shown(expected, got)}`);
    console.log(`  ours:     ${shown(got, expected)}`);
  }
  const by = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([field, count]) => `${field} ${count}`);
  console.log(`\n${compared} compared, ${differing} differ${by.length > 0 ? ` (${by.join(', ')})` : ''}`);
  process.exitCode = differing === 0 ? 0 : 1;
}
