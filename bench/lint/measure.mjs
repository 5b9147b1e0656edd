/** One measurement in a process of its own: `measure.mjs <what> <bundle> <registry> <schema>`; prints JSON. */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [what, bundle, path, schema] = process.argv.slice(2);

/** Each prepares what does not count, and gives what does. */
const work = {
  'JSON.parse': async () => async () => JSON.parse(readFileSync(path, 'utf8')).connectors.length,
  ajv: async () => {
    const { Ajv } = await import('ajv');
    const validate = new Ajv({ allErrors: true, strict: false }).compile(
      JSON.parse(readFileSync(schema, 'utf8')),
    );
    return async () => {
      const found = validate(JSON.parse(readFileSync(path, 'utf8'))) ? 0 : validate.errors.length;
      return found;
    };
  },
  load: async () => {
    const { loadRegistry } = await import(pathToFileURL(bundle).href);
    return async () => (await loadRegistry(path)).problems.length;
  },
  lint: async () => {
    const { loadRegistry, lint, rules } = await import(pathToFileURL(bundle).href);
    return async () => lint(await loadRegistry(path), { rules }).length;
  },
  /** The time of each rule, in milliseconds. What rules share counts for the one that asks for it first. */
  'by-rule': async () => {
    const { loadRegistry, lint, rules } = await import(pathToFileURL(bundle).href);
    const registry = await loadRegistry(path);
    return async () => {
      const clocks = rules.map((rule) => ({ id: rule.id, spent_ms: 0 }));
      lint(registry, { rules: rules.map((rule, at) => timed(rule, clocks[at])) });
      return clocks;
    };
  },
};

/** The rule, with its time added to the clock. */
function timed(rule, clock) {
  const visit = {};
  for (const [name, visitor] of Object.entries(rule.visit)) {
    visit[name] = (...given) => {
      const started_ms = performance.now();
      visitor(...given);
      clock.spent_ms += performance.now() - started_ms;
    };
  }
  return { ...rule, visit };
}

const run = await work[what]();
const before = process.cpuUsage();
const started_ms = performance.now();
const result = await run();
const elapsed_ms = performance.now() - started_ms;
const { user, system } = process.cpuUsage(before);
const cpu_ms = (user + system) / 1000;
console.log(JSON.stringify({ elapsed_ms, cpu_ms, peak_bytes: peak() * 1024, result }));

/** In kilobytes. Linux counts what the parent held when it forked into `maxRSS`, and leaves it out of `VmHWM`. */
function peak() {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS;
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]);
}
