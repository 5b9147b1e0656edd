/** Renders one field by itself and says everything that can be said of it. */
import {
  analyze,
  type ast,
  OutputTrace,
  type Span,
  sourceOffset,
  Template,
  type UndefinedPrinted,
  type Value,
  walk,
} from '../../jinja/index.js';
import type { TextField } from '../../registry/model.js';
import { withoutComputedValues } from '../derived-secrets.js';
import { StepError } from '../failure.js';
import type { FaultPlace } from '../field-renderer.js';
import type { FieldGroup } from '../fields.js';
import { leftOver, undefinedWarning } from './field-warnings.js';
import { holdsPlaceholder, revealPlaceholders } from './placeholder.js';
import type { RenderContext } from './render-context.js';
import type { RenderedField, RenderFault } from './result.js';

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
  readonly identity: FieldIdentity;
  private readonly context: RenderContext;

  constructor(identity: FieldIdentity, values: ReadonlyMap<string, Value>, context: RenderContext) {
    this.identity = identity;
    this.context = context;
    const { use } = context;
    use.steps.clear();
    context.current = identity;
    const printed = new Map<number, UndefinedPrinted>();
    this.text = this.render(values, printed);
    context.current = null;
    this.dependsOn = [...use.steps];
    this.usesSecret = context.usedSecret || mentionsSecret(identity.field, context);
    if (this.text === null) return;
    for (const event of printed.values()) {
      const message = this.usesSecret
        ? withoutComputedValues(event.message, identity.field.value)
        : event.message;
      context.warn(undefinedWarning({ ...event, message }, identity, context));
    }
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
      const { message, hint, kind, ...place } = error.failure.template;
      // What fails on a placeholder, or after one has decided the way, may well work in a run.
      const doubtful = use.steps.size > 0 && !(isUnknownName(message) && !this.branches());
      if (!doubtful) {
        this.errors.push({ code: kind === 'jwt' ? 'jwt' : 'template', kind, message, hint, place });
      }
      return null;
    }
  }

  /** Whether a placeholder may have decided what was printed. */
  get isDoubtful(): boolean {
    return this.dependsOn.length > 0 && this.branches();
  }

  get holdsPlaceholder(): boolean {
    return this.text !== null && holdsPlaceholder(this.text);
  }

  private branches(): boolean {
    const template = this.context.renderer.compile(this.identity.field);
    return template instanceof Template && hasBranches(template.ast);
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

const isUnknownName = (message: string): boolean => /^'[^']+' is undefined$/.test(message);

function hasBranches(tree: ast.TemplateNode): boolean {
  let found = false;
  walk(tree, ({ kind }) => {
    found ||=
      kind === 'If' || kind === 'For' || kind === 'Conditional' || kind === 'Logical' || kind === 'Test';
  });
  return found;
}

/** Whether the template names `get_secret`, reached or not. */
function mentionsSecret(field: TextField, { renderer }: RenderContext): boolean {
  if (!field.value.includes('get_secret')) return false;
  const template = renderer.compile(field);
  if (!(template instanceof Template)) return true;
  const { functions, variables } = analyze(template);
  return [...functions, ...variables].some(({ name }) => name === 'get_secret');
}
