import { argumentFault } from '../analysis/argument-faults.js';
import { functionUses } from '../analysis/platform-functions.js';
import { replaceWithin, within } from '../place.js';
import type { Rule } from '../rule.js';

/** platform.md section 4. The names of secrets and variables are looked at by `secret-name` and `computed-secret-name`. */
export const rule: Rule = {
  id: 'wrong-arguments',
  severity: 'error',
  summary: 'A function of the platform is called with arguments that it does not take',
  documentation: {
    why: '`get_secret` and `get_variable` take one name, `now` takes a number of seconds or nothing, `by_id` takes the number of a profile field, and `jwt_encode` takes a payload, a key, an algorithm that it knows, and perhaps headers. With too few or too many arguments, or of another type, the call fails: the connector answers with status 422. A profile field that is asked for by a text is None.',
    wrong: `{
  "connectors": [
    {
      "name": "Search",
      "url": "https://api.acme.io/search",
      "headers": [{ "key": "X-Api-Key", "value": "{{ get_secret('acme_key', '') }}" }]
    }
  ]
}`,
    right: `{
  "connectors": [
    {
      "name": "Search",
      "url": "https://api.acme.io/search",
      "headers": [{ "key": "X-Api-Key", "value": "{{ get_secret('acme_key') }}" }]
    }
  ]
}`,
  },
  visit: {
    template(site, report) {
      for (const use of functionUses(site)) {
        const { node, parent } = use;
        const fault = parent.kind === 'Call' && parent.callee === node ? argumentFault(use, parent) : null;
        if (!fault) continue;
        const { span, unquoted } = fault;
        report({
          ...fault.report,
          at: within(site.field, span),
          ...(unquoted !== undefined && {
            suggestion: unquoted,
            fix: {
              does: 'write the number without quotes',
              edits: [replaceWithin(site.field, span, unquoted)],
            },
          }),
        });
      }
    },
  },
};
