import { rule } from '../../../src/lint/rules/hyphenated-key.js';
import { composite, connector, ruleCases } from '../support/rule-cases.js';

const responseBody = (response_body: string) => connector({ response_body });

ruleCases(rule, {
  wrong: [
    {
      name: 'a header',
      registry: responseBody('{{ response.headers.«content-type» | tojson }}'),
      fixed: responseBody("{{ response.headers['content-type'] | tojson }}"),
    },
    {
      name: 'a field of JSON, and one of that',
      registry: responseBody('{{ (response.body | from_json).«first-name».x }}'),
      fixed: responseBody("{{ (response.body | from_json)['first-name'].x }}"),
    },
    {
      name: 'a piece that is a name',
      registry: composite({ request_body: '{{ request.query_parameters.«x-request-id» }}' }),
    },
  ],
  right: [
    { name: 'brackets', registry: responseBody("{{ response.headers['content-type'] }}") },
    {
      name: 'real subtractions',
      registry: responseBody(
        '{% set a = 1 %}{% set d = response.body | from_json %}{{ d.total-a }}{{ d.total-1 }}{{ d.total - b }}{{ d.x-user.id }}{{ d.x-d.y }}',
      ),
    },
    { name: 'text', registry: responseBody('a.b-c {{ user.id }}') },
    {
      name: 'path parameters, which have rules of their own',
      registry: connector({ url: 'https://api.acme.io/{{ pathParams.topic-id }}' }),
    },
    { name: 'a step', registry: composite({ name: 'a-b' }, { request_body: '{{ steps.a-b.body }}' }) },
  ],
});
