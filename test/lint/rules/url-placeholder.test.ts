import { rule } from '../../../src/lint/rules/url-placeholder.js';
import { connector, ruleCases } from '../support/rule-cases.js';

const url = (text: string) => connector({ url: text });

ruleCases(rule, {
  wrong: [
    ...[
      'https://«YOUR_INSTANCE».acme.io/x',
      'https://«YOUR-DOMAIN».acme.io/x',
      'https://«your-company».acme.io/x',
      'https://«yourdomain».com/x',
      'https://«<tenant>».acme.io/x',
      'https://«{your-domain}».acme.io/x',
      'https://«{YOUR_TENANT}».acme.io/x',
      'https://«[your-instance]».acme.io/x',
      'https://«INSTANCE».service.io/x',
      'https://«xxx».acme.io/x',
      'https://api.acme.io/«xxxxxxxx-xxxx»/x',
      'https://api.acme.io/«CHANGEME»',
      'https://api.acme.io/«REPLACE_ME»/x',
      'https://api.acme.io/projects/«your-project-id»/x',
      'https://api.acme.io/x?key=«YOUR_API_KEY»',
      'https://api.acme.io/«INSERT_ID_HERE»',
      'https://api.acme.io/topics/«:topicId»/replies',
      'https://api.acme.io/{{ user.id }}/«<id>»',
      "https://{{ get_variable('h') | default('«YOUR_INSTANCE».acme.io') }}/x",
    ].map((text) => ({ name: text, registry: url(text) })),
    {
      name: 'a token URL',
      registry: connector({
        authentication: {
          type: 'oauth_client_credentials',
          config: { token_url: 'https://login.acme.io/«TENANT_ID_HERE»/token' },
        },
      }),
    },
  ],
  right: [
    'https://api.acme.io/v1/items:search',
    'https://api.acme.io/your-account/orders',
    'https://yourvoice.acme.io/x',
    'https://acme.xxx/x',
    'https://api.acme.io/XX/xx',
    'https://api.acme.io/x?filter[name]=a&hour=1',
    'https://api.acme.io/{topicId}',
    "https://api.acme.io/{{ get_variable('YOUR_KEY') }}",
    'https://api.acme.io/TODO/CHANGES',
    'https://api.acme.io/maps/@1,2/here',
  ].map((text) => ({ name: text, registry: url(text) })),
});
