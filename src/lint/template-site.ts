import type { ParsedTemplate } from '../jinja/index.js';
import type { FieldGroup } from '../platform/fields.js';
import type { LabelledField } from '../platform/template-fields.js';
import type { TextField } from '../registry/model.js';
import type { RequestSite, TemplateContent, TemplateSite } from './rule.js';

/** A template at its place, which notices who asks whose it is. */
export class PlacedTemplate implements TemplateSite {
  readonly kind: TemplateSite['kind'];
  readonly field: TextField;
  readonly group: FieldGroup;
  readonly template: ParsedTemplate;
  readonly analysis: TemplateSite['analysis'];
  isOwnerRead = false;

  constructor(
    private readonly site: RequestSite,
    private readonly labelled: LabelledField,
    readonly content: TemplateContent,
  ) {
    this.kind = site.kind;
    this.field = labelled.field;
    this.group = labelled.group;
    this.template = content.template;
    this.analysis = content.analysis;
  }

  get label(): string {
    return this.labelled.label;
  }

  get registry(): TemplateSite['registry'] {
    return this.owner().registry;
  }

  get entry(): TemplateSite['entry'] {
    return this.owner().entry;
  }

  get request(): TemplateSite['request'] {
    return this.owner().request;
  }

  get step(): TemplateSite['step'] {
    return this.owner().step;
  }

  private owner(): RequestSite {
    this.isOwnerRead = true;
    return this.site;
  }
}
