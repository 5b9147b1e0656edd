import { rule } from '../../../src/lint/rules/tojson-in-quotes.js';
import { connector, ruleCases } from '../support/rule-cases.js';

const data = '{% set b = response.body | from_json %}';
const response = (json: string) => connector({ response_body: data + json });

ruleCases(rule, {
  wrong: [
    {
      name: 'a field',
      registry: response('{"title": "{{ b.title | «tojson» }}"}'),
      fixed: response('{"title": {{ b.title | tojson }}}'),
    },
    { name: 'the other encoder, and safe', registry: response('["{{ b | «json_encode» | safe }}"]') },
    { name: 'a text between other text', registry: response('{"a": "Hi {{ user.email | «tojson» }}"}') },
  ],
  right: [
    { name: 'without quotes', registry: response('{"title": {{ b.title | tojson }}}') },
    {
      name: 'numbers',
      registry: response('{"a": "{{ b.items | length | tojson }}", "b": "{{ now() | tojson }}"}'),
    },
    {
      name: 'perhaps a list of numbers between other text',
      registry: response('{"q": "ids in {{ b.ids | tojson }}"}'),
    },
    {
      name: 'with its quotes escaped',
      registry: response(`{"a": "{{ b | tojson | replace('"', '\\\\"') }}"}`),
    },
  ],
});
