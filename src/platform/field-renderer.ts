/** Renders template fields and says where one fails: in the template and, through JSON's escapes, in the registry file. */
import type { Environment, Span, Template, Value } from '../jinja/index.js';
import { TemplateError } from '../jinja/index.js';
import type { TextField } from '../registry/model.js';
import type { SourceFile } from '../text/source.js';
import { templateError } from './failure.js';
import type { FieldGroup } from './fields.js';
import { type HintSource, hintFor } from './hints.js';
import type { TemplateFault } from './result.js';

export class FieldRenderer {
  private readonly templates = new Map<TextField, Template>();

  constructor(
    private readonly environment: Environment,
    private readonly file: SourceFile,
    private readonly hints: HintSource,
  ) {}

  /**
   * @param label the field as a person reads it, `headers[0].value (Authorization)`
   * @throws {StepError} with the template's fault
   */
  render(field: TextField, label: string, group: FieldGroup, context: ReadonlyMap<string, Value>): string {
    try {
      let template = this.templates.get(field);
      if (!template) {
        template = this.environment.fromString(field.value);
        this.templates.set(field, template);
      }
      return template.render(context);
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error;
      throw templateError({
        ...this.place(field, label, error.span),
        message: error.message,
        kind: error.kind,
        hint: hintFor(error, field.value, group, this.hints),
      });
    }
  }

  /** A fault of what a field rendered to, which no single token of the template is to blame for. */
  fault(
    field: TextField,
    label: string,
    kind: TemplateFault['kind'],
    message: string,
    hint: string | null,
  ): TemplateFault {
    return { ...this.place(field, label, null), message, kind, hint };
  }

  private place(
    field: TextField,
    label: string,
    span: Span | null,
  ): Omit<TemplateFault, 'message' | 'kind' | 'hint'> {
    const start = span ? field.offsetAt(span.start) : field.span.start;
    const end = span ? Math.max(field.offsetAt(span.end), start + 1) : field.span.end;
    const from = this.file.positionAt(start);
    const to = this.file.positionAt(end);
    return {
      field: label,
      pointer: field.pointer,
      template: field.value,
      template_position: span ? templatePosition(field.value, span) : null,
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
