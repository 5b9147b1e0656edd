import { rule } from '../../../src/lint/rules/escaped-document.js';
import { composite, connector, ruleCases } from '../support/rule-cases.js';

const json = { response_content_type: 'application/json' };
const request = (request_body: string) => connector({ method: 'POST', request_body });

ruleCases(rule, {
  wrong: [
    {
      name: 'an answer that is called JSON',
      registry: connector({ response_body: '{{ «response.body» }}', ...json }),
      fixed: connector({ response_body: '{{ response.body | safe }}', ...json }),
    },
    {
      name: 'in a branch for errors',
      registry: connector({
        response_body:
          '{% if response.status_code > 399 %}\n{{ «response.body» }}\n{% else %}{"ok": 1}{% endif %}',
        ...json,
      }),
    },
    {
      name: 'with something that stands in for it',
      registry: connector({
        response_body: "{{ «response.body» if response.status_code == 200 else '[]' }}",
        ...json,
      }),
      fixed: connector({
        response_body: "{{ response.body | safe if response.status_code == 200 else '[]' }}",
        ...json,
      }),
    },
    {
      name: 'inside a JSON answer',
      registry: connector({ response_body: '{"data": {{ «response.body» }}, "n": 1}' }),
    },
    {
      name: 'a payload inside a JSON body',
      registry: request('{"kind": "{{ user.id }}", "data": {{ «body_text» }}}'),
      fixed: request('{"kind": "{{ user.id }}", "data": {{ body_text | safe }}}'),
    },
    {
      name: 'in a step',
      registry: composite(
        {},
        {
          method: 'POST',
          request_body: `{"a": {{ «steps['step-0'].body» }}, "b": {{ «request.body_text» }}}`,
        },
      ),
    },
  ],
  right: [
    {
      name: 'as it came',
      registry: connector({ response_body: '{"data": {{ response.body | safe }}}', ...json }),
    },
    {
      name: 'encoded',
      registry: connector({ response_body: '{"text": {{ response.body | tojson }}}', ...json }),
    },
    {
      name: 'in a string',
      registry: connector({ response_body: '{"text": "{{ response.body }}"}', ...json }),
    },
    {
      name: 'in a string, in a branch',
      registry: connector({
        response_body: '"{% if response.body %}{{ response.body }}{% endif %}"',
        ...json,
      }),
    },
    {
      name: 'text',
      registry: connector({ response_body: '{{ response.body }}', response_content_type: 'text/plain' }),
    },
    {
      name: 'an answer of an unknown type',
      registry: connector({ response_body: 'Said: {{ response.body }}' }),
    },
    { name: 'a body that is never sent', registry: connector({ request_body: '{"a": {{ body_text }}}' }) },
    { name: 'a whole payload', registry: request('{{ body_text }}') },
    {
      name: 'what an earlier step has made',
      registry: composite(
        { response_body: '{{ (response.body | from_json).count }}' },
        { method: 'POST', request_body: `{"count": {{ steps['step-0'].body }}}` },
      ),
    },
  ],
});
