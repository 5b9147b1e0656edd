import { attributeFault } from '../analysis/attribute-names.js';
import { factsOf } from '../analysis/facts.js';
import { capitalHeaderKeys } from '../analysis/header-keys.js';
import { replaceWithin, within } from '../place.js';
import type { Rule } from '../rule.js';

export const rule: Rule = {
  id: 'unknown-attribute',
  severity: 'warning',
  summary: "An attribute that the platform's object does not have",
  documentation: {
    why: '`user`, `request`, `response` and the results of steps have only the attributes that are documented, and bodies are text until `from_json` reads them. Printing an attribute that is not there gives nothing, without an error; reading a further attribute of it, or parsing it, fails. Where a value may be absent, `is defined` or `default` says so.',
    wrong: `{
  "connectors": [
    {
      "name": "Orders",
      "url": "https://api.acme.io/orders",
      "query_parameters": [{ "key": "email", "value": "{{ user.mail }}" }]
    }
  ]
}`,
    right: `{
  "connectors": [
    {
      "name": "Orders",
      "url": "https://api.acme.io/orders",
      "query_parameters": [{ "key": "email", "value": "{{ user.email or '' }}" }]
    }
  ]
}`,
  },
  visit: {
    template(site, report) {
      const facts = factsOf(site);
      for (const use of facts.uses) {
        if (use.node.kind === 'Name' || facts.isTorn(use.node)) continue;
        const fault = attributeFault(use, facts, site.field.value);
        if (fault) report({ ...fault.report, at: within(site.field, fault.span) });
      }
      for (const { key, span, title, fails } of capitalHeaderKeys(site, facts)) {
        const suggestion = key.toLowerCase();
        report({
          at: within(site.field, span),
          message: `${title} has no \`${key}\`: the names of headers are in lower case there`,
          suggestion,
          severity: fails ? 'error' : 'warning',
          hint: `Write \`${suggestion}\`.`,
          fix: {
            does: `write \`${suggestion}\``,
            edits: [replaceWithin(site.field, span, suggestion)],
          },
        });
      }
    },
  },
};
