import { injectionsOf } from '../analysis/query-text.js';
import { spanWithParentheses } from '../analysis/source-text.js';
import { within } from '../place.js';
import type { Rule } from '../rule.js';

/**
 * platform.md section 11, number 15. Silent where the value has been through `replace`, a number filter or an encoding, and
 * for ids, which hold no quotes.
 */
export const rule: Rule = {
  id: 'query-injection',
  severity: 'warning',
  summary: 'A text is put between the quotes of a query',
  documentation: {
    why: "A quote in the value ends the literal, and what follows is read as a part of the query: `O'Brien` breaks it, and somebody with worse in mind reads what is not theirs. Where autoescape writes the quote as `&#39;` instead, the query finds nobody. GraphQL has variables for this; elsewhere double or escape the quotes.",
    wrong: `{
  "connectors": [
    {
      "name": "Contact",
      "url": "https://crm.acme.io/query",
      "query_parameters": [
        { "key": "q", "value": "SELECT Id FROM Contact WHERE Email = '{{ user.email }}'" }
      ]
    }
  ]
}`,
    right: `{
  "connectors": [
    {
      "name": "Contact",
      "url": "https://crm.acme.io/query",
      "query_parameters": [
        { "key": "q", "value": "SELECT Id FROM Contact WHERE Email = '{{ user.email | replace(\\"'\\", \\"\\\\\\\\'\\") | safe }}'" }
      ]
    }
  ]
}`,
  },
  visit: {
    template(site, report) {
      const { field } = site;
      for (const { node, language } of injectionsOf(site)) {
        const span = spanWithParentheses(field.value, node);
        const text = field.value.slice(span.start, span.end);
        report({
          at: within(field, span),
          message: `\`${text}\` stands between the quotes of a ${language} query, which a quote in it ends`,
          hint:
            language === 'GraphQL'
              ? 'Declare a variable in the query and send the value in `variables`.'
              : 'Escape its quotes with `replace`, or use parameters if the service has them.',
        });
      }
    },
  },
};
