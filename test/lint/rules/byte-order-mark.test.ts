import { rule } from '../../../src/lint/rules/byte-order-mark.js';
import { connector, ruleCases } from '../support/rule-cases.js';

ruleCases(rule, {
  wrong: [{ name: 'a mark', registry: `«\uFEFF»${connector({})}`, fixed: connector({}) }],
  right: [
    { name: 'none', registry: connector({}) },
    { name: 'the same character inside a string', registry: connector({ request_body: '\uFEFF' }) },
  ],
});
