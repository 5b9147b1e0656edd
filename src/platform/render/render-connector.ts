/** `render`: what a connector would send, field by field, without sending it. */
import type { Composite, Registry, SimpleConnector, Step } from '../../registry/model.js';
import { type Clock, systemClock } from '../clock.js';
import { collectTokensIn } from '../collect-tokens.js';
import { Contexts } from '../contexts.js';
import { computedPart, withoutComputedValues } from '../derived-secrets.js';
import { FieldRenderer } from '../field-renderer.js';
import { configured, mergeHeaders, mergeQuery } from '../merge.js';
import { withoutLiteralCalls } from '../missing-value.js';
import { refuseUnrunnable, warnOfRegistry } from '../preflight.js';
import { sendsBody } from '../request.js';
import type { RunWarning } from '../result.js';
import type { Call, PlatformSettings, SecretCollector } from '../settings.js';
import { nothingRecorded, type RecordedSteps } from '../step-outputs.js';
import { findCallFaults } from './call-faults.js';
import { missingWarning } from './field-warnings.js';
import { noUse, UnknownStep } from './placeholder.js';
import { placeholderEnvironment } from './placeholder-filters.js';
import { withPlaceholderWarning } from './placeholder-warning.js';
import type { RenderContext } from './render-context.js';
import { renderRequest } from './request-fields.js';
import type { RenderedStep, RenderResult, RenderWarning } from './result.js';

export interface RenderOptions {
  registry: Registry;
  settings: PlatformSettings;
  call: Call;
  /** Told of every secret that a field used, before anything of it is shown. */
  secrets: SecretCollector;
  clock?: Clock;
  /** The answers of steps; what is not among them shows as placeholders. */
  recorded?: RecordedSteps;
  /** Whether a step's recorded answer goes through its present `response_body` again for the later steps. Default false. */
  retransform?: boolean;
  /** Shows the values of fields that use secrets instead of their templates. Default false. */
  showSecrets?: boolean;
  /** What is known of the call before. */
  warnings?: readonly RunWarning[];
}

/**
 * Renders every field of every request by itself, so that the faults of all of them are found at once.
 * @throws {UserError} where the platform would not have the connector at all, or a secret's value cannot be read
 */
export function renderConnector(
  connector: SimpleConnector | Composite,
  options: RenderOptions,
): RenderResult {
  const { registry, call } = options;
  refuseUnrunnable(connector, registry);
  const warnings: RenderWarning[] = [];
  const context = createContext(connector, options, warnings);
  for (const { message, code } of options.warnings ?? [])
    context.warn({ code, message, hint: null, place: null });
  warnOfRegistry(connector, registry, (code, message, step) =>
    warnings.push({ code, message, step, hint: null, place: null }),
  );
  const errors = findCallFaults(connector, call, context);
  const steps =
    connector.kind === 'simple'
      ? [renderSimple(connector, call, context)]
      : connector.steps.map((step) => renderStep(step, connector, options, context));
  return withPlaceholderWarning({
    permalink: connector.permalink,
    kind: connector.kind,
    steps,
    step_count: steps.length,
    errors,
    warnings: warnings.filter((warning) => !isToldAsError(warning, steps)),
    used_answers: context.usedAnswers,
  });
}

/** What printed nothing may be the very error of its field. */
const isToldAsError = ({ code, place }: RenderWarning, steps: readonly RenderedStep[]): boolean =>
  code === 'undefined-printed' &&
  steps.some(({ errors }) =>
    errors.some(
      (error) =>
        error.place?.pointer === place?.pointer &&
        error.place?.line === place?.line &&
        (error.place?.column ?? 0) <= (place?.column ?? -1) &&
        (error.place?.end_column ?? 0) >= (place?.end_column ?? 0),
    ),
  );

function createContext(
  connector: SimpleConnector | Composite,
  options: RenderOptions,
  warnings: RenderWarning[],
): RenderContext {
  const { registry, settings, call, recorded = nothingRecorded } = options;
  const secrets = withoutLiteralCalls(options.secrets);
  const use = noUse();
  const contexts = new Contexts({
    kind: connector.kind,
    settings,
    call,
    clock: options.clock ?? systemClock(),
    secrets,
    onMissing: (what, name) => {
      // A name that a template computed from a secret may be a part of it.
      const shown = contexts.usedSecret && !registry.file.text.includes(name) ? '***' : name;
      if (context.current) context.warn(missingWarning(what, shown, context.current, context));
    },
  });
  const stepNames = connector.kind === 'composite' ? connector.steps.map(({ name }) => name) : [];
  const hints = { kind: connector.kind, stepNames };
  const renderer = new FieldRenderer(placeholderEnvironment(use), registry.file, hints, {
    rendered: (template, text) => {
      if (contexts.usedSecret) secrets.add(computedPart(template, text));
    },
    shown: (message, template) => (contexts.usedSecret ? withoutComputedValues(message, template) : message),
    finished: () => {
      context.usedSecret = contexts.usedSecret;
      contexts.finishField();
    },
  });
  for (const { body } of recorded.answers.values()) collectTokensIn(body, secrets);
  for (const { body } of recorded.outputs.values()) collectTokensIn(body, secrets);
  const context: RenderContext = {
    settings,
    contexts,
    renderer,
    secrets,
    recorded,
    use,
    showSecrets: options.showSecrets ?? false,
    current: null,
    usedSecret: false,
    usedAnswers: false,
    step: null,
    warn: (warning) => {
      const known = warnings.some(
        ({ code, message, step, place }) =>
          code === warning.code &&
          message === warning.message &&
          step === context.step &&
          place?.line === warning.place?.line &&
          place?.column === warning.place?.column,
      );
      if (!known) warnings.push({ ...warning, step: context.step });
    },
  };
  return context;
}

function renderSimple(connector: SimpleConnector, call: Call, context: RenderContext): RenderedStep {
  const { permalink, headers, queryParameters } = connector;
  return renderRequest(
    {
      name: permalink,
      index: 0,
      definition: connector,
      headers: mergeHeaders(headers, call.headers),
      query: mergeQuery(queryParameters, call.query),
      blankBody: sendsBody(connector) && call.payload !== '' ? call.payload : null,
      answer: context.recorded.answers.get(permalink) ?? null,
      isLast: true,
    },
    context,
  ).step;
}

function renderStep(
  step: Step,
  { steps }: Composite,
  { retransform = false }: RenderOptions,
  context: RenderContext,
): RenderedStep {
  const { recorded } = context;
  const answer = recorded.answers.get(step.name) ?? null;
  context.step = step.name;
  const outcome = renderRequest(
    {
      name: step.name,
      index: step.index,
      definition: step,
      headers: configured(step.headers),
      query: configured(step.queryParameters),
      blankBody: null,
      answer,
      isLast: step === steps.at(-1),
    },
    context,
  );
  context.step = null;
  const body = retransform && answer !== null && answer.statusCode < 400 ? outcome.transformed : null;
  const output = body === null ? recorded.outputs.get(step.name) : answer && { ...answer, body };
  if (output) {
    context.contexts.addStep(step.name, output);
    if (step !== steps.at(-1)) context.usedAnswers = true;
  } else context.contexts.setStep(step.name, new UnknownStep(step.name, context.use));
  return outcome.step;
}
