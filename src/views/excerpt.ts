/** The lines around a finding: a registry may be one line of ten megabytes, and only what can be seen is cut out of it. */
import type { SourceFile, Span } from '../text/source.js';
import type { SourceSpan } from './code-frame.js';
import type { Mask } from './text.js';

/** UTF-16 units on either side of the finding: more than the widest terminal shows. */
const reach = 4096;
const linesBefore = 2;
const linesAfter = 1;

export function excerpt(source: SourceFile, span: Span, mask: Mask): SourceSpan {
  const { line } = source.positionAt(span.start);
  const fault = faultyLine(source, line, span, mask);
  const firstLine = Math.max(line - linesBefore, 1);
  const lastLine = Math.min(line + linesAfter, source.lineCount);
  const lines: string[] = [];
  for (let number = firstLine; number <= lastLine; number += 1) {
    if (number === line) lines.push(fault.text);
    else lines.push(mask(beginningOf(source, number)));
  }
  return { text: lines.join('\n'), line, firstLine, column: fault.column, length: fault.length };
}

function beginningOf(source: SourceFile, line: number): string {
  const { start, end } = source.lineSpan(line);
  const from = start === 0 ? start + markLength(source.text) : start;
  return source.text.slice(from, boundary(source.text, Math.min(end, from + reach)));
}

interface FaultyLine {
  text: string;
  /** Both in code points; the column counts from 1. */
  column: number;
  length: number;
}

function faultyLine(source: SourceFile, line: number, span: Span, mask: Mask): FaultyLine {
  const { text } = source;
  const bounds = source.lineSpan(line);
  const from = boundary(
    text,
    Math.max(bounds.start === 0 ? markLength(text) : bounds.start, span.start - reach),
  );
  const start = Math.max(span.start, from);
  const end = boundary(text, Math.max(Math.min(span.end, bounds.end, start + reach), start));
  const to = boundary(text, Math.max(Math.min(bounds.end, end + reach), end));
  const parts = [text.slice(from, start), text.slice(start, end), text.slice(end, to)];
  const [before = '', fault = '', after = ''] = parts.map(mask);
  const whole = mask(parts.join(''));
  // Where a secret reaches over an edge of the finding, the parts would each show a piece of it.
  const isWhole = whole === before + fault + after;
  return {
    text: whole,
    column: Math.min(countOf(before), countOf(whole)) + 1,
    length: isWhole ? countOf(fault) : 1,
  };
}

const countOf = (text: string): number => [...text].length;

/** A byte order mark is no part of the first line. */
const markLength = (text: string): number => (text.charCodeAt(0) === 0xfeff ? 1 : 0);

/** `offset`, moved off the middle of a surrogate pair. */
const boundary = (text: string, offset: number): number =>
  offset > 0 && (text.codePointAt(offset - 1) ?? 0) > 0xffff ? offset - 1 : offset;
