import { describe, expect, it } from 'vitest';
import { lint } from '../../../src/lint/linter.js';
import { rule } from '../../../src/lint/rules/name-not-visible.js';
import { parseRegistry } from '../../../src/registry/index.js';
import { composite, connector, ruleCases } from '../support/rule-cases.js';

const url = (text: string) => ({ url: `https://api.acme.io/${text}` });

ruleCases(rule, {
  wrong: [
    {
      name: 'a secret in a URL',
      registry: connector(url("{{ «get_secret»('a') }}")),
      message: /`get_secret\(\)` cannot be used in the URL/,
    },
    { name: 'a secret in a body', registry: composite({ request_body: "{{ «get_secret»('a') | tojson }}" }) },
    {
      name: 'a variable in the body of a simple connector',
      registry: connector({ request_body: "{{ «get_variable»('a') }}" }),
    },
    {
      name: 'a body in a URL',
      registry: connector(url('{{ («body_text» | from_json).id }}')),
      hint: /pathParams/,
    },
    { name: 'a body in a URL, replaced', registry: connector(url("{{ «body_text» | default('') }}")) },
    {
      name: "the simple connector's body in a composite",
      registry: composite({ request_body: '{{ «body_text» | safe }}' }),
      suggestion: 'request.body_text',
    },
    {
      name: 'also where its truth is asked',
      registry: composite({ request_body: '{% if «body_raw» %}{{ «body_raw» }}{% endif %}' }),
      suggestion: 'request.body_raw',
    },
    {
      name: "the widget's parameters",
      registry: composite(url('{{ «queryParams».id }}')),
      suggestion: 'request.query_parameters',
    },
    {
      name: "the widget's parameters in a simple connector",
      registry: connector(url('{{ «queryParams».id }}')),
      message: /does not exist/,
      suggestion: 'pathParams',
      hint: /\{ "key": "id" \} in `path_parameters`/,
    },
    {
      name: 'the request of a composite',
      registry: connector({ request_body: '{{ «request».body_text }}' }),
      suggestion: 'body_text',
    },
    {
      name: 'the response too early',
      registry: connector({ headers: [{ key: 'X', value: '{{ «response».body }}' }] }),
    },
    {
      name: 'the response too early in a step',
      registry: composite({ request_body: '{{ «response».body }}' }),
    },
    {
      name: 'steps',
      registry: connector({ response_body: '{{ «steps».auth.body }}{{ «steps».get-user.body }}' }),
    },
    {
      name: 'signing too late',
      registry: connector({ response_body: "{{ «jwt_encode»({}, 'k', 'HS256') }}" }),
    },
  ],
  right: [
    {
      name: 'a name of its own',
      registry: connector({
        response_body:
          "{% set body_text = 'a' %}{{ body_text }}{% for request in [] %}{{ request.x }}{% endfor %}",
      }),
    },
    {
      name: 'what is asked for',
      registry: connector({ response_body: '{% if steps is defined %}{{ steps.a }}{% endif %}' }),
    },
    {
      name: 'what each field sees',
      registry: connector({
        request_body: "{{ body_text }}{{ jwt_encode({}, 'k') }}{{ now() }}{{ tenant_id }}",
        response_body: '{{ response.body }}',
      }),
    },
    {
      name: 'what each field of a step sees',
      registry: composite({
        ...url("{{ get_variable('a') }}"),
        request_body: '{{ request.body_text }}{{ steps.a }}',
        response_body: "{{ get_variable('a') }}",
      }),
    },
    {
      name: 'path parameters, which have rules of their own',
      registry: connector({ response_body: '{{ pathParams.id }}' }),
    },
    {
      name: 'fields of the same name',
      registry: connector({ response_body: '{{ (response.body | from_json).steps }}' }),
    },
  ],
});

describe('the severity of name-not-visible', () => {
  it.each([
    ['{{ body_text }}', 'error'],
    ['{{ queryParams.x }}', 'error'],
    ['{{ queryParams }}', 'error'],
    ["{{ body_text | default('a') }}", 'warning'],
    ['{% if body_text %}{{ body_text }}{% endif %}', 'warning'],
  ])('in the path of a URL: %s', (text, severity) => {
    const found = lint(parseRegistry(connector(url(text)), 'x.json'), { rules: [rule] });
    expect(new Set(found.map((each) => each.severity))).toEqual(new Set([severity]));
  });
});
