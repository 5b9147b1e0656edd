/** Whether a rendered body is the JSON that its content type promises, and which place of the template is to blame if not. */

import { type OutputPiece, type OutputTrace, type Span, sourceOffset } from '../../jinja/index.js';
import { parseJson } from '../../registry/json/parse.js';
import type { JsonSyntaxError } from '../../registry/json/syntax-error.js';
import { isJson } from '../../text/json.js';
import { SourceFile } from '../../text/source.js';
import {
  adviceForBreakOut,
  adviceForEscaped,
  adviceForNothing,
  adviceForTag,
  adviceForValue,
  isBuiltJson,
  shownText,
} from './json-advice.js';
import { type BreakOut, findBreakOut } from './json-strings.js';

/** A rendered template with the trace of its output. */
export interface TracedOutput {
  /** The template's text. */
  source: string;
  text: string;
  trace: OutputTrace;
}

/** Something to say about a stretch of the template. */
export interface JsonFinding {
  message: string;
  hint: string;
  /** In the template; null where all of it is meant. */
  span: Span | null;
  /** What the place printed; null where literal text is to blame. */
  printed: OutputPiece | null;
}

/**
 * The first reason why the text is no JSON by RFC 8259, as the author of the template would name it; null where it is JSON.
 */
export function findJsonFault(output: TracedOutput): JsonFinding | null {
  const { text, trace } = output;
  if (isJson(text)) return null;
  const [error] = parseJson(new SourceFile('', text)).errors;
  if (!error) return { message: 'the body is not JSON', hint: literalHint, span: null, printed: null };
  const broken = findBreakOut(text, trace, error.span.end);
  if (broken) return breakOutFinding(output, broken);
  return nothingPrinted(output, error) ?? printedElsewhere(output, error) ?? literalText(output, error);
}

function breakOutFinding(output: TracedOutput, broken: BreakOut): JsonFinding {
  const { piece, what } = broken;
  const expression = expressionOf(output, piece);
  const whole = output.text[piece.start - 1] === '"' && output.text[piece.end] === '"';
  return {
    message: `${shownExpression(expression, piece)} prints ${what} inside a JSON string`,
    hint: adviceForBreakOut(expression, whole),
    span: piece.span,
    printed: piece,
  };
}

/** An expression that printed nothing right where a value is missing, or after a comma that nothing follows. */
function nothingPrinted(output: TracedOutput, error: JsonSyntaxError): JsonFinding | null {
  if (!wantsMore(error, output.text)) return null;
  const { text, trace } = output;
  const from = skipSpaceBack(text, error.span.start);
  const to = error.code === 'trailing-comma' ? skipSpace(text, error.span.end) : error.span.start;
  for (const piece of trace.emptyBetween(from, to)) {
    if (piece.kind !== 'expression') continue;
    const expression = expressionOf(output, piece);
    const missing =
      error.code === 'missing-comma' ? 'a comma' : error.code === 'missing-key' ? 'a key' : 'a value';
    return {
      message: `${shownExpression(expression, piece)} prints nothing where JSON wants ${missing}`,
      hint: adviceForNothing(expression, missing),
      span: piece.span,
      printed: piece,
    };
  }
  return null;
}

/** Whether something that prints nothing can be to blame: the place is not where JSON has ended or lacks a bracket. */
function wantsMore({ code, span }: JsonSyntaxError, text: string): boolean {
  if (code === 'extra-text') return false;
  const before = text.slice(0, skipSpaceBack(text, span.start)).at(-1);
  return code !== 'unclosed' || before === undefined || ':,[{'.includes(before);
}

/** What an expression printed outside of every string. */
function printedElsewhere(output: TracedOutput, error: JsonSyntaxError): JsonFinding | null {
  const { text, trace } = output;
  const piece = trace.pieceAt(error.span.start);
  if (!piece || piece.kind === 'text' || piece.start === piece.end || error.span.start >= piece.end)
    return null;
  const expression = expressionOf(output, piece);
  const printed = text.slice(piece.start, piece.end);
  return {
    message: `${shownExpression(expression, piece)} prints ${shownText(printed)}, which is not JSON there: ${reason(error)}`,
    hint: piece.kind === 'tag' ? adviceForTag : adviceForValue(expression, printed),
    span: (isBuiltJson(printed) && placeInBlock(output, piece, error)) || piece.span,
    printed: piece,
  };
}

const blocks = /\{%[-+]?\s*(macro|call|set)\b[\s\S]*?\{%[-+]?\s*end\1\b/g;

/** The literal text of a macro or block that broke the JSON, where it stands in the template just once. */
function placeInBlock(
  { source, text }: TracedOutput,
  piece: OutputPiece,
  error: JsonSyntaxError,
): Span | null {
  const bodies = [...source.matchAll(blocks)];
  for (const around of [24, 12, 6, 3]) {
    const start = Math.max(piece.start, error.span.start - around);
    const snippet = text.slice(start, Math.min(piece.end, error.span.end + around));
    const at = source.indexOf(snippet);
    if (at < 0 || source.includes(snippet, at + 1)) continue;
    if (!bodies.some(({ index, 0: { length } }) => index < at && at < index + length)) continue;
    const from = at + error.span.start - start;
    return { start: from, end: from + Math.max(1, error.span.end - error.span.start) };
  }
  return null;
}

function literalText({ source, trace }: TracedOutput, error: JsonSyntaxError): JsonFinding {
  const { start, end } = error.span;
  const piece = trace.pieceAt(start);
  const message = `the body is not JSON: ${reason(error)}`;
  if (!piece) return { message, hint: literalHint, span: null, printed: null };
  const from = sourceOffset(source, piece, start);
  const to = piece.kind === 'text' ? sourceOffset(source, piece, Math.max(end, start + 1)) : piece.span.end;
  return { message, hint: literalHint, span: { start: from, end: Math.max(to, from) }, printed: null };
}

const literalHint = 'The receiver reads the body as strict JSON.';

/** The parser speaks of files. */
const reason = ({ message }: JsonSyntaxError): string =>
  message
    .replace(/^The file\b/, 'the body')
    .replace(/^[A-Z](?=[a-z ])/, (letter) => letter.toLowerCase())
    .replace(/\.$/, '');

/** Text that autoescape changed and that goes out so, in a body that is JSON. */
export function findEscaped(output: TracedOutput): (JsonFinding & { escaped: string })[] {
  return output.trace.escaped
    .filter(({ text }) => output.text.includes(text))
    .map(({ span, text }) => {
      const expression = output.source.slice(span.start, span.end);
      return {
        message: `\`{{ ${expression} }}\` goes out HTML-escaped: ${shownText(text)}`,
        hint: adviceForEscaped(expression),
        span,
        printed: null,
        escaped: text,
      };
    });
}

const expressionOf = ({ source }: TracedOutput, { span }: OutputPiece): string =>
  source.slice(span.start, span.end);

const shownExpression = (expression: string, { kind }: OutputPiece): string =>
  kind === 'tag' ? `the tag with \`${expression}\`` : `\`{{ ${expression} }}\``;

const isSpace = (character: string | undefined): boolean =>
  character === ' ' || character === '\t' || character === '\n' || character === '\r';

function skipSpace(text: string, from: number): number {
  let at = from;
  while (isSpace(text[at])) at += 1;
  return at;
}

function skipSpaceBack(text: string, from: number): number {
  let at = from;
  while (isSpace(text[at - 1])) at -= 1;
  return at;
}
