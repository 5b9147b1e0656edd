import type { ast } from '../../jinja/index.js';
import { fieldThatNeedsUser } from '../../platform/anonymous.js';
import { requestsOf } from '../../platform/preflight.js';
import { definitionsOf, platformPath } from '../analysis/definitions.js';
import { isGuardedBy } from '../analysis/guards.js';
import { nodesOf } from '../analysis/nodes.js';
import { printedExpressions } from '../analysis/printed.js';
import { printedValues } from '../analysis/printed-values.js';
import { injectionsOf } from '../analysis/query-text.js';
import { quotedExpressions } from '../analysis/quoted-expressions.js';
import { textKind } from '../analysis/text-values.js';
import { claimedByUrlRules } from '../analysis/url-claims.js';
import { contains } from '../analysis/url-origin.js';
import { within } from '../place.js';
import type { Rule } from '../rule.js';

const attributes: ReadonlySet<string> = new Set(['id', 'email', 'first_name', 'last_name', 'username']);

/**
 * platform.md section 4. An entry in which any header or query parameter mentions `user.` never runs for an anonymous
 * visitor; a registry whose widgets stand on members' pages only can turn the rule off.
 */
export const rule: Rule = {
  id: 'anonymous-user',
  severity: 'warning',
  summary: 'An attribute of `user` is printed where an anonymous call is allowed',
  documentation: {
    why: 'For an anonymous visitor every attribute of `user` is None, and prints as the word `None`: into a path, a body, an answer. Only a call whose headers or query parameters mention `user.` is refused without a signed-in user. Where every page with the widget asks for a sign-in, the rule can be turned off.',
    wrong: `{
  "connectors": [
    { "name": "Badges", "url": "https://api.acme.io/members/{{ user.id }}/badges" }
  ]
}`,
    right: `{
  "connectors": [
    { "name": "Badges", "url": "https://api.acme.io/members/{{ user.id | default('guest', true) }}/badges" }
  ]
}`,
  },
  visit: {
    template(site, report) {
      const { analysis, field, group } = site;
      if (group === 'value' || !analysis.variables.some(({ name }) => name === 'user')) return;
      const definitions = definitionsOf(site);
      const attributeIn = (value: ast.Expression): string | null => {
        const path = platformPath(value, definitions);
        const name = path?.[0] === 'user' && path.length === 2 ? String(path[1]) : null;
        return name !== null && attributes.has(name) ? name : null;
      };
      // Most pass them on in JSON. What stands around a value is worked out for those that print one.
      const prints = ({ nodes }: ast.Output): boolean =>
        nodes.some(
          (node) =>
            node.kind !== 'TemplateData' && printedValues(node).some((value) => attributeIn(value) !== null),
        );
      if (!nodesOf(site).outputs.some(prints)) return;
      // Between quotes the value has to be printed in another way first, and other rules say so.
      const quoted = new Set<unknown>([
        ...injectionsOf(site).map(({ node }) => node),
        ...quotedExpressions(site)
          .map(({ node }) => node)
          .filter((node) => textKind(node, definitions) !== 'plain'),
      ]);
      const claimed = claimedByUrlRules(site, false);
      for (const { node, guard } of printedExpressions(site)) {
        if (quoted.has(node)) continue;
        // In a query string `url-query-string` wins: where it moves the value, an anonymous call is refused.
        if (group === 'url' && field.value.slice(0, node.span.start).includes('?')) continue;
        for (const value of printedValues(node)) {
          if (quoted.has(value)) continue;
          const name = attributeIn(value);
          if (name === null) continue;
          if (claimed.some((span) => contains(span, value.span))) continue;
          if (isGuardedBy(guard, userNames, definitions)) continue;
          if (requestsOf(site.entry).some((each) => fieldThatNeedsUser(each))) return;
          report({
            at: within(field, value.span),
            message: `\`user.${name}\` prints \`None\` for an anonymous visitor`,
            hint: `Write \`user.${name} | default('...', true)\`, or look first: \`{% if user.id %}\`.`,
          });
        }
      }
    },
  },
};

const userNames: ReadonlySet<string> = new Set(['user']);
