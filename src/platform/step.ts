/** One step of a composite. platform.md sections 5 to 8. */

import type { Step } from '../registry/model.js';
import { utf8Text } from '../text/utf8.js';
import { collectTokens } from './collect-tokens.js';
import { exchange } from './exchange.js';
import { httpError, StepError } from './failure.js';
import { configured } from './merge.js';
import { prepareRequest, transformResponse, warnOfRedirect } from './request.js';
import type { StepFailure, StepResult } from './result.js';
import type { RunContext } from './run-context.js';
import { stepScope } from './scopes.js';
import { StepRecorder } from './step-recorder.js';

/** A request's answer as the answer of the run would carry it. */
export interface RequestAnswer {
  statusCode: number;
  contentType: string | null;
  body: Uint8Array;
}

export interface StepOutcome {
  result: StepResult;
  /** Null where the step failed. */
  answer: RequestAnswer | null;
  external_ms: number;
}

/**
 * Runs a step, in this order:
 * 1. render, authenticate, render the body
 * 2. send
 * 3. check the status
 * 4. transform the response
 *
 * Never throws for a failure of the step: the result says what was done until then.
 */
export async function runStep(step: Step, run: RunContext): Promise<StepOutcome> {
  const recorder = new StepRecorder(step.name, step.index, run.clock, run.listener);
  try {
    const request = await prepareRequest(
      {
        definition: step,
        headers: configured(step.headers),
        query: configured(step.queryParameters),
        blankBody: null,
        owner: step.name,
      },
      recorder,
      run,
    );
    const response = await exchange(request, run.exchange, recorder);
    collectTokens(response, run.secrets);
    checkStatus(response.statusCode);
    warnOfRedirect(response.statusCode, step.name, run);

    const transformed = transformResponse(step, response, recorder, run);
    run.contexts.addStep(step.name, {
      body: transformed ?? utf8Text(response.body),
      statusCode: response.statusCode,
      headers: response.headers,
    });
    if (recorder.response) recorder.response.transformed = transformed;
    return {
      result: recorder.finish('done', null),
      answer: {
        statusCode: response.statusCode,
        contentType: response.headers['content-type'] ?? null,
        body: transformed === null ? response.body : new TextEncoder().encode(transformed),
      },
      external_ms: recorder.external_ms,
    };
  } catch (error) {
    if (!(error instanceof StepError)) throw error;
    const scope = error.scope ? stepScope(step.name, step.index, error.scope) : null;
    const failure: StepFailure = { ...error.failure, scope };
    return { result: recorder.finish('failed', failure), answer: null, external_ms: recorder.external_ms };
  }
}

function checkStatus(statusCode: number): void {
  if (statusCode < 400) return;
  throw httpError(`the upstream answered with HTTP ${statusCode}`, adviceForStatus(statusCode));
}

function adviceForStatus(statusCode: number): string | null {
  if (statusCode === 401 || statusCode === 403) return 'Check the credentials that the request carried.';
  if (statusCode === 404) return 'Check the path of the URL.';
  if (statusCode === 415) return 'Check the Content-Type header: none is sent unless the step sets one.';
  return null;
}
