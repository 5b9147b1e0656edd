import { rule } from '../../../src/lint/rules/missing-content-type.js';
import { composite, connector, ruleCases } from '../support/rule-cases.js';

ruleCases(rule, {
  wrong: [
    {
      name: 'literal JSON',
      registry: connector({ response_body: '«{"ok": {{ (response.status_code == 200) | tojson }}}»' }),
    },
    {
      name: 'nothing but `tojson`',
      registry: connector({ response_body: "«{% set a = 1 %}\n{{ {'a': a} | tojson }}\n»" }),
    },
  ],
  right: [
    {
      name: 'with it',
      registry: connector({ response_body: '{{ {} | tojson }}', response_content_type: 'application/json' }),
    },
    { name: 'a step before the last', registry: composite({ response_body: '{{ {} | tojson }}' }, {}) },
    { name: 'HTML', registry: connector({ response_body: '<p>{{ response.body }}</p>' }) },
  ],
});
