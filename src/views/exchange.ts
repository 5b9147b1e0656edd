/** A request as it was rendered, and the answer to it. */
import type { HeaderMap, RequestRecord, ResponseRecord } from '../platform/result.js';
import { type Bound, bodyLines } from './body.js';
import { countOf, formatStatus } from './format.js';
import type { Pen } from './pen.js';

/** Response headers that explain a failure more often than not. */
const telling = new Set([
  'content-type',
  'content-length',
  'location',
  'www-authenticate',
  'retry-after',
  'allow',
  'server',
  'via',
  'x-request-id',
  'x-correlation-id',
  'x-amzn-requestid',
  'cf-ray',
  'x-ratelimit-limit',
  'x-ratelimit-remaining',
  'x-ratelimit-reset',
  'ratelimit',
  'ratelimit-policy',
]);

export function requestLines(request: RequestRecord, body: Bound, pen: Pen): string[] {
  const { palette, glyphs } = pen;
  const lines = [`${palette.strong(pen.outside(request.method))} ${pen.outside(request.url)}`];
  if (request.routed_to !== null) {
    lines.push(`${palette.accent(glyphs.routed)} routed to ${pen.outside(request.routed_to)}`);
  }
  lines.push(...headerLines(request.headers, pen));
  if (request.body !== null && request.body !== '') {
    const shown = {
      text: request.body,
      bytes: Buffer.byteLength(request.body),
      whole: '--json has the whole of it',
    };
    lines.push('', ...bodyLines(shown, body, pen));
  }
  return lines;
}

/** `headers: 'telling'` leaves out what rarely matters, and says how many that were. */
export function responseLines(
  response: ResponseRecord,
  options: { headers: 'all' | 'telling'; body: Bound },
  pen: Pen,
): string[] {
  const { palette } = pen;
  const all = Object.entries(response.headers);
  const shown = options.headers === 'all' ? all : all.filter(([name]) => telling.has(name.toLowerCase()));
  const hidden = all.length - shown.length;
  const note =
    hidden === 0
      ? []
      : [palette.muted(`${pen.glyphs.ellipsis} ${countOf(hidden, 'more header')} (--verbose)`)];
  const body = bodyLines(
    {
      text: response.body,
      bytes: response.body_bytes,
      contentType: response.headers['content-type'],
      whole: response.truncated ? 'the rest was not kept' : '--json has the whole of it',
    },
    options.body,
    pen,
  );
  return [
    statusLine(response.status_code, pen),
    ...headerLines(Object.fromEntries(shown), pen),
    ...note,
    '',
    ...body,
  ];
}

export function statusLine(status: number, pen: Pen): string {
  const { palette } = pen;
  const paint = status >= 400 ? palette.bad : status >= 300 ? palette.caution : palette.good;
  return paint(formatStatus(status));
}

const headerLines = (headers: HeaderMap, pen: Pen): string[] =>
  Object.entries(headers).map(([name, value]) =>
    `${pen.palette.muted(`${pen.outside(name)}:`)} ${pen.outside(value)}`.trimEnd(),
  );

/** A titled block, set in by two cells. */
export const section = (title: string, lines: readonly string[], pen: Pen): string[] => [
  '',
  pen.palette.strong(title),
  ...lines.map((line) => (line === '' ? '' : `  ${line}`)),
];
