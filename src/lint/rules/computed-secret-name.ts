import type { Span } from '../../text/source.js';
import { factsOf } from '../analysis/facts.js';
import { invisibleName } from '../analysis/invisible-names.js';
import { secretCalls } from '../analysis/secret-calls.js';
import { contains } from '../analysis/url-origin.js';
import { urlTextOf } from '../analysis/url-text.js';
import { variableFault } from '../analysis/variable-names.js';
import { within } from '../place.js';
import type { Rule, TemplateSite } from '../rule.js';

/** platform.md section 4. In an origin only a literal name may stand, and that is `url-origin-template`'s. */
export const rule: Rule = {
  id: 'computed-secret-name',
  severity: 'warning',
  summary: 'A secret or variable whose name is computed',
  documentation: {
    why: "The platform documents `get_secret('name')` with a name in quotes. A computed name cannot be checked before the connector runs, and where it is wrong the text of the call goes out in place of the value.",
    wrong: `{
  "connectors": [
    {
      "name": "Search",
      "url": "https://api.acme.io/search",
      "headers": [{ "key": "X-Api-Key", "value": "{{ get_secret('acme_key_' ~ tenant_id) }}" }]
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
      for (const { callee, what, name } of secretCalls(site)) {
        if (!name || name.kind === 'Const') continue;
        const origin = site.group === 'url' ? urlTextOf(site.field)?.originFault : null;
        if (origin?.within && contains(origin.within, name.span)) continue;
        if (holdsUnknownName(site, name.span)) continue;
        report({
          at: within(site.field, name.span),
          message: `the name of this ${what} is computed`,
          hint: `Write the name as text: ${callee}('name').`,
        });
      }
    },
  },
};

/** A name that does not exist there is the fault; the quotes that are missing may be its cause. */
function holdsUnknownName(site: TemplateSite, span: Span): boolean {
  const facts = factsOf(site);
  return facts.uses.some(
    (use) =>
      use.node.kind === 'Name' &&
      contains(span, use.node.span) &&
      facts.originOf(use.node) === 'context' &&
      !facts.isTorn(use.node) &&
      (variableFault(use.node.name, use, facts, site) ?? invisibleName(use.node.name, use, site)) !== null,
  );
}
