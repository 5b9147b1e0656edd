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
    {
      name: 'with a fallback',
      registry: simple("{{ «body_text» | default('{}', true) }}"),
      fixed: simple("{{ body_text | default('{}', true) | safe }}"),
    },
    {
      name: 'with one behind `or`, which takes parentheses',
      registry: step("{{ «request.body_text» or '{}' }}"),
      hint: /\(\.\.\.\) \| safe/,
    },
    {
      name: 'with one behind `else`',
      registry: simple("{{ «body_text» if body_text else '{}' }}"),
      fixed: simple("{{ body_text | safe if body_text else '{}' }}"),
    },
    {
      name: 'under a condition that it is there',
      registry: simple('{% if body_text %}{{ «body_text» }}{% else %}{}{% endif %}\n'),
      fixed: simple('{% if body_text %}{{ body_text | safe }}{% else %}{}{% endif %}\n'),
    },
  ],
  right: [
    {
      name: 'in a branch beside JSON, where `escaped-document` speaks',
      registry: simple('{% if not body_text %}{"a": 1}{% else %}{{ body_text }}{% endif %}'),
    },
    {
      name: 'in a branch with other text',
      registry: simple('{% if body_text %}a={{ body_text }}{% endif %}'),
    },
    { name: 'as it came, with a fallback', registry: simple("{{ (body_text or '{}') | safe }}") },
    {
      name: 'with a fallback that is none, where `default-of-none` speaks',
      registry: simple("{{ body_text | default('{}') }}"),
    },
    { name: 'as it came', registry: simple('{{ body_text | safe }}') },
    { name: 'blank', registry: simple('') },
    { name: 'as a part', registry: simple('a={{ body_text }}') },
    { name: 'on a GET', registry: simple('{{ body_text }}', 'GET') },
    { name: 'where it is not visible', registry: step('{{ body_text }}') },
  ],
});
