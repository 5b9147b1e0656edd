import { rule } from '../../../src/lint/rules/python-in-json.js';
import { composite, connector, ruleCases } from '../support/rule-cases.js';

const headers = [{ key: 'Content-Type', value: 'application/json' }];
const request = (request_body: string) => connector({ method: 'POST', headers, request_body });
const response = (response_body: string) =>
  connector({ response_body, response_content_type: 'application/json' });
const plain = (response_body: string) => connector({ response_body });

ruleCases(rule, {
  wrong: [
    {
      name: 'a comparison',
      registry: response('{"ok": {{ «response.status_code == 200» }}, "b": 1}'),
      message: '`response.status_code == 200` prints `True` or `False`, which is not JSON',
      fixed: response('{"ok": {{ (response.status_code == 200) | tojson }}, "b": 1}'),
    },
    {
      name: 'a comparison in parentheses, and of parentheses',
      registry: response('[{{ «(a == b)» }}, {{ «(a or b) == (c or d)» }}]'),
      fixed: response('[{{ (a == b) | tojson }}, {{ ((a or b) == (c or d)) | tojson }}]'),
    },
    {
      name: 'a test, a negation, a search',
      registry: request('{"a": {{ «user.id is none» }}, "b": {{ «not user.id» }}, "c": {{ «1 in [1]» }}}'),
    },
    {
      name: 'constants',
      registry: request('{"a": {{ «none» }}, "b": {{ «true» }}, "c": {{ «False» }}}'),
      fixed: request('{"a": {{ none | tojson }}, "b": {{ true | tojson }}, "c": {{ False | tojson }}}'),
    },
    {
      name: 'objects and lists of the template',
      registry: request('{"a": {{ «{\'a\': 1}» }}, "b": {{ «[1, \'a\']» }}, "c": [{{ «(1, 2)» }}]}'),
      message: /Python's notation of/,
    },
    {
      name: 'where nothing else is printed',
      registry: response('{{ «response.status_code == 200» }}'),
    },
    {
      name: 'where the body is plainly JSON',
      registry: plain('{"ok": {{ «response.status_code == 200» }}}'),
    },
    {
      name: 'in a step between others',
      registry: composite({ response_body: '{"ok": {{ «response.status_code == 200» }}}' }, {}),
    },
    {
      name: 'through a variable',
      registry: response('{% set ok = response.status_code == 200 %}{"ok": {{ «ok» }}}'),
      fixed: response('{% set ok = response.status_code == 200 %}{"ok": {{ ok | tojson }}}'),
    },
    {
      name: 'in a loop and its branch',
      registry: response(
        '[{% for x in xs %}{"a": {{ «x.n > 1» }}, "last": {{ «loop.last» }}}{{ "," if not loop.last }}{% endfor %}]',
      ),
    },
    {
      name: 'a choice between the two',
      registry: response('{"a": {{ «true if x else false» }}}'),
      fixed: response('{"a": {{ (true if x else false) | tojson }}}'),
    },
    {
      name: 'one side of a choice',
      registry: response('{"a": {{ x.id if x else «none» }}, "b": {{ x or «none» }}}'),
      message: '`none` prints `None`, which is not JSON',
      fixed: response('{"a": {{ x.id if x else none | tojson }}, "b": {{ x or none | tojson }}}'),
    },
    {
      name: 'a default',
      registry: response('{"a": {{ x.a | default(«false») }}}'),
      hint: /whole expression/,
    },
    {
      name: 'behind filters that change nothing about it',
      registry: response('{"a": {{ «(a == 1) | safe» }}}'),
      fixed: response('{"a": {{ (a == 1) | tojson }}}'),
    },
    {
      name: 'beside another fault',
      registry: response('{"a": {{ «none» }},}'),
    },
  ],
  right: [
    {
      name: 'with `tojson`',
      registry: response(
        '{"a": {{ (a == 1) | tojson }}, "b": {{ none | tojson }}, "c": {{ {\'a\': 1} | tojson }}}',
      ),
    },
    { name: 'in lower case', registry: response('{"a": {{ (a == 1) | lower }}, "b": {{ (a == 1) | int }}}') },
    {
      name: 'words of JSON',
      registry: response("{\"a\": {{ 'true' if a == 1 else 'false' }}, \"b\": {{ 'null' }}}"),
    },
    {
      name: 'lists and objects that print the same in both',
      registry: response('{"a": {{ [] }}, "b": {{ {} }}, "c": {{ [1, 2] }}}'),
    },
    { name: 'a text of JSON', registry: response('{"a": "{{ a == 1 }}", "b": "is {{ none }}"}') },
    {
      name: 'what it prints is not known',
      registry: response('{"a": {{ a }}, "b": {{ a.b or c }}, "c": {{ loop }}}'),
    },
    { name: 'a choice by `and` and `or`', registry: response('{"a": {{ a == 1 and 2 or 3 }}}') },
    {
      name: 'a comma',
      registry: response('[{% for x in xs %}{{ x | tojson }}{{ "," if not loop.last }}{% endfor %}]'),
    },
    {
      name: 'another type',
      registry: connector({ response_body: '{"a": {{ a == 1 }}}', response_content_type: 'text/plain' }),
    },
    {
      name: 'another type of a request',
      registry: connector({
        method: 'POST',
        headers: [{ key: 'content-type', value: 'text/x' }],
        request_body: '{"a": {{ a == 1 }}}',
      }),
    },
    { name: 'text', registry: plain('Done: {{ response.status_code == 200 }}') },
    { name: 'a value by itself, of no type', registry: plain('{{ response.status_code == 200 }}') },
    { name: 'a condition', registry: response('{% if a == 1 %}{"a": 1}{% else %}{}{% endif %}') },
    { name: 'a URL', registry: connector({ url: 'https://api.acme.io/{{ tenant_id == 1 }}' }) },
    {
      name: 'what a block puts together',
      registry: response('{% set x %}{{ a == 1 }}{% endset %}{"a": {{ x | trim | lower }}}'),
    },
    {
      name: 'a body that is not sent',
      registry: connector({ headers, request_body: '{"a": {{ a == 1 }}}' }),
    },
  ],
});
