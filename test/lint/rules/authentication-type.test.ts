import { rule } from '../../../src/lint/rules/authentication-type.js';
import { compositeText, connector, connectorText, ruleCases } from '../support/rule-cases.js';

const type = (name: string) => connectorText(`"authentication": {"type": ${name}, "config": {}}`);

ruleCases(rule, {
  wrong: [
    { name: 'of another tool', registry: type('«"oauth2"»'), suggestion: 'oauth_client_credentials' },
    { name: 'in other letters', registry: type('«"apiKey"»'), suggestion: 'api_key' },
    { name: 'Basic, which is a header', registry: type('«"basic"»'), message: /the types are none, api_key/ },
    { name: 'an empty one', registry: type('«""»') },
    {
      name: 'in a step',
      registry: compositeText(
        '{"name": "a", "url": "https://api.acme.io", "authentication": {"type": «"jwtt"», "config": {}}}',
      ),
      suggestion: 'jwt',
    },
  ],
  right: [
    { name: 'none', registry: type('"none"') },
    { name: 'the old name', registry: type('"apikey"') },
    { name: 'absent', registry: connector({}) },
  ],
});
