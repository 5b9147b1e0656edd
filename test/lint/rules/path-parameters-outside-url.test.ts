import { rule } from '../../../src/lint/rules/path-parameters-outside-url.js';
import { composite, connector, ruleCases } from '../support/rule-cases.js';

ruleCases(rule, {
  wrong: [
    {
      name: 'a query value',
      registry: connector({ query_parameters: [{ key: 'id', value: '{{ «pathParams.id» }}' }] }),
      message: 'in `url` only',
    },
    {
      name: 'a header',
      registry: connector({ headers: [{ key: 'X-Id', value: "a{{ «pathParams['id']» | lower }}" }] }),
    },
    {
      name: 'an authentication value',
      registry: connector({
        authentication: { type: 'jwt', config: { claims: { sub: '{{ «pathParams.id» }}' } } },
      }),
    },
    {
      name: 'bodies',
      registry: connector({
        request_body: '{{ «pathParams.id» }}',
        response_body: '{{ «pathParams» | tojson }}',
      }),
    },
    {
      name: 'once for each name',
      registry: connector({
        request_body: '{% if «pathParams.a» %}{{ pathParams.a }}{{ «pathParams.b» }}{% endif %}',
      }),
    },
    {
      name: 'a step',
      registry: composite({ url: 'https://api.acme.io/{{ «pathParams.id» }}' }),
      message: 'composites have no path parameters',
    },
  ],
  right: [
    { name: 'a URL', registry: connector({ url: 'https://api.acme.io/{{ pathParams.id }}' }) },
    { name: 'a text', registry: connector({ request_body: "{{ 'pathParams.id' }}" }) },
    {
      name: "a variable of the template's own",
      registry: connector({ request_body: '{% set pathParams = 1 %}{{ pathParams }}' }),
    },
    {
      name: 'a step that declares them has a fault of its own',
      registry: composite({
        url: 'https://api.acme.io/{{ pathParams.id }}',
        path_parameters: [{ key: 'id' }],
      }),
    },
  ],
});
