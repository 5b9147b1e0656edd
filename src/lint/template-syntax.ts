/** What keeps a template from being compiled at all. */
import { TemplateError } from '../jinja/index.js';
import { platformEnvironment } from '../platform/environment.js';
import type { TextField } from '../registry/model.js';
import type { Report } from './finding.js';
import { contentOf, within } from './place.js';
import type { ReadTemplate } from './sites.js';

/** Null for a template that compiles. Unknown filters and tests have rules of their own. */
export function syntaxFault(field: TextField, read: ReadTemplate): Report | null {
  const error = 'error' in read ? read.error : compileError(field.value);
  if (!error || /^No (?:filter|test) named /.test(error.message)) return null;
  const at = error.span ? within(field, error.span) : contentOf(field);
  return { at, message: error.message };
}

function compileError(template: string): TemplateError | null {
  try {
    platformEnvironment().fromString(template);
    return null;
  } catch (error) {
    if (error instanceof TemplateError) return error;
    throw error;
  }
}
