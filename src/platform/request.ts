/** One request of a connector, from its definition to its answer: what steps and simple connectors have in common. */
import type { RequestDefinition } from '../registry/model.js';
import { isJson, isJsonType } from '../text/json.js';
import { utf8Text } from '../text/utf8.js';
import { authenticate, isTimed } from './authentication/authentication.js';
import type { Credentials } from './authentication/scheme.js';
import { stepAuthentication } from './authentication/step-authentication.js';
import type { PreparedRequest } from './exchange.js';
import { StepError } from './failure.js';
import type { MergedValue } from './merge.js';
import { isBlank, type Pair, renderHeaders, renderQuery, renderUrl } from './prepare.js';
import { appendQuery } from './query.js';
import type { RunContext } from './run-context.js';
import type { StepRecorder } from './step-recorder.js';
import type { UpstreamResponse } from './transport/transport.js';

export interface RequestSource {
  definition: RequestDefinition;
  headers: readonly MergedValue[];
  query: readonly MergedValue[];
  /** What goes out as the body where `request_body` is blank. */
  blankBody: string | null;
  /** The step that warnings name; null in a simple connector. */
  owner: string | null;
}

/**
 * 1. renders the URL, the headers and the query parameters
 * 2. authenticates; a token request is an exchange of its own
 * 3. renders the request body
 *
 * platform.md section 5.
 * @throws {StepError} at the first that fails
 */
export async function prepareRequest(
  source: RequestSource,
  recorder: StepRecorder,
  run: RunContext,
): Promise<PreparedRequest> {
  const { definition } = source;
  const { url, headers, query } = recorder.measure('template', () => {
    if (!definition.url) throw new Error('a request without a url');
    return {
      url: renderUrl(definition.url, 'url', run),
      headers: renderHeaders(source.headers, source.owner, run),
      query: renderQuery(source.query, run),
    };
  });
  if (url.hasQuery && query.length > 0) {
    run.warn(
      'url-query-string',
      'the URL has a query string beside `query_parameters`; on the platform such values were seen to arrive blank. Move them to `query_parameters`',
      source.owner,
    );
  }
  if (url.fragment !== null) {
    run.warn('url-fragment', fragmentMessage(url.fragment.length), source.owner);
  }
  const credentials = await credentialsOf(source, recorder, run);
  const body = renderBody(source, recorder, run);
  warnOfBody(body, headers, source.owner, run);
  return {
    purpose: 'call',
    method: definition.method,
    url: url.origin + appendQuery(url.pathAndQuery, withCredentials(query, credentials.query, exactly)),
    hostname: url.hostname,
    headers: withCredentials(headers, credentials.headers, (name) => name.toLowerCase()),
    body,
  };
}

/** @param length in UTF-16 units; null where it is not known */
export const fragmentMessage = (length: number | null): string =>
  `the URL is cut at its #: what follows ${length === null ? '' : `(${length} characters) `}is a fragment and never sent. Autoescape writes ' as &#39;; \`| urlencode\` or \`query_parameters\` encode it`;

async function credentialsOf(
  { definition: { authentication }, owner }: RequestSource,
  recorder: StepRecorder,
  run: RunContext,
): Promise<Credentials> {
  const type = authentication?.type ?? 'none';
  if (!authentication || type === 'none') return { headers: [], query: [] };
  const scheme = stepAuthentication(authentication, owner, recorder, run);
  const work = () => authenticate(type, scheme);
  return isTimed(type) ? await recorder.measureAsync('auth', work) : await work();
}

/** GET and HEAD send no body, whatever `request_body` says. */
export const sendsBody = (definition: RequestDefinition): boolean =>
  definition.method !== 'GET' && definition.method !== 'HEAD';

function renderBody(
  { definition, blankBody }: RequestSource,
  recorder: StepRecorder,
  run: RunContext,
): string | null {
  const { requestBody } = definition;
  if (!sendsBody(definition)) return null;
  if (requestBody === null || isBlank(requestBody)) return blankBody;
  return recorder.measure('template', () =>
    run.renderer.render(requestBody, 'request_body', 'request_body', run.contexts.of('request_body')),
  );
}

/** An API that is promised JSON and gets something else answers with an error that seldom says so. */
function warnOfBody(
  body: string | null,
  headers: readonly Pair[],
  owner: string | null,
  run: RunContext,
): void {
  const contentType = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? null;
  if (body === null || !isJsonType(contentType) || isJson(body)) return;
  run.warn(
    'request-body-not-json',
    `the Content-Type of the request is ${contentType}, and its body is not JSON; \`connector-cli render\` shows what broke it`,
    owner,
  );
}

const exactly = (key: string): string => key;

/** Authentication has the last word on a header or query parameter that the request sets as well. */
function withCredentials(
  pairs: readonly Pair[],
  credentials: readonly Pair[],
  sameKey: (key: string) => string,
): Pair[] {
  const replaced = new Set(credentials.map(([key]) => sameKey(key)));
  return [...pairs.filter(([key]) => !replaced.has(sameKey(key))), ...credentials];
}

/**
 * The text that `response_body` makes of an answer; null where it is blank.
 * @throws {StepError} with the scope of a response template
 */
export function transformResponse(
  { responseBody }: RequestDefinition,
  response: UpstreamResponse,
  recorder: StepRecorder,
  run: RunContext,
): string | null {
  if (responseBody === null || isBlank(responseBody)) return null;
  const visible = {
    body: utf8Text(response.body),
    statusCode: response.statusCode,
    headers: response.headers,
  };
  return recorder.measure('template', () => {
    try {
      const context = run.contexts.of('response_body', visible);
      return run.renderer.render(responseBody, 'response_body', 'response_body', context);
    } catch (error) {
      throw error instanceof StepError && error.scope === 'template'
        ? new StepError('response-template', error.failure)
        : error;
    }
  });
}

/** Redirects are not followed. platform.md section 5. */
export function warnOfRedirect(statusCode: number, owner: string | null, run: RunContext): void {
  if (statusCode < 300 || statusCode >= 400 || statusCode === 304) return;
  run.warn(
    'redirect-not-followed',
    `the upstream answered with a redirect (HTTP ${statusCode}); redirects are not followed, and its own body is the result`,
    owner,
  );
}
