import { isVisible } from '../../platform/fields.js';
import type { ConnectorKind } from '../../platform/result.js';
import type { Span } from '../../text/source.js';
import { isContextName } from '../analysis/provenance.js';
import { unencodedCharacters } from '../analysis/url-characters.js';
import { type UrlText, urlTextOf } from '../analysis/url-text.js';
import { within } from '../place.js';
import type { Rule } from '../rule.js';

/**
 * platform.md sections 2 and 11, number 5. `url-encoding` and `name-not-visible` win: what they ask for takes the value out of
 * the URL, too. Without `query_parameters` only values of the user were seen to arrive blank.
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
    request({ kind, request: { url, queryParameters } }, report) {
      const text = url?.value.includes('?') ? urlTextOf(url) : null;
      const literal = text?.literals.find((each) => each.text.includes('?'));
      if (!url || !text || !literal) return;
      const start = literal.start + literal.text.indexOf('?');
      const fragment = text.literals.find((each) => each.start >= literal.start && each.text.includes('#'));
      const end = fragment ? fragment.start + fragment.text.indexOf('#') : url.value.length;
      const isInQuery = ({ span }: { readonly span: Span }) => span.start > start && span.start < end;
      if (end < start || unencodedCharacters(text).some(isInQuery)) return;
      if (text.names.some((each) => isInQuery(each) && isInvisible(each, kind))) return;
      const isBeside = queryParameters.length > 0;
      const attribute = isBeside ? undefined : text.printedOfUser.find(isInQuery)?.name;
      if (!isBeside && attribute === undefined) return;
      report({
        at: within(url, { start, end }),
        message: isBeside
          ? 'the URL has a query string beside `query_parameters`'
          : `the URL has \`user.${attribute}\` in its query string`,
        hint: 'Move it to `query_parameters`: on the platform such values were seen to arrive blank.',
      });
    },
  },
};

const isInvisible = ({ name }: UrlText['names'][number], kind: ConnectorKind): boolean =>
  name === 'queryParams' || (isContextName(name) && !isVisible(kind, 'url', name));
