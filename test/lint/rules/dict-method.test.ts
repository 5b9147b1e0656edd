import { rule } from '../../../src/lint/rules/dict-method.js';
import { composite, connector, ruleCases } from '../support/rule-cases.js';

const responseBody = (response_body: string) => connector({ response_body });

ruleCases(rule, {
  wrong: [
    {
      name: 'a loop over a field',
      registry: responseBody('{% for x in (response.body | from_json).«items» %}{{ x.id }}{% endfor %}'),
      suggestion: "['items']",
      fixed: responseBody("{% for x in (response.body | from_json)['items'] %}{{ x.id }}{% endfor %}"),
    },
    {
      name: 'through a variable, deeper down',
      registry: responseBody(
        '{% set data = response.body | from_json %}{{ data.page.«values» | tojson }}{{ data.«get».x }}',
      ),
      fixed: responseBody(
        "{% set data = response.body | from_json %}{{ data.page['values'] | tojson }}{{ data['get'].x }}",
      ),
    },
    {
      name: 'of what a loop gives',
      registry: responseBody(
        "{% for row in (response.body | from_json).rows | sort(attribute='a') %}{{ row.«items» | length }}{% endfor %}",
      ),
    },
    {
      name: 'with a default',
      registry: responseBody(
        '{% set d = (response.body | from_json) if response.body else {} %}{{ d.«keys» | default([]) }}',
      ),
    },
    {
      name: 'of pairs',
      registry: responseBody(
        '{% for key, value in (response.body | from_json).items() %}{{ value.«copy» }}{% endfor %}',
      ),
    },
    {
      name: 'pairs that were to be called',
      registry: responseBody(
        '{% set d = response.body | from_json %}{% for k, v in d.«items» %}{{ k }}{% endfor %}',
      ),
      suggestion: 'items()',
    },
    {
      name: 'query parameters',
      registry: composite({ request_body: '{{ request.query_parameters.«items» }}' }),
    },
    { name: 'a literal', registry: responseBody("{% set d = {'items': []} %}{{ d.«items» | length }}") },
  ],
  right: [
    {
      name: 'methods that are called',
      registry: responseBody(
        "{% set d = response.body | from_json %}{{ d.items() | list }}{{ d.get('x', {}).y }}{{ d.keys() | list }}",
      ),
    },
    {
      name: 'brackets',
      registry: responseBody("{% set d = response.body | from_json %}{{ d['items'] }}{{ d['values'].x }}"),
    },
    {
      name: 'fields that are no methods',
      registry: responseBody('{% set d = response.body | from_json %}{{ d.count }}{{ d.index }}{{ d.item }}'),
    },
    {
      name: 'what may be anything',
      registry: responseBody(
        '{% set c = cycler(1, 2) %}{{ c.items }}{% set ns = namespace(items=[]) %}{% set ns.items = ns.items + [1] %}{{ ns.items }}{% macro m(x) %}{{ x.items }}{% endmacro %}{% for r in ns.items %}{{ r.items }}{% endfor %}',
      ),
    },
    {
      name: 'attributes by name',
      registry: responseBody("{{ (response.body | from_json).rows | map(attribute='items') | list }}"),
    },
  ],
});
