/** Runs connectors of a registry: what is shared between runs (connections, tokens), and the set-up of each. */
import type { Composite, Registry } from '../registry/model.js';
import { TokenCache } from './authentication/token-cache.js';
import { type Clock, type RandomSource, systemClock, systemRandom } from './clock.js';
import { runComposite } from './composite.js';
import { Contexts } from './contexts.js';
import { computedPart } from './derived-secrets.js';
import { platformEnvironment } from './environment.js';
import type { RunListener } from './events.js';
import { FieldRenderer } from './field-renderer.js';
import { refuseUnrunnable, templatesOf, warnOfRegistry } from './preflight.js';
import type { RunResult, RunWarning } from './result.js';
import type { RunContext } from './run-context.js';
import type { Call, PlatformSettings, SecretCollector } from './settings.js';
import { RunClock } from './step-recorder.js';
import type { Transport } from './transport/transport.js';

export interface RunnerOptions {
  registry: Registry;
  settings: PlatformSettings;
  transport: Transport;
  /** Told of every secret that a run uses, before anything of it is shown. */
  secrets: SecretCollector;
  clock?: Clock;
  random?: RandomSource;
}

export interface RunOptions {
  call: Call;
  listener?: RunListener;
  signal?: AbortSignal;
}

export interface Runner {
  /**
   * Never throws for what the platform would answer with an error; the result carries it.
   * @throws {UserError} where the connector cannot be run at all
   */
  runComposite(composite: Composite, options: RunOptions): Promise<RunResult>;
}

export function createRunner(options: RunnerOptions): Runner {
  const { registry, settings, transport, secrets } = options;
  const clock = options.clock ?? systemClock();
  const random = options.random ?? systemRandom;
  const tokens = new TokenCache(clock);

  return {
    async runComposite(composite, { call, listener = () => {}, signal = new AbortController().signal }) {
      refuseUnrunnable(composite, registry);
      const warnings: RunWarning[] = [];
      const warn: RunContext['warn'] = (code, message, step) => {
        if (warnings.some((each) => each.code === code && each.message === message && each.step === step))
          return;
        const warning = { code, message, step };
        warnings.push(warning);
        listener({ type: 'warning', warning });
      };
      let current: string | null = null;
      const contexts = new Contexts({
        kind: 'composite',
        settings,
        call,
        clock,
        secrets,
        onMissing: (what, name) => warn(`missing-${what}`, missingMessage(what, name), current),
      });
      const hints = { kind: 'composite' as const, stepNames: composite.steps.map((step) => step.name) };
      listener({
        type: 'run-started',
        permalink: composite.permalink,
        kind: 'composite',
        timeout_ms: settings.timeout_ms,
        steps: composite.steps.map(({ name, index, method, url }) => ({
          name,
          index,
          method,
          url: url?.value ?? '',
        })),
      });
      warnOfRegistry(composite, registry, warn);
      const renderer = new FieldRenderer(platformEnvironment(), registry.file, hints, {
        rendered: (template, text) => {
          if (contexts.usedSecret) secrets.add(computedPart(template, text));
        },
        finished: () => contexts.finishField(),
      });
      // Compiling is this program's work alone: it is done before the clock of the run starts.
      for (const step of composite.steps) for (const field of templatesOf(step)) renderer.compile(field);
      const run: RunContext = {
        settings,
        file: registry.file,
        contexts,
        renderer,
        exchange: { transport, routes: settings.routes, timeout_ms: settings.timeout_ms, signal },
        tokens,
        secrets,
        clock: new RunClock(clock),
        listener: (event) => {
          if (event.type === 'step-started') current = composite.steps[event.index]?.name ?? null;
          listener(event);
        },
        warn,
      };
      const result = await runComposite(composite, call.payload, run, random.uuid(), warnings);
      listener({ type: 'run-finished', result });
      return result;
    },
  };
}

const missingMessage = (what: 'secret' | 'variable', name: string): string =>
  what === 'secret'
    ? `the secret '${name}' has no value here: the literal text {{ get_secret('${name}') }} goes out in its place, which an upstream answers with 401. Set CONNECTOR_SECRET_${name}, or put it into the secrets file`
    : `the variable '${name}' has no value here: the literal text {{ get_variable('${name}') }} goes out in its place. Set it under \`variables\` in the configuration, or with --variable ${name}=...`;
