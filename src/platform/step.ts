/** One step of a composite. platform.md sections 5 to 8. */

import type { Step } from '../registry/model.js';
import { utf8Text } from '../text/utf8.js';
import { authenticate, isTimed } from './authentication/authentication.js';
import type { Credentials } from './authentication/scheme.js';
import { stepAuthentication } from './authentication/step-authentication.js';
import { collectTokens } from './collect-tokens.js';
import { exchange } from './exchange.js';
import { httpError, StepError } from './failure.js';
import { isBlank, type Pair, renderHeaders, renderQuery, renderUrl } from './prepare.js';
import { appendQuery } from './query.js';
import type { StepFailure, StepResult } from './result.js';
import type { RunContext } from './run-context.js';
import { stepScope } from './scopes.js';
import { StepRecorder } from './step-recorder.js';
import type { UpstreamResponse } from './transport/transport.js';

export interface StepOutcome {
  result: StepResult;
  /** The step's answer as the run's answer would carry it; null where the step failed. */
  answer: { statusCode: number; contentType: string | null; body: Uint8Array } | null;
  external_ms: number;
}

/**
 * Runs a step, in this order:
 * 1. render the URL, the headers and the query parameters
 * 2. authenticate; a token request is an exchange of its own
 * 3. render the request body
 * 4. send
 * 5. check the status
 * 6. transform the response
 *
 * Never throws for a failure of the step: the result says what was done until then.
 */
export async function runStep(step: Step, run: RunContext): Promise<StepOutcome> {
  const recorder = new StepRecorder(step.name, step.index, run.clock, run.listener);
  try {
    const { url, headers, query } = recorder.measure('template', () => {
      if (!step.url) throw new Error(`step '${step.name}' has no url`);
      return {
        url: renderUrl(step.url, 'url', run),
        headers: renderHeaders(step, step.name, run),
        query: renderQuery(step, run),
      };
    });
    if (url.hasQuery && query.length > 0) {
      run.warn(
        'url-query-string',
        'the URL has a query string beside `query_parameters`; on the platform such values were seen to arrive blank. Move them to `query_parameters`',
        step.name,
      );
    }
    const credentials = await credentialsOf(step, recorder, run);
    const body = sendsBody(step) ? recorder.measure('template', () => renderBody(step, run)) : null;

    const response = await exchange(
      {
        purpose: 'call',
        method: step.method,
        url: url.origin + appendQuery(url.pathAndQuery, [...query, ...credentials.query]),
        hostname: url.hostname,
        headers: withCredentials(headers, credentials.headers),
        body,
      },
      run.exchange,
      recorder,
    );
    collectTokens(response, run.secrets);
    checkStatus(step, response, run);

    const transformed = isBlank(step.responseBody)
      ? null
      : recorder.measure('template', () => transform(step, response, run));
    const text = transformed ?? utf8Text(response.body);
    run.contexts.addStep(step.name, {
      body: text,
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

async function credentialsOf(step: Step, recorder: StepRecorder, run: RunContext): Promise<Credentials> {
  const type = step.authentication?.type ?? 'none';
  if (!step.authentication || type === 'none') return { headers: [], query: [] };
  const scheme = stepAuthentication(step.authentication, recorder, run);
  const work = () => authenticate(type, scheme);
  return isTimed(type) ? await recorder.measureAsync('auth', work) : await work();
}

/** A blank body sends none, and so does any body of a GET or HEAD. */
const sendsBody = (step: Step): boolean =>
  step.method !== 'GET' && step.method !== 'HEAD' && !isBlank(step.requestBody);

function renderBody({ requestBody }: Step, run: RunContext): string | null {
  if (!requestBody) return null;
  return run.renderer.render(requestBody, 'request_body', 'request_body', run.contexts.of('request_body'));
}

/** Authentication has the last word on a header that the step sets as well. */
function withCredentials(headers: readonly Pair[], credentials: readonly Pair[]): Pair[] {
  const replaced = new Set(credentials.map(([name]) => name.toLowerCase()));
  return [...headers.filter(([name]) => !replaced.has(name.toLowerCase())), ...credentials];
}

function checkStatus(step: Step, response: UpstreamResponse, run: RunContext): void {
  const { statusCode } = response;
  if (statusCode >= 400)
    throw httpError(`the upstream answered with HTTP ${statusCode}`, adviceForStatus(statusCode));
  if (statusCode >= 300 && statusCode !== 304) {
    run.warn(
      'redirect-not-followed',
      `the upstream answered with a redirect (HTTP ${statusCode}); redirects are not followed, and its own body is the step's result`,
      step.name,
    );
  }
}

function adviceForStatus(statusCode: number): string | null {
  if (statusCode === 401 || statusCode === 403) return 'Check the credentials that the request carried.';
  if (statusCode === 404) return 'Check the path of the URL.';
  if (statusCode === 415) return 'Check the Content-Type header: none is sent unless the step sets one.';
  return null;
}

function transform(step: Step, response: UpstreamResponse, run: RunContext): string {
  if (!step.responseBody) throw new Error('no response_body');
  const visible = {
    body: utf8Text(response.body),
    statusCode: response.statusCode,
    headers: response.headers,
  };
  const context = run.contexts.of('response_body', visible);
  return run.renderer.render(step.responseBody, 'response_body', 'response_body', context);
}
