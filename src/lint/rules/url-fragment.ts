import { within } from '../place.js';
import type { Rule } from '../rule.js';

/** platform.md section 2. */
export const rule: Rule = {
  id: 'url-fragment',
  severity: 'warning',
  summary: 'A `#fragment` in a URL, which is never sent',
  documentation: {
    why: 'A URL ends at its #: what follows is for browsers and never leaves the platform. Parameters behind a # have no effect; a # that belongs to a value has to be written as %23.',
    wrong: `{
  "connectors": [{ "name": "Search", "url": "https://api.acme.io/search#page=2" }]
}`,
    right: `{
  "connectors": [
    {
      "name": "Search",
      "url": "https://api.acme.io/search",
      "query_parameters": [{ "key": "page", "value": "2" }]
    }
  ]
}`,
  },
  visit: {
    url({ field, name, url }, report) {
      const literal = url.literals.find(({ text }) => text.includes('#'));
      if (!literal) return;
      const start = literal.start + literal.text.indexOf('#');
      const end = url.isComplete ? field.value.trimEnd().length : literal.start + literal.text.length;
      report({
        at: within(field, { start, end }),
        message: `\`${name}\` has a fragment, which is never sent`,
        hint: 'Remove it, or write %23 where the # belongs to a value.',
      });
    },
  },
};
