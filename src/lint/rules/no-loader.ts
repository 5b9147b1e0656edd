import { textFactsOf } from '../analysis/facts.js';
import { within } from '../place.js';
import type { Rule } from '../rule.js';

const tags = { Extends: 'extends', Include: 'include', Import: 'import', FromImport: 'from' } as const;

/** platform.md section 4. */
export const rule: Rule = {
  id: 'no-loader',
  severity: 'error',
  summary: 'A tag that loads another template',
  documentation: {
    why: 'A connector template stands alone: the platform has no other templates that `include`, `import` or `extends` could load. The tag is accepted when the registry is synchronised and fails every time the connector runs, also with `ignore missing`.',
    wrong: `{
  "connectors": [
    {
      "name": "Search",
      "url": "https://api.acme.io/search",
      "response_body": "{% include 'results.json' %}"
    }
  ]
}`,
    right: `{
  "connectors": [
    {
      "name": "Search",
      "url": "https://api.acme.io/search",
      "response_body": "{{ {'status': response.status_code} | tojson }}"
    }
  ]
}`,
  },
  visit: {
    template(site, report) {
      if (!/\b(?:extends|include|import)\b/.test(site.field.value)) return;
      for (const { kind, span } of textFactsOf(site).loads) {
        const tag = tags[kind];
        report({
          at: within(site.field, { start: span.start, end: span.start + tag.length }),
          message: `\`{% ${tag} %}\` fails: the platform has no templates to load`,
          hint: 'Write the text here, or repeat it with `{% macro %}`.',
        });
      }
    },
  },
};
