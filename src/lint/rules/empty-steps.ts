import { problemRule } from '../problem-rule.js';

export const rule = problemRule({
  id: 'empty-steps',
  severity: 'error',
  summary: 'A composite without steps',
  codes: ['no-steps'],
  documentation: {
    why: 'A composite answers with the answer of its last step. Without steps every call ends with status 500.',
    wrong: `{
  "composite_connectors": [
    {
      "name": "Orders",
      "steps": []
    }
  ]
}`,
    right: `{
  "composite_connectors": [
    {
      "name": "Orders",
      "steps": [
        { "name": "orders", "url": "https://api.acme.io/orders" }
      ]
    }
  ]
}`,
  },
});
