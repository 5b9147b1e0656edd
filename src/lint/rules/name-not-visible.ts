import { factsOf } from '../analysis/facts.js';
import { invisibleName } from '../analysis/invisible-names.js';
import { within } from '../place.js';
import type { Rule } from '../rule.js';

/** platform.md sections 4 and 11, number 4. */
export const rule: Rule = {
  id: 'name-not-visible',
  severity: 'error',
  summary: 'A name of the platform in a field that does not see it',
  documentation: {
    why: 'Each field sees only some of the names of the platform; the others are undefined in it. Calling one or reading an attribute of it fails, and the connector answers with status 422; printing one gives nothing. Secrets, for example, are there for headers, query parameters and authentication, and not for URLs and bodies; simple connectors and composites call the body of the request by different names.',
    wrong: `{
  "connectors": [
    {
      "name": "Search",
      "url": "https://api.acme.io/search/{{ get_secret('api_key') }}"
    }
  ]
}`,
    right: `{
  "connectors": [
    {
      "name": "Search",
      "url": "https://api.acme.io/search",
      "headers": [{ "key": "X-Api-Key", "value": "{{ get_secret('api_key') }}" }]
    }
  ]
}`,
  },
  visit: {
    template(site, report) {
      const facts = factsOf(site);
      for (const use of facts.uses) {
        if (use.node.kind !== 'Name' || facts.originOf(use.node) !== 'context' || facts.isTorn(use.node))
          continue;
        const fault = invisibleName(use.node.name, use, site);
        if (fault) report({ at: within(site.field, use.node.span), ...fault });
      }
    },
  },
};
