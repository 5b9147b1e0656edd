/** A few events of a run that never was, for drawing before anything is measured. */
import type { RunEvent } from '../platform/events.js';
import { phaseNames } from '../platform/result.js';

export function warmUpEvents(): RunEvent[] {
  const steps = [0, 1, 2].map((index) => ({
    name: `step-${index}`,
    index,
    method: 'GET',
    url: 'https://api.example.com/v1/items',
  }));
  const events: RunEvent[] = [
    { type: 'run-started', permalink: 'warm-up', kind: 'composite', steps, timeout_ms: 0 },
  ];
  for (const { index } of steps) {
    events.push({ type: 'step-started', index, at_ms: index * 20 });
    phaseNames.forEach((phase, order) => {
      const started_ms = index * 20 + order * 2;
      events.push({ type: 'phase-started', index, phase, at_ms: started_ms });
      events.push({ type: 'phase-finished', index, segment: { phase, started_ms, duration_ms: 2 } });
    });
  }
  return events;
}
