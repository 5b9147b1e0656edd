import { rule } from '../../../src/lint/rules/permalink-format.js';
import { connector, connectorText, ruleCases } from '../support/rule-cases.js';

const misspelt = ['My-Link', 'my_link', 'my--link', '-my-link', 'my-link-', 'my link', 'my/link', 'myLink'];

ruleCases(rule, {
  wrong: [
    ...misspelt.map((permalink) => ({
      name: permalink,
      registry: connectorText(`"permalink": «"${permalink}"»`),
      suggestion: 'my-link',
    })),
    { name: 'an empty one', registry: connectorText('"permalink": «""»') },
    {
      name: 'of a composite',
      registry:
        '{"composite_connectors": [{"name": "a", "permalink": «"A"», "steps": [{"name": "a", "url": "https://api.acme.io"}]}]}',
    },
    {
      name: 'a name without a letter to derive one from',
      registry: '{"connectors": [{"name": «"日本"», "url": "https://api.acme.io"}]}',
      message: /add `permalink`$/,
    },
  ],
  right: [
    ...['a', '7', 'a-b-2'].map((permalink) => ({ name: permalink, registry: connector({ permalink }) })),
    { name: 'derived', registry: connector({ name: '  Ärger & Co ' }) },
    { name: 'such a name with a permalink', registry: connector({ name: '日本', permalink: 'japan' }) },
  ],
});
