import { attrOfJson } from '../analysis/attr-of-json.js';
import { factsOf } from '../analysis/facts.js';
import { within } from '../place.js';
import type { Rule } from '../rule.js';

/** platform.md section 4. A warning, because it works: yet only there, and only for as long as it is kept. */
export const rule: Rule = {
  id: 'json-attr',
  severity: 'warning',
  summary: "`attr('x')` on parsed JSON",
  documentation: {
    why: "In Jinja2, `attr('x')` reads attributes and never the fields of a JSON object; that the platform's does is an exception, which older pages of its documentation use and newer ones avoid. `(text | from_json).x` says the same, works everywhere, and can be followed by further fields.",
    wrong: `{
  "connectors": [
    {
      "name": "Person",
      "url": "https://api.acme.io/person",
      "response_body": "{% if response.status_code == 200 %}{{ response.body | from_json | attr('person') | tojson }}{% else %}null{% endif %}"
    }
  ]
}`,
    right: `{
  "connectors": [
    {
      "name": "Person",
      "url": "https://api.acme.io/person",
      "response_body": "{% if response.status_code == 200 %}{{ (response.body | from_json).person | tojson }}{% else %}null{% endif %}"
    }
  ]
}`,
  },
  visit: {
    template(site, report) {
      const { field } = site;
      if (!field.value.includes('attr')) return;
      for (const { span, key, fix } of attrOfJson(factsOf(site), field)) {
        report({
          at: within(field, span),
          message: `\`attr('${key}')\` reads a field of parsed JSON on the platform only`,
          hint: `Write \`(... | from_json).${key}\`.`,
          ...(fix ? { fix } : {}),
        });
      }
    },
  },
};
