import { rule } from '../../../src/lint/rules/unknown-variable.js';
import { composite, connector, ruleCases } from '../support/rule-cases.js';

const responseBody = (response_body: string) => connector({ response_body });

ruleCases(rule, {
  wrong: [
    {
      name: 'a path parameter by itself',
      registry: connector({
        url: 'https://api.acme.io/{{ «user_id» }}',
        path_parameters: [{ key: 'user_id' }],
      }),
      suggestion: 'pathParams.user_id',
    },
    {
      name: 'a path parameter where there are none',
      registry: connector({
        url: 'https://api.acme.io/{{ pathParams.user_id }}',
        path_parameters: [{ key: 'user_id' }],
        request_body: '{{ «user_id» }}',
      }),
      suggestion: 'user.id',
    },
    { name: 'a misspelt one', registry: responseBody('{{ «usr».id }}'), suggestion: 'user' },
    {
      name: 'another spelling',
      registry: connector({ request_body: '{{ «bodyText» }}' }),
      suggestion: 'body_text',
    },
    {
      name: "a step's name by itself",
      registry: composite({ name: 'get-user' }, { name: 'auth' }, { request_body: '{{ «auth».body }}' }),
      suggestion: 'steps.auth',
    },
    {
      name: 'a part of the response by itself',
      registry: responseBody('{% if «status_code» == 200 %}{% endif %}'),
      suggestion: 'response.status_code',
    },
    {
      name: 'parameters by another name',
      registry: composite({ request_body: '{{ «query».page }}' }),
      suggestion: 'request.query_parameters',
    },
    {
      name: 'a loop variable behind its loop',
      registry: responseBody('{% for x in [] %}{{ loop.index }}{% endfor %}{{ «loop».index }}'),
    },
    { name: 'one in an expression', registry: responseBody("{{ {'a': «something» ~ 'b'} }}") },
    {
      name: 'a test of what is nearly a name',
      registry: responseBody('{% if «respons» %}{% endif %}'),
      suggestion: 'response',
    },
    {
      name: 'the attribute of nothing, in spite of a default',
      registry: responseBody("{{ «foo».bar | default('') }}"),
    },
  ],
  right: [
    { name: 'pieces of a key', registry: responseBody('{{ response.headers.content-type }}') },
    { name: 'what has a default', registry: responseBody("{{ foo | default('') }}{{ bar | d(1) }}") },
    {
      name: 'what is asked for',
      registry: responseBody(
        '{% if foo is defined %}{{ foo.bar }}{% endif %}{{ foo.x if foo is defined else 1 }}{% if not foo is defined or foo.x %}{% endif %}',
      ),
    },
    {
      name: 'what is only asked for its truth',
      registry: responseBody('{% if debug %}a{% endif %}{{ debug and debug.x }}'),
    },
    {
      name: 'what the template binds',
      registry: responseBody(
        '{% set a, b = 1, 2 %}{% with c = a %}{{ b }}{{ c }}{% endwith %}{% for k, v in {}.items() %}{{ k }}{{ v }}{{ loop.index }}{% endfor %}{% macro m(x, y=1) %}{{ x }}{{ y }}{{ varargs }}{% endmacro %}',
      ),
    },
    {
      name: 'what some branch binds',
      registry: responseBody('{% if user.id %}{% set a = 1 %}{% endif %}{{ a }}'),
    },
    {
      name: 'names of other fields, and of Jinja2',
      registry: responseBody(
        '{{ body_text }}{{ steps }}{{ namespace }}{{ pathParams.x }}{{ queryParams.x }}',
      ),
    },
    { name: 'calls', registry: responseBody('{{ frob(1) }}') },
    {
      name: "pieces of a step's name",
      registry: composite(
        { name: 'get-order' },
        { request_body: '{{ steps.get-order.body }}{{ steps.fetch-thing }}' },
      ),
    },
    { name: 'keys of literals and of calls', registry: responseBody("{{ dict(foo=1) }}{{ {'foo': 1} }}") },
  ],
});
