/** One exchange of a recording, of the shape that the schema asks for. */
import type { NetworkPhase } from '../../platform/transport/transport.js';
import type { JsonNode } from '../../registry/json/nodes.js';
import { utf8Text } from '../../text/utf8.js';
import { itemsOf, membersOf, numberAt, textAt, valueAt } from '../files/members.js';
import { readBody } from './body-layout.js';
import type { RecordedExchange, RecordedFailure, RecordedOutcome, RecordedRequest } from './model.js';

export function readExchange(node: JsonNode): RecordedExchange {
  const request = valueAt(node, 'request');
  const body = readBody(request);
  const headers = readHeaders(request).map(([name, value]): [string, string] => [
    name.toLowerCase(),
    typeof value === 'string' ? value : '',
  ]);
  const asked: RecordedRequest = {
    step: textAt(node, 'step')?.value ?? '',
    purpose: textAt(node, 'purpose')?.value === 'token' ? 'token' : 'call',
    method: textAt(request, 'method')?.value ?? '',
    url: textAt(request, 'url')?.value ?? '',
    headers,
    body: body && utf8Text(body),
  };
  return {
    recorded_at: textAt(node, 'recorded_at')?.value ?? '',
    duration_ms: numberAt(node, 'duration_ms')?.value ?? 0,
    request: asked,
    outcome: readOutcome(node),
  };
}

function readOutcome(node: JsonNode): RecordedOutcome {
  const failure = valueAt(node, 'failure');
  if (failure) {
    return {
      type: 'failure',
      failure: (textAt(failure, 'type')?.value ?? 'network') as RecordedFailure['failure'],
      code: textAt(failure, 'code')?.value ?? '',
      phase: (textAt(failure, 'phase')?.value ?? null) as NetworkPhase | null,
      message: textAt(failure, 'message')?.value ?? '',
    };
  }
  const answer = valueAt(node, 'answer');
  return {
    type: 'answer',
    status: numberAt(answer, 'status')?.value ?? 200,
    headers: readHeaders(answer),
    body: readBody(answer) ?? Buffer.alloc(0),
  };
}

function readHeaders(node: JsonNode | undefined): [string, string | Uint8Array][] {
  return membersOf(valueAt(node, 'headers')).flatMap(({ key, value }) => {
    const values = value.type === 'array' ? itemsOf(value) : [value];
    return values.map((each): [string, string | Uint8Array] => [
      key.value,
      each.type === 'string' ? each.value : Buffer.from(textAt(each, 'base64')?.value ?? '', 'base64'),
    ]);
  });
}
