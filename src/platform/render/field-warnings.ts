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
  const hint =
    context.use.misses.get(event.message) ??
    nearKey(event) ??
    (event.owner === undefined ? renderer.hintFor(error, field, group) : null);
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

const printedMethod = /(?:&lt;|<)built-in method (\w+) of (str|dict) object at 0x[0-9a-f]+(?:&gt;|>)/g;

export const printsMethod = (text: string): boolean => text.search(printedMethod) >= 0;

/** Python's methods where fields were meant. platform.md section 11, no. 12. */
export function printedMethods(
  text: string,
  trace: OutputTrace,
  { field, label }: FieldIdentity,
  { renderer }: RenderContext,
): Found[] {
  return [...text.matchAll(printedMethod)].map(({ 1: name, 2: type, index }) => ({
    code: 'method-printed',
    message: `${label}: this prints Python's method \`${name}\` of ${type === 'str' ? 'a text' : 'a mapping'}, and no field`,
    hint:
      type === 'str'
        ? `A text has no fields, and \`from_json\` is missing: write \`(... | from_json).${name}\`.`
        : `Read the field as an item: \`['${name}']\`.`,
    place: renderer.placeOf(field, label, trace.pieceAt(index)?.span ?? null),
  }));
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
