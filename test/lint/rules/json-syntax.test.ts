import { rule } from '../../../src/lint/rules/json-syntax.js';
import { connector, ruleCases } from '../support/rule-cases.js';

ruleCases(rule, {
  wrong: [
    {
      name: 'a trailing comma',
      registry: '{"connectors": [{"name": "a", "url": "https://a.io"}«,» ]}',
      message: /comma/,
    },
    { name: 'a comment', registry: '{«// none»\n"connectors": []}', message: /comment/ },
  ],
  right: [{ name: 'JSON', registry: connector({}) }],
});
