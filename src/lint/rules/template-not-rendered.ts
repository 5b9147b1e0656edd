import type { TextField } from '../../registry/model.js';
import { within } from '../place.js';
import type { Rule } from '../rule.js';

/**
 * platform.md section 4. Keys of headers and path parameters, methods, permalinks and names of steps have rules of their
 * own, which no template passes.
 */
export const rule: Rule = {
  id: 'template-not-rendered',
  severity: 'warning',
  summary: 'A template in a field that is taken as it stands',
  documentation: {
    why: 'Names, keys and `response_content_type` are literal: the platform renders no template in them, and what goes out is the text with its braces.',
    wrong: `{
  "connectors": [
    {
      "name": "Report",
      "url": "https://api.acme.io/report",
      "response_content_type": "{{ response.headers['content-type'] }}"
    }
  ]
}`,
    right: `{
  "connectors": [
    {
      "name": "Report",
      "url": "https://api.acme.io/report",
      "response_content_type": "text/csv"
    }
  ]
}`,
  },
  visit: {
    request({ entry, step, request }, report) {
      const check = (name: string, field: TextField | null): void => {
        const found = field && template.exec(field.value);
        if (!found) return;
        report({
          at: within(field, { start: found.index, end: found.index + found[0].length }),
          message: `${name} is literal: \`${found[0]}\` is not rendered`,
          hint: 'Write the text that is meant.',
        });
      };
      if (!step || step.index === 0) check('`name`', entry.nameField);
      for (const { key } of request.queryParameters) check('the key', key);
      // On an earlier step it has no effect at all, and `content-type-without-effect` speaks.
      const isLast = !step || !('steps' in entry) || step === entry.steps.at(-1);
      if (isLast) check('`response_content_type`', request.responseContentType);
    },
  },
};

const template = /\{\{[^{}]*\}\}|\{%[^{}]*%\}/;
