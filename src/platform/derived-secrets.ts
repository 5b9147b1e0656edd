/** What a field makes of a secret - upper case, a slice, a digest - is as secret as the secret itself. */
import type { Template } from '../jinja/index.js';

/**
 * The part of a rendered field that its template computed: the text without the literal beginning and end. `Bearer `
 * in front of a token is no secret, and masking it would only hide what the header is.
 */
export function computedPart(template: Template, rendered: string): string {
  const { body } = template.ast;
  const first = body[0];
  const last = body.at(-1);
  const begin = first?.kind === 'Output' ? first.nodes[0] : undefined;
  const end = last?.kind === 'Output' ? last.nodes.at(-1) : undefined;
  const prefix = begin?.kind === 'TemplateData' ? begin.text : '';
  const suffix = end?.kind === 'TemplateData' && end !== begin ? end.text : '';
  const stop = rendered.endsWith(suffix) ? rendered.length - suffix.length : rendered.length;
  return rendered.startsWith(prefix)
    ? rendered.slice(prefix.length, Math.max(prefix.length, stop))
    : rendered;
}

const quoted = /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"/g;

/**
 * An error's message, without the values in it that the template computed: a name that was looked up may be a part of a
 * secret. What stands in the template itself, and Python's names of types, are shown.
 */
export const withoutComputedValues = (message: string, template: string): string =>
  message.replace(quoted, (text) => {
    const content = text.slice(1, -1);
    const isKnown = template.includes(content) || /^[\w. -]+ object$/.test(content);
    return isKnown ? text : `${text[0]}***${text[0]}`;
  });
