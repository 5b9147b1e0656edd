/**
 * What `connector-cli test` costs: the built program as a whole process on 1,000 and 5,000 cases, beside `node -e 0` and a run of
 * Vitest on as many tests that compare two numbers. `--rounds <n>`, `--cases 1000,5000`, `--keep <folder>` leaves the projects.
 * Exits with 1 where 1,000 cases cost more than 3 s of processor time, a case fails, or two runs print something else.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeProject, writeVitestProject } from './test/project.mjs';

const { values: flags } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    cases: { type: 'string', default: '1000,5000' },
    keep: { type: 'string' },
    /** Without Vitest. */
    alone: { type: 'boolean', default: false },
  },
});
const rounds = Number(flags.rounds);
const sizes = flags.cases.split(',').map(Number);
const bound = { cases: 1_000, cpu_ms: 3_000 };

const root = fileURLToPath(new URL('..', import.meta.url));
const program = join(root, 'bin/connector-cli.js');
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const usage = fileURLToPath(new URL('test/usage.mjs', import.meta.url));
// Below the repository, where Vitest is found.
const folder = flags.keep ?? (await mkdtemp(join(root, 'node_modules/.bench-test-')));

/** Runs a program by itself; its processor time counts all threads. */
async function run(args, cwd) {
  const report = join(tmpdir(), `connector-cli-bench-${process.pid}.json`);
  const began_ms = performance.now();
  const { stdout, code } = await new Promise((ended) => {
    const env = { ...process.env, NO_COLOR: '1', BENCH_USAGE: report };
    const options = { cwd, env, maxBuffer: 1 << 28 };
    execFile(process.execPath, ['--import', usage, ...args], options, (error, out) =>
      ended({ stdout: out, code: error?.code ?? 0 }),
    );
  });
  const ms = performance.now() - began_ms;
  const used = JSON.parse(await readFile(report, 'utf8'));
  await rm(report);
  return { ms, stdout, code, ...used };
}

const contenders = [
  { name: 'node -e 0', args: () => ['-e', '0'] },
  { name: 'test', args: () => [program, 'test'], folder: 'connector' },
  { name: 'test --json', args: () => [program, 'test', '--json'], folder: 'connector' },
  { name: 'test --coverage', args: () => [program, 'test', '--coverage'], folder: 'connector' },
  ...(flags.alone
    ? []
    : [{ name: 'vitest, trivial', args: () => [vitest, 'run', '--pool=threads'], folder: 'vitest' }]),
];

let isFine = true;
const complain = (message) => {
  isFine = false;
  console.error(message);
};

console.log('   cases                          ms   cpu ms   ms a case   x node   MB');
const testTimes = new Map();
for (const cases of sizes) {
  await writeProject(join(folder, String(cases), 'connector'), cases);
  await writeVitestProject(join(folder, String(cases), 'vitest'), cases);
  const best = new Map();
  const printed = new Map();
  // Turn about, so that whatever else the machine does meets all of them.
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, args, folder: place = 'connector' } of contenders) {
      const result = await run(args(), join(folder, String(cases), place));
      if (result.code !== 0) complain(`${name} ended with ${result.code}: ${result.stdout.slice(-500)}`);
      if (name === 'test --json' && (printed.get(name) ?? result.stdout) !== result.stdout) {
        complain(`${name} printed something else the second time`);
      }
      printed.set(name, result.stdout);
      const known = best.get(name);
      if (!known || result.cpu_ms < known.cpu_ms) best.set(name, result);
    }
  }
  const bare = best.get('node -e 0').cpu_ms;
  for (const [name, { ms, cpu_ms, memory_mb }] of best) {
    const each = name === 'node -e 0' ? '' : ((cpu_ms - bare) / cases).toFixed(2);
    console.log(
      `${String(cases).padStart(8)}  ${name.padEnd(18)}${ms.toFixed(0).padStart(8)}${cpu_ms.toFixed(0).padStart(9)}${each.padStart(12)}${(cpu_ms / bare).toFixed(1).padStart(9)}${memory_mb.toFixed(0).padStart(5)}`,
    );
  }
  const { cpu_ms } = best.get('test');
  testTimes.set(cases, cpu_ms - bare);
  if (cases === bound.cases && cpu_ms > bound.cpu_ms) {
    complain(
      `${cases} cases cost ${cpu_ms.toFixed(0)} ms of processor time; the bound is ${bound.cpu_ms} ms.`,
    );
  }
}
const [[few, less], [many, more]] = [[...testTimes].at(0), [...testTimes].at(-1)];
if (many > few) {
  console.log(`\n${(many / few).toFixed(1)} times the cases cost ${(more / less).toFixed(1)} times as much.`);
}
if (!flags.keep) await rm(folder, { recursive: true });
process.exitCode = isFine ? 0 : 1;
