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
    {
      name: 'a type, a state or a token',
      registry: response(
        '{"a": "{{ «b.memberType» }}", "b": "{{ «b.state» }}", "c": "{{ «b[\'access_token\']» }}"}',
      ),
    },
    {
      name: 'by way of filters and methods',
      registry: response(
        '{"a": "{{ «b.tags | join(\', \')» }}", "b": "{{ «b.get(\'x\')» }}", "c": "{{ «b.x.strip()» }}", "d": "{{ «\'%s!\' | format(b.x)» }}", "e": "{{ «\'%s: %s\' % (1, b.x)» }}", "f": "{{ «b.tags | map(attribute=\'x\') | first» }}"}',
      ),
    },
    {
      name: 'the pairs of an object',
      registry: response(
        '[{% for k, v in b.items() %}{"{{ «k» }}": "{{ «v.type» }}"}{{ "," if not loop.last }}{% endfor %}]',
      ),
    },
    {
      name: 'headers of an answer, a profile field',
      registry: connector({
        response_body:
          '{"etag": "{{ «response.headers.etag» }}", "b": "{{ «user.profile_fields.by_id(3)» }}"}',
      }),
    },
    {
      name: 'what a condition compares with something else, or in the other branch',
      registry: response(
        '{% if b.kind != "x" %}{"a": "{{ «b.kind» }}"}{% elif b.kind == b.type %}{"a": "{{ b.kind }}"}{% endif %}',
      ),
    },
    {
      name: 'in the branch where the comparison fails',
      registry: response('{% if b.kind == "x" %}{"a": 1}{% else %}{"a": "{{ «b.kind» }}"}{% endif %}'),
    },
    { name: 'a sum with a text in it', registry: response('{"a": "{{ «\'No. \' + b.label» }}"}') },
    {
      name: 'the beginning of a text',
      registry: response('{"a": "{{ «b.title[:80]» }}", "b": "{{ «response.body[:80]» }}"}'),
    },
  ],
  right: [
    {
      name: 'what a condition holds to constants or numbers',
      registry: response(
        '{% if b.kind == "x" or b.kind in ["y", "z"] %}{"a": "{{ b.kind }}"}{% elif b.n is number and b.ok %}{"a": "{{ b.n }}"}{% else %}{"a": "{{ b.kind if b.kind in [\'v\'] else \'other\' }}"}{% endif %}',
      ),
    },
    {
      name: 'numbers by their arithmetic',
      registry: response(
        '{"a": "{{ b.count + 1 }}", "b": "{{ b.price * 2 }}", "c": "{{ b.total + b.count }}", "d": "{{ b.tags | length }}", "e": "{{ b.list | map(\'int\') | first }}"}',
      ),
    },
    { name: 'as JSON', registry: response('{"title": {{ b.title | tojson }}}') },
    {
      name: 'what a filter makes a number of',
      registry: response('{"a": "{{ b.userId | int }}", "b": "{{ b.x | float | round(2) }}"}'),
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
    {
      name: 'ids, numbers and dates of an upstream',
      registry: response(
        '{"b": "{{ b.id }}", "c": "{{ b.createdAt }}", "d": "{{ b[\'count\'] }}", "e": "{{ b.customer_id }}"}',
      ),
    },
    {
      name: 'a part of one of these',
      registry: response('{"a": "{{ b.created_at[:10] }}", "b": "{{ b.created[0:4] }}"}'),
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
