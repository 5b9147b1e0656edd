/**
 * Plays a scripted run in real time into the live view, as a program of its own: for a terminal multiplexer, a pseudo
 * terminal, or a person who wants to look. Arguments: the run's name, and how much faster than its own times it goes.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { RunEvent } from '../../src/platform/events.js';
import { startLiveView } from '../../src/views/live.js';
import { startPlainView } from '../../src/views/plain.js';
import { runs } from './runs.js';
import { scriptRun } from './script.js';

const [name = 'contactOrders', speed = '1'] = process.argv.slice(2);
const run = runs[name];
if (run === undefined) throw new Error(`no run ${name}: ${Object.keys(runs).join(', ')}`);
const mask = (text: string): string => text.replaceAll('s3cr3t-token', '***');
const { stdout } = process;
const view = stdout.isTTY
  ? await startLiveView({ stdout, mask, color: 2 })
  : startPlainView({ stdout, mask, columns: 100 });

const timeOf = (event: RunEvent): number => {
  if ('at_ms' in event) return event.at_ms;
  return 'segment' in event ? event.segment.started_ms + event.segment.duration_ms : 0;
};

const interrupt = new AbortController();
process.once('SIGINT', () => interrupt.abort());

const started = performance.now();
let begun = 0;
for (const event of scriptRun(run)) {
  const due = timeOf(event) / Number(speed);
  const early = started + due - performance.now();
  if (early > 1) await sleep(early, null, { signal: interrupt.signal }).catch(() => {});
  if (interrupt.signal.aborted) break;
  if (event.type === 'step-started') begun += 1;
  view.onEvent(event);
}
if (interrupt.signal.aborted) {
  const steps = run.steps.map((step, index) => (index < begun ? step : { name: step.name, url: step.url }));
  const last = scriptRun({ ...run, steps, interrupted: true }).at(-1);
  if (last !== undefined) view.onEvent(last);
}
await view.finish();
process.exitCode = interrupt.signal.aborted ? 130 : 0;
