import { rule } from '../../../src/lint/rules/url-fragment.js';
import { connector, ruleCases } from '../support/rule-cases.js';

ruleCases(rule, {
  wrong: [
    { name: 'a fragment', registry: connector({ url: 'https://api.acme.io/x«#top»' }) },
    { name: 'behind a query', registry: connector({ url: 'https://api.acme.io/x?a=1«#{{ user.id }}»' }) },
    {
      name: 'in a block',
      registry: connector({ url: 'https://api.acme.io/{% if user.id %}a«#b»{% endif %}' }),
    },
  ],
  right: [
    { name: 'a comment', registry: connector({ url: 'https://api.acme.io/{# the newest #}x' }) },
    {
      name: 'a # inside a tag',
      registry: connector({ url: "https://api.acme.io/{{ user.id | replace('#', '') }}" }),
    },
    { name: 'an encoded one', registry: connector({ url: 'https://api.acme.io/x?q=%23tag' }) },
  ],
});
