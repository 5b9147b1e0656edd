import { problemRule, replacing } from '../problem-rule.js';

export const rule = problemRule({
  id: 'authentication-value',
  severity: 'error',
  summary: 'A value that this authentication does not accept',
  codes: ['bad-authentication-value'],
  documentation: {
    why: '`in` is `header` or `query`, `algorithm` is one of the signature algorithms that the platform has, and `token_ttl` is a number of seconds. Anything else rejects the whole file.',
    wrong: `{
  "connectors": [
    {
      "name": "Search",
      "url": "https://api.acme.io/search",
      "authentication": {
        "type": "api_key",
        "config": { "key": "X-Api-Key", "value": "{{ get_secret('api_key') }}", "in": "headers" }
      }
    }
  ]
}`,
    right: `{
  "connectors": [
    {
      "name": "Search",
      "url": "https://api.acme.io/search",
      "authentication": {
        "type": "api_key",
        "config": { "key": "X-Api-Key", "value": "{{ get_secret('api_key') }}", "in": "header" }
      }
    }
  ]
}`,
  },
  fix: replacing(({ replacement }) => `write ${replacement}`),
});
