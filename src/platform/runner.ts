/** Runs connectors of a registry: what is shared between runs (connections, tokens), and the set-up of each. */
import type { Composite, Registry, SimpleConnector } from '../registry/model.js';
import { listNames, suggest } from '../text/suggest.js';
import { UserError } from '../text/user-error.js';
import { TokenCache } from './authentication/token-cache.js';
import { type Clock, type RandomSource, systemClock, systemRandom } from './clock.js';
import { runComposite, type StepAlone } from './composite.js';
import { Contexts, type VisibleResponse } from './contexts.js';
import { computedPart, withoutComputedValues } from './derived-secrets.js';
import { platformEnvironment } from './environment.js';
import type { PlannedStep, RunListener } from './events.js';
import { type BranchCoverage, type FieldObserver, FieldRenderer } from './field-renderer.js';
import { HttpCaches } from './http-cache.js';
import { missingMessage, withoutLiteralCalls } from './missing-value.js';
import { readSecrets, refuseUnrunnable, requestsOf, warnOfRegistry } from './preflight.js';
import type { RunResult, RunWarning } from './result.js';
import type { RunContext } from './run-context.js';
import type { Call, PlatformSettings, SecretCollector } from './settings.js';
import { runSimple } from './simple.js';
import { RunClock } from './step-recorder.js';
import { templateFields } from './template-fields.js';
import type { Transport } from './transport/transport.js';

export interface RunnerOptions {
  registry: Registry;
  settings: PlatformSettings;
  transport: Transport;
  /** Told of every secret that a run uses, before anything of it is shown. */
  secrets: SecretCollector;
  clock?: Clock;
  random?: RandomSource;
  /** Told which branches of the registry's templates the runs take. */
  coverage?: BranchCoverage;
}

export interface RunOptions {
  call: Call;
  listener?: RunListener;
  signal?: AbortSignal;
  /** What is known before the run; the result carries it as well. */
  warnings?: readonly RunWarning[];
  /** Of a composite: runs this step by itself, on given results of the others. */
  alone?: { step: string; outputs: ReadonlyMap<string, VisibleResponse> };
}

export interface Runner {
  /**
   * Never throws for what the platform would answer with an error; the result carries it.
   * @throws {UserError} where the connector cannot be run at all
   */
  run(connector: SimpleConnector | Composite, options: RunOptions): Promise<RunResult>;
}

const neverAborted = new AbortController().signal;

export function createRunner(options: RunnerOptions): Runner {
  const { registry, settings, transport, coverage = null } = options;
  const secrets = withoutLiteralCalls(options.secrets);
  const clock = options.clock ?? systemClock();
  const random = options.random ?? systemRandom;
  const tokens = new TokenCache(clock);
  const caches = new HttpCaches(clock);

  return {
    async run(connector, { call, alone, warnings: known = [], listener = () => {}, signal = neverAborted }) {
      refuseUnrunnable(connector, registry);
      readSecrets(connector, settings.secrets);
      const step = alone === undefined ? null : stepAlone(connector, alone);
      const warnings: RunWarning[] = [];
      const warn: RunContext['warn'] = (code, message, owner) => {
        if (warnings.some((each) => each.code === code && each.message === message && each.step === owner))
          return;
        const warning = { code, message, step: owner };
        warnings.push(warning);
        listener({ type: 'warning', warning });
      };
      let current: string | null = null;
      // A name that a template computed from a secret may be a part of it.
      const shownName = (name: string) =>
        contexts.usedSecret && !registry.file.text.includes(name) ? '***' : name;
      const contexts = new Contexts({
        kind: connector.kind,
        settings,
        call,
        clock,
        secrets,
        onMissing: (what, name) => warn(`missing-${what}`, missingMessage(what, shownName(name)), current),
      });
      listener({
        type: 'run-started',
        permalink: connector.permalink,
        kind: connector.kind,
        timeout_ms: settings.timeout_ms,
        steps: plannedSteps(connector),
      });
      for (const { code, message, step: owner } of known) warn(code, message, owner);
      warnOfRegistry(connector, registry, warn);
      const stepNames = connector.kind === 'composite' ? connector.steps.map(({ name }) => name) : [];
      const hints = { kind: connector.kind, stepNames };
      const observer: FieldObserver = {
        rendered: (template, text) => {
          if (contexts.usedSecret) secrets.add(computedPart(template, text));
        },
        shown: (message, template) =>
          contexts.usedSecret ? withoutComputedValues(message, template) : message,
        finished: () => contexts.finishField(),
      };
      const renderer = new FieldRenderer(platformEnvironment(), registry.file, hints, observer, coverage);
      // Compiling is this program's work alone: it is done before the clock of the run starts.
      for (const definition of requestsOf(connector))
        for (const { field } of templateFields(definition)) renderer.compile(field);
      const run: RunContext = {
        settings,
        file: registry.file,
        contexts,
        renderer,
        exchange: { transport, routes: settings.routes, timeout_ms: settings.timeout_ms, signal },
        tokens,
        caches,
        secrets,
        clock: new RunClock(clock),
        listener: (event) => {
          if (event.type === 'step-started' && connector.kind === 'composite')
            current = connector.steps[event.index]?.name ?? null;
          listener(event);
        },
        warn,
      };
      const requestId = random.uuid();
      const result =
        connector.kind === 'composite'
          ? await runComposite(connector, call.payload, run, requestId, warnings, step)
          : await runSimple(connector, call, run, requestId, warnings);
      listener({ type: 'run-finished', result });
      return result;
    },
  };
}

function plannedSteps(connector: SimpleConnector | Composite): PlannedStep[] {
  if (connector.kind === 'simple') {
    const { permalink, method, url } = connector;
    return [{ name: permalink, index: 0, method, url: url?.value ?? '' }];
  }
  return connector.steps.map(({ name, index, method, url }) => ({
    name,
    index,
    method,
    url: url?.value ?? '',
  }));
}

function stepAlone(
  connector: SimpleConnector | Composite,
  { step: name, outputs }: NonNullable<RunOptions['alone']>,
): StepAlone {
  const steps = connector.kind === 'composite' ? connector.steps : [];
  const step = steps.find((each) => each.name === name);
  if (step) return { step, outputs };
  const names = steps.map((each) => each.name);
  const near = suggest(name, names);
  throw new UserError({
    code: 'step-unknown',
    message:
      connector.kind === 'simple'
        ? `'${connector.permalink}' is a simple connector: it has no steps.`
        : `'${connector.permalink}' has no step '${name}'.`,
    ...(near
      ? { hint: `Did you mean '${near}'?` }
      : names.length > 0
        ? { hint: `Its steps: ${listNames(names)}.` }
        : {}),
  });
}
