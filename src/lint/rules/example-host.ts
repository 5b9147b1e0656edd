import { authorityOf, hostOf } from '../analysis/url-origin.js';
import { unknownMark } from '../analysis/url-text.js';
import { within } from '../place.js';
import type { Rule } from '../rule.js';

/** RFC 2606. */
export const rule: Rule = {
  id: 'example-host',
  severity: 'off',
  summary: 'A host of the documentation: example.com, example.org, example.net',
  documentation: {
    why: 'These names are kept for documentation and lead to no service. In a registry that is meant for a community they are left over from an example. The rule is off because examples and tests use them rightly.',
    wrong: `{
  "connectors": [{ "name": "Search", "url": "https://api.example.com/search" }]
}`,
    right: `{
  "connectors": [{ "name": "Search", "url": "https://api.acme.io/search" }]
}`,
  },
  visit: {
    url({ field, name, url }, report) {
      const authority = authorityOf(url);
      const host = authority && hostOf(authority);
      if (!host || !/(?:^|\.)example(?:\.(?:com|org|net))?\.?$/i.test(host.text)) return;
      report({
        at: within(field, url.spanOf(host.start, host.end)),
        message: `\`${name}\` leads to ${host.text.replaceAll(unknownMark, '*')}, a name for documentation`,
      });
    },
  },
};
