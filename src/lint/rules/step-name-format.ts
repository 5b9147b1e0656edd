import { problemRule } from '../problem-rule.js';

export const rule = problemRule({
  id: 'step-name-format',
  severity: 'error',
  summary: 'A step name that the platform does not accept',
  codes: ['bad-step-name'],
  documentation: {
    why: 'Steps are called by their names in templates and in error messages. A name is made of lower-case letters and digits, joined by single hyphens.',
    wrong: `{
  "composite_connectors": [
    {
      "name": "Orders",
      "steps": [
        { "name": "fetchOrders", "url": "https://api.acme.io/orders" }
      ]
    }
  ]
}`,
    right: `{
  "composite_connectors": [
    {
      "name": "Orders",
      "steps": [
        { "name": "fetch-orders", "url": "https://api.acme.io/orders" }
      ]
    }
  ]
}`,
  },
});
