import { rule } from '../../../src/lint/rules/template-not-rendered.js';
import { composite, connector, ruleCases } from '../support/rule-cases.js';

ruleCases(rule, {
  wrong: [
    {
      name: 'in the type of the answer',
      registry: connector({ response_content_type: "«{{ response.headers['content-type'] }}»" }),
      message: /^`response_content_type` is literal/,
    },
    {
      name: 'in the key of a query parameter',
      registry: connector({ query_parameters: [{ key: 'by-«{{ tenant_id }}»', value: '1' }] }),
      message: /^the key is literal/,
    },
    { name: 'in a name', registry: connector({ name: 'Orders of «{{ tenant_id }}»' }) },
    {
      name: 'in the last step',
      registry: composite({}, { response_content_type: '«{% if a %}»text/csv{% endif %}' }),
    },
  ],
  right: [
    {
      name: 'on a step that is not the last, where `content-type-without-effect` speaks',
      registry: composite({ response_content_type: '{{ a }}' }, {}),
    },
    {
      name: 'the key of a header, where `header-name` speaks',
      registry: connector({ headers: [{ key: '{{ a }}', value: '1' }] }),
    },
    {
      name: 'braces that are no template',
      registry: connector({
        name: 'A {b}',
        query_parameters: [{ key: 'filter[{a}]', value: '{{ tenant_id }}' }],
      }),
    },
  ],
});
