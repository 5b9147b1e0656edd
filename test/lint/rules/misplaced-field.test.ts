import { rule } from '../../../src/lint/rules/misplaced-field.js';
import { compositeText, connector, connectorText, ruleCases } from '../support/rule-cases.js';

const step = '{"name": "a", "url": "https://api.acme.io"}';

ruleCases(rule, {
  wrong: [
    {
      name: 'steps of a simple connector',
      registry: connectorText('«"steps"»: []'),
      message: /composite_connectors/,
    },
    {
      name: 'a url of a composite',
      registry: `{"composite_connectors": [{"name": "a", «"url"»: "", "steps": [${step}]}]}`,
      message: /composite itself has no `url`/,
    },
    {
      name: 'a simple connector among the composites, as one fault',
      registry: '{"composite_connectors": [{"name": "a", «"url"»: "https://api.acme.io", "method": "GET"}]}',
      message: /`url`, `method`/,
    },
    {
      name: 'path parameters of a step',
      registry: compositeText('{"name": "a", "url": "https://api.acme.io", «"path_parameters"»: []}'),
    },
    {
      name: 'a permalink of a step',
      registry: compositeText('{"name": "a", "url": "https://api.acme.io", «"permalink"»: "b"}'),
    },
    {
      name: 'a step that names a connector',
      registry: compositeText('{"name": "a", «"connector"»: "b"}'),
      message: /cannot refer/,
    },
    {
      name: 'config beside type, as one fault',
      registry: connectorText(
        '"authentication": {"type": "api_key", «"key"»: "a", "value": "b", "in": "header"}',
      ),
      message: /^`key`, `value`, `in` belong into `config`$/,
    },
    {
      name: 'one value beside config',
      registry: connectorText(
        '"authentication": {"type": "jwt", "config": {"private_key": "a", "claims": {}}, «"algorithm"»: "RS256"}',
      ),
      message: /^`algorithm` belongs into `config`$/,
    },
  ],
  right: [{ name: 'everything in its place', registry: connector({ path_parameters: [{ key: 'id' }] }) }],
});
