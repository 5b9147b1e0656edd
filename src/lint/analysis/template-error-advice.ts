/** Where in a template a syntax error is put right, and how. */
import { type Span, type TemplateError, TemplateSyntaxError } from '../../jinja/index.js';
import type { TextField } from '../../registry/model.js';
import { suggest } from '../../text/suggest.js';
import type { Report } from '../finding.js';
import { contentOf, within } from '../place.js';

const tags =
  'for endfor if elif else endif set endset with endwith macro endmacro call endcall filter endfilter raw endraw block endblock autoescape endautoescape print'.split(
    ' ',
  );

/** What other languages call it. */
const foreignTags = new Map([
  ['elseif', 'elif'],
  ['elsif', 'elif'],
  ['end', 'endif'],
  ['fi', 'endif'],
  ['assign', 'set'],
  ['let', 'set'],
  ['foreach', 'for'],
  ['endforeach', 'endfor'],
  ['verbatim', 'raw'],
]);

/** What follows the place of the error in another language, and how Jinja2 spells it. */
const foreignSyntax: readonly (readonly [pattern: RegExp, advice: string])[] = [
  [/^&&/, 'Write `and`.'],
  [/^\|\|/, 'Write `or`.'],
  [/^!(?!=)/, 'Write `not`.'],
  [/^\?\?/, 'Write `| default(...)`.'],
  [/^\?/, 'Write `a if condition else b`.'],
  [/^===/, 'Write `==`.'],
  [/^=(?!=)/, 'A comparison is written `==`.'],
  [/^:/, "Arguments stand in brackets: `default('x')`."],
  [/^\[/, "A part of what a filter gives needs brackets: `(value | filter)['key']`."],
  [/^if\b/, '"else if" is one word: `{% elif ... %}`.'],
];

export function describeTemplateError(field: TextField, error: TemplateError): Report {
  const { value } = field;
  const span = placeOf(error, value);
  const suggestion = unknownTag(error);
  const hint = suggestion ? `Did you mean \`${suggestion}\`?` : adviceFor(error, value, span);
  return {
    at: span ? within(field, span) : contentOf(field),
    message: error.message.replace(/\.$/, ''),
    ...(hint === null ? {} : { hint }),
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}

/** What has to be changed: a tag that is never closed stands nearer to the mistake than the end of the template. */
function placeOf(error: TemplateError, source: string): Span | null {
  const { span, message } = error;
  if (error instanceof TemplateSyntaxError && error.unclosed) return error.unclosed;
  if (!span) return null;
  if (message.startsWith('unexpected end of template')) {
    const start = Math.max(source.lastIndexOf('{{', span.start), source.lastIndexOf('{%', span.start));
    return start < 0 ? span : { start, end: start + 2 };
  }
  // `{{ {{ x }} }}`: what follows the inner braces is read as a dict.
  if (message.startsWith("expected token ':', got")) {
    const inner = source.lastIndexOf('{{', span.start);
    if (source.lastIndexOf('{{', inner - 1) >= 0) return { start: inner, end: inner + 2 };
  }
  const opening = message.startsWith('Missing end of comment')
    ? '{#'
    : message.startsWith('Missing end of raw')
      ? '{%'
      : null;
  if (!opening) return span;
  const start = source.lastIndexOf(opening, span.start);
  return start < 0 ? span : { start, end: Math.max(start + 2, Math.min(span.start, source.length)) };
}

function unknownTag({ message }: TemplateError): string | undefined {
  const tag = /^Encountered unknown tag '([^']+)'/.exec(message)?.[1];
  if (tag === undefined || tags.includes(tag)) return undefined;
  return foreignTags.get(tag) ?? suggest(tag, tags);
}

function adviceFor({ message }: TemplateError, source: string, span: Span | null): string | null {
  if (message.startsWith('unexpected end of template')) return 'Close it with `}}` or `%}`.';
  if (message.startsWith('Missing end of comment')) return 'Close it with `#}`.';
  if (message.startsWith('Missing end of raw')) return 'Close it with `{% endraw %}`.';
  const open = /^Unexpected end of template.*needs to be closed is '(\w+)'/.exec(message)?.[1];
  if (open !== undefined) return `Close it with \`{% end${open} %}\`.`;
  if (!span) return null;
  if (source.startsWith('{{', span.start)) return 'Inside of `{{ }}` names stand by themselves.';
  if (message === "unexpected '}'" || message.startsWith("unexpected '}', expected")) {
    return 'An expression ends with `}}`, and every bracket in it is closed first.';
  }
  // Where `||` is read as two filters, the error stands at the second.
  const before = source[span.start - 1] === '|' && source[span.start] === '|' ? 1 : 0;
  const rest = source.slice(span.start - before, span.start + 4);
  return foreignSyntax.find(([pattern]) => pattern.test(rest))?.[1] ?? null;
}
