/** Rendered bodies held against what their receiver reads. */

import { isJson, isJsonType } from '../../text/json.js';
import type { FieldProbe } from './field-probe.js';
import { printsMethod } from './field-warnings.js';
import { findEscaped, findJsonFault, type JsonFinding } from './json-body.js';
import { holdsPlaceholder } from './placeholder.js';
import type { RenderContext } from './render-context.js';

/** A body that its Content-Type calls JSON: an error where it is none, a warning for each HTML escape in it. */
export function checkJsonBody(probe: FieldProbe, contentType: string, context: RenderContext): void {
  const { text, trace } = probe;
  if (text === null || !isJsonType(contentType)) return;
  const { field, label } = probe.identity;
  const fault = probe.isDoubtful ? null : certainFault(probe, text);
  if (fault) {
    const { start = 0, end = -1 } = fault.span ?? {};
    const miss = probe.misses.find(({ span }) => span.start >= start && span.end <= end);
    probe.fail('body-not-json', fault.message, miss?.hint ?? fault.hint, fault.span);
  }
  for (const { message, hint, span, escaped } of findEscaped({ source: field.value, text, trace })) {
    // It has a warning of its own.
    if (printsMethod(escaped)) continue;
    if (fault?.span?.start === span?.start || holdsPlaceholder(message)) continue;
    context.warn({
      code: 'html-escaped-in-json',
      message: `${label}: ${message}`,
      hint,
      place: probe.place(span),
    });
  }
}

/** Each turn reads the whole body. */
const mostTurns = 50;

/** The first fault that no placeholder is to blame for. */
function certainFault(probe: FieldProbe, rendered: string): JsonFinding | null {
  const { trace } = probe;
  const source = probe.identity.field.value;
  let text = rendered;
  for (let turn = 0; turn < mostTurns; turn += 1) {
    const fault = findJsonFault({ source, text, trace });
    if (!fault?.printed) return fault;
    const { start, end } = fault.printed;
    const printed = text.slice(start, end);
    if (!holdsPlaceholder(printed)) return fault;
    // In its place something that is JSON at either place, of the same length, so that the other pieces stay where they are.
    text =
      text.slice(0, start) + '0'.padEnd(end - start, insideString(text, start) ? '0' : ' ') + text.slice(end);
  }
  return null;
}

function insideString(text: string, offset: number): boolean {
  let inString = false;
  for (let at = 0; at < offset; at += 1) {
    if (text[at] === '"') inString = !inString;
    else if (inString && text[at] === '\\') at += 1;
  }
  return inString;
}

/** The widget SDK reads every answer with `response.json()`. platform.md section 10. */
export function warnOfAnswer(probe: FieldProbe, context: RenderContext): void {
  const { text, trace } = probe;
  if (text === null || probe.dependsOn.length > 0 || isJson(text)) return;
  const fault = findJsonFault({ source: probe.identity.field.value, text, trace });
  context.warn({
    code: 'widget-non-json-body',
    message: `the answer is not JSON, and a widget would see a rejected promise: ${fault?.message ?? ''}`,
    hint: fault?.hint ?? null,
    place: probe.place(fault?.span ?? null),
  });
}
