import { problemRule } from '../problem-rule.js';

export const rule = problemRule({
  id: 'unique-step-name',
  severity: 'error',
  summary: 'Two steps of a composite with the same name',
  codes: ['duplicate-step-name'],
  documentation: {
    why: 'Templates reach the answer of a step by its name, which therefore has to be the only one of its kind in the composite.',
    wrong: `{
  "composite_connectors": [
    {
      "name": "Orders",
      "steps": [
        { "name": "orders", "method": "POST", "url": "https://api.acme.io/orders" },
        { "name": "orders", "method": "POST", "url": "https://api.acme.io/returns" }
      ]
    }
  ]
}`,
    right: `{
  "composite_connectors": [
    {
      "name": "Orders",
      "steps": [
        { "name": "orders", "method": "POST", "url": "https://api.acme.io/orders" },
        { "name": "returns", "method": "POST", "url": "https://api.acme.io/returns" }
      ]
    }
  ]
}`,
  },
});
