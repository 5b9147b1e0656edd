import type { ast } from '../../jinja/index.js';
import { type Definitions, definitionsOf } from '../analysis/definitions.js';
import { pinnedByBranches } from '../analysis/pinned-values.js';
import { injectionsOf } from '../analysis/query-text.js';
import { quotedExpressions } from '../analysis/quoted-expressions.js';
import { filteredText } from '../analysis/source-text.js';
import { numberedTextKind, textKind } from '../analysis/text-values.js';
import { replaceWithin, within } from '../place.js';
import type { Rule } from '../rule.js';

/**
 * platform.md section 11, number 7. Judged by where a value comes from: whatever a caller sends may be any text, under any
 * name. Silent for what cannot hold a quote: numbers, the clock, `user.id`, constants and values that a condition holds to
 * constants, what is encoded already, and the ids, numbers and dates of an upstream.
 */
export const rule: Rule = {
  id: 'quoted-value',
  severity: 'warning',
  summary: 'A text is printed between the quotes of a JSON string',
  documentation: {
    why: "A quote, a backslash or a line break in the text breaks the JSON, and autoescape turns `&` into `&amp;` and `'` into `&#39;`. `tojson` writes the quotes itself and escapes what JSON wants escaped.",
    wrong: `{
  "connectors": [
    {
      "name": "Create Note",
      "method": "POST",
      "url": "https://api.acme.io/notes",
      "request_body": "{% if body_text %}{\\"title\\": \\"{{ (body_text | from_json).title }}\\"}{% endif %}"
    }
  ]
}`,
    right: `{
  "connectors": [
    {
      "name": "Create Note",
      "method": "POST",
      "url": "https://api.acme.io/notes",
      "request_body": "{% if body_text %}{\\"title\\": {{ (body_text | from_json).title | tojson }}}{% endif %}"
    }
  ]
}`,
  },
  visit: {
    template(site, report) {
      const { field } = site;
      const quoted = quotedExpressions(site);
      if (quoted.length === 0) return;
      const definitions = definitionsOf(site);
      const injected = new Set(injectionsOf(site).map(({ node }) => node));
      const texts = quoted.filter(({ node }) => !injected.has(node) && isText(node, definitions));
      if (texts.length === 0) return;
      const pinned = pinnedByBranches(site.template.tree, new Set(texts.map(({ node }) => node)));
      for (const { node, span, quotes } of texts) {
        if (pinned.has(node)) continue;
        const text = field.value.slice(span.start, span.end);
        const filtered = filteredText(node, text);
        report({
          at: within(field, span),
          message: `\`${text}\` is printed inside a JSON string, which a quote or a line break in it ends`,
          hint: quotes
            ? `Write \`{{ ${filtered} }}\`, without quotes around it.`
            : 'Make the whole string in one expression, joined with `~`, and write `| tojson` behind its parentheses, without quotes around it.',
          ...(quotes && {
            fix: {
              does: 'print it with `tojson` instead of quotes',
              edits: [
                replaceWithin(field, quotes[0], ''),
                replaceWithin(field, span, filtered),
                replaceWithin(field, quotes[1], ''),
              ],
            },
          }),
        });
      }
    },
  },
};

const isText = (node: ast.Expression, definitions: Definitions): boolean => {
  const kind = textKind(node, definitions);
  return kind === 'caller' || (kind !== 'plain' && numberedTextKind(node, definitions) !== 'plain');
};
