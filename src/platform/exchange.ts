/** One request of a step and its answer, recorded; shared by the call itself and by token requests. */

import type { Route } from '../config/index.js';
import { utf8Text } from '../text/utf8.js';
import { networkError } from './failure.js';
import type { HeaderMap, RequestRecord, ResponseRecord } from './result.js';
import { applyRoutes } from './routing.js';
import type { StepRecorder } from './step-recorder.js';
import { acceptedEncodings } from './transport/decode.js';
import { type Transport, TransportError, type UpstreamResponse } from './transport/transport.js';
import { version } from './version.js';

export interface PreparedRequest {
  purpose: RequestRecord['purpose'];
  method: string;
  /** Absolute, accepted by the URL rules, query included. */
  url: string;
  hostname: string;
  headers: readonly (readonly [name: string, value: string])[];
  body: string | null;
}

export interface ExchangeContext {
  transport: Transport;
  routes: readonly Route[];
  timeout_ms: number;
  signal: AbortSignal;
}

/** Sent unless the connector sets them itself. */
export const defaultHeaders: readonly (readonly [string, string])[] = [
  ['user-agent', `connector-cli/${version}`],
  ['accept', '*/*'],
  ['accept-encoding', acceptedEncodings],
];

/** Belong to the connection and are decided by the HTTP client. */
const connectionHeaders = new Set([
  'content-length',
  'transfer-encoding',
  'connection',
  'keep-alive',
  'upgrade',
  'expect',
]);

export const isConnectionHeader = (name: string): boolean => connectionHeaders.has(name.toLowerCase());

/**
 * @throws {StepError} with the scope of a network failure
 */
export async function exchange(
  request: PreparedRequest,
  context: ExchangeContext,
  recorder: StepRecorder,
): Promise<UpstreamResponse> {
  const target = applyRoutes(request.url, context.routes);
  const headers = withDefaults(request.headers);
  const record = recorder.addRequest({
    purpose: request.purpose,
    method: request.method,
    url: request.url,
    routed_to: target.routed ? target.url : null,
    headers: joined(headers),
    body: request.body,
    status_code: null,
    error_body: null,
    response: null,
    reused_connection: false,
    remote_address: null,
  });
  try {
    const response = await context.transport.send(
      {
        method: request.method,
        url: target.url,
        routed: target.routed,
        headers: headers.map(([name, value]) => [name, asBytes(value)] as const),
        body: request.body === null ? null : new TextEncoder().encode(request.body),
        sender: {
          step: recorder.name,
          purpose: request.purpose,
          ...(target.routed ? { renderedUrl: request.url } : {}),
        },
      },
      { timeout_ms: context.timeout_ms, signal: context.signal, observer: recorder.observe(record) },
    );
    recorder.finishRequest(record, responseRecord(response, false));
    return response;
  } catch (error) {
    if (!(error instanceof TransportError)) throw error;
    recorder.finishRequest(record, error.partial && responseRecord(error.partial, true));
    throw networkError(error, request.hostname, request.purpose === 'token');
  }
}

export function responseRecord(response: UpstreamResponse, truncated: boolean): ResponseRecord {
  return {
    status_code: response.statusCode,
    headers: response.headers,
    header_list: response.headerList,
    body: truncated ? new TextDecoder().decode(response.body) : utf8Text(response.body),
    bytes: response.body,
    transformed: null,
    body_bytes: response.body.length,
    received_bytes: response.received_bytes,
    truncated,
  };
}

function withDefaults(headers: PreparedRequest['headers']): (readonly [string, string])[] {
  const present = new Set(headers.map(([name]) => name.toLowerCase()));
  return [...headers, ...defaultHeaders.filter(([name]) => !present.has(name))];
}

function joined(headers: readonly (readonly [string, string])[]): HeaderMap {
  const map: HeaderMap = Object.create(null);
  for (const [name, value] of headers) map[name] = value;
  return map;
}

/** HTTP header values are bytes; text beyond ASCII goes out as UTF-8. */
const asBytes = (value: string): string =>
  /^[\x20-\x7e\t]*$/.test(value) ? value : Buffer.from(value, 'utf8').toString('latin1');
