/** What of a URL stands in its template literally, with the place of every character. */
import { type ast, type Origin, type TemplateAnalysis, type VariableUse, walk } from '../../jinja/index.js';
import {
  fallbackSpan,
  originFault,
  readVariable,
  type UrlTemplateFault,
} from '../../platform/url-template.js';
import type { TextField } from '../../registry/model.js';
import type { Span } from '../../text/source.js';
import { type ReadTemplate, readTemplate } from '../sites.js';
import { interned } from './interned.js';
import { definitions, type Literal, literalsOf } from './literal-text.js';
import { printedValues } from './printed-values.js';

/** Stands in `UrlText.text` for a value that only a run can tell; a character (of private use) that no URL holds. */
export const unknownMark = '\ue000';

export interface UrlText {
  /** What the template prints up to its first block tag: literal text, defaults of variables, and marks. */
  readonly text: string;
  /** Nothing follows `text`. */
  readonly isComplete: boolean;
  /** The first thing that it prints is an expression. */
  readonly beginsWithTag: boolean;
  /** Where a stretch of `text` stands in the template. */
  spanOf(start: number, end: number): Span;
  /** Every stretch of text outside of tags that may be printed, inside blocks too. */
  readonly literals: readonly Literal[];
  /** Literal defaults of variables before the first block tag. */
  readonly defaults: readonly Literal[];
  /** Of the context, in the order of the source. */
  readonly variables: readonly VariableUse[];
  /** What the template asks of the platform by name. */
  readonly names: readonly UsedName[];
  /** Attributes of `user` that are printed as they are or encoded, with the place of each. */
  readonly printedOfUser: readonly { readonly name: string; readonly span: Span }[];
  /** What may not be templated in the origin of a connector's URL. */
  readonly originFault: UrlTemplateFault | null;
}

export interface UsedName {
  readonly kind: 'variable' | 'function' | 'filter';
  readonly name: string;
  readonly span: Span;
}

/** A URL has at most 2048 characters; what is far longer has that problem, and is not read. */
const longest = 4096;

/** Null where the template does not parse. */
export const urlTextOf = ({ value }: TextField): UrlText | null => readUrl(value);

/** The token URLs of a registry are mostly the same few. */
const readUrl = interned((value: string): UrlText | null => {
  if (value.length > longest) return null;
  const read = readTemplate({ value });
  if (!read) return plainText(value);
  if ('error' in read) return null;
  const { body } = read.template.tree;
  return {
    ...readHead(body, value),
    literals: literalsOf(body, value),
    variables: read.analysis.variables.filter(isOutside),
    names: namesIn(read.analysis),
    printedOfUser: printedOfUser(read),
    originFault: originFault(body, value),
  };
}, 256 * 1024);

type Parsed = Extract<ReadTemplate, { template: unknown }>;

const namesIn = ({ variables, functions, filters }: TemplateAnalysis): UsedName[] => [
  ...variables.filter(isOutside).map(({ name, span }) => ({ kind: 'variable' as const, name, span })),
  ...functions.filter(isOutside).map(({ name, span }) => ({ kind: 'function' as const, name, span })),
  ...filters.map(({ name, span }) => ({ kind: 'filter' as const, name, span })),
];

function printedOfUser({ template, analysis }: Parsed): UrlText['printedOfUser'] {
  if (!analysis.variables.some(({ name, origin }) => name === 'user' && origin !== 'template')) return [];
  const found: { name: string; span: Span }[] = [];
  walk(template.tree, (output) => {
    if (output.kind !== 'Output') return;
    for (const printed of output.nodes) {
      if (printed.kind === 'TemplateData') continue;
      for (const node of printedValues(printed)) {
        if (node.kind !== 'GetAttribute' || node.target.kind !== 'Name' || node.target.name !== 'user')
          continue;
        found.push({ name: node.name, span: node.span });
      }
    }
  });
  return found;
}

const isOutside = ({ origin }: { readonly origin: Origin }): boolean => origin !== 'template';

function plainText(value: string): UrlText {
  // The engine drops one trailing line break.
  const text = value.replace(/(?:\r\n|\r|\n)$/, '');
  return {
    text,
    isComplete: true,
    beginsWithTag: false,
    spanOf: (start, end) => ({ start, end }),
    literals: [{ text, start: 0, isOpen: false }],
    defaults: [],
    variables: [],
    names: [],
    printedOfUser: [],
    originFault: null,
  };
}

/** A stretch of the text, and where it comes from: character by character, or as a whole. */
interface Piece {
  readonly index: number;
  readonly place: Span;
  readonly isPlain: boolean;
}

type Head = Pick<UrlText, 'text' | 'isComplete' | 'beginsWithTag' | 'spanOf' | 'defaults'>;

function readHead(body: readonly ast.Statement[], template: string): Head {
  const pieces: Piece[] = [];
  const defaults: Literal[] = [];
  let text = '';
  let first: ast.Node | undefined;
  const add = (piece: string, place: Span, isPlain: boolean) => {
    pieces.push({ index: text.length, place, isPlain });
    text += piece;
  };
  const end = body.find(({ kind }) => kind !== 'Output' && !definitions.has(kind));
  for (const statement of body) {
    if (statement === end) break;
    if (statement.kind !== 'Output') continue;
    for (const node of statement.nodes) {
      first ??= node;
      if (node.kind === 'TemplateData') {
        add(node.text, node.span, true);
        continue;
      }
      const fallback = readVariable(node)?.fallback;
      const span = fallbackSpan(node, template);
      if (!fallback || !span) {
        add(unknownMark, tagOf(node.span, template), false);
        continue;
      }
      const isPlain = span.end - span.start === fallback.length;
      add(fallback, span, isPlain);
      if (isPlain) defaults.push({ text: fallback, start: span.start, isOpen: false });
    }
  }
  return {
    text,
    isComplete: end === undefined,
    beginsWithTag: first !== undefined && first.kind !== 'TemplateData',
    defaults,
    spanOf(from, to) {
      const start = placeAt(pieces, from).start;
      return { start, end: Math.max(start, to > from ? placeAt(pieces, to - 1).end : start) };
    },
  };
}

/** Where a character of the text stands; the last one for all that follow. */
function placeAt(pieces: readonly Piece[], at: number): Span {
  const { index, place, isPlain } = pieces.findLast((each) => each.index <= at) ?? nothing;
  if (!isPlain) return place;
  const start = Math.min(place.start + at - index, place.end);
  return { start, end: Math.min(start + 1, place.end) };
}

const nothing: Piece = { index: 0, place: { start: 0, end: 0 }, isPlain: true };

/** An expression with its braces. */
function tagOf({ start, end }: Span, template: string): Span {
  const opened = template.lastIndexOf('{{', start);
  const closed = template.indexOf('}}', end);
  return { start: opened < 0 ? start : opened, end: closed < 0 ? end : closed + 2 };
}
