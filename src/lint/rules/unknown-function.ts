import type { ast } from '../../jinja/index.js';
import { factsOf } from '../analysis/facts.js';
import { calledValue, functionFault } from '../analysis/function-names.js';
import type { Report } from '../finding.js';
import { replaceWithin, within } from '../place.js';
import type { Rule, TemplateSite } from '../rule.js';

export const rule: Rule = {
  id: 'unknown-function',
  severity: 'error',
  summary: 'A call of a function that does not exist',
  documentation: {
    why: 'The name is undefined, and calling what is undefined fails: the connector answers every call with status 422. Templates have the functions of the platform (`now`, `get_secret`, `get_variable`, `jwt_encode`), those of Jinja2 (`range`, `dict`, `namespace`, ...) and the macros that they define.',
    wrong: `{
  "connectors": [
    {
      "name": "Search",
      "url": "https://api.acme.io/search",
      "headers": [{ "key": "X-Api-Key", "value": "{{ secret('api_key') }}" }]
    }
  ]
}`,
    right: `{
  "connectors": [
    {
      "name": "Search",
      "url": "https://api.acme.io/search",
      "headers": [{ "key": "X-Api-Key", "value": "{{ get_secret('api_key') }}" }]
    }
  ]
}`,
  },
  visit: {
    template(site, report) {
      if (!site.field.value.includes('(')) return;
      const facts = factsOf(site);
      for (const use of facts.uses) {
        const { node, parent } = use;
        if (parent.kind !== 'Call' || parent.callee !== node) continue;
        if (node.kind !== 'Name') {
          const called = calledValue(node, facts, site);
          if (called !== null) report(reportOf(called, node, parent, site));
          continue;
        }
        if (facts.originOf(node) !== 'context' || facts.isTorn(node)) continue;
        const fault = functionFault(node.name, use, facts, site);
        if (fault) report({ at: within(site.field, node.span), ...fault });
      }
    },
  },
};

/** An attribute of the platform's that is a value. */
function reportOf(path: string, node: ast.Expression, { args, span }: ast.Call, site: TemplateSite): Report {
  const { positional, keyword, spread, keywordSpread } = args;
  const isBare = positional.length + keyword.length === 0 && !spread && !keywordSpread;
  return {
    at: within(site.field, node.kind === 'GetAttribute' ? node.nameSpan : node.span),
    message: `\`${path}\` is a value and not a function`,
    hint: 'Read it without parentheses.',
    ...(isBare && {
      fix: {
        does: 'read it without parentheses',
        edits: [replaceWithin(site.field, { start: node.span.end, end: span.end }, '')],
      },
    }),
  };
}
