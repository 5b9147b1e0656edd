import { rule } from '../../../src/lint/rules/url-query-string.js';
import { composite, connector, ruleCases } from '../support/rule-cases.js';

const query_parameters = [{ key: 'page', value: '1' }];

ruleCases(rule, {
  wrong: [
    {
      name: 'a query string beside query_parameters',
      registry: connector({
        url: "https://api.acme.io/x«?q={{ user.id | replace('\"', '') }}»",
        query_parameters,
      }),
    },
    {
      name: 'in a step, up to the fragment',
      registry: composite({ url: 'https://api.acme.io/x«?a=1»#top', query_parameters }),
    },
    {
      name: 'a value of the user, without query_parameters',
      registry: connector({ url: 'https://api.acme.io/posts«?limit=5&by={{ user.id }}»' }),
      message: 'the URL has `user.id` in its query string',
    },
    {
      name: 'a value of the user that is encoded',
      registry: connector({ url: 'https://api.acme.io/posts«?by={{ user.email | urlencode }}»' }),
    },
  ],
  right: [
    {
      name: 'a bare question mark, where `url-separator` speaks',
      registry: connector({ url: 'https://api.acme.io/x?', query_parameters: [{ key: 'a', value: '1' }] }),
    },
    {
      name: 'the user in the path',
      registry: connector({ url: 'https://api.acme.io/{{ user.id }}/posts?a=1' }),
    },
    {
      name: 'a secret, which cannot stay there anyhow',
      registry: connector({ url: "https://api.acme.io/x?key={{ get_secret('key') }}", query_parameters }),
    },
    { name: 'a query string alone', registry: connector({ url: 'https://api.acme.io/x?q=1' }) },
    { name: 'parameters alone', registry: connector({ query_parameters }) },
  ],
});
