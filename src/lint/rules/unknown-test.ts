import { textFactsOf } from '../analysis/facts.js';
import { testFault, testsNamedByFilters } from '../analysis/filter-names.js';
import { within } from '../place.js';
import type { Rule } from '../rule.js';

export const rule: Rule = {
  id: 'unknown-test',
  severity: 'error',
  summary: 'A test after `is` that does not exist',
  documentation: {
    why: 'A template that names a test which Jinja2 does not have does not compile, and every call of the connector fails with status 422.',
    wrong: `{
  "connectors": [
    {
      "name": "Search",
      "url": "https://api.acme.io/search",
      "response_body": "{% if response.body is null %}{}{% else %}{{ response.body | safe }}{% endif %}"
    }
  ]
}`,
    right: `{
  "connectors": [
    {
      "name": "Search",
      "url": "https://api.acme.io/search",
      "response_body": "{% if response.body is none %}{}{% else %}{{ response.body | safe }}{% endif %}"
    }
  ]
}`,
  },
  visit: {
    template(site, report) {
      const { analysis, field } = site;
      const byFilters =
        analysis.filters.length === 0 ? [] : testsNamedByFilters(textFactsOf(site).filters, field.value);
      for (const { name, span } of [...analysis.tests, ...byFilters]) {
        const fault = testFault(name);
        if (fault) report({ at: within(field, span), ...fault });
      }
    },
  },
};
