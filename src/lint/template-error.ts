/** What keeps a template from being compiled at all. */
import { TemplateError } from '../jinja/index.js';
import { platformEnvironment } from '../platform/environment.js';
import type { TextField } from '../registry/model.js';
import type { ReadTemplate } from './sites.js';

/** Null for a template that compiles, or would if each of its filters and tests existed: they have rules of their own. */
export function templateError(field: TextField, read: ReadTemplate): TemplateError | null {
  const error = 'error' in read ? read.error : read.template.isRefusable ? compileError(field.value) : null;
  return error && /^No (?:filter|test) named /.test(error.message) ? null : error;
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
