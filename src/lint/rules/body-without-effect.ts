import { isBlank } from '../../platform/prepare.js';
import { isFaulty } from '../analysis/faulty-fields.js';
import { contentOf } from '../place.js';
import type { Rule } from '../rule.js';

/** platform.md section 5. */
export const rule: Rule = {
  id: 'body-without-effect',
  severity: 'warning',
  summary: 'A `request_body` on a GET or HEAD',
  documentation: {
    why: 'The platform sends no body with GET and HEAD: `request_body` has no effect there. Most often the method was left out, and GET is what it then is.',
    wrong: `{
  "connectors": [
    { "name": "Create Note", "url": "https://api.acme.io/notes", "request_body": "{\\"by\\": {{ user.id | tojson }}}" }
  ]
}`,
    right: `{
  "connectors": [
    {
      "name": "Create Note",
      "url": "https://api.acme.io/notes",
      "method": "POST",
      "headers": [{ "key": "Content-Type", "value": "application/json" }],
      "request_body": "{\\"by\\": {{ user.id | tojson }}}",
      "response_content_type": "application/json"
    }
  ]
}`,
  },
  visit: {
    request({ request, registry }, report) {
      const { method, methodField, requestBody } = request;
      if (!requestBody || isBlank(requestBody) || (method !== 'GET' && method !== 'HEAD')) return;
      if (!methodField && isFaulty(registry, request, 'method')) return;
      report({
        at: contentOf(requestBody),
        message: methodField
          ? `\`request_body\` has no effect on a ${method} request`
          : '`request_body` has no effect: without `method` this is a GET request',
        hint: 'Set `method` to the one that is meant, such as POST, or remove `request_body`.',
      });
    },
  },
};
