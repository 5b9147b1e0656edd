import { rule } from '../../../src/lint/rules/unknown-attribute.js';
import { composite, connector, ruleCases } from '../support/rule-cases.js';

const responseBody = (response_body: string) => connector({ response_body });
const step = (request_body: string) => composite({ name: 'auth' }, { request_body });

ruleCases(rule, {
  wrong: [
    {
      name: 'a profile field in brackets',
      registry: responseBody('{{ user.profile_fields[«12»] }}'),
      suggestion: 'by_id',
    },
    { name: 'of the user', registry: responseBody('{{ user.«emial» }}'), suggestion: 'email' },
    {
      name: 'of the user, in brackets',
      registry: responseBody("{{ user['«firstName»'] }}"),
      suggestion: 'first_name',
    },
    {
      name: 'a profile field by its name',
      registry: responseBody('{{ user.profile_fields.«city» }}'),
      suggestion: 'by_id',
    },
    {
      name: 'the body of a composite',
      registry: step('{{ (request.«body» | from_json).x }}'),
      suggestion: 'body_text',
    },
    {
      name: 'the query of a composite',
      registry: step('{{ request.«query».page }}'),
      suggestion: 'query_parameters',
    },
    {
      name: 'a header that does not get there',
      registry: step("{{ request.headers['«X-Foo»'] }}"),
      message: /only Content-Type/,
    },
    {
      name: 'parsed JSON',
      registry: responseBody('{{ response.«json».id }}'),
      suggestion: '(response.body | from_json)',
    },
    { name: 'the status', registry: responseBody('{{ response.«status» }}'), suggestion: 'status_code' },
    {
      name: 'a field of text',
      registry: responseBody('{{ response.body.«id» }}'),
      suggestion: '(response.body | from_json).id',
    },
    {
      name: 'a field of text, two deep',
      registry: step("{{ steps.auth.body.«data».id }}{{ steps['auth'].body['«a-b»'] }}"),
      message: /is text/,
    },
    {
      name: 'a method of text that is not called',
      registry: responseBody('{{ response.body.«title» }}'),
      message: /method of text/,
    },
    {
      name: 'of a result',
      registry: step('{{ steps.auth.«access_token» }}'),
      message: /a step's result has no/,
    },
    {
      name: 'of a result by another name',
      registry: step('{% set r = steps.auth %}{{ r.«statusCode» }}'),
      suggestion: 'status_code',
    },
    {
      name: 'a header of the response in capitals',
      registry: responseBody("{{ response.headers['«Content-Type»'] }}"),
      suggestion: 'content-type',
      fixed: responseBody("{{ response.headers['content-type'] }}"),
    },
    {
      name: 'such a header as an attribute, a call, a condition, with a default',
      registry: responseBody(
        "{{ response.headers.«ETag» }}{{ response.headers.get('«X-Total»', 0) }}{{ 1 if '«Link»' in response.headers }}{{ response.headers['«X-A»'] | default('') }}",
      ),
      message: /in lower case there/,
    },
    {
      name: "such a header of a step's result",
      registry: step("{{ steps.auth.headers.get('«X-Total»') }}"),
      suggestion: 'x-total',
    },
    {
      name: 'a test of what is nearly there',
      registry: responseBody(
        '{% if response.«status» == 1 %}{% endif %}{% if user.«emial» %}{% endif %}{% if response.«ok» %}{% endif %}',
      ),
    },
    { name: 'a method that text does not have', registry: responseBody('{{ response.body.«json»() }}') },
    {
      name: 'a slip beside a default, which always takes its place',
      registry: responseBody("{{ user.«mail» | default('x') }}{{ response.body.«rows» | default([]) }}"),
      message: /has no/,
    },
  ],
  right: [
    {
      name: 'methods of text and markup',
      registry: responseBody("{{ '{:.2f}'.format(1.0) }}{{ (response.body | escape).unescape() }}"),
    },
    {
      name: 'all that there is',
      registry: composite(
        { name: 'a' },
        {
          request_body:
            "{{ user.id }}{{ user.profile_fields.by_id(1) }}{{ request.query_parameters.page }}{{ request.headers['content-type'] }}{{ request.headers.get('Content-Type') }}{{ steps.a.headers['x-y'] }}{{ steps.a.status_code }}",
          response_body:
            '{{ response.body[0:10] }}{{ response.body.strip() }}{{ response.headers.items() | list }}',
        },
      ),
    },
    {
      name: 'a header by both spellings',
      registry: responseBody(
        "{{ response.headers['ETag'] or response.headers['etag'] }}{{ response.headers.get('ETag', response.headers.get('etag')) }}{{ response.headers['ETag'] | default(response.headers.etag) }}",
      ),
    },
    {
      name: 'methods of headers, and headers of a request',
      registry: step("{{ steps.auth.headers.get('etag') }}{{ request.headers.get('Content-Type') }}"),
    },
    { name: 'what has a default', registry: responseBody("{{ user.nickname | default('') }}") },
    {
      name: 'what is asked for',
      registry: responseBody(
        "{% if user.nickname is defined %}{{ user.nickname.x }}{% endif %}{% if 'nickname' in user %}{{ user.nickname }}{% endif %}{% if user.nickname %}{{ user.nickname }}{% endif %}",
      ),
    },
    {
      name: 'fields of parsed JSON',
      registry: responseBody(
        '{% set r = response.body | from_json %}{{ r.json.status.emial }}{{ (response.body | from_json).body.x }}',
      ),
    },
    {
      name: 'names that the template binds',
      registry: responseBody(
        '{% for user in [] %}{{ user.emial }}{% endfor %}{% set response = {} %}{{ response.json }}',
      ),
    },
    {
      name: 'computed keys',
      registry: responseBody('{{ response[user.id] }}{{ response.body[user.id] }}{{ user[tenant_id].x }}'),
    },
    {
      name: "pieces of a step's name",
      registry: composite({ name: 'get-user' }, { request_body: '{{ steps.get-user.body }}' }),
    },
    { name: 'steps', registry: step('{{ steps.nope.body }}') },
  ],
});
