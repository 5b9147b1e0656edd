import { rule } from '../../../src/lint/rules/url-credentials.js';
import { connector, ruleCases } from '../support/rule-cases.js';

ruleCases(rule, {
  wrong: [
    {
      name: 'user and password, which no message repeats',
      registry: connector({ url: 'https://«reader:opensesame@»api.acme.io/x' }),
      message: /^(?!.*opensesame)/,
    },
    { name: 'a user', registry: connector({ url: 'https://«reader@»api.acme.io' }) },
    {
      name: 'from variables',
      registry: connector({ url: "https://«{{ get_variable('u') }}:{{ get_variable('p') }}@»acme.io/" }),
    },
    {
      name: 'in a token URL',
      registry: connector({
        authentication: {
          type: 'oauth_client_credentials',
          config: { token_url: "https://«{{ get_secret('u') }}:{{ get_secret('p') }}@»login.acme.io/token" },
        },
      }),
    },
  ],
  right: [
    { name: 'an @ in the path', registry: connector({ url: 'https://api.acme.io/@ada' }) },
    { name: 'an @ in the query', registry: connector({ url: 'https://api.acme.io?to=a@acme.io' }) },
    {
      name: 'an address in a template',
      registry: connector({ url: "https://api.acme.io/{{ user.email | default('a@b.io') }}" }),
    },
  ],
});
