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
      name: 'a payload',
      registry: composite({ method: 'POST', request_body: '{{ request.body_text | «from_json» }}' }),
    },
  ],
  right: [
    { name: 'a field of it', registry: response('{{ (response.body | from_json).name }}') },
    { name: 'as JSON', registry: response('{{ response.body | from_json | tojson }}') },
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
