import { rule } from '../../../src/lint/rules/unknown-function.js';
import { connector, ruleCases } from '../support/rule-cases.js';

const responseBody = (response_body: string) => connector({ response_body });

ruleCases(rule, {
  wrong: [
    {
      name: 'a misspelt one',
      registry: connector({ headers: [{ key: 'X', value: "{{ «get_secert»('a') }}" }] }),
      suggestion: 'get_secret',
    },
    { name: 'a filter', registry: responseBody('{{ «tojson»(response.body) }}'), message: /tojson/ },
    { name: 'a function of Python', registry: responseBody('{{ «len»(response.body) }}') },
    {
      name: 'a macro before it is there',
      registry: responseBody('{{ «m»() }}{% macro m() %}{% endmacro %}'),
      message: /here/,
    },
    { name: 'a value', registry: responseBody('{{ «user»() }}'), message: /not a function/ },
    {
      name: 'what the loop is outside of it',
      registry: responseBody('{% for a in [] %}{% endfor %}{{ «loop»(1) }}'),
    },
  ],
  right: [
    {
      name: 'those of Jinja2',
      registry: responseBody(
        '{% set ns = namespace(a=1) %}{{ dict(a=1) }}{{ range(3) }}{{ cycler(1).next() }}',
      ),
    },
    {
      name: 'macros and callers',
      registry: responseBody(
        '{% macro m(f) %}{{ caller() }}{{ f(1) }}{% endmacro %}{% call m(1) %}{% endcall %}',
      ),
    },
    {
      name: 'recursive loops, blocks',
      registry: responseBody(
        '{% for a in [] recursive %}{{ loop(a) }}{% endfor %}{% block b %}{{ super() }}{% endblock %}{{ self.b() }}',
      ),
    },
    { name: 'functions that another field sees', registry: responseBody("{{ get_secret('a') }}") },
    { name: 'what is asked about', registry: responseBody('{{ f() if f is defined }}') },
    {
      name: 'methods',
      registry: responseBody('{{ response.headers.frob() }}{{ (response.body | from_json).frob() }}'),
    },
  ],
});
