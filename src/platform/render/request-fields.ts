/** The fields of one request, each rendered by itself: a fault in one hides nothing of the others. */
import type { RequestDefinition } from '../../registry/model.js';
import type { VisibleResponse } from '../contexts.js';
import { isConnectionHeader } from '../exchange.js';
import type { MergedValue } from '../merge.js';
import {
  collectCredential,
  headerLabel,
  isBlank,
  queryLabel,
  unsendable,
  unsendableCharacter,
} from '../prepare.js';
import { fragmentMessage, sendsBody } from '../request.js';
import { checkUrl, isRefused } from '../url-policy.js';
import { checkUrlTemplate } from '../url-template.js';
import { renderAuthentication } from './authentication-fields.js';
import { checkJsonBody, warnOfAnswer } from './body-checks.js';
import { FieldProbe } from './field-probe.js';
import { neutralPlaceholders, padPlaceholders } from './placeholder.js';
import type { RenderContext } from './render-context.js';
import type { DebugRequest, RenderedField, RenderedStep, RenderFault } from './result.js';

export interface RenderSource {
  name: string;
  index: number;
  definition: RequestDefinition;
  headers: readonly MergedValue[];
  query: readonly MergedValue[];
  /** What goes out as the body where `request_body` is blank. */
  blankBody: string | null;
  /** What the upstream answered, if that is known: `response_body` is rendered with it. */
  answer: VisibleResponse | null;
  /** Whether the result is the connector's answer, which a widget reads as JSON. */
  isLast: boolean;
}

export interface RequestOutcome {
  step: RenderedStep;
  /** What `response_body` made of the answer; null where it was not rendered. */
  transformed: string | null;
}

export function renderRequest(source: RenderSource, context: RenderContext): RequestOutcome {
  const request = new RequestFields(source, context);
  const step = request.render();
  return { step, transformed: request.transformed };
}

class RequestFields {
  transformed: string | null = null;
  private readonly fields: RenderedField[] = [];
  private readonly errors: RenderFault[] = [];
  private readonly source: RenderSource;
  private readonly context: RenderContext;

  constructor(source: RenderSource, context: RenderContext) {
    this.source = source;
    this.context = context;
  }

  render(): RenderedStep {
    const { name, index, definition } = this.source;
    const url = this.url();
    const { shown: headers, contentType } = this.headers();
    const debug_request: DebugRequest = {
      url,
      method: definition.method,
      headers,
      query_parameters: this.query(),
      authentication: renderAuthentication(definition.authentication, this.context, (probe) =>
        this.add(probe),
      ),
      request_body: this.requestBody(contentType),
      response_body: isBlank(definition.responseBody) ? null : (definition.responseBody?.value ?? null),
      response_content_type: definition.responseContentType?.value.trim() || null,
    };
    this.responseBody();
    return { name, index, debug_request, fields: this.fields, errors: this.errors };
  }

  private add(probe: FieldProbe): void {
    this.fields.push(probe.result());
    this.errors.push(...probe.errors);
  }

  private url(): string | null {
    const field = this.source.definition.url;
    if (!field) return null;
    const { context } = this;
    const identity = { field, name: 'url', label: 'url', group: 'url' as const };
    const probe = new FieldProbe(identity, context.contexts.of('url'), context);
    const illegal = checkUrlTemplate(field.value);
    if (illegal) probe.fail('url', illegal.reason, illegal.advice, null);
    else if (probe.text !== null) this.checkUrl(probe, probe.text);
    this.add(probe);
    return probe.shown;
  }

  private checkUrl(probe: FieldProbe, text: string): void {
    const { settings, warn } = this.context;
    const { text: neutral, changed } = neutralPlaceholders(text);
    const checked = checkUrl(neutral, { allowPrivateNetwork: settings.allowPrivateNetwork });
    if (isRefused(checked)) {
      // What a placeholder decided may be otherwise in a run.
      if (probe.isDoubtful) return;
      // A refusal of the URL as a whole has no index, and neither has what was changed.
      const span = !changed && checked.index > 0 ? probe.spanAt(checked.index) : null;
      probe.fail('url', checked.reason, checked.advice, span);
      return;
    }
    if (checked.hasQuery && this.source.query.length > 0) {
      warn({
        code: 'url-query-string',
        message:
          'the URL has a query string beside `query_parameters`; on the platform such values were seen to arrive blank',
        hint: 'Move them to `query_parameters`.',
        place: probe.place(null),
      });
    }
    if (checked.fragment !== null) {
      warn({
        code: 'url-fragment',
        message: fragmentMessage(changed ? null : checked.fragment.length),
        hint: null,
        place: probe.place(probe.spanAt(padPlaceholders(text).indexOf('#'))),
      });
    }
  }

  /** The later of two rows with one name, in any case, replaces the earlier. */
  private headers(): { shown: Map<string, string | null>; contentType: string | null } {
    const sent = new Map<string, [name: string, value: string | null]>();
    let contentType: string | null = null;
    for (const each of this.source.headers) {
      const probe = this.probeOf(each, 'headers', headerLabel(each));
      const value = each.from === 'caller' ? each.value : (probe?.text ?? (each.row.value ? null : ''));
      this.checkHeader(each, value, probe);
      if (probe) this.add(probe);
      if (isConnectionHeader(each.key)) {
        this.context.warn({
          code: 'header-not-sent',
          message: `the header '${each.key}' belongs to the connection; it is not sent`,
          hint: null,
          place: probe?.place(null) ?? null,
        });
        continue;
      }
      const lowerCase = each.key.toLowerCase();
      if (lowerCase === 'content-type') contentType = probe?.holdsPlaceholder ? null : value;
      sent.set(lowerCase, [each.key, probe ? probe.shown : value]);
    }
    return { shown: new Map(sent.values()), contentType };
  }

  private checkHeader(each: MergedValue, value: string | null, probe: FieldProbe | null): void {
    if (value === null) return;
    const fault = unsendable(each.key, value);
    if (fault) {
      const index = value.search(unsendableCharacter);
      if (probe) probe.fail('header', fault.reason, fault.advice, index < 0 ? null : probe.spanAt(index));
      else {
        const message = `header ${each.key} of the call: ${fault.reason}`;
        this.errors.push({ code: 'header', kind: 'header', message, hint: fault.advice, place: null });
      }
    }
    if (!probe?.holdsPlaceholder) collectCredential(each.key, value, this.context.secrets);
  }

  private query(): Map<string, string | null> {
    const shown = new Map<string, string | null>();
    for (const each of this.source.query) {
      const probe = this.probeOf(each, 'query_parameters', queryLabel(each));
      if (probe) this.add(probe);
      shown.set(each.key, probe ? probe.shown : each.from === 'caller' ? each.value : '');
    }
    return shown;
  }

  /** A row of the registry; what the caller sends is no template. */
  private probeOf(each: MergedValue, group: string, label: string): FieldProbe | null {
    const field = each.from === 'registry' ? each.row.value : null;
    if (!field) return null;
    const identity = { field, name: `${group}.${each.key}`, label, group: 'value' as const };
    return new FieldProbe(identity, this.context.contexts.of('value'), this.context);
  }

  private requestBody(contentType: string | null): string | null {
    const { definition, blankBody } = this.source;
    const field = definition.requestBody;
    if (field === null || isBlank(field)) return sendsBody(definition) ? blankBody : null;
    if (!sendsBody(definition)) {
      this.context.warn({
        code: 'body-not-sent',
        message: `\`request_body\` has no effect: a ${definition.method} sends no body`,
        hint: null,
        place: this.context.renderer.placeOf(field, 'request_body', null),
      });
      return null;
    }
    const identity = { field, name: 'request_body', label: 'request_body', group: 'request_body' as const };
    const probe = new FieldProbe(identity, this.context.contexts.of('request_body'), this.context);
    if (contentType !== null) checkJsonBody(probe, contentType, this.context);
    this.add(probe);
    return probe.shown;
  }

  /** Without an answer the template is only compiled. */
  private responseBody(): void {
    const { definition, answer, isLast } = this.source;
    const field = definition.responseBody;
    if (field === null || isBlank(field)) return;
    const { contexts, renderer } = this.context;
    const identity = {
      field,
      name: 'response_body',
      label: 'response_body',
      group: 'response_body' as const,
    };
    if (answer === null && !(renderer.compile(field) instanceof Error)) {
      this.fields.push({
        ...{ name: identity.name, label: identity.label, pointer: field.pointer, template: field.value },
        ...{ rendered: null, uses_secret: false, depends_on: [], errors: [] },
      });
      return;
    }
    const probe = new FieldProbe(identity, contexts.of('response_body', answer ?? undefined), this.context);
    if (answer !== null) this.context.usedAnswers = true;
    if (isLast) warnOfAnswer(probe, this.context);
    this.add(probe);
    if (!probe.holdsPlaceholder && answer !== null) this.transformed = probe.text;
  }
}
