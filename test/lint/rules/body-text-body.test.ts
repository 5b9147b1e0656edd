import { rule } from '../../../src/lint/rules/body-text-body.js';
import { composite, connector, ruleCases } from '../support/rule-cases.js';

const simple = (request_body: string, method = 'POST') => connector({ method, request_body });
const step = (request_body: string) => composite({ method: 'POST', request_body });

ruleCases(rule, {
  wrong: [
    { name: 'in a simple connector', registry: simple('{{ «body_text» }}'), fixed: simple('') },
    {
      name: 'in a step',
      registry: step(' {{- «request.body_text» }}\n'),
      fixed: step(' {{- request.body_text | safe }}\n'),
    },
  ],
  right: [
    { name: 'as it came', registry: simple('{{ body_text | safe }}') },
    { name: 'blank', registry: simple('') },
    { name: 'as a part', registry: simple('a={{ body_text }}') },
    { name: 'on a GET', registry: simple('{{ body_text }}', 'GET') },
    { name: 'where it is not visible', registry: step('{{ body_text }}') },
  ],
});
