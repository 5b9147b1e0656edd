import { type ContextName, contextNames, isVisible } from '../../platform/fields.js';
import { authorityOf } from '../analysis/url-origin.js';
import { bracedPlaceholders, type Placeholder } from '../analysis/url-placeholders.js';
import { replaceWithin, within } from '../place.js';
import type { Rule, UrlSite } from '../rule.js';

/** platform.md sections 2 and 11, number 3. */
export const rule: Rule = {
  id: 'url-single-braces',
  severity: 'error',
  summary: 'A placeholder with single braces in a URL',
  documentation: {
    why: 'Templates have two braces on each side. `{topicId}` is plain text to the platform: no value takes its place, and braces may not stand in a URL.',
    wrong: `{
  "connectors": [
    {
      "name": "Topic",
      "url": "https://api.acme.io/topics/{topicId}",
      "path_parameters": [{ "key": "topicId" }]
    }
  ]
}`,
    right: `{
  "connectors": [
    {
      "name": "Topic",
      "url": "https://api.acme.io/topics/{{ pathParams.topicId }}",
      "path_parameters": [{ "key": "topicId" }]
    }
  ]
}`,
  },
  visit: {
    url(site, report) {
      const { field, url } = site;
      if (!field.value.includes('{')) return;
      for (const placeholder of bracedPlaceholders(url)) {
        const meant = meaning(site, placeholder);
        report({
          at: within(field, placeholder.span),
          message: `${placeholder.text} is no template: that takes two braces on each side`,
          ...(meant
            ? { suggestion: meant.text, ...(meant.needs && { hint: meant.needs }) }
            : { hint: 'Put a template in its place that gives the value, such as `{{ ... }}`.' }),
          ...(meant?.isCertain
            ? {
                fix: {
                  does: `write ${meant.text}`,
                  edits: [replaceWithin(field, placeholder.span, meant.text)],
                },
              }
            : {}),
        });
      }
    },
  },
};

/** Certain where the name is one that the field sees, or a declared path parameter. */
function meaning(
  { kind, entry, name: field, url }: UrlSite,
  { name, span }: Placeholder,
): { text: string; isCertain: boolean; needs?: string } | null {
  const [root = ''] = name.split('.');
  const group = field === 'url' ? 'url' : 'value';
  const authority = authorityOf(url);
  const isInOrigin = !authority || span.start < url.spanOf(authority.start, authority.end).end;
  const isInContext = isContextName(root) && isVisible(kind, group, root);
  if (isInContext && !(isInOrigin && field === 'url'))
    return { text: `{{ ${name} }}`, isCertain: !name.includes('-') };
  const isName = /^[A-Za-z_]\w*$/.test(name);
  if (isInOrigin || field === 'token_url') {
    return isName && !isInContext ? { text: `{{ get_variable('${name}') }}`, isCertain: false } : null;
  }
  if (entry.kind !== 'simple' || name.includes('.')) return null;
  const isDeclared = entry.pathParameters.some(({ key }) => key.value === name);
  if (isDeclared && !isName) return { text: `{{ pathParams['${name}'] }}`, isCertain: true };
  const key = isName ? name : name.replaceAll('-', '_');
  return {
    text: `{{ pathParams.${key} }}`,
    isCertain: isDeclared,
    ...(!isDeclared && { needs: `It needs { "key": "${key}" } in \`path_parameters\`, too.` }),
  };
}

const isContextName = (name: string): name is ContextName => contextNames.some((each) => each === name);
