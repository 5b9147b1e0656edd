import { rule } from '../../../src/lint/rules/unknown-filter.js';
import { composite, connector, ruleCases } from '../support/rule-cases.js';

const responseBody = (response_body: string) => connector({ response_body });

ruleCases(rule, {
  wrong: [
    {
      name: 'a misspelt one',
      registry: responseBody('{{ response.body | «fromjson» }}'),
      suggestion: 'from_json',
    },
    {
      name: 'one of another library',
      registry: responseBody('{{ a | «b64encode» }}'),
      suggestion: 'base64_encode',
    },
    {
      name: 'every one, also in a block',
      registry: responseBody('{% filter «frob» %}{{ a|«nix»(1) }}{% endfilter %}'),
    },
    {
      name: 'one by its name',
      registry: responseBody("{{ [] | map('«uper»') | join }}"),
      suggestion: 'upper',
    },
    { name: 'a field behind a filter', registry: responseBody('{{ response.body | «from_json.id» }}') },
    {
      name: 'in a branch',
      registry: composite({ url: 'https://api.acme.io/{% if a %}{{ a | «frob» }}{% endif %}' }),
    },
  ],
  right: [
    {
      name: 'those of Jinja2 and the platform',
      registry: responseBody("{{ a | d('') | trim | from_json | tojson | base64_encode }}"),
    },
    { name: 'attributes of items', registry: responseBody("{{ [] | map(attribute='frob') | list }}") },
  ],
});
