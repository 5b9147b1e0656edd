/** What a widget would make of a call and its answer. platform.md section 10. */
import { isJson, isJsonType } from '../text/json.js';
import { utf8Text } from '../text/utf8.js';
import { sdkTimeout_ms } from './limits.js';
import type { RunContext } from './run-context.js';

/** The SDK takes a plain object as payload, and nothing else. */
export function warnOfPayload(payload: string | null, run: RunContext): void {
  if (payload === null || payload === '' || /^\s*\{/.test(payload)) return;
  run.warn(
    'payload-not-object',
    'the payload is not a JSON object; the widget SDK sends plain objects only',
    null,
  );
}

/** The SDK reads every answer with `response.json()`, whatever its Content-Type says. */
export function warnOfAnswer(
  answer: { body: Uint8Array; contentType: string | null },
  remedy: string,
  run: RunContext,
): void {
  if (answer.body.length === 0) {
    run.warn(
      'widget-empty-body',
      `the answer is empty: a widget would see a rejected promise, because the SDK parses every answer as JSON. ${remedy}`,
      null,
    );
    return;
  }
  const text = utf8Text(answer.body);
  const saysJson = isJsonType(answer.contentType);
  if (text === null || !isJson(text)) {
    run.warn(
      'widget-non-json-body',
      `the answer is not JSON${saysJson ? `, although its Content-Type says ${answer.contentType}` : ''}: a widget would see a rejected promise, because the SDK parses every answer as JSON`,
      null,
    );
  } else if (!saysJson) {
    const said = answer.contentType === null ? 'has no Content-Type' : `says ${answer.contentType}`;
    run.warn(
      'widget-content-type',
      `the answer is JSON and ${said}: the SDK reads it all the same, other clients may not. \`"response_content_type": "application/json"\` says what it is`,
      null,
    );
  }
}

export function warnOfDuration(total_ms: number, run: RunContext): void {
  if (total_ms <= sdkTimeout_ms) return;
  run.warn(
    'sdk-timeout',
    `the run took ${Math.round(total_ms)} ms; the widget SDK gives up after ${sdkTimeout_ms} ms`,
    null,
  );
}
