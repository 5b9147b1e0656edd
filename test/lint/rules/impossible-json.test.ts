import { rule } from '../../../src/lint/rules/impossible-json.js';
import { composite, connector, ruleCases } from '../support/rule-cases.js';

const headers = [{ key: 'content-type', value: 'application/json; charset=utf-8' }];
const request = (request_body: string) => connector({ method: 'POST', headers, request_body });
const response = (response_body: string) =>
  connector({ response_body, response_content_type: 'application/json' });

ruleCases(rule, {
  wrong: [
    {
      name: 'a comma before the end',
      registry: request('{"a": {{ a | tojson }}«,»\n}'),
      message:
        'this is not the JSON that its Content-Type promises, whatever its expressions print: a comma stands before the end of the object',
    },
    {
      name: 'without any expression',
      registry: request('[1, 2«,»]'),
      message: /^this is not the JSON that its Content-Type promises: /,
    },
    {
      name: 'a missing comma',
      registry: request('{"a": {{ a | tojson }} «"»b": 1}'),
      message: /a comma is missing before/,
    },
    { name: 'a missing colon', registry: request('{"a" «{»}, "b": {{ b }}}') },
    { name: 'single quotes', registry: request("{«'a'»: {{ a | tojson }}}"), message: /double quotes/ },
    {
      name: 'a key without quotes',
      registry: request('{«name»: {{ a | tojson }}}'),
      message: /the key `name` has no quotes/,
    },
    {
      name: 'a comment',
      registry: request('{"a": {{ a }}, «// the title»\n"b": 1}'),
      message: /no comments/,
    },
    {
      name: 'a bracket that is never closed',
      registry: request('{"a": {"b": {{ b | tojson }}«}»'),
      message: /never closed/,
    },
    { name: 'a word', registry: request('{"a": «None», "b": {{ b }}}') },
    { name: 'a line break in a text', registry: request('{"a": "x«\n»{{ b }}"}'), message: /a line break/ },
    {
      name: 'in a branch',
      registry: response('{% if a %}{"a": 1«,»}{% else %}{}{% endif %}'),
      message: /^where this branch is taken/,
    },
    {
      name: 'a loop without commas',
      registry: response('[{% for x in xs %}«{»"a": {{ x | tojson }}}{% endfor %}]'),
      message: /^as soon as the loop has two items/,
    },
    {
      name: 'a loop with a comma behind the last item',
      registry: response('[{% for x in xs %}{{ x | tojson }}«,»{% endfor %}]'),
      message: /^as soon as the loop has an item/,
    },
    {
      name: 'in the last step',
      registry: composite({
        response_body: '{"a": {{ «a» }}',
        response_content_type: 'application/vnd.api+json',
      }),
    },
    {
      name: 'behind line breaks of two characters',
      registry: request('{\r\n"a": {{ a }},\r\n"b": 1«,»\r\n}'),
    },
    {
      name: 'a loop over what stands in for a missing list',
      registry: response(
        "[{% for i in ((response.body or '{}') | from_json).rows %}{{ i.id | tojson }}«,»{% endfor %}]",
      ),
    },
    {
      name: 'a loop over one list or another',
      registry: response('[{% for i in (rows if rows else []) %}{{ i.id | tojson }}«,»{% endfor %}]'),
    },
    {
      name: 'a loop over all of a dict',
      registry: response('[{% for k, v in rows.items() %}{{ k | tojson }}«,»{% endfor %}]'),
    },
    {
      name: 'a loop over the rest of a list',
      registry: response('[{% for row in rows[1:] %}{{ row | tojson }}«,»{% endfor %}]'),
    },
  ],
  right: [
    {
      name: 'what `python-in-json` speaks of',
      registry: request('{"a": {{ none }}, "b": [{{ a == 1 }}, {{ true }}]}'),
    },
    { name: 'JSON', registry: request('{"a": {{ a | tojson }}, "b": [{{ b }}], "c": "{{ c }}"}') },
    {
      name: 'commas between items',
      registry: response('[{% for x in xs %}{{ x | tojson }}{{ "," if not loop.last }}{% endfor %}]'),
    },
    {
      name: 'commas before items',
      registry: response('[{% for x in xs %}{% if loop.index > 1 %},{% endif %}{"a": {{ x }}}{% endfor %}]'),
    },
    {
      name: 'a namespace that knows the first item',
      registry: response(
        '{% set ns = namespace(first=true) %}[{% for x in xs %}{% if not ns.first %},{% endif %}{% set ns.first = false %}{{ x | tojson }}{% endfor %}]',
      ),
    },
    {
      name: 'a comma that depends on what stands before it',
      registry: response(
        '[{% if a %}1{% endif %}{% if a and b %},{% endif %}{% if b %}{% for x in b %}{{ x }}{% if c %},{% endif %}{% endfor %}{% endif %}]',
      ),
    },
    {
      name: 'two loops of which one may be empty',
      registry: response(
        '{"a": [{% for x in xs %}{{ x | tojson }}{{ "," if not loop.last }}{% endfor %}{% for y in ys %}{{ y | tojson }}{{ "," if not loop.last }}{% endfor %}]}',
      ),
    },
    {
      name: 'a loop that expects a single item',
      registry: response('{% for x in xs %}{"a": {{ x | tojson }}}{% endfor %}'),
    },
    {
      name: 'a joiner',
      registry: response('{% set comma = joiner(",") %}[{% for x in xs %}{{ comma() }}{"a": 1}{% endfor %}]'),
    },
    {
      name: 'a loop that picks one',
      registry: response(
        '{% for x in xs if x.id == 1 %}{"a": 1}{% endfor %}{% for x in xs %}{% if x.ok %}{"a": 1}{% endif %}{% endfor %}',
      ),
    },
    {
      name: 'the first item only',
      registry: response('{% for x in xs[:1] %}{"a": {{ x }}}{% else %}{}{% endfor %}'),
    },
    { name: 'members that are printed', registry: response('{ {{ a }} {% if b %}, "b": 1{% endif %} }') },
    {
      name: 'brackets at the ends of a loop',
      registry: response(
        '{% for x in xs %}{{ "[" if loop.first }}{{ x | tojson }}{{ "]" if loop.last else "," }}{% endfor %}',
      ),
    },
    {
      name: 'a macro',
      registry: response(
        '{% macro row(x) %}{"x": {{ x | tojson }}}{% endmacro %}[{{ row(1) }}, {{ row(2) }}]',
      ),
    },
    {
      name: 'text that is put together',
      registry: response('{% set open %}{ {% endset %}{{ open }}"a": 1}'),
    },
    { name: 'a branch that prints nothing', registry: response('{% if a %}{"a": 1}{% endif %}') },
    {
      name: 'a constant key and value',
      registry: response('{% set v = true %}{"a": {{ 1 }}, {{ "b" | tojson }}: {{ v | tojson }}}'),
    },
    {
      name: 'another type',
      registry: connector({ response_body: '{a: {{ a }},}', response_content_type: 'text/plain' }),
    },
    {
      name: 'a type that a caller may replace',
      registry: connector({
        method: 'POST',
        headers: [{ ...headers[0], overridable: true }],
        request_body: '{a: {{ a }}}',
      }),
    },
    { name: 'a body that is not sent', registry: connector({ headers, request_body: '{a: {{ a }}}' }) },
  ],
});
