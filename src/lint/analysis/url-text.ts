/** What of a URL stands in its template literally, with the place of every character. */
import {
  analyze,
  type ast,
  type Origin,
  parse,
  type TemplateAnalysis,
  TemplateError,
  type VariableUse,
} from '../../jinja/index.js';
import {
  fallbackSpan,
  originFault,
  readVariable,
  type UrlTemplateFault,
} from '../../platform/url-template.js';
import type { TextField } from '../../registry/model.js';
import { oncePer } from '../../text/once.js';
import type { Span } from '../../text/source.js';

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
  /** What may not be templated in the origin of a connector's URL. */
  readonly originFault: UrlTemplateFault | null;
}

export interface UsedName {
  readonly kind: 'variable' | 'function' | 'filter';
  readonly name: string;
  readonly span: Span;
}

export interface Literal {
  readonly text: string;
  /** Where it begins in the template. */
  readonly start: number;
  /** A tag follows, which may print more. */
  readonly isOpen: boolean;
}

/** A URL has at most 2048 characters; what is far longer has that problem, and is not read. */
const longest = 4096;

/** Null where the template does not parse. */
export const urlTextOf: (field: TextField) => UrlText | null = oncePer(({ value }: TextField) => {
  if (value.length > longest) return null;
  try {
    if (!/\{[{%#]/.test(value)) return plainText(value);
    const { tree } = parse(value);
    const analysis = analyze(tree);
    const variables = analysis.variables.filter(isOutside);
    return {
      ...readHead(tree.body, value),
      literals: literalsOf(tree.body, value),
      variables,
      names: namesIn(analysis),
      originFault: originFault(tree.body, value),
    };
  } catch (error) {
    if (error instanceof TemplateError) return null;
    throw error;
  }
});

const namesIn = ({ variables, functions, filters }: TemplateAnalysis): UsedName[] => [
  ...variables.filter(isOutside).map(({ name, span }) => ({ kind: 'variable' as const, name, span })),
  ...functions.filter(isOutside).map(({ name, span }) => ({ kind: 'function' as const, name, span })),
  ...filters.map(({ name, span }) => ({ kind: 'filter' as const, name, span })),
];

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
    originFault: null,
  };
}

type Head = Pick<UrlText, 'text' | 'isComplete' | 'beginsWithTag' | 'spanOf' | 'defaults'>;

function readHead(body: readonly ast.Statement[], template: string): Head {
  const places: Span[] = [];
  const defaults: Literal[] = [];
  let text = '';
  let first: ast.Node | undefined;
  const add = (piece: string, placeOf: (index: number) => Span) => {
    text += piece;
    for (let index = 0; index < piece.length; index += 1) places.push(placeOf(index));
  };
  const end = body.find(({ kind }) => kind !== 'Output' && !definitions.has(kind));
  for (const statement of body) {
    if (statement === end) break;
    if (statement.kind !== 'Output') continue;
    for (const node of statement.nodes) {
      first ??= node;
      if (node.kind === 'TemplateData') {
        add(node.text, (index) => ({ start: node.span.start + index, end: node.span.start + index + 1 }));
        continue;
      }
      const fallback = readVariable(node)?.fallback;
      const span = fallbackSpan(node, template);
      if (!fallback || !span) {
        const tag = tagOf(node.span, template);
        add(unknownMark, () => tag);
        continue;
      }
      const isPlain = span.end - span.start === fallback.length;
      add(fallback, (index) => (isPlain ? { start: span.start + index, end: span.start + index + 1 } : span));
      if (isPlain) defaults.push({ text: fallback, start: span.start, isOpen: false });
    }
  }
  return {
    text,
    isComplete: end === undefined,
    beginsWithTag: first !== undefined && first.kind !== 'TemplateData',
    defaults,
    spanOf: (from, to) => {
      const start = (places[from] ?? places.at(-1))?.start ?? 0;
      return { start, end: Math.max(start, places[to - 1]?.end ?? start) };
    },
  };
}

/** An expression with its braces. */
function tagOf({ start, end }: Span, template: string): Span {
  const opened = template.lastIndexOf('{{', start);
  const closed = template.indexOf('}}', end);
  return { start: opened < 0 ? start : opened, end: closed < 0 ? end : closed + 2 };
}

/** What these hold is printed elsewhere, or nowhere. */
const definitions: ReadonlySet<ast.Statement['kind']> = new Set(['Assign', 'AssignBlock', 'Macro']);

/** What a filter or a macro makes of the text inside is not known. */
const rewriting: ReadonlySet<ast.Statement['kind']> = new Set(['FilterBlock', 'CallBlock']);

function literalsOf(body: readonly ast.Statement[], template: string): Literal[] {
  const literals: Literal[] = [];
  const visit = (statements: readonly ast.Statement[]) => {
    for (const statement of statements) {
      if (definitions.has(statement.kind) || rewriting.has(statement.kind)) continue;
      if (statement.kind === 'Output') {
        for (const node of statement.nodes) {
          if (node.kind !== 'TemplateData') continue;
          const { start, end } = node.span;
          literals.push({ text: node.text, start, isOpen: end < template.length });
        }
      } else if (statement.kind === 'If') {
        visit(statement.body);
        visit(statement.elifs);
        visit(statement.alternate);
      } else {
        if ('body' in statement) visit(statement.body);
        if (statement.kind === 'For') visit(statement.alternate);
      }
    }
  };
  visit(body);
  return literals;
}
