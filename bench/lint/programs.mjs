/** Whole programs on one registry, as a shell runs them: ours, and those that others use for such files. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const schema = join(root, 'schemas/connectors-registry.schema.json');
const usage = fileURLToPath(new URL('usage.cjs', import.meta.url));
const peer = (path) => join(root, 'bench/peers/node_modules', path);

/** Whatever takes longer is not waited for. */
const longest_ms = 60_000;

const programs = [
  {
    name: 'connector-cli',
    script: join(root, 'bin/connector-cli.js'),
    needs: join(root, 'dist'),
    missing: 'npm run build',
    argumentsFor: (path) => ['validate', '--registry', path],
  },
  {
    name: 'ajv-cli',
    script: peer('ajv-cli/dist/index.js'),
    missing: 'npm ci --prefix bench/peers --ignore-scripts',
    argumentsFor: (path) => ['validate', '--strict=false', '-s', schema, '-d', path],
  },
  {
    name: 'Spectral',
    script: peer('@stoplight/spectral-cli/dist/index.js'),
    missing: 'npm ci --prefix bench/peers --ignore-scripts',
    argumentsFor: (path, ruleset) => ['lint', path, '-r', ruleset],
  },
];

const isThere = ({ script, needs = script }) => existsSync(script) && existsSync(needs);

/** Those that can run, and a line for each that is left out. */
export const present = () => programs.filter(isThere);
export const absent = () =>
  programs
    .filter((program) => !isThere(program))
    .map(({ name, missing }) => `${name} is left out: run \`${missing}\`.`);

/** Spectral reads no schema from a file: it stands in the rules. */
export function writeRuleset(folder) {
  const ruleset = JSON.parse(readFileSync(new URL('spectral.json', import.meta.url), 'utf8'));
  ruleset.rules['registry-schema'].then.functionOptions.schema = JSON.parse(readFileSync(schema, 'utf8'));
  const path = join(folder, 'spectral.json');
  writeFileSync(path, JSON.stringify(ruleset));
  return path;
}

/** Null where it takes too long. @throws where it finds fault with the registry, in which nothing is wrong */
export function runProgram({ name, script, argumentsFor }, { path, ruleset, folder }) {
  const report = join(folder, 'usage.json');
  const started_ms = performance.now();
  const { status, signal, stdout, stderr } = spawnSync(
    process.execPath,
    ['--require', usage, script, ...argumentsFor(path, ruleset)],
    { cwd: folder, encoding: 'utf8', timeout: longest_ms, env: { ...process.env, BENCH_USAGE: report } },
  );
  const elapsed_ms = performance.now() - started_ms;
  if (signal) return null;
  if (status !== 0) throw new Error(`${name} ended with ${status}: ${stdout}${stderr}`);
  return { elapsed_ms, ...JSON.parse(readFileSync(report, 'utf8')) };
}
