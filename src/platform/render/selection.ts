/** Parts of a rendering: one step, one field. */
import { withPlaceholderWarning } from './placeholder-warning.js';
import type { RenderedConfig, RenderedField, RenderedStep, RenderResult } from './result.js';

/** The fields of a step by the names that people type, with the text that each goes out as; null where there is none. */
export function fieldTexts(step: RenderedStep): Map<string, string | null> {
  const { url, headers, query_parameters, authentication, request_body } = step.debug_request;
  const texts = new Map<string, string | null>([['url', url]]);
  for (const [name, text] of headers) texts.set(`headers.${name}`, text);
  for (const [name, text] of query_parameters) texts.set(`query_parameters.${name}`, text);
  for (const [name, value] of authentication?.config ?? []) addConfig(texts, `authentication.${name}`, value);
  texts.set('request_body', request_body);
  texts.set('response_body', step.fields.find(({ name }) => name === 'response_body')?.rendered ?? null);
  return texts;
}

function addConfig(texts: Map<string, string | null>, name: string, value: RenderedConfig): void {
  switch (value.kind) {
    case 'text':
      texts.set(name, value.text);
      break;
    case 'literal':
      texts.set(name, value.source);
      break;
    case 'array':
      for (const [index, item] of value.items.entries()) addConfig(texts, `${name}[${index}]`, item);
      break;
    case 'object':
      for (const [key, item] of value.entries) addConfig(texts, `${name}.${key}`, item);
  }
}

/** Whether a field is the one that is meant or belongs to it: `headers` means all headers, names compare as HTTP's do. */
export function isMeant(name: string, choice: string): boolean {
  const wanted = choice.toLowerCase();
  const own = name.toLowerCase();
  return own === wanted || own.startsWith(`${wanted}.`) || own.startsWith(`${wanted}[`);
}

export const selectStep = (result: RenderResult, name: string): RenderResult =>
  withPlaceholderWarning({
    ...result,
    steps: result.steps.filter((step) => step.name === name),
    warnings: result.warnings.filter(({ step }) => step === null || step === name),
  });

/** Keeps what concerns one field; the debug request stays whole. */
export function selectField(result: RenderResult, choice: string): RenderResult {
  const labels = new Set<string>();
  const steps = result.steps.map((step) => {
    const fields: RenderedField[] = step.fields.filter(({ name }) => isMeant(name, choice));
    for (const { label } of fields) labels.add(label);
    return { ...step, fields, errors: fields.flatMap(({ errors }) => errors) };
  });
  const warnings = result.warnings.filter(({ place }) => place === null || labels.has(place.field));
  return withPlaceholderWarning({ ...result, steps, warnings });
}
