import { rule } from '../../../src/lint/rules/quoted-value.js';
import { composite, connector, ruleCases } from '../support/rule-cases.js';

const data = '{% set b = response.body | from_json %}';
const response = (json: string) => connector({ response_body: data + json });

ruleCases(rule, {
  wrong: [
    {
      name: 'a field of parsed JSON',
      registry: response('{"title": "{{ «b.title» }}"}'),
      fixed: response('{"title": {{ b.title | tojson }}}'),
    },
    {
      name: 'in a loop, under a condition, in a nested object',
      registry: response(
        '{"rows": [{% for r in b.rows %}{"a": {"n": "{{- «r.name | upper» -}}"}}{% if not loop.last %},{% endif %}{% endfor %}]}',
      ),
      fixed: response(
        '{"rows": [{% for r in b.rows %}{"a": {"n": {{- r.name | upper | tojson -}}}}{% if not loop.last %},{% endif %}{% endfor %}]}',
      ),
    },
    {
      name: 'an operator, and `safe`',
      registry: response('["{{ «b.first ~ b.last» }}", "{{ «(b.text | safe)» }}"]'),
      fixed: response('["x"]').replace(
        '["x"]'.replaceAll('"', '\\"'),
        '[{{ (b.first ~ b.last) | tojson }}, {{ (b.text | safe) | tojson }}]',
      ),
    },
    { name: 'with other text around it', registry: response('{"text": "Hello {{ «b.name» }}!"}') },
    {
      name: 'what a caller sends',
      registry: composite({ method: 'POST', request_body: '{"q": "{{ «request.query_parameters.id» }}"}' }),
    },
    {
      name: 'who calls',
      registry: connector({ method: 'POST', request_body: '{"by": "{{ «user.email» }}"}' }),
    },
    {
      name: 'the items of a list',
      registry: response('[{% for tag in b.tags %}"{{ «tag» }}"{{ "," if not loop.last }}{% endfor %}]'),
    },
  ],
  right: [
    { name: 'as JSON', registry: response('{"title": {{ b.title | tojson }}}') },
    {
      name: 'ids, dates, numbers',
      registry: response(
        '{"a": "{{ b.userId }}", "b": "{{ b.created_at }}", "c": "{{ b.count }}", "d": "{{ b.x | int }}"}',
      ),
    },
    {
      name: "the platform's own",
      registry: response(
        '{"a": "{{ user.id }}", "b": "{{ now() }}", "c": "{{ response.status_code }}", "d": "{{ tenant_id }}"}',
      ),
    },
    {
      name: 'what is encoded',
      registry: response(
        '{"a": "{{ b.title | urlencode }}", "b": "{{ b.title | base64_encode }}", "c": "{{ b.title | replace(\'"\', \'\') }}"}',
      ),
    },
    {
      name: 'constants',
      registry: response('{% set kind = "post" %}{"a": "{{ kind }}", "b": "{{ \'x\' if b.ok else \'y\' }}"}'),
    },
    { name: 'outside of quotes', registry: response('{"a": {{ b.title }}}') },
    { name: 'HTML', registry: response('<a href="{{ b.title }}">{{ b.title }}</a>') },
    { name: 'plain text', registry: response('say "{{ b.title }}"') },
    {
      name: 'what `query-injection` speaks of',
      registry: composite({
        method: 'POST',
        request_body: '{"q": "SELECT a FROM b WHERE c = \'{{ user.email }}\'"}',
      }),
    },
  ],
});
