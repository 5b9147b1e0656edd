/** A composite's run. platform.md section 7. */

import type { Composite, Step } from '../registry/model.js';
import { fieldThatNeedsUser } from './anonymous.js';
import { type Answer, interrupted, refusal, statusOf } from './answer.js';
import type { VisibleResponse } from './contexts.js';
import type { RunError, RunResult, RunTiming, RunWarning, StepResult } from './result.js';
import type { RunContext } from './run-context.js';
import { unexpectedErrorScope } from './scopes.js';
import { runStep, type StepOutcome } from './step.js';
import { skippedStep } from './step-recorder.js';
import { compositeHeaders } from './timing-headers.js';
import { warnOfAnswer, warnOfDuration, warnOfPayload } from './widget.js';

/** One step to run by itself, on results that its templates find for the other steps. */
export interface StepAlone {
  step: Step;
  outputs: ReadonlyMap<string, VisibleResponse>;
}

/**
 * Runs a composite:
 * 1. refuse an anonymous caller where a step's header or query parameter names the user
 * 2. run the steps one after another until one fails
 * 3. answer with the last step's result, or with one error and nothing of the earlier steps
 */
export async function runComposite(
  composite: Composite,
  payload: string | null,
  run: RunContext,
  requestId: string,
  warnings: readonly RunWarning[],
  alone: StepAlone | null,
): Promise<RunResult> {
  const done = new Map<Step, StepResult>();
  warnOfPayload(payload, run);
  const refused = refuseAnonymous(composite, run);
  let last: StepOutcome | null = null;
  let external_ms = 0;
  for (const [name, response] of alone?.outputs ?? []) run.contexts.addStep(name, response);
  for (const step of refused ? [] : alone ? [alone.step] : composite.steps) {
    last = await runStep(step, run);
    done.set(step, last.result);
    external_ms += last.external_ms;
    if (last.result.state === 'failed') break;
  }
  const steps = composite.steps.map((step) => done.get(step) ?? skippedStep(step.name, step.index));

  const total_ms = run.clock.elapsed_ms();
  const timing: RunTiming = { total_ms, external_ms, internal_ms: Math.max(0, total_ms - external_ms) };
  const answer = answerOf(composite, refused, last, requestId);
  if (!answer.error) warnOfAnswer(answer, 'A constant `response_body` on the last step helps', run);
  warnOfDuration(total_ms, run);
  return {
    permalink: composite.permalink,
    kind: 'composite',
    ok: answer.error === null,
    status: answer.status,
    headers: compositeHeaders(answer.contentType, requestId, timing, steps),
    body: answer.body,
    error: answer.error,
    request_id: requestId,
    started_at_ms: run.clock.started_at_ms,
    timing,
    steps,
    warnings: [...warnings],
    interrupted: last?.result.failure?.kind === 'interrupted',
  };
}

function refuseAnonymous(composite: Composite, run: RunContext): RunError | null {
  if (!run.settings.persona.anonymous) return null;
  for (const step of composite.steps) {
    const found = fieldThatNeedsUser(step);
    if (!found) continue;
    return {
      scope: null,
      code: null,
      detail: `step '${step.name}': ${found.label} uses \`user\`, and the caller is anonymous`,
      step: null,
      index: null,
    };
  }
  return null;
}

function answerOf(
  composite: Composite,
  refused: RunError | null,
  last: StepOutcome | null,
  requestId: string,
): Answer {
  if (refused) return refusal(401, refused, requestId);
  if (!last) {
    const detail = 'the composite has no steps';
    const error = { scope: unexpectedErrorScope, code: null, detail, step: null, index: null };
    return refusal(500, error, requestId);
  }
  const { result, answer } = last;
  if (result.failure?.kind === 'interrupted') return interrupted(result.name, result.index);
  if (!answer) {
    const error: RunError = {
      scope: result.failure?.scope ?? null,
      code: null,
      detail: result.failure?.detail ?? '',
      step: result.name,
      index: result.index,
    };
    return refusal(statusOf(result.failure), error, requestId);
  }
  // Of the last step's alone; another one may be running by itself.
  const isLast = result.index === composite.steps.at(-1)?.index;
  const override = isLast ? composite.steps.at(-1)?.responseContentType?.value.trim() : undefined;
  return {
    status: answer.statusCode,
    contentType: override || answer.contentType,
    body: answer.body,
    error: null,
  };
}
