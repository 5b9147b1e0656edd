import { rule } from '../../../src/lint/rules/query-injection.js';
import { composite, connector, ruleCases } from '../support/rule-cases.js';

const query = (value: string) => connector({ query_parameters: [{ key: 'q', value }] });
const body = (request_body: string) => composite({}, { method: 'POST', request_body });

ruleCases(rule, {
  wrong: [
    {
      name: 'who calls',
      registry: query("SELECT Id FROM Contact WHERE Email = '{{ «user.email» }}' LIMIT 1"),
    },
    {
      name: 'between other text, as the second of two',
      registry: query(
        "select a from b where c = '{{ user.id }}' and d like '%{{ «user.first_name | trim» }}%'",
      ),
    },
    {
      name: 'in a URL',
      registry: connector({
        url: "https://api.acme.io/q?q=SELECT+Id+FROM+A+WHERE+B='{{ «user.email | urlencode» }}'",
      }),
    },
    {
      name: 'joined in an expression',
      registry: body(
        `{{ {'q': "SELECT a FROM b WHERE c = '" ~ «request.query_parameters.c» ~ "'"} | tojson }}`,
      ),
    },
    {
      name: 'what a step answered',
      registry: body(`{"q": "SELECT a FROM b WHERE c = '{{ «(steps['step-0'].body | from_json).name» }}'"}`),
    },
    {
      name: 'GraphQL in a body',
      registry: body('{"query": "query { user(email: \\"{{ «user.email» }}\\") { id } }"}'),
      message: /GraphQL/,
    },
    {
      name: 'joined, with other brackets around it',
      registry: body(`{{ ('query { a(id: "' ~ «user.email» ~ '") }') | tojson }}`),
      message: /GraphQL/,
    },
    {
      name: 'joined in a `set`',
      registry: body(
        `{% set q = "SELECT a FROM b WHERE c = '" ~ «request.query_parameters.x» ~ "'" %}{{ {'q': q} | tojson }}`,
      ),
    },
    {
      name: 'joined from names, once',
      registry: body(
        `{% set start = "SELECT a FROM b WHERE c = '" %}{% set q = start ~ «user.email» %}{% set q2 = q ~ "'" %}{{ q2 }}`,
      ),
    },
    {
      name: 'with +',
      registry: body(`{{ ("SELECT a FROM b WHERE c = '" + «user.email» + "'") | tojson }}`),
    },
    {
      name: 'with %',
      registry: body(
        `{{ ("SELECT a FROM b WHERE c = '%s' AND d LIKE '%%%s%%' LIMIT %d" % («user.email», «user.username», 5)) | tojson }}`,
      ),
    },
    {
      name: 'with `format`, the filter and the method',
      registry: body(
        `{{ ("DELETE FROM b WHERE c = '%s'" | format(«user.email»)) | tojson }}{{ "UPDATE b SET c = '{}'".format(«user.email») | tojson }}`,
      ),
    },
    {
      name: "GraphQL's short form",
      registry: body('{"query": "{ user(email: \\"{{ «user.email» }}\\") { id } }"}'),
      message: /GraphQL/,
    },
    {
      name: "GraphQL's short form, joined",
      registry: body(`{{ {'query': '{ user(email: "' ~ «user.email» ~ '") { id } }'} | tojson }}`),
    },
    {
      name: 'in a branch behind the beginning',
      registry: query("SELECT a FROM b{% if user.id %} WHERE c = '{{ «user.email» }}'{% endif %}"),
    },
    {
      name: 'an id that the caller sends',
      registry: body(`{"q": "SELECT a FROM b WHERE c = '{{ «(request.body_text | from_json).id» }}'"}`),
    },
    {
      name: 'a change, in a JSON body',
      registry: body(`{"sql": "UPDATE a SET b = '{{ «user.email» }}'"}`),
    },
    {
      name: 'a profile field',
      registry: query("SELECT a FROM b WHERE c = '{{ «user.profile_fields.by_id(7)» }}'"),
    },
  ],
  right: [
    {
      name: 'formats outside of quotes, of numbers, of other text',
      registry: body(
        `{{ "SELECT a FROM b LIMIT %s" % (user.email | length) }}{{ "SELECT a FROM b WHERE c = '%d'" % user.email }}{{ "Hello '%s'" % user.email }}`,
      ),
    },
    {
      name: 'a block whose text another query begins',
      registry: body(`{% set q %}SELECT a FROM b WHERE c = 'x'{% endset %}{{ q }}{"n": '{{ user.email }}'}`),
    },
    {
      name: 'with its quotes escaped before it is joined',
      registry: body(
        `{{ ("SELECT a FROM b WHERE c = '" ~ user.email | replace("'", "''") ~ "'") | tojson }}`,
      ),
    },
    { name: 'JSON with a function call in it', registry: body('{"a": "f({{ user.email }})"}') },
    {
      name: 'a sentence about an update',
      registry: body(`{{ {'text': "Please update the set of rows = '" ~ user.email ~ "'"} | tojson }}`),
    },
    {
      name: 'with its quotes escaped',
      registry: query(`SELECT Id FROM Contact WHERE Email = '{{ user.email | replace("'", "\\\\'") }}'`),
    },
    {
      name: 'ids',
      registry: body(
        `{"q": "SELECT a FROM b WHERE c = '{{ (steps['step-0'].body | from_json).Id }}' AND d = '{{ user.id }}'"}`,
      ),
    },
    {
      name: 'a path parameter, which holds no quotes',
      registry: connector({ url: "https://api.acme.io/q?q=SELECT+Id+FROM+A+WHERE+B='{{ pathParams.id }}'" }),
    },
    {
      name: 'outside of quotes',
      registry: query('SELECT Id FROM Contact LIMIT {{ user.first_name | length }}'),
    },
    { name: 'behind the literal', registry: query("SELECT Id FROM A WHERE b = 'x' {{ user.email }}") },
    { name: 'a sentence', registry: query("select one from '{{ user.email }}") },
    {
      name: 'GraphQL with variables',
      registry: body(
        `{{ {'query': 'query($e: String!) { user(email: $e) { id } }', 'variables': {'e': user.email}} | tojson }}`,
      ),
    },
  ],
});
