/** What a field that rendered may still have wrong. */
import {
  analyze,
  Dict,
  type OutputTrace,
  sourceOffset,
  Template,
  UndefinedError,
  type UndefinedPrinted,
} from '../../jinja/index.js';
import { suggest } from '../../text/suggest.js';
import { missingMessage } from '../missing-value.js';
import type { FieldIdentity } from './field-probe.js';
import type { RenderContext } from './render-context.js';
import type { RenderWarning } from './result.js';

type Found = Omit<RenderWarning, 'step'>;

/** A variable or attribute that is missing, and printed nothing. */
export function undefinedWarning(
  event: UndefinedPrinted,
  identity: FieldIdentity,
  context: RenderContext,
): Found {
  const { field, label, group } = identity;
  const { renderer } = context;
  const error = new UndefinedError(event.message, { span: event.span });
  const hint = nearKey(event) ?? (event.owner === undefined ? renderer.hintFor(error, field, group) : null);
  return {
    code: 'undefined-printed',
    message: `${label}: ${event.message}, and prints nothing`,
    hint,
    place: renderer.placeOf(field, label, event.span),
  };
}

function nearKey({ owner, name }: UndefinedPrinted): string | null {
  if (!(owner instanceof Dict)) return null;
  const near = suggest(
    name,
    [...owner.keys()].filter((key) => typeof key === 'string'),
  );
  return near === undefined ? null : `Did you mean \`${near}\`?`;
}

const literalCall = /\{\{ get_(?:secret|variable)\('[^']*'\) \}\}/g;

/** A `{{` or `{%` that no template engine has read. */
export function leftOver(
  text: string,
  trace: OutputTrace,
  { field, label }: FieldIdentity,
  { renderer }: RenderContext,
): Found | null {
  // The literal call of a name without a value has a warning of its own.
  const rest = text.replace(literalCall, (call) => ' '.repeat(call.length));
  const index = rest.search(/\{\{|\{%/);
  if (index < 0) return null;
  const piece = trace.pieceAt(index);
  let span = piece?.span ?? null;
  if (piece?.kind === 'text') {
    const start = sourceOffset(field.value, piece, index);
    span = { start, end: start + 2 };
  }
  return {
    code: 'template-left-over',
    message: `${label}: the rendered text still holds \`${rest.slice(index, index + 2)}\``,
    hint: 'It goes out as it is: a template is rendered once, and what it prints is not.',
    place: renderer.placeOf(field, label, span),
  };
}

/** A secret or variable without a value: its literal call goes out. */
export function missingWarning(
  what: 'secret' | 'variable',
  name: string,
  { field, label }: FieldIdentity,
  { renderer }: RenderContext,
): Found {
  const template = renderer.compile(field);
  const calls = template instanceof Template ? analyze(template).functions : [];
  const call = calls.find(
    (use) =>
      use.name === `get_${what}` && field.value.slice(use.call.span.start, use.call.span.end).includes(name),
  );
  return {
    code: `missing-${what}`,
    message: missingMessage(what, name),
    hint: null,
    place: renderer.placeOf(field, label, call?.call.span ?? null),
  };
}
