import { unsendable } from '../../platform/prepare.js';
import { controlCharactersIn } from '../analysis/control-characters.js';
import { within } from '../place.js';
import type { Rule } from '../rule.js';

/** platform.md section 5. */
export const rule: Rule = {
  id: 'header-control-character',
  severity: 'error',
  summary: 'A line break or another control character in the value of a header',
  documentation: {
    why: 'The value of a header is one line. The platform refuses to send one with a line break in it, and a line break around the tags of a template is printed like any other text. The template engine drops one line break at the very end, and nothing else.',
    wrong: `{
  "connectors": [
    {
      "name": "Orders",
      "url": "https://api.acme.io/orders",
      "headers": [{ "key": "X-Visitor", "value": "{% if user.id %}\\n{{ user.id }}{% endif %}" }]
    }
  ]
}`,
    right: `{
  "connectors": [
    {
      "name": "Orders",
      "url": "https://api.acme.io/orders",
      "headers": [{ "key": "X-Visitor", "value": "{% if user.id %}{{ user.id }}{% endif %}" }]
    }
  ]
}`,
  },
  visit: {
    request({ request: { headers } }, report) {
      for (const { value } of headers) {
        const span = value && controlCharactersIn(value);
        if (!span) continue;
        const fault = unsendable('Name', span.text);
        report({
          at: within(value, span),
          message: `${fault?.reason}, which is never sent`,
          hint: value.value.includes('{%')
            ? 'Remove it, or let the tags next to it take it away: `{%-` and `-%}`.'
            : 'Remove it.',
        });
      }
    },
  },
};
