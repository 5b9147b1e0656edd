import { textFactsOf } from '../analysis/facts.js';
import { isStepOf } from '../analysis/step-names.js';
import { replaceWithin, within } from '../place.js';
import type { Rule } from '../rule.js';

/** platform.md section 4. */
export const rule: Rule = {
  id: 'dotted-step-name',
  severity: 'error',
  summary: "A step's hyphenated name after a dot",
  documentation: {
    why: 'A hyphen is a minus in Jinja2: `steps.fetch-user.body` subtracts `user.body` from `steps.fetch`, which fails. Names with hyphens stand in brackets.',
    wrong: `{
  "composite_connectors": [
    {
      "name": "Person",
      "steps": [
        { "name": "fetch-user", "url": "https://api.acme.io/user" },
        {
          "name": "orders",
          "url": "https://api.acme.io/orders",
          "query_parameters": [{ "key": "user", "value": "{{ steps.fetch-user.body }}" }]
        }
      ]
    }
  ]
}`,
    right: `{
  "composite_connectors": [
    {
      "name": "Person",
      "steps": [
        { "name": "fetch-user", "url": "https://api.acme.io/user" },
        {
          "name": "orders",
          "url": "https://api.acme.io/orders",
          "query_parameters": [{ "key": "user", "value": "{{ steps['fetch-user'].body }}" }]
        }
      ]
    }
  ]
}`,
  },
  visit: {
    template(site, report) {
      const { field } = site;
      if (site.kind !== 'composite' || !field.value.includes('steps.')) return;
      for (const { read, name, isStep } of textFactsOf(site).hyphenated) {
        if (!isStep || !isStepOf(site, name.text)) continue;
        const access = `['${name.text}']`;
        report({
          at: within(field, name.span),
          message: `\`steps.${name.text}\` is a subtraction`,
          suggestion: `steps${access}`,
          hint: `Write \`steps${access}\`.`,
          fix: {
            does: `write \`steps${access}\``,
            edits: [
              replaceWithin(
                field,
                { start: field.value.lastIndexOf('.', read.nameSpan.start), end: name.span.end },
                access,
              ),
            ],
          },
        });
      }
    },
  },
};
