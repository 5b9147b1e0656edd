import { rule } from '../../../src/lint/rules/unknown-function.js';
import { composite, connector, ruleCases } from '../support/rule-cases.js';

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
      name: 'an attribute that is a value',
      registry: responseBody('{{ response.«body»() }}{{ user.«id»() }}{{ response.«status_code»() }}'),
      message: /is a value and not a function/,
      fixed: responseBody('{{ response.body }}{{ user.id }}{{ response.status_code }}'),
    },
    { name: 'the headers', registry: responseBody("{{ response.«headers»('etag') }}") },
    { name: 'a header', registry: responseBody('{{ response.headers.«frob»() }}') },
    {
      name: 'values of a composite',
      registry: composite(
        { name: 'a' },
        {
          request_body:
            "{{ request.query_parameters.«page»() }}{{ «steps['a']['body']»() }}{{ steps.a.«status_code»() }}",
        },
      ),
    },
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
      registry: responseBody(
        '{{ response.headers.get("a") }}{{ response.body.strip() }}{{ user.profile_fields.by_id(1) }}{{ (response.body | from_json).frob() }}',
      ),
    },
  ],
});
