/** Renders template fields and says where one fails: in the template and, through JSON's escapes, in the registry file. */
import type { BranchHits, Environment, RenderOptions, Span, Template, Value } from '../jinja/index.js';
import { TemplateError } from '../jinja/index.js';
import type { TextField } from '../registry/model.js';
import { oncePer } from '../text/once.js';
import type { SourceFile } from '../text/source.js';
import { UserError } from '../text/user-error.js';
import { signingError, templateError } from './failure.js';
import type { FieldGroup } from './fields.js';
import { type HintSource, hintFor } from './hints.js';
import { SigningError } from './jwt/signing-error.js';
import type { TemplateFault } from './result.js';

export interface FieldObserver {
  rendered(template: Template, text: string): void;
  /** A message about the field as it may be shown. */
  shown(message: string, template: string): string;
  /** After every field, whether it rendered or failed. */
  finished(): void;
}

/** Where the renders of fields count the branches of their templates that they take. */
export interface BranchCoverage {
  hitsOf(field: TextField): BranchHits;
}

/** A value of the registry: its text, and where it stands. */
type Place = Pick<TextField, 'value' | 'span' | 'pointer'>;

/** Templates are compiled once, however often their connector runs. */
const compilerOf = oncePer((environment: Environment) =>
  oncePer((field: TextField): Template | TemplateError => {
    try {
      return environment.fromString(field.value);
    } catch (error) {
      if (error instanceof TemplateError) return error;
      throw error;
    }
  }),
);

/** A template, or a part of one, and where it stands in the registry. */
export type FaultPlace = Omit<TemplateFault, 'message' | 'kind' | 'hint'>;

export class FieldRenderer {
  /** A template that does not compile is kept as its error, which is due when the field is rendered. */
  private readonly compiled: (field: TextField) => Template | TemplateError;

  constructor(
    environment: Environment,
    private readonly file: SourceFile,
    private readonly hints: HintSource,
    private readonly observer: FieldObserver,
    private readonly coverage: BranchCoverage | null = null,
  ) {
    this.compiled = compilerOf(environment);
  }

  /** Compiles a template ahead of the moment that it is rendered; never throws for what is wrong with it. */
  compile(field: TextField): Template | TemplateError {
    return this.compiled(field);
  }

  /**
   * @param label the field as a person reads it, `headers[0].value (Authorization)`
   * @throws {StepError} with the template's fault
   * @throws {UserError} where a secret's value cannot be read
   */
  render(
    field: TextField,
    label: string,
    group: FieldGroup,
    context: ReadonlyMap<string, Value>,
    options: RenderOptions = {},
  ): string {
    try {
      const template = this.compile(field);
      if (template instanceof TemplateError) throw template;
      const branches = this.coverage?.hitsOf(field);
      const rendered = template.render(context, branches ? { ...options, branches } : options);
      this.observer.rendered(template, rendered);
      return rendered;
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error;
      // A host function met a mistake of the user's, such as a secret's file that cannot be read.
      if (error.cause instanceof UserError) throw error.cause;
      const place = this.place(field, label, error.span && { range: error.span, field });
      if (error.cause instanceof SigningError) {
        const { message, advice } = error.cause;
        throw signingError({ ...place, message, kind: 'jwt', hint: advice });
      }
      throw templateError({
        ...place,
        message: this.observer.shown(error.message, field.value),
        kind: error.kind,
        hint: hintFor(error, field.value, group, this.hints),
      });
    } finally {
      this.observer.finished();
    }
  }

  /** A fault of what a field rendered to, which no single token of the template is to blame for. */
  fault(
    field: Place,
    label: string,
    kind: TemplateFault['kind'],
    message: string,
    hint: string | null,
  ): TemplateFault {
    return { ...this.place(field, label, null), message, kind, hint };
  }

  /** Where a part of a template stands; all of it without a span. */
  placeOf(field: TextField, label: string, range: Span | null): FaultPlace {
    return this.place(field, label, range && { range, field });
  }

  /** Advice for what would have been an error of this field. */
  hintFor(error: TemplateError, field: TextField, group: FieldGroup): string | null {
    return hintFor(error, field.value, group, this.hints);
  }

  /** @param within the part of a text that is to blame, where it is not the whole of `place` */
  private place(place: Place, label: string, within: { field: TextField; range: Span } | null): FaultPlace {
    const start = within ? within.field.offsetAt(within.range.start) : place.span.start;
    const end = within ? Math.max(within.field.offsetAt(within.range.end), start + 1) : place.span.end;
    const from = this.file.positionAt(start);
    const to = this.file.positionAt(end);
    return {
      field: label,
      pointer: place.pointer,
      template: place.value,
      template_position: within && templatePosition(place.value, within.range),
      file: this.file.path,
      line: from.line,
      column: from.column,
      end_line: to.line,
      end_column: to.column,
    };
  }
}

/** 1-based; columns and length in characters. */
function templatePosition(template: string, span: Span): TemplateFault['template_position'] {
  const before = template.slice(0, span.start);
  const lineStart = before.lastIndexOf('\n') + 1;
  return {
    line: before.split('\n').length,
    column: [...before.slice(lineStart)].length + 1,
    length: Math.max(1, [...template.slice(span.start, span.end)].length),
  };
}
