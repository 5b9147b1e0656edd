import { problemRule } from '../problem-rule.js';

export const rule = problemRule({
  id: 'authentication-type',
  severity: 'error',
  summary: 'A type of authentication that does not exist',
  codes: ['unknown-authentication-type'],
  documentation: {
    why: 'The platform knows `none`, `api_key`, `oauth_client_credentials`, `jwt` and `oauth_jwt_bearer`. For Basic and fixed Bearer tokens set the Authorization header yourself.',
    wrong: `{
  "connectors": [
    {
      "name": "Search",
      "url": "https://api.acme.io/search",
      "authentication": { "type": "bearer", "config": { "token": "{{ get_secret('api_token') }}" } }
    }
  ]
}`,
    right: `{
  "connectors": [
    {
      "name": "Search",
      "url": "https://api.acme.io/search",
      "headers": [{ "key": "Authorization", "value": "Bearer {{ get_secret('api_token') }}" }]
    }
  ]
}`,
  },
});
