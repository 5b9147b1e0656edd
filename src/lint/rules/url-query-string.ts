import { unencodedCharacters } from '../analysis/url-characters.js';
import { urlTextOf } from '../analysis/url-text.js';
import { within } from '../place.js';
import type { Rule } from '../rule.js';

/** platform.md sections 2 and 11, number 5. `url-encoding` wins: its advice is the same. */
export const rule: Rule = {
  id: 'url-query-string',
  severity: 'warning',
  summary: 'A query string in `url` beside `query_parameters`',
  documentation: {
    why: 'On the platform, values in a query string that is written into `url` beside `query_parameters` were seen to arrive blank. `query_parameters` also encodes its values, which a URL does not.',
    wrong: `{
  "connectors": [
    {
      "name": "Search",
      "url": "https://api.acme.io/search?q={{ user.id | default('', true) }}",
      "query_parameters": [{ "key": "page", "value": "1" }]
    }
  ]
}`,
    right: `{
  "connectors": [
    {
      "name": "Search",
      "url": "https://api.acme.io/search",
      "query_parameters": [
        { "key": "q", "value": "{{ user.id | default('', true) }}" },
        { "key": "page", "value": "1" }
      ]
    }
  ]
}`,
  },
  visit: {
    request({ request: { url, queryParameters } }, report) {
      const text = url && queryParameters.length > 0 ? urlTextOf(url) : null;
      const literal = text?.literals.find((each) => each.text.includes('?'));
      if (!url || !text || !literal) return;
      const start = literal.start + literal.text.indexOf('?');
      const fragment = text.literals.find((each) => each.start >= literal.start && each.text.includes('#'));
      const end = fragment ? fragment.start + fragment.text.indexOf('#') : url.value.length;
      if (end < start || unencodedCharacters(text).some(({ span }) => span.start > start && span.start < end))
        return;
      report({
        at: within(url, { start, end }),
        message: 'the URL has a query string beside `query_parameters`',
        hint: 'Move it to `query_parameters`: on the platform such values were seen to arrive blank.',
      });
    },
  },
};
