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
import type { Registry, TextField } from '../registry/model.js';
import { interned } from './analysis/interned.js';
import type { RequestSite, TemplateContent } from './rule.js';

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

class Content implements TemplateContent {
  known: TemplateContent['known'] = [];

  constructor(
    readonly source: string,
    readonly template: ParsedTemplate,
    readonly analysis: TemplateAnalysis,
  ) {}

  get content(): TemplateContent {
    return this;
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

/** Whether anything in it is a template engine's to read. */
export const hasTags = ({ value }: Pick<TextField, 'value'>): boolean =>
  value.includes('{') && hasTag.test(value);

export type ReadTemplate = TemplateContent | { readonly error: TemplateError };

/** Null for text that no template engine would change. */
export function readTemplate(field: Pick<TextField, 'value'>): ReadTemplate | null {
  return hasTags(field) ? readText(field.value) : null;
}

/** Says that no rule is going to ask again for what stands here. */
export function releaseTemplate({ value }: Pick<TextField, 'value'>): void {
  readText.drop(value);
}

/** Templates repeat themselves, and trees take fifty times the memory of their texts: a second tree costs more than one kept. */
const readText = interned((text: string): ReadTemplate => {
  try {
    const template = parse(text);
    if (text.length > deepest && isTooDeep(template.tree)) return { error: tooDeep() };
    return new Content(text, template, analyze(template.tree));
  } catch (error) {
    if (error instanceof TemplateError) return { error };
    throw error;
  }
}, 1024 * 1024);
