import { rule } from '../../../src/lint/rules/empty-steps.js';
import { composite, ruleCases } from '../support/rule-cases.js';

ruleCases(rule, {
  wrong: [
    {
      name: 'no steps',
      registry: '{"composite_connectors": [{"name": "a", "steps": «[»]}]}',
      message: /at least one step/,
    },
  ],
  right: [
    { name: 'a step', registry: composite({}) },
    { name: 'no composites', registry: '{"composite_connectors": []}' },
  ],
});
