import { factsOf } from '../analysis/facts.js';
import { variableFault } from '../analysis/variable-names.js';
import { within } from '../place.js';
import type { Rule } from '../rule.js';

export const rule: Rule = {
  id: 'unknown-variable',
  severity: 'warning',
  summary: 'A variable that does not exist',
  documentation: {
    why: 'Neither the platform nor the template gives the name a value. Printing it gives nothing, without an error, so that half a URL or an empty field goes out; reading an attribute of it fails. Where a value may be absent, `is defined` or `default` says so.',
    wrong: `{
  "connectors": [
    {
      "name": "Orders",
      "url": "https://api.acme.io/orders",
      "query_parameters": [{ "key": "tenant", "value": "{{ tenantid }}" }]
    }
  ]
}`,
    right: `{
  "connectors": [
    {
      "name": "Orders",
      "url": "https://api.acme.io/orders",
      "query_parameters": [{ "key": "tenant", "value": "{{ tenant_id }}" }]
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
        const fault = variableFault(use.node.name, use, facts, site);
        if (fault) report({ at: within(site.field, use.node.span), ...fault });
      }
    },
  },
};
