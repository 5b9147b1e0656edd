import { rule } from '../../../src/lint/rules/http-method.js';
import { compositeText, connector, connectorText, ruleCases } from '../support/rule-cases.js';

ruleCases(rule, {
  wrong: [
    {
      name: 'lower case',
      registry: connectorText('"method": «"post"»'),
      suggestion: 'POST',
      fixed: connectorText('"method": "POST"'),
    },
    {
      name: 'mixed case in a step',
      registry: compositeText('{"name": "a", "url": "https://api.acme.io", "method": «"Delete"»}'),
      suggestion: 'DELETE',
    },
    { name: 'a misspelt one', registry: connectorText('"method": «"PSOT"»') },
    {
      name: 'one that the platform does not know',
      registry: connectorText('"method": «"TRACE"»'),
      message: /one of GET, POST/,
    },
    { name: 'an empty one', registry: connectorText('"method": «""»') },
    { name: 'a template', registry: connectorText('"method": «"{{ method }}"»') },
  ],
  right: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'].map((method) => ({
    name: method,
    registry: connector({ method }),
  })),
});
