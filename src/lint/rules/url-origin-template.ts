import { templatedOriginFault } from '../analysis/url-origin.js';
import { within } from '../place.js';
import type { Rule } from '../rule.js';

/** platform.md section 2. */
export const rule: Rule = {
  id: 'url-origin-template',
  severity: 'error',
  summary: 'A template in the protocol, host or port of a URL that may not stand there',
  documentation: {
    why: "Where a connector sends its requests must be known when the file is synchronised. In the host only `get_variable('name')` may stand, perhaps with a literal `default`: as the whole origin, the whole host, or a whole label of it. Everything else belongs in the path or in `query_parameters`.",
    wrong: `{
  "connectors": [{ "name": "Search", "url": "https://{{ tenant_id }}.acme.io/search" }]
}`,
    right: `{
  "connectors": [{ "name": "Search", "url": "https://{{ get_variable('acme_site') }}.acme.io/search" }]
}`,
  },
  visit: {
    url(site, report) {
      const fault = templatedOriginFault(site, site.kind);
      if (fault) report({ at: within(site.field, fault.span), message: fault.reason, hint: fault.advice });
    },
  },
};
