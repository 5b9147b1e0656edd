/** A failure, explained without a flag: what was sent, what came back, which template failed, how to try again. */
import type {
  ConnectorKind,
  PhaseName,
  RequestRecord,
  RunResult,
  StepFailure,
  StepResult,
  TemplateFault,
} from '../platform/result.js';
import { bodyLines } from './body.js';
import { codeFrame, type SourceSpan } from './code-frame.js';
import { bodyFile, curlCommand, longestInlineBody } from './curl.js';
import { requestLines, responseLines, section, statusLine } from './exchange.js';
import { createPen, type Pen, type ViewStyle } from './pen.js';
import { type Mask, wrapWords } from './text.js';

const bodyHead = { lines: 12, characters: 1_200 };

export const faultTitles: Record<TemplateFault['kind'], string> = {
  syntax: 'The template does not parse',
  undefined: 'The template uses what is not there',
  runtime: 'The template failed',
  url: 'The rendered URL is not allowed',
  header: 'The rendered header is not allowed',
  jwt: 'The JWT could not be signed',
};

export const phaseWords: Record<PhaseName, (host: string) => string> = {
  template: () => 'before anything was sent',
  auth: (host) => `while getting a token from ${host}`,
  dns: (host) => `while looking up ${host}`,
  connect: (host) => `while connecting to ${host}`,
  tls: (host) => `during the TLS handshake with ${host}`,
  wait: (host) => `while waiting for ${host} to answer`,
  download: (host) => `while the answer of ${host} came in`,
};

/** What stands under the scope of a failed run. Empty where nothing failed. */
export function failureLines(result: RunResult, style: ViewStyle): string[] {
  const pen = createPen(style);
  const step = result.steps.find((candidate) => candidate.failure !== null);
  if (step === undefined || step.failure === null) return runErrorLines(result, pen);
  const { failure } = step;
  const fault = failure.template;
  const lines = [
    ...(fault !== null && failure.detail.includes(fault.message)
      ? []
      : prose(pen.outside(failure.detail), pen)),
    ...networkLines(failure, pen),
    ...(failure.advice === null || failure.advice === fault?.hint ? [] : adviceLines(failure.advice, pen)),
  ];
  if (fault !== null) lines.push('', ...faultFrame(fault, step, result.kind, style));
  const request = failedRequest(step, failure);
  return request === null ? lines : [...lines, ...exchangeLines(request, step, pen)];
}

/** The code frame of a template that failed, with its own lines and its place in the registry. */
export function faultFrame(
  fault: TemplateFault,
  step: Pick<StepResult, 'name'>,
  kind: ConnectorKind,
  style: ViewStyle,
): string[] {
  const { mask } = style;
  const position = fault.template_position;
  const owner = kind === 'composite' ? `step '${step.name}'` : `connector '${step.name}'`;
  return codeFrame(
    {
      title: faultTitles[fault.kind],
      place: { file: fault.file, line: fault.line, column: fault.column },
      owner: `${owner}, ${fault.field}`,
      source: position === null ? null : maskedSpan({ text: fault.template, ...position }, mask),
      message: mask(fault.message),
      hint: fault.hint === null ? null : mask(fault.hint),
    },
    style,
  );
}

/** The span in the masked text. Masking may shorten what stands before a fault, and the fault itself. */
export function maskedSpan(span: SourceSpan, mask: Mask): SourceSpan {
  const text = mask(span.text);
  if (text === span.text) return span;
  const lines = span.text.split('\n');
  const before = [...(lines[span.line - 1] ?? '')].slice(0, span.column - 1).join('');
  const fault = [...(lines[span.line - 1] ?? '')]
    .slice(span.column - 1, span.column - 1 + span.length)
    .join('');
  return { ...span, text, column: [...mask(before)].length + 1, length: [...mask(fault)].length };
}

function runErrorLines(result: RunResult, pen: Pen): string[] {
  if (result.error === null) return [];
  const { detail, code, params } = result.error;
  return [
    ...prose(pen.outside(detail), pen),
    ...(code === null ? [] : [pen.palette.muted(`code ${pen.outside(code)}`)]),
    ...(params === undefined ? [] : [pen.palette.muted(`params ${pen.outside(params.join(', '))}`)]),
  ];
}

const prose = (text: string, pen: Pen): string[] => (text === '' ? [] : wrapWords(text, pen.width));

function networkLines(failure: StepFailure, pen: Pen): string[] {
  if (failure.network === null) return [];
  const { phase, host } = failure.network;
  const where = phase === null ? `in the exchange with ${host}` : phaseWords[phase](host);
  return [pen.palette.muted(pen.outside(where))];
}

const adviceLines = (advice: string, pen: Pen): string[] =>
  wrapWords(pen.outside(advice), Math.max(pen.width - 2, 8)).map((line, index) =>
    index === 0
      ? `${pen.palette.accent(pen.glyphs.arrow)} ${line}`
      : `${' '.repeat(pen.glyphs.arrow.length + 1)}${line}`,
  );

/** The request that the failure is about: none where a template failed before the step's own call was complete. */
function failedRequest(step: StepResult, failure: StepFailure): RequestRecord | null {
  const last = step.requests.at(-1);
  if (last === undefined) return null;
  return failure.template !== null && last.purpose === 'token' ? null : last;
}

function exchangeLines(request: RequestRecord, step: StepResult, pen: Pen): string[] {
  const title = request.purpose === 'token' ? 'Token request' : 'Request';
  const lines = section(title, requestLines(request, bodyHead, pen), pen);
  if (request.purpose === 'call' && step.response !== null) {
    const response = responseLines(step.response, { headers: 'telling', body: bodyHead }, pen);
    lines.push(...section('Response', response, pen));
  } else if (request.status_code !== null) {
    lines.push(...section('Response', tokenResponse(request, pen), pen));
  }
  const repeat = [curlCommand(request, pen.mask)];
  if ((request.body?.length ?? 0) > longestInlineBody) {
    repeat.push(pen.palette.muted(`with the request's body, which --json shows, in ${bodyFile}`));
  }
  return [...lines, ...section('Repeat it', repeat, pen)];
}

function tokenResponse(request: RequestRecord, pen: Pen): string[] {
  const lines = [statusLine(request.status_code ?? 0, pen)];
  if (request.error_body === null) return lines;
  const body = {
    text: request.error_body,
    bytes: Buffer.byteLength(request.error_body),
    whole: '--json has what was kept',
  };
  return [...lines, '', ...bodyLines(body, bodyHead, pen)];
}
