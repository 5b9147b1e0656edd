import type { ast } from '../../jinja/index.js';
import { isVisible } from '../../platform/fields.js';
import { definitionsOf, platformPath } from '../analysis/definitions.js';
import { isDefault, leavesNone } from '../analysis/existence-guards.js';
import { replaceWithin, within } from '../place.js';
import type { Rule, TemplateSite } from '../rule.js';

/** platform.md section 4: these are always defined, and None where there is nothing. */
const optional: ReadonlySet<string> = new Set([
  'user.id',
  'user.email',
  'user.first_name',
  'user.last_name',
  'user.username',
  'body_text',
  'body_raw',
  'request.body_text',
  'request.body_raw',
]);

export const rule: Rule = {
  id: 'default-of-none',
  severity: 'warning',
  summary: '`default` without `true` on a value that is None, never undefined',
  documentation: {
    why: 'The attributes of `user` are None for an anonymous visitor, and a missing payload is None. `default(x)` replaces what is undefined and leaves None alone, so the fallback is never used and `None` is printed. `default(x, true)` replaces both.',
    wrong: `{
  "connectors": [
    {
      "name": "Feed",
      "url": "https://api.acme.io/feed/{{ user.id | default('guest') }}"
    }
  ]
}`,
    right: `{
  "connectors": [
    {
      "name": "Feed",
      "url": "https://api.acme.io/feed/{{ user.id | default('guest', true) }}"
    }
  ]
}`,
  },
  visit: {
    template(site, report) {
      const { analysis, field } = site;
      for (const { name, node } of analysis.filters) {
        if (!isDefault(node) || !node.target || !leavesNone(node)) continue;
        const path = platformPath(node.target, definitionsOf(site))?.join('.');
        if (path === undefined || !optional.has(path) || !isVisibleIn(site, path)) continue;
        const [fallback] = node.args.positional;
        const end = fallback && endOfArgument(field.value, fallback, node);
        report({
          at: within(field, node.nameSpan),
          message: `\`${name}\` never replaces \`${path}\`, which is None and not undefined`,
          hint: 'Give it `true` as its second argument: then None is replaced, too.',
          ...(end && {
            fix: {
              does: 'let `default` replace None',
              edits: [replaceWithin(field, { start: end, end }, ', true')],
            },
          }),
        });
      }
    },
  },
};

/** Where it is not, it is undefined, and that is a fault of its own. */
const isVisibleIn = ({ kind, group }: TemplateSite, path: string): boolean =>
  isVisible(kind, group, roots.find((root) => path.startsWith(root)) ?? 'user');

const roots = ['body_text', 'body_raw', 'request'] as const;

/** Behind the only argument, where nothing but the closing parenthesis follows. */
function endOfArgument(text: string, argument: ast.Expression, { span }: ast.Filter): number | undefined {
  return /^\s*\)$/.test(text.slice(argument.span.end, span.end)) ? argument.span.end : undefined;
}
