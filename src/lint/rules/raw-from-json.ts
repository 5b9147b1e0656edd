import { printedDocuments } from '../analysis/printed-documents.js';
import { replaceWithin, within } from '../place.js';
import type { Rule } from '../rule.js';

/** platform.md section 11, number 8. */
export const rule: Rule = {
  id: 'raw-from-json',
  severity: 'error',
  summary: 'Parsed JSON is printed as it is',
  documentation: {
    why: "What `from_json` gives is a Python object. Printed, it shows Python's notation with HTML escapes, such as `{&#39;id&#39;: 1, &#39;ok&#39;: True}`, and no program can read that. `tojson` writes it as JSON.",
    wrong: `{
  "composite_connectors": [
    {
      "name": "Profile",
      "steps": [
        { "name": "profile", "url": "https://api.acme.io/me", "response_body": "{{ response.body | from_json }}" }
      ]
    }
  ]
}`,
    right: `{
  "composite_connectors": [
    {
      "name": "Profile",
      "steps": [
        {
          "name": "profile",
          "url": "https://api.acme.io/me",
          "response_body": "{{ response.body | from_json | tojson }}",
          "response_content_type": "application/json"
        }
      ]
    }
  ]
}`,
  },
  visit: {
    template(site, report) {
      const { field } = site;
      for (const { printed, parsed, hasStandIn } of printedDocuments(site)) {
        const isName = printed.kind === 'Name';
        const at = isName ? printed.span : parsed.nameSpan;
        const message = isName
          ? `\`${printed.name}\` is parsed JSON and prints in Python's notation, not as JSON`
          : "`from_json` gives a Python object, which prints in Python's notation, not as JSON";
        report({
          at: within(field, at),
          message,
          hint: 'Write `| tojson` behind it, or print a field of it.',
          ...((isName || printed === parsed) &&
            !hasStandIn && {
              fix: {
                does: 'print it with `tojson`',
                edits: [replaceWithin(field, { start: at.end, end: at.end }, ' | tojson')],
              },
            }),
        });
      }
    },
  },
};
