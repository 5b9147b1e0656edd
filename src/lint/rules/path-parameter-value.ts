import { isPathParameterValue } from '../../platform/path-parameters.js';
import { contentOf } from '../place.js';
import type { Rule } from '../rule.js';

/** platform.md section 3. An empty value is reported with the other empty fields. */
export const rule: Rule = {
  id: 'path-parameter-value',
  severity: 'error',
  summary: 'A value of a path parameter that the platform refuses',
  documentation: {
    why: 'The value of a path parameter is 1 to 200 characters of A-Z, a-z, 0-9 and . _ ~ -, without two dots in a row. With any other value the platform answers the call with 400 and INVALID_PATH_PARAMETERS.',
    wrong: `{
  "connectors": [
    {
      "name": "Report",
      "url": "https://api.acme.io/reports/{{ pathParams.report }}",
      "path_parameters": [{ "key": "report", "value": "weekly/members" }]
    }
  ]
}`,
    right: `{
  "connectors": [
    {
      "name": "Report",
      "url": "https://api.acme.io/reports/{{ pathParams.report }}",
      "path_parameters": [{ "key": "report", "value": "weekly-members" }]
    }
  ]
}`,
  },
  visit: {
    connector({ pathParameters }, report) {
      for (const { key, value } of pathParameters) {
        if (!value || value.value === '' || isPathParameterValue(value.value)) continue;
        // Whether the platform renders it is not known.
        if (/\{[{%#]/.test(value.value)) continue;
        report({
          at: contentOf(value),
          message: `the platform refuses this value of '${key.value}': ${reasonFor(value.value)}`,
          hint: 'A value is 1 to 200 characters of A-Z, a-z, 0-9 and . _ ~ -, without two dots in a row.',
        });
      }
    },
  },
};

function reasonFor(value: string): string {
  const [refused] = /[^A-Za-z0-9._~-]/u.exec(value) ?? [];
  if (refused !== undefined)
    return refused === ' ' ? 'it holds a space' : `it holds ${JSON.stringify(refused)}`;
  if (value.length > 200) return `it has ${value.length} characters, and 200 is the most`;
  return value === '.' ? 'a dot alone means the same directory' : 'two dots mean the directory above';
}
