import { isSecretName, secretCalls } from '../analysis/secret-calls.js';
import { replaceWithin, within } from '../place.js';
import type { Rule } from '../rule.js';

/** platform.md section 4. */
export const rule: Rule = {
  id: 'call-spelling',
  severity: 'warning',
  summary: "A call of get_secret or get_variable that is not spelled as documented: get_secret('name')",
  documentation: {
    why: "The platform documents exactly one spelling: `get_secret('name')`, with single quotes and without spaces before or inside the parentheses. Others are not sure to be found where the platform looks for the names that a connector uses.",
    wrong: `{
  "connectors": [
    {
      "name": "Search",
      "url": "https://api.acme.io/search",
      "headers": [{ "key": "X-Api-Key", "value": "{{ get_secret( \\"acme_key\\" ) }}" }]
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
      for (const { callee, call, name } of secretCalls(site)) {
        const { positional, spread, keywordSpread, keyword } = call.args;
        const isSingle = positional.length === 1 && keyword.length === 0 && !spread && !keywordSpread;
        if (!isSingle || name?.kind !== 'Const' || typeof name.value !== 'string') continue;
        const written = site.field.value.slice(call.span.start, call.span.end);
        const documented = `${callee}('${name.value}')`;
        // A name that nothing can have is the fault, and `secret-name`'s.
        if (written === documented || !isSecretName(name.value) || !written.startsWith(callee)) continue;
        report({
          at: within(site.field, call.span),
          message: `this call is not spelled as the platform documents it: ${documented}`,
          suggestion: documented,
          fix: {
            does: `spell it ${documented}`,
            edits: [replaceWithin(site.field, call.span, documented)],
          },
        });
      }
    },
  },
};
