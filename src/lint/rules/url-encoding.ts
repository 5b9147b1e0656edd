import type { Span } from '../../text/source.js';
import { type UnencodedCharacters, unencodedCharacters } from '../analysis/url-characters.js';
import type { UrlField } from '../analysis/url-fields.js';
import { authorityOf } from '../analysis/url-origin.js';
import type { Edit, Fix } from '../finding.js';
import { replaceWithin, within } from '../place.js';
import type { Rule } from '../rule.js';

/** platform.md section 2. One finding for each URL: one encoding sets all of it right. */
export const rule: Rule = {
  id: 'url-encoding',
  severity: 'error',
  summary: 'Characters in a URL that have to be percent-encoded',
  documentation: {
    why: 'Spaces, quotes, letters with accents and some other characters may not stand in a URL as they are. `query_parameters` encodes the values it gets, so that they can be written plainly there.',
    wrong: `{
  "connectors": [{ "name": "Search", "url": "https://api.acme.io/search?q=new members" }]
}`,
    right: `{
  "connectors": [
    {
      "name": "Search",
      "url": "https://api.acme.io/search",
      "query_parameters": [{ "key": "q", "value": "new members" }]
    }
  ]
}`,
  },
  visit: {
    url(site, report) {
      const { field, name, url } = site;
      const found = unencodedCharacters(url);
      const [first] = found;
      if (!first) return;
      const fix = encoding(site, found);
      const others = found.length === 1 ? '' : `, and more in ${found.length - 1} other places`;
      report({
        at: within(field, first.span),
        message: `\`${name}\` holds ${first.called}, which has to be percent-encoded${others}`,
        hint: 'Move the value to `query_parameters`, which encodes it, or write it encoded.',
        ...(fix ? { fix } : {}),
      });
    },
  },
};

/** White space around a URL goes; in an origin nothing can be encoded, and of a broken escape nobody knows what it was. */
function encoding({ field, url }: UrlField, found: readonly UnencodedCharacters[]): Fix | null {
  const authority = authorityOf(url);
  if (!authority) return null;
  const pathStart = authority.end > 0 ? url.spanOf(authority.start, authority.end).end : 0;
  const edits: Edit[] = [];
  for (const { span, text } of found) {
    const isMargin = text.trim() === '' && isAtMargin(field.value, span);
    if (!isMargin && (span.start < pathStart || text === '%' || !text.isWellFormed())) return null;
    edits.push(replaceWithin(field, span, isMargin ? '' : encodeURIComponent(text)));
  }
  return { does: 'percent-encode the characters', edits };
}

const isAtMargin = (value: string, { start, end }: Span): boolean =>
  value.slice(0, start).trim() === '' || value.slice(end).trim() === '';
