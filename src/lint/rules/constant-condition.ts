import { constantTruth } from '../analysis/constant-truth.js';
import { definitionsOf } from '../analysis/definitions.js';
import { nodesOf } from '../analysis/nodes.js';
import { within } from '../place.js';
import type { Rule } from '../rule.js';

/** Only a condition that is constant as a whole: `x is defined and x` is odd but does what it says. */
export const rule: Rule = {
  id: 'constant-condition',
  severity: 'warning',
  summary: 'A condition that is always true or always false',
  documentation: {
    why: "One of the branches is never taken, which is seldom meant. The usual ways there: `is defined` about something that the platform always defines, such as `request.body_text`, which is None when there is no payload; and `x == 'a' or 'b'`, in which the text `'b'` alone counts as true.",
    wrong: `{
  "connectors": [
    {
      "name": "Note",
      "method": "POST",
      "url": "https://api.acme.io/notes",
      "request_body": "{% if body_text is defined %}{{ body_text | safe }}{% endif %}"
    }
  ]
}`,
    right: `{
  "connectors": [
    {
      "name": "Note",
      "method": "POST",
      "url": "https://api.acme.io/notes",
      "request_body": "{% if body_text %}{{ body_text | safe }}{% endif %}"
    }
  ]
}`,
  },
  visit: {
    template(site, report) {
      const { field } = site;
      if (!/\bif\b/.test(field.value)) return;
      const definitions = definitionsOf(site);
      for (const node of nodesOf(site).conditions) {
        const constant = constantTruth(node.test, site, definitions);
        if (!constant) continue;
        const { truth, blame, path } = constant;
        const text = field.value.slice(blame.span.start, blame.span.end);
        report({
          at: within(field, blame.span),
          message:
            blame === node.test
              ? `the condition is always ${truth}`
              : `the condition is always ${truth}, because of \`${text}\``,
          ...(path !== null && {
            hint: `\`${path}\` is always defined; where there is nothing it is None: \`{% if ${path} %}\`.`,
          }),
          ...(blame.kind === 'Const' &&
            blame !== node.test && { hint: 'Write the comparison out for each value, or use `in [...]`.' }),
        });
      }
    },
  },
};
