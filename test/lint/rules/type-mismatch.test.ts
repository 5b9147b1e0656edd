import { rule } from '../../../src/lint/rules/type-mismatch.js';
import { composite, connector, ruleCases } from '../support/rule-cases.js';

const response = (test: string) => connector({ response_body: `{% if ${test} %}1{% endif %}` });
const step = (test: string) =>
  composite({ name: 'first' }, { name: 'a-b', request_body: `{{ 'x' if ${test} }}` });

ruleCases(rule, {
  wrong: [
    {
      name: 'a status and a text',
      registry: response("response.status_code == «'200'»"),
      message: "`response.status_code` is a number and never equals `'200'`, which is text",
      fixed: response('response.status_code == 200'),
    },
    {
      name: 'the other way round',
      registry: response("«'404'» != response.status_code"),
      message: /always differs/,
      fixed: response('404 != response.status_code'),
    },
    {
      name: "a step's status in a list of texts",
      registry: step("steps.first.status_code in «['200', '201']»"),
      message: /never equal to text/,
      fixed: step('steps.first.status_code in [200, 201]'),
    },
    {
      name: 'one text of a list',
      registry: step("steps['first'].status_code not in [200, «'201'», 204]"),
      fixed: step("steps['first'].status_code not in [200, 201, 204]"),
    },
    {
      name: 'a status that has no number',
      registry: response("response.status_code == «'2xx'»"),
    },
    {
      name: 'an order, which fails',
      registry: response("response.status_code >= «'400'»"),
      message: /fails where the other side is text/,
      fixed: response('response.status_code >= 400'),
    },
    {
      name: 'a number in a text, which fails',
      registry: response("response.status_code in «'200,201'»"),
      message: /fails/,
    },
    {
      name: 'a query parameter and a number',
      registry: step('request.query_parameters.page == «1»'),
      fixed: step("request.query_parameters.page == '1'"),
    },
    {
      name: 'an order of a query parameter',
      registry: step('request.query_parameters.page > «1»'),
      message: /is text, and `>` fails/,
      fixed: step('request.query_parameters.page | int > 1'),
    },
    {
      name: 'a query parameter and a boolean',
      registry: step("request.query_parameters['debug'] == «true»"),
      hint: /'true'/,
    },
    {
      name: 'a query parameter with a default',
      registry: step("(request.query_parameters.page or '1') == «1»"),
    },
    { name: 'a header', registry: response("response.headers['retry-after'] < «5»") },
    { name: 'what `get` gives', registry: response("response.headers.get('x-total') == «0»") },
    {
      name: 'through a variable',
      registry: response("1 %}{% endif %}{% set s = response.status_code %}{% if s == «'200'»"),
    },
    { name: 'a test', registry: response("response.status_code is eq «'200'»") },
    {
      name: 'what filters make',
      registry: response("response.body | length == «'0'» or response.body | trim == «0»"),
    },
    {
      name: 'the number of a turn',
      registry: response("1 %}{% endif %}{% for x in [] %}{{ loop.index == «'1'» }}{% endfor %}{% if 1"),
    },
    { name: 'in a chain', registry: response("200 <= response.status_code < «'300'»") },
  ],
  right: [
    {
      name: 'names that stand for each other twice over, without end',
      registry: connector({
        response_body: `{% set a0 = response.body %}${Array.from({ length: 100 }, (_, at) => `{% set a${at + 1} = a${at} or a${at} %}`).join('')}{{ a100 == 1 }}`,
      }),
    },
    {
      name: 'equal types',
      registry: response(
        "response.status_code == 200 and response.status_code in [200, 201] and response.body == '' and response.status_code < 300",
      ),
    },
    { name: 'text made a number', registry: step('request.query_parameters.page | int > 1') },
    {
      name: 'a number made text',
      registry: response("response.status_code | string == '200' and '20' in response.status_code | string"),
    },
    {
      name: 'fields of JSON',
      registry: response("(response.body | from_json).status == '200' and (response.body | from_json).n > 3"),
    },
    {
      name: 'ids, whose type is not known',
      registry: step("user.id == 42 and user.id == '42' and user.profile_fields.by_id(1) == 1"),
    },
    {
      name: 'None and booleans',
      registry: response('response.body == none and response.status_code == true'),
    },
    {
      name: 'a default of another type',
      registry: step(
        '(request.query_parameters.page | default(1)) == 1 and (request.query_parameters.page or 1) == 1 and request.headers.get("x", 1) == 1',
      ),
    },
    { name: 'text in text', registry: response("'error' in response.body and 'a' not in response.body") },
    {
      name: 'a step that comes later, and names of the template',
      registry: step("steps['a-b'].status_code == '1'").replace(
        '{{',
        '{% set request = {} %}{{ request.query_parameters.page == 1 }}{{',
      ),
    },
    {
      name: 'where it is not visible',
      registry: connector({ url: "https://api.acme.io/{{ response.status_code == '200' }}" }),
    },
    {
      name: 'a list of both',
      registry: response("response.status_code in [200, 201] and response.body in ['a', 'b']"),
    },
  ],
});
