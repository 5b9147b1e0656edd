import { problemRule } from '../problem-rule.js';

export const rule = problemRule({
  id: 'misplaced-field',
  severity: 'error',
  summary: 'A field stands where it does not belong',
  codes: ['misplaced-field'],
  documentation: {
    why: 'A composite has no request of its own, a step has no path parameters and no permalink, and what authentication needs stands in `config`. Elsewhere the field is ignored, or the file is rejected.',
    wrong: `{
  "composite_connectors": [
    {
      "name": "Orders",
      "headers": [{ "key": "Accept", "value": "application/json" }],
      "steps": [
        { "name": "orders", "url": "https://api.acme.io/orders" }
      ]
    }
  ]
}`,
    right: `{
  "composite_connectors": [
    {
      "name": "Orders",
      "steps": [
        {
          "name": "orders",
          "url": "https://api.acme.io/orders",
          "headers": [{ "key": "Accept", "value": "application/json" }]
        }
      ]
    }
  ]
}`,
  },
});
