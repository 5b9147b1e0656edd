import { blankQueryOf } from '../analysis/blank-query.js';
import { within } from '../place.js';
import type { Rule } from '../rule.js';

/**
 * platform.md sections 2 and 11, number 5. `url-encoding` and `name-not-visible` win: what they ask for takes the value out of
 * the URL, too; `url-separator` wins where there is nothing to move. Without `query_parameters` only values of the user were seen to arrive blank.
 */
export const rule: Rule = {
  id: 'url-query-string',
  severity: 'warning',
  summary: 'A query string in `url` that arrives blank',
  documentation: {
    why: 'On the platform, values in a query string that is written into `url` beside `query_parameters` were seen to arrive blank, and so were values of `user` in any query string of a URL. `query_parameters` also encodes its values, which a URL does not.',
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
    request({ kind, request }, report) {
      const query = blankQueryOf(request, kind);
      if (!query || !request.url) return;
      report({
        at: within(request.url, query.span),
        message:
          query.attribute === null
            ? 'the URL has a query string beside `query_parameters`'
            : `the URL has \`user.${query.attribute}\` in its query string`,
        hint: 'Move it to `query_parameters`: on the platform such values were seen to arrive blank.',
      });
    },
  },
};
