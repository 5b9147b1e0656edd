/** Calls that need a signed-in user. platform.md section 4. */
import type { RequestDefinition, TextField } from '../registry/model.js';

/** The first header or query value whose template mentions `user.`, or null. */
export function fieldThatNeedsUser(
  definition: RequestDefinition,
): { label: string; field: TextField } | null {
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
}

const mentionsUser = (template: string): boolean => /\{[{%](?:(?![}%]\}).)*\buser\s*[.[]/s.test(template);
