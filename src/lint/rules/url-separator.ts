import { blankQueryOf } from '../analysis/blank-query.js';
import { needlessSeparator } from '../analysis/url-separators.js';
import { replaceWithin, within } from '../place.js';
import type { Rule } from '../rule.js';

/** platform.md section 2. Where the query string has to leave the URL anyway, `url-query-string` wins. */
export const rule: Rule = {
  id: 'url-separator',
  severity: 'warning',
  summary: 'A `?` or `&` in a URL that separates nothing',
  documentation: {
    why: "A URL that ends in `?` or `&` is most often one whose parameters were moved or forgotten. With `??` the second question mark becomes a part of the first parameter's name, so that the API does not find it, and `&&` sends a parameter without a name, which some services refuse.",
    wrong: `{
  "connectors": [{ "name": "Search", "url": "https://api.acme.io/search?limit=5&" }]
}`,
    right: `{
  "connectors": [{ "name": "Search", "url": "https://api.acme.io/search?limit=5" }]
}`,
  },
  visit: {
    url(site, report) {
      const { field, name, url } = site;
      const found = /[?&]/.test(field.value) ? needlessSeparator(url) : null;
      if (!found || (name === 'url' && blankQueryOf(site.request, site.kind))) return;
      const { span, written, isAtEnd } = found;
      const kept = isAtEnd ? '' : written.charAt(0);
      report({
        at: within(field, span),
        message: isAtEnd
          ? `\`${name}\` ends in \`${written}\`, and nothing follows`
          : `\`${name}\` holds \`${written}\`, where one \`${kept}\` separates`,
        hint: isAtEnd ? 'Remove it, or add what is missing.' : `Write \`${kept}\`.`,
        fix: {
          does: isAtEnd ? `remove \`${written}\`` : `write \`${kept}\``,
          edits: [replaceWithin(field, span, kept)],
        },
      });
    },
  },
};
