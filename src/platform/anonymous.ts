/** Calls that need a signed-in user. platform.md section 4. */
import { analyze, parse, TemplateError } from '../jinja/index.js';
import type { RequestDefinition, TextField } from '../registry/model.js';
import { oncePer } from '../text/once.js';

interface FieldOfUser {
  label: string;
  field: TextField;
}

/** The first header or query value whose template mentions `user.`, or null. */
export const fieldThatNeedsUser = oncePer((definition: RequestDefinition): FieldOfUser | null => {
  const groups = [
    ['headers', definition.headers],
    ['query_parameters', definition.queryParameters],
  ] as const;
  for (const [group, rows] of groups) {
    for (const [index, { key, value }] of rows.entries()) {
      if (value && mentionsUser(value.value)) {
        return { label: `${group}[${index}].value (${key.value})`, field: value };
      }
    }
  }
  return null;
});

function mentionsUser(template: string): boolean {
  if (!template.includes('user')) return false;
  try {
    return analyze(parse(template).tree).variables.some(
      ({ name, path }) => name === 'user' && path.length > 0,
    );
  } catch (error) {
    // What does not parse fails when it is rendered, and says why.
    if (error instanceof TemplateError) return false;
    throw error;
  }
}
