import { escapedDocuments } from '../analysis/escaped-documents.js';
import { endBeforeSafe, withoutFallback } from '../analysis/fallbacks.js';
import { replaceWithin, within } from '../place.js';
import type { Rule } from '../rule.js';

/** platform.md sections 4 and 11, number 6. A payload that is a whole `request_body` is `body-text-body`'s. */
export const rule: Rule = {
  id: 'escaped-document',
  severity: 'warning',
  summary: 'The text of a JSON document is printed HTML-escaped',
  documentation: {
    why: 'Autoescape turns every `"` of a text into `&#34;`, so a JSON document that is printed as it came is not JSON any more. `| safe` leaves it as it is.',
    wrong: `{
  "connectors": [
    {
      "name": "Add Note",
      "method": "POST",
      "url": "https://api.acme.io/notes",
      "request_body": "{\\"note\\": {{ body_text }}}"
    }
  ]
}`,
    right: `{
  "connectors": [
    {
      "name": "Add Note",
      "method": "POST",
      "url": "https://api.acme.io/notes",
      "request_body": "{\\"note\\": {{ body_text | safe }}}"
    }
  ]
}`,
  },
  visit: {
    template(site, report) {
      const { field } = site;
      for (const { node, path } of escapedDocuments(site)) {
        const end = endBeforeSafe(node);
        report({
          at: within(field, withoutFallback(node).span),
          message: `\`${path}\` is printed HTML-escaped: each \`"\` of its JSON becomes \`&#34;\``,
          hint: end === null ? 'Write `(...) | safe`.' : 'Write `| safe` behind it.',
          ...(end !== null && {
            fix: {
              does: 'print it as it came',
              edits: [replaceWithin(field, { start: end, end }, ' | safe')],
            },
          }),
        });
      }
    },
  },
};
