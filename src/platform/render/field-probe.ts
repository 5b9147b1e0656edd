/** Renders one field by itself and says everything that can be said of it. */
import {
  analyze,
  Dict,
  OutputTrace,
  type Span,
  sourceOffset,
  Template,
  type UndefinedPrinted,
  type Value,
} from '../../jinja/index.js';
import type { TextField } from '../../registry/model.js';
import { withoutComputedValues } from '../derived-secrets.js';
import { StepError } from '../failure.js';
import type { FaultPlace } from '../field-renderer.js';
import type { FieldGroup } from '../fields.js';
import { leftOver, printedMethods, undefinedWarning } from './field-warnings.js';
import { holdsPlaceholder, revealPlaceholders, UnknownStep } from './placeholder.js';
import type { RenderContext } from './render-context.js';
import type { RenderedField, RenderFault } from './result.js';
import { Taint } from './taint.js';

type TemplatePosition = NonNullable<FaultPlace['template_position']>;

export interface FieldIdentity {
  field: TextField;
  /** `headers.Authorization` */
  name: string;
  /** `headers[0].value (Authorization)` */
  label: string;
  group: FieldGroup;
}

/** A field that was rendered; `check` may still find fault with what it rendered to. */
export class FieldProbe {
  /** With its placeholders as the engine printed them; null where nothing was rendered. */
  readonly text: string | null;
  readonly trace = new OutputTrace();
  readonly usesSecret: boolean;
  readonly dependsOn: readonly string[];
  readonly errors: RenderFault[] = [];
  /** What no answer can have and printed nothing, with what to write instead. */
  readonly misses: { span: Span; hint: string }[] = [];
  readonly identity: FieldIdentity;
  private readonly context: RenderContext;
  private readonly values: ReadonlyMap<string, Value>;

  constructor(identity: FieldIdentity, values: ReadonlyMap<string, Value>, context: RenderContext) {
    this.identity = identity;
    this.context = context;
    this.values = values;
    const { use } = context;
    use.steps.clear();
    use.misses.clear();
    context.current = identity;
    const printed = new Map<number, UndefinedPrinted>();
    this.text = this.render(values, printed);
    context.current = null;
    this.dependsOn = [...use.steps];
    this.usesSecret = context.usedSecret || mentionsSecret(identity.field, context);
    if (this.text === null) return;
    for (const event of printed.values()) {
      const miss = this.usesSecret ? null : use.misses.get(event.message);
      if (miss) this.misses.push({ span: event.span, hint: miss });
      const message = this.usesSecret
        ? withoutComputedValues(event.message, identity.field.value)
        : event.message;
      context.warn(undefinedWarning({ ...event, message }, identity, context));
    }
    for (const method of printedMethods(this.text, this.trace, identity, context)) context.warn(method);
    const found =
      this.usesSecret || identity.group === 'url' ? null : leftOver(this.text, this.trace, identity, context);
    if (found) context.warn(found);
  }

  private render(values: ReadonlyMap<string, Value>, printed: Map<number, UndefinedPrinted>): string | null {
    const { field, label, group } = this.identity;
    const { renderer, use } = this.context;
    try {
      return renderer.render(field, label, group, values, {
        trace: this.trace,
        // A loop prints the same nothing many times.
        onUndefinedPrinted: (event) => printed.set(event.span.start, event),
      });
    } catch (error) {
      if (!(error instanceof StepError) || error.failure.template === null) throw error;
      const { message, hint: usual, kind, ...place } = error.failure.template;
      if (use.steps.size === 0 || this.failsInAnyRun(message, place)) {
        // The advice names what was read, which a secret may have been made into.
        const miss = mentionsSecret(this.identity.field, this.context) ? null : use.misses.get(message);
        const hint = miss ?? methodHint(message) ?? usual;
        this.errors.push({ code: kind === 'jwt' ? 'jwt' : 'template', kind, message, hint, place });
      }
      return null;
    }
  }

  /** Whether a placeholder may have decided what was printed. */
  get isDoubtful(): boolean {
    return this.dependsOn.length > 0 && (this.taint()?.decides ?? false);
  }

  get holdsPlaceholder(): boolean {
    return this.text !== null && holdsPlaceholder(this.text);
  }

  /** What fails on a placeholder, or where one has decided the way, may well work in a run. */
  private failsInAnyRun(message: string, { template, template_position }: FaultPlace): boolean {
    if (template_position === null) return false;
    const span = spanOf(template, template_position);
    const isCertain = this.context.use.misses.has(message) || isOfMethod(message);
    return this.taint()?.failsFor(span, message, isCertain) ?? false;
  }

  private taint(): Taint | null {
    const template = this.context.renderer.compile(this.identity.field);
    const steps = this.values.get('steps');
    if (!(template instanceof Template) || !(steps instanceof Dict)) return null;
    const unknown = [...steps.entries.values()].filter(([, value]) => value instanceof UnknownStep);
    return new Taint(template.ast, new Set(unknown.map(([name]) => String(name))));
  }

  /** What printed the character at `index` of the text: an expression, or the character of the template itself. */
  spanAt(index: number): Span | null {
    const piece = this.trace.pieceAt(index);
    if (piece?.kind !== 'text') return piece?.span ?? null;
    const start = sourceOffset(this.identity.field.value, piece, index);
    return { start, end: start + 1 };
  }

  place(span: Span | null): FaultPlace {
    return this.context.renderer.placeOf(this.identity.field, this.identity.label, span);
  }

  fail(code: string, message: string, hint: string | null, span: Span | null): void {
    const kind = code === 'url' || code === 'header' ? code : null;
    this.errors.push({ code, kind, message, hint, place: this.place(span) });
  }

  /** What people and X-Debug-Request are shown. */
  get shown(): string | null {
    const { field } = this.identity;
    if (this.usesSecret && !this.context.showSecrets) return field.value;
    if (this.text !== null) return revealPlaceholders(this.text);
    return this.dependsOn.length > 0 && this.errors.length === 0 ? `<${this.dependency()}>` : null;
  }

  /** As people read it where nothing can be shown. */
  private dependency(): string {
    return `depends on ${this.dependsOn.map((step) => `steps.${step}`).join(', ')}`;
  }

  result(): RenderedField {
    const { field, name, label } = this.identity;
    return {
      name,
      label,
      pointer: field.pointer,
      template: field.value,
      rendered: this.shown,
      uses_secret: this.usesSecret,
      depends_on: this.dependsOn,
      errors: this.errors,
    };
  }
}

const isOfMethod = (message: string): boolean => message.includes('builtin_function_or_method');

const methodHint = (message: string): string | null =>
  isOfMethod(message)
    ? "This is Python's method, not a field: call it, or read the field as an item, `['items']`."
    : null;

/** UTF-16 offsets of a place that is given in characters. */
function spanOf(template: string, { line, column, length }: TemplatePosition): Span {
  const lines = template.split('\n');
  const before = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  const characters = [...template.slice(before)];
  const start = before + characters.slice(0, column - 1).join('').length;
  return { start, end: start + characters.slice(column - 1, column - 1 + length).join('').length };
}

/** Whether the template names `get_secret`, reached or not. */
function mentionsSecret(field: TextField, { renderer }: RenderContext): boolean {
  if (!field.value.includes('get_secret')) return false;
  const template = renderer.compile(field);
  if (!(template instanceof Template)) return true;
  const { functions, variables } = analyze(template);
  return [...functions, ...variables].some(({ name }) => name === 'get_secret');
}
