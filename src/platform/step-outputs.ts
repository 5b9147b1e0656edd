/** Answers that are known before anything is sent: of an earlier run, or written by hand. */
import type { VisibleResponse } from './contexts.js';
import type { RunResult } from './result.js';

/** What later steps see as `steps.<name>`, by the step's name. */
export type StepOutputs = ReadonlyMap<string, VisibleResponse>;

export interface RecordedSteps {
  /** The steps that were done, as the later ones see them: with the transformed body where there is one. */
  readonly outputs: StepOutputs;
  /** What each upstream itself answered, failed steps included: what a step's own `response_body` is rendered with. */
  readonly answers: StepOutputs;
}

export const nothingRecorded: RecordedSteps = { outputs: new Map(), answers: new Map() };

/** One step's answer as files keep it. */
export interface RecordedStep {
  name: string;
  /** False where the step failed: later steps never see its answer. */
  done: boolean;
  response: VisibleResponse;
  /** Null where the step has no `response_body`, or it failed. */
  transformed: string | null;
}

export function recordedSteps(steps: Iterable<RecordedStep>): RecordedSteps {
  const outputs = new Map<string, VisibleResponse>();
  const answers = new Map<string, VisibleResponse>();
  for (const { name, done, response, transformed } of steps) {
    answers.set(name, response);
    if (done) outputs.set(name, transformed === null ? response : { ...response, body: transformed });
  }
  return { outputs, answers };
}

/** The answers in a run's result; a body that was cut off is none. */
export function stepsOfResult(result: RunResult): RecordedStep[] {
  const recorded: RecordedStep[] = [];
  for (const { name, state, response } of result.steps) {
    if (response === null || response.truncated) continue;
    const { body, status_code: statusCode, headers, transformed } = response;
    recorded.push({ name, done: state === 'done', response: { body, statusCode, headers }, transformed });
  }
  return recorded;
}
