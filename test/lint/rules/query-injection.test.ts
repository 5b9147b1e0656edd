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
  ],
  right: [
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
