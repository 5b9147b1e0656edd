/** One rendering, from the flags to its result; the same for `render` and each turn of `render --watch`. */
import { systemClock } from '../platform/clock.js';
import { renderConnector } from '../platform/render/render-connector.js';
import type { RenderResult } from '../platform/render/result.js';
import { fieldTexts, isMeant, selectField, selectStep } from '../platform/render/selection.js';
import type { RunWarning } from '../platform/result.js';
import type { RecordedSteps } from '../platform/step-outputs.js';
import { widgetCall } from '../platform/widget-call.js';
import type { Composite, SimpleConnector } from '../registry/index.js';
import { listNames, suggest } from '../text/suggest.js';
import { UserError } from '../text/user-error.js';
import type { RenderJsonOptions } from '../views/render/json.js';
import type { Mask } from '../views/text.js';
import { refuseContradictions } from './check-call.js';
import { findConnector } from './find-connector.js';
import { loadLastRun } from './last-run.js';
import type { CallOptions, GlobalOptions } from './options.js';
import { openSession, type Session } from './session.js';
import { readStepsFrom } from './steps-from.js';
import type { Streams } from './streams.js';
import { watchedFiles } from './watched-files.js';

export type RenderCommandOptions = GlobalOptions &
  CallOptions & {
    method?: string;
    step?: string;
    field?: string;
    stepsFrom?: string;
    watch?: boolean;
  };

export interface Rendering {
  /** Narrowed to the step and the field that were asked for. */
  result: RenderResult;
  answers: RenderJsonOptions['answers'];
  mask: Mask;
  session: Session;
  /** Every file that went into it. */
  files: string[];
}

interface Answers {
  steps: RecordedSteps | undefined;
  origin: RenderJsonOptions['answers'];
  warnings: readonly RunWarning[];
}

/** @throws {UserError} where nothing could be rendered */
export async function prepareRender(
  permalink: string,
  options: RenderCommandOptions,
  streams: Streams,
): Promise<Rendering> {
  const session = await openSession(options, streams);
  const connector = findConnector(session.registry, permalink, options);
  refuseContradictions(connector, options);
  const { steps, origin, warnings: ofAnswers } = await answersOf(connector, session, options, streams);
  const method = options.method === undefined ? {} : { method: options.method.toUpperCase() };
  const { call, warnings } = widgetCall(connector, { ...session.call, ...method });
  const whole = renderConnector(connector, {
    registry: session.registry,
    settings: session.settings,
    call,
    secrets: session.mask,
    clock: systemClock(options.now),
    retransform: origin?.from === 'last-run',
    showSecrets: options.showSecrets ?? false,
    // The configuration's payload is there for every connector; only one that was asked for is missed.
    warnings: [...ofAnswers, ...(options.payload === undefined ? [] : warnings)],
    ...(steps ? { recorded: steps } : {}),
  });
  return {
    result: narrowed(whole, options),
    answers: origin,
    mask: options.showSecrets ? (text) => text : (text) => session.mask.mask(text),
    session,
    files: watchedFiles(session, options, streams),
  };
}

async function answersOf(
  connector: SimpleConnector | Composite,
  { registry }: Session,
  { stepsFrom }: RenderCommandOptions,
  { cwd, env }: Streams,
): Promise<Answers> {
  const { kind, permalink } = connector;
  if (stepsFrom !== undefined) {
    const names = connector.kind === 'composite' ? connector.steps.map(({ name }) => name) : [permalink];
    const steps = await readStepsFrom(stepsFrom, { kind, permalink, names }, cwd);
    const { warnings } = steps;
    return { steps, origin: { from: 'file', path: stepsFrom, recorded_at: null }, warnings };
  }
  const last = await loadLastRun({ registryPath: registry.file.path, kind, permalink }, env);
  if (!last) return { steps: undefined, origin: null, warnings: [] };
  const recorded_at = last.recorded_at.toISOString();
  return { steps: last.steps, origin: { from: 'last-run', path: null, recorded_at }, warnings: [] };
}

function narrowed(whole: RenderResult, { step, field }: RenderCommandOptions): RenderResult {
  let result = whole;
  if (step !== undefined) {
    const names = whole.steps.map(({ name }) => name);
    if (!names.includes(step)) throw unknownName('step', step, names);
    result = selectStep(result, step);
  }
  if (field === undefined) return result;
  const names = new Set(result.steps.flatMap((each) => [...fieldTexts(each).keys()]));
  const groups = [...names].flatMap((name) => /^[^.]+(?=\.)/.exec(name)?.[0] ?? []);
  if (![...names].some((name) => isMeant(name, field))) {
    throw unknownName('field', field, new Set([...names, ...groups]));
  }
  return selectField(result, field);
}

function unknownName(what: 'step' | 'field', name: string, known: Iterable<string>): UserError {
  const near = suggest(name, known);
  return new UserError({
    code: `${what}-unknown`,
    message: `There is no ${what} '${name}'.`,
    hint: near === undefined ? `There are: ${listNames(known)}.` : `Did you mean '${near}'?`,
  });
}

/** Where the answers of earlier steps come from, for people. */
export function answersNote(origin: RenderJsonOptions['answers']): string | null {
  if (origin === null) return null;
  if (origin.from === 'file') return `answers of steps: from ${origin.path}`;
  return `answers of steps: from the run of ${origin.recorded_at}; secrets in them are masked`;
}
