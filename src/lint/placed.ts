/** Texts at their places, which notice who asks whose they are. */
import type { ParsedTemplate } from '../jinja/index.js';
import type { FieldGroup } from '../platform/fields.js';
import type { LabelledField } from '../platform/template-fields.js';
import type { TextField } from '../registry/model.js';
import type { UrlText } from './analysis/url-text.js';
import type { RequestSite, TemplateContent, TemplateSite, TextSite, UrlSite } from './rule.js';

abstract class Placed implements TextSite {
  readonly kind: RequestSite['kind'];
  isOwnerRead = false;

  constructor(private readonly site: RequestSite) {
    this.kind = site.kind;
  }

  get registry(): RequestSite['registry'] {
    return this.#owner().registry;
  }

  get entry(): RequestSite['entry'] {
    return this.#owner().entry;
  }

  get request(): RequestSite['request'] {
    return this.#owner().request;
  }

  get step(): RequestSite['step'] {
    return this.#owner().step;
  }

  #owner(): RequestSite {
    this.isOwnerRead = true;
    return this.site;
  }
}

export class PlacedUrl extends Placed implements UrlSite {
  constructor(
    site: RequestSite,
    readonly field: TextField,
    readonly name: UrlSite['name'],
    readonly url: UrlText,
  ) {
    super(site);
  }
}

export class PlacedTemplate extends Placed implements TemplateSite {
  readonly field: TextField;
  readonly group: FieldGroup;
  readonly template: ParsedTemplate;
  readonly analysis: TemplateSite['analysis'];

  constructor(
    site: RequestSite,
    private readonly labelled: LabelledField,
    readonly content: TemplateContent,
  ) {
    super(site);
    this.field = labelled.field;
    this.group = labelled.group;
    this.template = content.template;
    this.analysis = content.analysis;
  }

  get label(): string {
    return this.labelled.label;
  }
}
