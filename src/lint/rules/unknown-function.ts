import { factsOf } from '../analysis/facts.js';
import { functionFault } from '../analysis/function-names.js';
import { within } from '../place.js';
import type { Rule } from '../rule.js';

export const rule: Rule = {
  id: 'unknown-function',
  severity: 'error',
  summary: 'A call of a function that does not exist',
  documentation: {
    why: 'The name is undefined, and calling what is undefined fails: the connector answers every call with status 422. Templates have the functions of the platform (`now`, `get_secret`, `get_variable`, `jwt_encode`), those of Jinja2 (`range`, `dict`, `namespace`, ...) and the macros that they define.',
    wrong: `{
  "connectors": [
    {
      "name": "Search",
      "url": "https://api.acme.io/search",
      "headers": [{ "key": "X-Api-Key", "value": "{{ secret('api_key') }}" }]
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
      if (site.analysis.functions.length === 0) return;
      const facts = factsOf(site);
      for (const use of facts.uses) {
        const { node, parent } = use;
        if (node.kind !== 'Name' || parent.kind !== 'Call' || parent.callee !== node) continue;
        if (facts.originOf(node) !== 'context' || facts.isTorn(node)) continue;
        const fault = functionFault(node.name, use, facts, site);
        if (fault) report({ at: within(site.field, node.span), ...fault });
      }
    },
  },
};
