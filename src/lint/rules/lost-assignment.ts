import { lostAssignments } from '../analysis/loop-assignments.js';
import { within } from '../place.js';
import type { Rule } from '../rule.js';

/** platform.md sections 4 and 11, number 13. */
export const rule: Rule = {
  id: 'lost-assignment',
  severity: 'warning',
  summary: 'A `set` in a loop whose value is lost after the turn',
  documentation: {
    why: 'Each turn of a `for` starts with the values from before the loop, and so does what follows the loop: a `set` inside changes nothing for them. A list stays empty, a counter stays at its start. The attributes of a `namespace()` keep what a loop assigns to them.',
    wrong: `{
  "composite_connectors": [
    {
      "name": "Titles",
      "steps": [
        {
          "name": "topics",
          "url": "https://api.acme.io/topics",
          "response_body": "{% set titles = [] %}{% for topic in response.body | from_json %}{% set titles = titles + [topic.title] %}{% endfor %}{{ titles | tojson }}",
          "response_content_type": "application/json"
        }
      ]
    }
  ]
}`,
    right: `{
  "composite_connectors": [
    {
      "name": "Titles",
      "steps": [
        {
          "name": "topics",
          "url": "https://api.acme.io/topics",
          "response_body": "{% set ns = namespace(titles=[]) %}{% for topic in response.body | from_json %}{% set ns.titles = ns.titles + [topic.title] %}{% endfor %}{{ ns.titles | tojson }}",
          "response_content_type": "application/json"
        }
      ]
    }
  ]
}`,
  },
  visit: {
    template(site, report) {
      const { field, analysis } = site;
      if (!analysis.bindings.some(({ kind }) => kind === 'for')) return;
      for (const { target, accumulates } of lostAssignments(site)) {
        const { name, span } = target;
        report({
          at: within(field, span),
          message: accumulates
            ? `\`${name}\` starts each turn of the loop with its value from before the loop, so nothing adds up`
            : `the value that \`${name}\` is set to is lost after this turn of the loop`,
          hint: `Use a namespace: \`{% set ns = namespace(${name}=...) %}\` before the loop, \`{% set ns.${name} = ... %}\` in it.`,
        });
      }
    },
  },
};
