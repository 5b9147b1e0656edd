import { describeTemplateError } from '../analysis/template-error-advice.js';
import type { Rule } from '../rule.js';

export const rule: Rule = {
  id: 'template-syntax',
  severity: 'error',
  summary: 'A template that does not compile',
  documentation: {
    why: 'A template with a syntax error never runs: the connector answers every call with status 422. The message is the one of Jinja2, the template language of the platform.',
    wrong: `{
  "connectors": [
    {
      "name": "Person",
      "url": "https://api.acme.io/people/{{ tenant_id }"
    }
  ]
}`,
    right: `{
  "connectors": [
    {
      "name": "Person",
      "url": "https://api.acme.io/people/{{ tenant_id }}"
    }
  ]
}`,
  },
  visit: {
    templateError({ field, error }, report) {
      report(describeTemplateError(field, error));
    },
  },
};
