import { isBlank } from '../../platform/prepare.js';
import { contentOf } from '../place.js';
import type { Rule } from '../rule.js';

/** platform.md section 1, composites. */
export const rule: Rule = {
  id: 'content-type-without-effect',
  severity: 'warning',
  summary: 'A `response_content_type` on a step that is not the last',
  documentation: {
    why: 'A composite answers with the response of its last step, so only the `response_content_type` of that step counts. On any other step it has no effect.',
    wrong: `{
  "composite_connectors": [
    {
      "name": "Orders",
      "steps": [
        { "name": "contact", "url": "https://api.acme.io/contact", "response_content_type": "application/json" },
        { "name": "orders", "url": "https://api.acme.io/orders/{{ (steps.contact.body | from_json).id | urlencode }}" }
      ]
    }
  ]
}`,
    right: `{
  "composite_connectors": [
    {
      "name": "Orders",
      "steps": [
        { "name": "contact", "url": "https://api.acme.io/contact" },
        {
          "name": "orders",
          "url": "https://api.acme.io/orders/{{ (steps.contact.body | from_json).id | urlencode }}",
          "response_content_type": "application/json"
        }
      ]
    }
  ]
}`,
  },
  visit: {
    request({ entry, step }, report) {
      if (!step || !('steps' in entry) || step === entry.steps.at(-1)) return;
      const { name, responseContentType } = step;
      if (!responseContentType || isBlank(responseContentType)) return;
      report({
        at: contentOf(responseContentType),
        message: `\`response_content_type\` has no effect here: the step${name ? ` '${name}'` : ''} is not the last of its composite`,
        hint: 'Remove it, or give it to the last step, whose response the caller gets.',
      });
    },
  },
};
