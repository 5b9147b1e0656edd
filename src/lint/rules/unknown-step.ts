import { factsOf } from '../analysis/facts.js';
import { stepFaults } from '../analysis/step-names.js';
import { within } from '../place.js';
import type { Rule } from '../rule.js';

export const rule: Rule = {
  id: 'unknown-step',
  severity: 'error',
  summary: 'A step that has not run yet, or does not exist',
  documentation: {
    why: 'Steps run in order, and each sees the results of the steps before it. Any other name in `steps` is undefined: reading its `body` fails, and the composite answers with status 422. A step sees its own answer as `response`, in `response_body`.',
    wrong: `{
  "composite_connectors": [
    {
      "name": "Contact orders",
      "steps": [
        { "name": "contact", "url": "https://api.acme.io/contact" },
        {
          "name": "orders",
          "url": "https://api.acme.io/orders",
          "query_parameters": [{ "key": "contact", "value": "{{ steps.contacts.body }}" }]
        }
      ]
    }
  ]
}`,
    right: `{
  "composite_connectors": [
    {
      "name": "Contact orders",
      "steps": [
        { "name": "contact", "url": "https://api.acme.io/contact" },
        {
          "name": "orders",
          "url": "https://api.acme.io/orders",
          "query_parameters": [{ "key": "contact", "value": "{{ steps.contact.body }}" }]
        }
      ]
    }
  ]
}`,
  },
  visit: {
    template(site, report) {
      if (site.kind !== 'composite' || !site.field.value.includes('steps')) return;
      for (const { span, ...fault } of stepFaults(factsOf(site), site))
        report({ at: within(site.field, span), ...fault });
    },
  },
};
