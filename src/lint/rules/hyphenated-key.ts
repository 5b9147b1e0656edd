import { textFactsOf } from '../analysis/facts.js';
import { ownedNames } from '../analysis/owned-names.js';
import { replaceWithin, within } from '../place.js';
import type { Rule } from '../rule.js';

/** The same for steps is `dotted-step-name`. */
export const rule: Rule = {
  id: 'hyphenated-key',
  severity: 'error',
  summary: 'A key with a hyphen after a dot',
  documentation: {
    why: 'A hyphen is a minus in Jinja2: `response.headers.content-type` subtracts a variable `type` from `response.headers.content`. There is no such variable, and the template fails. Keys with hyphens stand in brackets.',
    wrong: `{
  "connectors": [
    {
      "name": "Search",
      "url": "https://api.acme.io/search",
      "response_body": "{{ {'type': response.headers.content-type} | tojson }}"
    }
  ]
}`,
    right: `{
  "connectors": [
    {
      "name": "Search",
      "url": "https://api.acme.io/search",
      "response_body": "{{ {'type': response.headers['content-type']} | tojson }}"
    }
  ]
}`,
  },
  visit: {
    template(site, report) {
      const { field } = site;
      if (!/\.\s*\w+-\w/.test(field.value)) return;
      for (const { read, name, isStep } of textFactsOf(site).hyphenated) {
        if (isStep || (read.target.kind === 'Name' && ownedNames.has(read.target.name))) continue;
        const access = `['${name.text}']`;
        const dot = field.value.lastIndexOf('.', read.nameSpan.start);
        report({
          at: within(field, name.span),
          message: `\`${name.text}\` after a dot is a subtraction`,
          suggestion: access,
          hint: `A key with a hyphen stands in brackets: \`${access}\`.`,
          fix: {
            does: `read the key \`${access}\``,
            edits: [replaceWithin(field, { start: dot, end: name.span.end }, access)],
          },
        });
      }
    },
  },
};
