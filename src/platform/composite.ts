/** A composite's run. platform.md section 7. */

import type { Composite } from '../registry/model.js';
import { utf8Text } from '../text/utf8.js';
import { fieldThatNeedsUser } from './anonymous.js';
import { errorEnvelope } from './envelope.js';
import { sdkTimeout_ms } from './limits.js';
import type { RunError, RunResult, RunTiming, RunWarning, StepResult } from './result.js';
import type { RunContext } from './run-context.js';
import { failureStatus, unexpectedErrorScope } from './scopes.js';
import { runStep, type StepOutcome } from './step.js';
import { skippedStep } from './step-recorder.js';
import { compositeHeaders } from './timing-headers.js';

interface Answer {
  status: number;
  contentType: string | null;
  body: Uint8Array;
  error: RunError | null;
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
): Promise<RunResult> {
  const steps: StepResult[] = [];
  warnOfPayload(payload, run);
  const refusal = refuseAnonymous(composite, run);
  let last: StepOutcome | null = null;
  let external_ms = 0;
  for (const step of refusal ? [] : composite.steps) {
    last = await runStep(step, run);
    steps.push(last.result);
    external_ms += last.external_ms;
    if (last.result.state === 'failed') break;
  }
  for (const step of composite.steps.slice(steps.length)) steps.push(skippedStep(step.name, step.index));

  const total_ms = run.clock.elapsed_ms();
  const timing: RunTiming = { total_ms, external_ms, internal_ms: Math.max(0, total_ms - external_ms) };
  const answer = answerOf(composite, refusal, last, requestId);
  if (!answer.error) warnOfWidget(answer, run);
  if (total_ms > sdkTimeout_ms) {
    run.warn(
      'sdk-timeout',
      `the run took ${Math.round(total_ms)} ms; the widget SDK gives up after ${sdkTimeout_ms} ms`,
      null,
    );
  }
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

function refuseAnonymous(composite: Composite, run: RunContext): Answer['error'] {
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
  refusal: RunError | null,
  last: StepOutcome | null,
  requestId: string,
): Answer {
  const failed = (status: number, error: RunError): Answer => ({
    status,
    contentType: 'application/json',
    body: new TextEncoder().encode(errorEnvelope(error, requestId)),
    error,
  });
  if (refusal) return failed(401, refusal);
  if (!last) {
    const detail = 'the composite has no steps';
    return failed(500, { scope: unexpectedErrorScope, code: null, detail, step: null, index: null });
  }
  const { result, answer } = last;
  if (result.failure?.kind === 'interrupted') return interruptedAt(result);
  if (!answer) {
    const error: RunError = {
      scope: result.failure?.scope ?? null,
      code: null,
      detail: result.failure?.detail ?? '',
      step: result.name,
      index: result.index,
    };
    return failed(statusOf(result), error);
  }
  const override = composite.steps.at(-1)?.responseContentType?.value.trim();
  return {
    status: answer.statusCode,
    contentType: override || answer.contentType,
    body: answer.body,
    error: null,
  };
}

/** The caller has gone: nobody gets an answer, and there is no status. */
function interruptedAt({ name, index }: StepResult): Answer {
  const error = { scope: null, code: null, detail: 'interrupted', step: name, index };
  return { status: 0, contentType: null, body: new Uint8Array(), error };
}

function statusOf(result: StepResult): number {
  switch (result.failure?.kind) {
    case 'template':
      return failureStatus.template;
    case 'jwt':
      return failureStatus.jwt;
    default:
      return failureStatus.http;
  }
}

/** The SDK takes a plain object as payload, and nothing else. platform.md section 10. */
function warnOfPayload(payload: string | null, run: RunContext): void {
  if (payload === null || payload === '' || /^\s*\{/.test(payload)) return;
  run.warn(
    'payload-not-object',
    'the payload is not a JSON object; the widget SDK sends plain objects only',
    null,
  );
}

/** The SDK reads every answer with `response.json()`. platform.md section 10. */
function warnOfWidget(answer: Answer, run: RunContext): void {
  if (answer.body.length === 0) {
    run.warn(
      'widget-empty-body',
      'the answer is empty: a widget would see a rejected promise, because the SDK parses every answer as JSON. A constant `response_body` on the last step helps',
      null,
    );
    return;
  }
  const text = utf8Text(answer.body);
  if (text === null || !isJson(text)) {
    run.warn(
      'widget-non-json-body',
      'the answer is not JSON: a widget would see a rejected promise, because the SDK parses every answer as JSON',
      null,
    );
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
