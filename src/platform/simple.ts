/** A simple connector's run. platform.md sections 3, 5, 8 and 9. */
import type { SimpleConnector } from '../registry/model.js';
import { fieldThatNeedsUser } from './anonymous.js';
import { type Answer, interrupted, refusal, statusOf } from './answer.js';
import { collectTokens } from './collect-tokens.js';
import { exchange, type PreparedRequest, responseRecord } from './exchange.js';
import { StepError } from './failure.js';
import { HttpCache } from './http-cache.js';
import { mergeHeaders, mergeQuery } from './merge.js';
import { pathParametersOf } from './path-parameters.js';
import { prepareRequest, sendsBody, transformResponse, warnOfRedirect } from './request.js';
import type { RunError, RunResult, RunTiming, RunWarning, StepFailure, StepResult } from './result.js';
import type { RunContext } from './run-context.js';
import { simpleScope } from './scopes.js';
import type { Call } from './settings.js';
import { type SimpleTimes, simpleHeaders } from './simple-timing.js';
import { StepRecorder, skippedStep } from './step-recorder.js';
import type { UpstreamResponse } from './transport/transport.js';
import { warnOfAnswer, warnOfDuration, warnOfPayload } from './widget.js';

interface Outcome {
  step: StepResult;
  answer: Answer;
  external_ms: number;
  times: SimpleTimes;
}

/**
 * Runs a simple connector:
 * 1. refuse another method than the configured one, an anonymous caller where a header or query parameter names the
 *    user, and path parameters that break the rules
 * 2. merge the caller's headers and query parameters over the configured ones
 * 3. render, authenticate, render the body; a blank one forwards the caller's
 * 4. look into the cache (GET and HEAD)
 * 5. call
 * 6. transform the response, whatever its status
 * 7. answer with the upstream's status
 */
export async function runSimple(
  connector: SimpleConnector,
  call: Call,
  run: RunContext,
  requestId: string,
  warnings: readonly RunWarning[],
): Promise<RunResult> {
  warnOfPayload(call.payload, run);
  const refused = refuse(connector, call, run, requestId);
  const outcome = refused
    ? { ...nothingDone(connector), answer: refused }
    : await request(connector, call, run, requestId);
  const { step, answer, external_ms } = outcome;

  const total_ms = run.clock.elapsed_ms();
  const timing: RunTiming = { total_ms, external_ms, internal_ms: Math.max(0, total_ms - external_ms) };
  if (!answer.error) {
    warnOfAnswer(answer, 'A constant `response_body` helps', run);
  }
  warnOfDuration(total_ms, run);
  return {
    permalink: connector.permalink,
    kind: 'simple',
    ok: answer.error === null,
    status: answer.status,
    headers: simpleHeaders(answer.contentType, requestId, timing, step, outcome.times),
    body: answer.body,
    error: answer.error,
    request_id: requestId,
    started_at_ms: run.clock.started_at_ms,
    timing,
    steps: [step],
    warnings: [...warnings],
    interrupted: step.failure?.kind === 'interrupted',
  };
}

function refuse(connector: SimpleConnector, call: Call, run: RunContext, requestId: string): Answer | null {
  const answer = (status: number, error: Pick<RunError, 'detail'> & Partial<RunError>): Answer =>
    refusal(status, { scope: null, code: null, step: null, index: null, ...error }, requestId);
  if (call.method !== undefined && call.method !== connector.method) {
    return answer(405, {
      detail: `the connector is called with ${connector.method}, and this call is a ${call.method}`,
    });
  }
  const needsUser = run.settings.persona.anonymous ? fieldThatNeedsUser(connector) : null;
  if (needsUser) {
    return answer(401, { detail: `${needsUser.label} uses \`user\`, and the caller is anonymous` });
  }
  const parameters = pathParametersOf(connector, call);
  if ('code' in parameters) return answer(400, parameters);
  run.contexts.setPathParameters(parameters.values);
  for (const name of parameters.ignored) {
    run.warn(
      'path-parameter-ignored',
      `the path parameter '${name}' is not declared in \`path_parameters\`; it has no effect`,
      null,
    );
  }
  return null;
}

async function request(
  connector: SimpleConnector,
  call: Call,
  run: RunContext,
  requestId: string,
): Promise<Outcome> {
  const recorder = new StepRecorder(connector.permalink, 0, run.clock, run.listener);
  const times: SimpleTimes = { cache_ms: 0, external_host: null };
  const finish = (step: StepResult, answer: Answer): Outcome => ({
    step,
    answer,
    external_ms: recorder.external_ms,
    times,
  });
  try {
    const prepared = await prepareRequest(
      {
        definition: connector,
        headers: mergeHeaders(connector.headers, call.headers),
        query: mergeQuery(connector.queryParameters, call.query),
        blankBody: sendsBody(connector) && call.payload !== '' ? call.payload : null,
        owner: null,
      },
      recorder,
      run,
    );
    const response = await answerTo(prepared, connector, recorder, run, times);
    collectTokens(response, run.secrets);
    warnOfRedirect(response.statusCode, null, run);
    const transformed = transformResponse(connector, response, recorder, run);
    if (recorder.response) recorder.response.transformed = transformed;
    return finish(recorder.finish('done', null), passedThrough(connector, response, transformed));
  } catch (error) {
    if (!(error instanceof StepError)) throw error;
    const scope = error.scope ? simpleScope(error.scope) : null;
    const failure: StepFailure = { ...error.failure, scope };
    const step = recorder.finish('failed', failure);
    if (failure.kind === 'interrupted') return finish(step, interrupted(null, null));
    const refused: RunError = { scope, code: null, detail: failure.detail, step: null, index: null };
    return finish(step, refusal(statusOf(failure), refused, requestId));
  }
}

/** From the cache where it has a fresh answer, else from the upstream. */
async function answerTo(
  prepared: PreparedRequest,
  connector: SimpleConnector,
  recorder: StepRecorder,
  run: RunContext,
  times: SimpleTimes,
): Promise<UpstreamResponse> {
  const send = async (sent: PreparedRequest) => {
    times.external_host = prepared.hostname;
    return await exchange(sent, run.exchange, recorder);
  };
  if (!HttpCache.serves(prepared.method)) return await send(prepared);

  const cache = run.caches.of(connector.permalink);
  const asked_ms = run.clock.elapsed_ms();
  const found = cache.find(prepared);
  times.cache_ms = run.clock.elapsed_ms() - asked_ms;
  if (found.kind === 'fresh') {
    recorder.answerFromCache('hit', responseRecord(found.response, false), prepared);
    return found.response;
  }
  const conditions = found.kind === 'stale' ? found.conditions : [];
  const response = await send({ ...prepared, headers: [...prepared.headers, ...conditions] });
  if (found.kind === 'stale' && response.statusCode === 304) {
    const confirmed = cache.confirm(prepared, found.entry, response);
    if (confirmed) {
      recorder.answerFromCache('revalidated', responseRecord(confirmed, false), prepared);
      return confirmed;
    }
  }
  recorder.cache = 'miss';
  cache.keep(prepared, response);
  return response;
}

/** The upstream's status goes out as it is; an error of the upstream is the connector's answer and an error of the run. */
function passedThrough(
  connector: SimpleConnector,
  response: UpstreamResponse,
  transformed: string | null,
): Answer {
  const { statusCode } = response;
  const override = connector.responseContentType?.value.trim();
  const error: RunError = {
    scope: null,
    code: null,
    detail: `the upstream answered with HTTP ${statusCode}`,
    step: null,
    index: null,
  };
  return {
    status: statusCode,
    contentType: override || (response.headers['content-type'] ?? null),
    body: transformed === null ? response.body : new TextEncoder().encode(transformed),
    error: statusCode >= 400 ? error : null,
  };
}

const nothingDone = (connector: SimpleConnector): Omit<Outcome, 'answer'> => ({
  step: skippedStep(connector.permalink, 0),
  external_ms: 0,
  times: { cache_ms: 0, external_host: null },
});
