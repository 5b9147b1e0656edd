/** Runs a connector of a registry written in a test against a real upstream. */

import { anonymous, type Persona } from '../../src/config/index.js';
import { type Clock, systemClock } from '../../src/platform/clock.js';
import type { RunEvent } from '../../src/platform/events.js';
import type { RunResult } from '../../src/platform/result.js';
import { createRunner, type RunOptions } from '../../src/platform/runner.js';
import type { Call, PlatformSettings } from '../../src/platform/settings.js';
import type { Lookup } from '../../src/platform/transport/resolve.js';
import { createUndiciTransport } from '../../src/platform/transport/undici.js';
import { parseRegistry } from '../../src/registry/index.js';

export const ada: Persona = {
  name: 'ada',
  anonymous: false,
  id: '42',
  email: 'ada@example.com',
  first_name: 'Ada',
  last_name: 'Lovelace',
  username: 'ada',
  profile_fields: new Map([['123', 'Berlin']]),
};

export { anonymous };

export interface RunInput {
  /** Steps of the one composite, or several runs' worth of them. */
  steps: unknown[];
  routes?: Record<string, string>;
  settings?: Partial<PlatformSettings>;
  secrets?: Record<string, string>;
  variables?: Record<string, string>;
  call?: Partial<Call>;
  now?: number;
  responseBodyLimit_bytes?: number;
  /** Finds the addresses of names, in place of the operating system. */
  lookup?: Lookup;
  /** How often to run, on one runner. */
  times?: number;
  /** Called before each run. */
  before?: (run: number) => void | Promise<void>;
  clock?: Clock;
  alone?: RunOptions['alone'];
  abortOn?: (event: RunEvent) => boolean;
}

export interface RunOutput {
  result: RunResult;
  results: RunResult[];
  events: RunEvent[];
  /** The answer's body, parsed. */
  body: unknown;
  text: string;
  collected: Set<string>;
}

/** Runs a composite that has these steps. */
export const runSteps = ({ steps, ...input }: RunInput): Promise<RunOutput> =>
  runText(written({ composite_connectors: [{ name: 'Under Test', steps }] }), input);

/** Runs a simple connector. */
export const runConnector = (connector: object, input: Omit<RunInput, 'steps'> = {}): Promise<RunOutput> =>
  runText(written({ connectors: [{ name: 'Under Test', ...connector }] }), input);

const written = (document: object): string => JSON.stringify(document, null, 2);

/** Runs the first entry of a registry, for numbers that `JSON.stringify` cannot write. */
export async function runText(text: string, input: Omit<RunInput, 'steps'> = {}): Promise<RunOutput> {
  const registry = parseRegistry(text, '/project/connectors_registry.json');
  const entry = registry.composites[0] ?? registry.connectors[0];
  if (!entry) throw new Error('no entry');
  const transport = createUndiciTransport({
    allowPrivateNetwork: input.settings?.allowPrivateNetwork ?? false,
    responseBodyLimit_bytes: input.responseBodyLimit_bytes ?? 1024 * 1024,
    ...(input.lookup ? { lookup: input.lookup } : {}),
  });
  const collected = new Set<string>();
  const runner = createRunner({
    registry,
    transport,
    secrets: collected,
    clock: input.clock ?? systemClock(input.now),
    settings: {
      tenantId: 'acme',
      persona: ada,
      variables: new Map(Object.entries(input.variables ?? {})),
      secrets: new Map(Object.entries(input.secrets ?? {})),
      routes: Object.entries(input.routes ?? {}).map(([from, to]) => ({ from, to })),
      timeout_ms: 5000,
      allowPrivateNetwork: false,
      ...input.settings,
    },
  });
  const events: RunEvent[] = [];
  const results: RunResult[] = [];
  const abort = new AbortController();
  try {
    for (let run = 0; run < (input.times ?? 1); run += 1) {
      await input.before?.(run);
      results.push(
        await runner.run(entry, {
          call: { payload: null, query: [], headers: [], ...input.call },
          signal: abort.signal,
          ...(input.alone ? { alone: input.alone } : {}),
          listener: (event) => {
            events.push(event);
            if (input.abortOn?.(event)) abort.abort();
          },
        }),
      );
    }
  } finally {
    await transport.close();
  }
  const result = results.at(-1);
  if (!result) throw new Error('no run');
  const answer = new TextDecoder().decode(result.body);
  return { result, results, events, collected, text: answer, body: parsed(answer) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
