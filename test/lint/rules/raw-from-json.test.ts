import { rule } from '../../../src/lint/rules/raw-from-json.js';
import { composite, connector, ruleCases } from '../support/rule-cases.js';

const response = (response_body: string) => connector({ response_body });

ruleCases(rule, {
  wrong: [
    {
      name: 'as the whole template',
      registry: response('{{ response.body | «from_json» }}'),
      fixed: response('{{ response.body | from_json | tojson }}'),
    },
    {
      name: 'through a variable',
      registry: response('{% set data = response.body | from_json %}{"data": {{ «data» }}}'),
      fixed: response('{% set data = response.body | from_json %}{"data": {{ data | tojson }}}'),
      message: /^`data`/,
    },
    {
      name: 'behind filters that change nothing about it',
      registry: response('{{ response.body | «from_json» | safe }}'),
    },
    {
      name: 'the answer of a step that keeps it as it came',
      registry: composite({}, { method: 'POST', request_body: "{{ steps['step-0'].body | «from_json» }}" }),
    },
    {
      name: 'behind `or`',
      registry: response("{{ (response.body or '{}') | «from_json» }}"),
      fixed: response("{{ (response.body or '{}') | from_json | tojson }}"),
    },
    {
      name: 'behind a default',
      registry: composite({
        method: 'POST',
        request_body: "{{ request.body_text | default('{}', true) | trim | «from_json» }}",
      }),
    },
    {
      name: 'behind a choice',
      registry: response("{{ ('{}' if not response.body else response.body) | «from_json» }}"),
    },
    {
      name: 'in a branch',
      registry: response("{{ (response.body | «from_json») if response.body else '{}' }}"),
      fixed: response("{{ (response.body | from_json | tojson) if response.body else '{}' }}"),
    },
    {
      name: 'with a stand-in for what is empty',
      registry: response(
        "{% set data = response.body | from_json %}{{ «data» or '{}' }}{{ «data» | default({}) }}{{ response.body and «data» }}",
      ),
    },
    {
      name: 'a payload',
      registry: composite({ method: 'POST', request_body: '{{ request.body_text | «from_json» }}' }),
    },
  ],
  right: [
    { name: 'a field of it', registry: response('{{ (response.body | from_json).name }}') },
    { name: 'as JSON', registry: response('{{ response.body | from_json | tojson }}') },
    {
      name: 'as JSON, behind `or`',
      registry: response('{{ (response.body or "{}") | from_json | tojson }}'),
    },
    { name: 'a field with a stand-in', registry: response("{{ (response.body | from_json).a or '' }}") },
    {
      name: 'a condition about it',
      registry: response("{{ 'some' if response.body | from_json else 'none' }}"),
    },
    { name: 'a text that is no body', registry: response("{{ (tenant_id or '1') | from_json }}") },
    { name: 'its length', registry: response('{{ response.body | from_json | length }}') },
    {
      name: 'in a condition and a loop',
      registry: response(
        '{% if response.body | from_json %}{% for x in response.body | from_json %}{% endfor %}{% endif %}',
      ),
    },
    {
      name: 'a variable that holds something else by now',
      registry: response('{% set x = response.body | from_json %}{% set x = x.name %}{{ x }}'),
    },
    {
      name: 'what a step has made of its answer may be a number',
      registry: composite(
        { response_body: '{{ (response.body | from_json).id }}' },
        { url: "https://api.acme.io/{{ steps['step-0'].body | from_json }}" },
      ),
    },
  ],
});
