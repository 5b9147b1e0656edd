import { rule } from '../../../src/lint/rules/header-name.js';
import { compositeText, connectorText, ruleCases } from '../support/rule-cases.js';

const header = (key: string) => connectorText(`"headers": [{"key": "${key}", "value": "1"}]`);

ruleCases(rule, {
  wrong: [
    {
      name: 'a colon at the end',
      registry: header('«Accept:»'),
      suggestion: 'Accept',
      fixed: header('Accept'),
    },
    { name: 'spaces around it', registry: header('« X-Id : »'), suggestion: 'X-Id', fixed: header('X-Id') },
    { name: 'a space inside', registry: header('«Content Type»'), message: /'Content Type'/ },
    { name: 'a letter that is not ASCII', registry: header('«X-Größe»') },
    { name: 'nothing but white space', registry: header('«  »') },
    { name: 'a template', registry: header("«X-{{ get_variable('name') }}»"), hint: /no templates/ },
    { name: 'a line break', registry: header('«X-A\\nX-B»') },
    {
      name: 'in a step',
      registry: compositeText(
        '{"name": "a", "url": "https://api.acme.io/x", "headers": [{"key": "«Accept:»", "value": "1"}]}',
      ),
    },
    {
      name: 'whose better name another row has',
      registry: connectorText(
        '"headers": [{"key": "accept", "value": "1"}, {"key": "«Accept:»", "value": "2"}]',
      ),
    },
  ],
  right: [
    { name: 'names', registry: header('X-Api-Key') },
    { name: 'every sign that a name may have', registry: header("x_a.b!#$%&'*+^`|~9") },
    { name: 'an empty one, which `field-length` speaks of', registry: header('') },
    {
      name: 'a query parameter',
      registry: connectorText('"query_parameters": [{"key": "filter [a]:", "value": "1"}]'),
    },
  ],
});
