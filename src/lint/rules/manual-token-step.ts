import { certainReadsOf, type StepRead } from '../analysis/step-reads.js';
import { tokenRequestOf } from '../analysis/token-request.js';
import { contentOf } from '../place.js';
import type { Rule } from '../rule.js';

/** platform.md section 11, number 14. */
export const rule: Rule = {
  id: 'manual-token-step',
  severity: 'warning',
  summary: 'A step that fetches a token by hand',
  documentation: {
    why: 'An `authentication` block fetches the access token itself, keeps it until it expires and shares it between steps. A step that does so by hand asks for a new token on every call, which is slower and which token servers limit.',
    wrong: `{
  "composite_connectors": [
    {
      "name": "Orders",
      "steps": [
        {
          "name": "token",
          "url": "https://auth.acme.io/oauth/token",
          "method": "POST",
          "headers": [
            { "key": "Content-Type", "value": "application/x-www-form-urlencoded" },
            { "key": "Authorization", "value": "Basic {{ get_secret('orders_basic') }}" }
          ],
          "request_body": "grant_type=client_credentials"
        },
        {
          "name": "orders",
          "url": "https://api.acme.io/orders",
          "headers": [
            { "key": "Authorization", "value": "Bearer {{ (steps.token.body | from_json).access_token }}" }
          ]
        }
      ]
    }
  ]
}`,
    right: `{
  "connectors": [
    {
      "name": "Orders",
      "url": "https://api.acme.io/orders",
      "authentication": {
        "type": "oauth_client_credentials",
        "config": {
          "client_id": "{{ get_secret('orders_id') }}",
          "client_secret": "{{ get_secret('orders_secret') }}",
          "token_url": "https://auth.acme.io/oauth/token"
        }
      }
    }
  ]
}`,
  },
  visit: {
    request({ entry, step }, report) {
      if (!step?.nameField || !('steps' in entry)) return;
      const token = tokenRequestOf(step);
      if (!token) return;
      const reads = certainReadsOf(entry)?.filter(({ name }) => name === step.name) ?? [];
      // Whoever reads more than the token, such as the address of an instance, needs the step.
      if (reads.length === 0 || !reads.every(isAuthorization)) return;
      const transformed = step.responseBody?.value.trim();
      if (!reads.every(({ field }) => (transformed || field.value).includes('access_token'))) return;
      report({
        at: contentOf(step.nameField),
        message: `the step '${step.name}' fetches a token by hand`,
        hint: `Give the steps that use it an \`authentication\` block of type \`${token.type}\`, which also keeps the token until it expires.`,
      });
    },
  },
};

const isAuthorization = ({ reader, field }: StepRead): boolean =>
  reader.headers.some(({ key, value }) => value === field && key.value.toLowerCase() === 'authorization');
