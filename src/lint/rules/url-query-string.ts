import { within } from '../place.js';
import type { Rule } from '../rule.js';

/** platform.md sections 2 and 11, number 5. */
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
      if (!url || queryParameters.length === 0) return;
      const start = url.value.indexOf('?');
      if (start < 0) return;
      const fragment = url.value.indexOf('#', start);
      report({
        at: within(url, { start, end: fragment < 0 ? url.value.length : fragment }),
        message: 'the URL has a query string beside `query_parameters`',
        hint: 'Move it to `query_parameters`: on the platform such values were seen to arrive blank.',
      });
    },
  },
};
