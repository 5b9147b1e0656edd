import { textFactsOf } from '../analysis/facts.js';
import { filterFault, namedFilters } from '../analysis/filter-names.js';
import { within } from '../place.js';
import type { Rule } from '../rule.js';

export const rule: Rule = {
  id: 'unknown-filter',
  severity: 'error',
  summary: 'A filter that does not exist',
  documentation: {
    why: 'A template that names a filter which the platform does not have does not compile, and every call of the connector fails with status 422. There are the filters of Jinja2 3.1, and `from_json`, `json_encode`, `base64_encode` and `base64_decode`.',
    wrong: `{
  "connectors": [
    {
      "name": "Search",
      "url": "https://api.acme.io/search",
      "response_body": "{{ {'status': response.status_code} | to_json }}"
    }
  ]
}`,
    right: `{
  "connectors": [
    {
      "name": "Search",
      "url": "https://api.acme.io/search",
      "response_body": "{{ {'status': response.status_code} | tojson }}"
    }
  ]
}`,
  },
  visit: {
    template(site, report) {
      if (site.analysis.filters.length === 0) return;
      for (const { name, span } of namedFilters(textFactsOf(site).filters, site.field.value)) {
        const fault = filterFault(name);
        if (fault) report({ at: within(site.field, span), ...fault });
      }
    },
  },
};
