/** What a connector would send, step by step, for people to read. */
import type {
  RenderedConfig,
  RenderedStep,
  RenderResult,
  RenderWarning,
} from '../../platform/render/result.js';
import { bodyLines } from '../body.js';
import { countOf } from '../format.js';
import { createPen, type Pen, type ViewStyle } from '../pen.js';
import { neutraliseLines, wrapWords } from '../text.js';
import { renderFault } from './faults.js';

export interface RenderReportOptions extends ViewStyle {
  /** Where the answers of earlier steps come from; null where there are none. */
  answers: string | null;
}

export function renderReport(result: RenderResult, options: RenderReportOptions): string[] {
  const pen = createPen(options);
  const { palette } = pen;
  const what = result.kind === 'composite' ? `composite · ${stepsOf(result)}` : 'simple connector';
  const lines = [`${palette.strong(pen.outside(result.permalink))}  ${palette.muted(what)}`];
  if (result.used_answers && options.answers !== null)
    lines.push(palette.muted(pen.outside(options.answers)));
  for (const fault of result.errors) lines.push('', ...renderFault(fault, null, result.kind, options));
  for (const step of result.steps) {
    const request = indented(requestLines(step, pen));
    lines.push(
      '',
      ...(result.kind === 'composite' ? [palette.strong(pen.outside(step.name))] : []),
      ...request,
    );
    for (const fault of step.errors) lines.push('', ...renderFault(fault, step.name, result.kind, options));
  }
  return lines;
}

function stepsOf({ steps, step_count }: RenderResult): string {
  const all = countOf(step_count, 'step');
  return steps.length === step_count ? all : `${steps.length} of ${all}`;
}

function requestLines(step: RenderedStep, pen: Pen): string[] {
  const { palette } = pen;
  const { url, method, headers, query_parameters, authentication, request_body, ...response } =
    step.debug_request;
  const lines = [`${palette.strong(pen.outside(method))} ${inline(url, pen)}`];
  lines.push(...group('Headers', pairs(headers, pen), pen));
  lines.push(...group('Query parameters', pairs(query_parameters, pen), pen));
  if (authentication !== null) {
    const title = `Authentication: ${pen.outside(authentication.type)}`;
    lines.push(...group(title, configLines(authentication.config, pen), pen, true));
  }
  if (request_body !== null) lines.push(...group('Request body', textLines(request_body, pen), pen, true));
  else if (hasError(step, 'request_body')) lines.push(...group('Request body', [inline(null, pen)], pen));
  lines.push(...responseLines(step, response.response_body, pen));
  if (response.response_content_type !== null) {
    lines.push(
      '',
      `${palette.muted('Response content type:')} ${pen.outside(response.response_content_type)}`,
    );
  }
  return lines;
}

const hasError = (step: RenderedStep, name: string): boolean =>
  step.fields.some((field) => field.name === name && field.errors.length > 0);

function responseLines(step: RenderedStep, template: string | null, pen: Pen): string[] {
  if (template === null) return [];
  const field = step.fields.find(({ name }) => name === 'response_body');
  if (!field || field.rendered === null) {
    return group('Response body, its template', neutraliseLines(pen.mask(template)), pen, true);
  }
  return group('Response body, made of the known answer', textLines(field.rendered, pen), pen, true);
}

const group = (title: string, lines: readonly string[], { palette }: Pen, always = false): string[] =>
  lines.length === 0 && !always ? [] : ['', palette.muted(title), ...indented(lines)];

const indented = (lines: readonly string[]): string[] =>
  lines.map((line) => (line === '' ? '' : `  ${line}`));

const pairs = (map: ReadonlyMap<string, string | null>, pen: Pen): string[] =>
  [...map].map(([name, text]) => `${pen.palette.accent(pen.outside(name))}: ${inline(text, pen)}`);

function inline(text: string | null, pen: Pen): string {
  if (text === null) return pen.palette.bad('(not rendered)');
  return text === '' ? pen.palette.muted('(empty)') : pen.outside(text);
}

function configLines(config: ReadonlyMap<string, RenderedConfig>, pen: Pen): string[] {
  return [...config].flatMap(([name, value]) =>
    valueLines(`${pen.palette.accent(pen.outside(name))}:`, value, pen),
  );
}

function valueLines(label: string, value: RenderedConfig, pen: Pen): string[] {
  switch (value.kind) {
    case 'text':
      return [`${label} ${inline(value.text, pen)}`];
    case 'literal':
      return [`${label} ${pen.outside(value.source)}`];
    case 'array':
      return [label, ...indented(value.items.flatMap((item) => valueLines('-', item, pen)))];
    case 'object':
      return [label, ...indented(configLines(value.entries, pen))];
  }
}

const textLines = (text: string, pen: Pen): string[] =>
  bodyLines({ text, bytes: Buffer.byteLength(text), whole: '' }, null, pen);

/** Below the report, on the other stream: each with its place and what to do. */
export function renderWarnings(warnings: readonly RenderWarning[], style: ViewStyle): string[] {
  const pen = createPen(style);
  const { palette, glyphs } = pen;
  const room = Math.max(pen.width - 2, 8);
  return warnings.flatMap(({ code, step, message, hint, place }) => {
    const owner = step === null ? '' : `${pen.outside(step)}: `;
    const at = place === null ? '' : `, line ${place.line}, column ${place.column}`;
    const lines = wrapWords(`${owner}${pen.outside(message)} (${pen.outside(code)}${at})`, room);
    const advice = hint === null ? [] : wrapWords(`${glyphs.arrow} ${pen.outside(hint)}`, room);
    return [
      ...lines.map((line, index) => `${index === 0 ? palette.caution(glyphs.warning) : ' '} ${line}`),
      ...indented(advice),
    ];
  });
}
