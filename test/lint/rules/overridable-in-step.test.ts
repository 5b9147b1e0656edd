import { rule } from '../../../src/lint/rules/overridable-in-step.js';
import { compositeText, connectorText, ruleCases } from '../support/rule-cases.js';

const step = (fields: string) => compositeText(`{"name": "a", "url": "https://api.acme.io/x", ${fields}}`);

ruleCases(rule, {
  wrong: [
    {
      name: 'a query parameter of a step',
      registry: step('"query_parameters": [{"key": "q", "value": "1", "overridable": «true»}]'),
      message: /query parameter 'q'/,
      hint: /request\.query_parameters/,
    },
    {
      name: 'headers, each',
      registry: step(
        '"headers": [{"key": "A", "overridable": «true», "value": "1"}, {"key": "B", "value": "2", "overridable": «true»}]',
      ),
    },
  ],
  right: [
    { name: 'false', registry: step('"headers": [{"key": "A", "value": "1", "overridable": false}]') },
    {
      name: 'a simple connector',
      registry: connectorText('"headers": [{"key": "A", "value": "1", "overridable": true}]'),
    },
    {
      name: 'what is no boolean, which `field-type` speaks of',
      registry: step('"headers": [{"key": "A", "value": "1", "overridable": "true"}]'),
    },
  ],
});
