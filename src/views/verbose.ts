/** `--verbose`: every request as it was rendered, with the head of each response. */
import type { RunResult, StepResult } from '../platform/result.js';
import { requestLines, responseLines, section, statusLine } from './exchange.js';
import type { Pen } from './pen.js';
import { neutralise } from './text.js';

const bodyHead = { lines: 40, characters: 4_000 };

export function verboseLines(result: RunResult, pen: Pen): string[] {
  return result.steps.flatMap((step) => stepLines(step, pen));
}

function stepLines(step: StepResult, pen: Pen): string[] {
  const lines: string[] = [];
  const name = neutralise(step.name);
  for (const request of step.requests) {
    const what = request.purpose === 'token' ? ', token request' : '';
    lines.push(...section(`${name}${what}`, requestLines(request, bodyHead, pen), pen));
    const answered = request.purpose === 'call' && step.response !== null;
    if (answered && step.response !== null) {
      const response = responseLines(step.response, { headers: 'all', body: bodyHead }, pen);
      lines.push(...section(`${name}, response`, response, pen));
    } else if (request.status_code !== null) {
      lines.push(...section(`${name}, token response`, [statusLine(request.status_code, pen)], pen));
    }
  }
  return lines;
}
