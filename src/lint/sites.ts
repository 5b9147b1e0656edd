/** Walks a registry the way rules see it: entries, requests, templates. */
import {
  analyze,
  type ast,
  forEachChild,
  type ParsedTemplate,
  parse,
  type TemplateAnalysis,
  TemplateError,
  TemplateSyntaxError,
} from '../jinja/index.js';
import type { FieldGroup } from '../platform/fields.js';
import type { ConfigValue, Registry, RequestDefinition, Row, TextField } from '../registry/model.js';
import type { RequestSite, TemplateSite } from './rule.js';

/** Simple connectors first, then composites with their steps, each in the order of the file. */
export function* requestSites(registry: Registry): Iterable<RequestSite> {
  for (const connector of registry.connectors) {
    yield { kind: 'simple', registry, entry: connector, request: connector, step: null };
  }
  for (const composite of registry.composites) {
    for (const step of composite.steps) {
      yield { kind: 'composite', registry, entry: composite, request: step, step };
    }
  }
}

/** A field that is a template, and how people call it. */
export interface LabelledField {
  readonly field: TextField;
  readonly label: string;
  readonly group: FieldGroup;
}

/** Every field of a request that the platform renders. platform.md section 4. */
export function* templateFieldsOf(request: RequestDefinition): Iterable<LabelledField> {
  if (request.url) yield { field: request.url, label: 'url', group: 'url' };
  yield* rows('headers', request.headers);
  yield* rows('query_parameters', request.queryParameters);
  for (const [name, value] of request.authentication?.config ?? []) {
    yield* configFields(`authentication.config.${name}`, value);
  }
  if (request.requestBody) {
    yield { field: request.requestBody, label: 'request_body', group: 'request_body' };
  }
  if (request.responseBody) {
    yield { field: request.responseBody, label: 'response_body', group: 'response_body' };
  }
}

function* rows(name: string, list: readonly Row[]): Iterable<LabelledField> {
  for (const [index, { key, value }] of list.entries()) {
    if (value) yield { field: value, label: `${name}[${index}].value (${key.value})`, group: 'value' };
  }
}

/** A hostile registry may nest deeper than calls can. */
function* configFields(label: string, value: ConfigValue): Iterable<LabelledField> {
  const pending = [{ label, value }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { label: name, value: current } = next;
    if (current.kind === 'text') yield { field: current.field, label: name, group: 'value' };
    else if (current.kind === 'array') {
      pending.push(
        ...current.items.map((item, at) => ({ label: `${name}[${at}]`, value: item })).toReversed(),
      );
    } else if (current.kind === 'object') {
      pending.push(
        ...[...current.entries].map(([key, item]) => ({ label: `${name}.${key}`, value: item })).reverse(),
      );
    }
  }
}

const hasTag = /\{[{%#]/;

/**
 * Operators and filters can be chained without end, which makes a tree as deep as the text is long; rules follow it with
 * calls. CPython gives up at about this depth, too.
 */
const deepest = 1000;

function isTooDeep(tree: ast.TemplateNode): boolean {
  let level: ast.Node[] = [tree];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return true;
    const next: ast.Node[] = [];
    for (const node of level) forEachChild(node, (child) => next.push(child));
    level = next;
  }
  return false;
}

const tooDeep = () =>
  new TemplateSyntaxError('the template is nested too deeply', { pythonName: 'RecursionError' });

export type ReadTemplate =
  | { readonly template: ParsedTemplate; readonly analysis: TemplateAnalysis }
  | { readonly error: TemplateError };

/** Null for text that no template engine would change. */
export function readTemplate(field: TextField): ReadTemplate | null {
  if (!hasTag.test(field.value)) return null;
  try {
    const template = parse(field.value);
    if (field.value.length > deepest && isTooDeep(template.tree)) return { error: tooDeep() };
    return { template, analysis: analyze(template.tree) };
  } catch (error) {
    if (error instanceof TemplateError) return { error };
    throw error;
  }
}

export const templateSite = (
  site: RequestSite,
  field: LabelledField,
  { template, analysis }: Extract<ReadTemplate, { template: unknown }>,
): TemplateSite => ({ ...site, ...field, template, analysis });
