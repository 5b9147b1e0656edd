/** Recordings as text: laid out the same each time, so that a change in version control shows what changed. */
import type { JsonNode } from '../../registry/json/nodes.js';
import { array, nothing, number, object, text } from '../json/make.js';
import { jsonLines } from '../json/write.js';
import { bodyMembers } from './body-layout.js';
import type { RecordedAnswer, RecordedExchange, RecordedFailure, RecordedRequest } from './model.js';

export function exchangeText(exchange: RecordedExchange, indent: string): string {
  const { recorded_at, duration_ms, request, outcome } = exchange;
  return jsonLines(
    object([
      ['step', text(request.step)],
      ['purpose', text(request.purpose)],
      ['recorded_at', text(recorded_at)],
      ['duration_ms', number(duration_ms)],
      ['request', requestNode(request)],
      outcome.type === 'answer' ? ['answer', answerNode(outcome)] : ['failure', failureNode(outcome)],
    ]),
    undefined,
    indent,
  );
}

const requestNode = ({ method, url, headers, body }: RecordedRequest): JsonNode =>
  object([
    ['method', text(method)],
    ['url', text(url)],
    ...(headers.length > 0 ? [['headers', headersNode(headers)] as const] : []),
    ...(body === null ? [] : bodyMembers(Buffer.from(body))),
  ]);

const answerNode = ({ status, headers, body }: RecordedAnswer): JsonNode =>
  object([
    ['status', number(status)],
    ...(headers.length > 0 ? [['headers', headersNode(headers)] as const] : []),
    ...bodyMembers(body),
  ]);

const failureNode = ({ failure, code, phase, message }: RecordedFailure): JsonNode =>
  object([
    ['type', text(failure)],
    ['code', text(code)],
    ['phase', phase === null ? nothing : text(phase)],
    ['message', text(message)],
  ]);

/** By name; a name that repeats has a list. */
function headersNode(headers: RecordedAnswer['headers']): JsonNode {
  const byName = new Map<string, JsonNode[]>();
  for (const [name, value] of headers) {
    const node =
      typeof value === 'string'
        ? text(value)
        : object([['base64', text(Buffer.from(value).toString('base64'))]]);
    byName.set(name, [...(byName.get(name) ?? []), node]);
  }
  return object(
    [...byName].map(([name, values]) => [name, values.length === 1 && values[0] ? values[0] : array(values)]),
  );
}
