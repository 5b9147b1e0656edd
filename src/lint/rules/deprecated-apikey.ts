import { problemRule, replacing } from '../problem-rule.js';

export const rule = problemRule({
  id: 'deprecated-apikey',
  severity: 'warning',
  summary: 'The old name `apikey` for `api_key`',
  codes: ['deprecated-authentication-type'],
  documentation: {
    why: 'The platform still accepts `apikey`, but the type is called `api_key` now. Both do the same.',
    wrong: `{
  "connectors": [
    {
      "name": "Search",
      "url": "https://api.acme.io/search",
      "authentication": {
        "type": "apikey",
        "config": { "key": "X-Api-Key", "value": "{{ get_secret('api_key') }}", "in": "header" }
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
  fix: replacing(() => 'write `api_key`'),
});
