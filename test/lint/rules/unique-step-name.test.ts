import { rule } from '../../../src/lint/rules/unique-step-name.js';
import { composite, compositeText, ruleCases } from '../support/rule-cases.js';

const step = (name: string) => `{"name": ${name}, "url": "https://api.acme.io"}`;

ruleCases(rule, {
  wrong: [
    {
      name: 'twice',
      registry: compositeText(`${step('"a"')}, ${step('«"a"»')}`),
      message: /^two steps are called "a"; the first stands in line 1$/,
    },
    {
      name: 'not side by side',
      registry: compositeText([step('"a"'), step('"b"'), step('«"a"»')].join()),
    },
  ],
  right: [
    { name: 'names of their own', registry: composite({}, {}) },
    {
      name: 'in two composites',
      registry: `{"composite_connectors": [{"name": "A", "steps": [${step('"a"')}]}, {"name": "B", "steps": [${step('"a"')}]}]}`,
    },
  ],
});
