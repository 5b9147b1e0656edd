import { credentialsSpan } from '../analysis/url-origin.js';
import { within } from '../place.js';
import type { Rule } from '../rule.js';

/** platform.md section 2. */
export const rule: Rule = {
  id: 'url-credentials',
  severity: 'error',
  summary: 'A user name or password before the host of a URL',
  documentation: {
    why: 'What stands before an @ in front of the host is a user name and a password. The platform does not call such URLs, and everybody who reads the repository reads the password. A header with `get_secret` is the place for it.',
    wrong: `{
  "connectors": [{ "name": "Search", "url": "https://reader:opensesame@api.acme.io/search" }]
}`,
    right: `{
  "connectors": [
    {
      "name": "Search",
      "url": "https://api.acme.io/search",
      "headers": [{ "key": "Authorization", "value": "Basic {{ get_secret('search_login') }}" }]
    }
  ]
}`,
  },
  visit: {
    url({ field, name, url }, report) {
      const span = credentialsSpan(url);
      if (!span) return;
      report({
        at: within(field, span),
        message: `\`${name}\` has credentials before its host`,
        hint: 'Move them to a secret, and send that in an `authentication` block or a header.',
      });
    },
  },
};
