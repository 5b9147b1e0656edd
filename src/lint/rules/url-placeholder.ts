import { leftOverPlaceholders } from '../analysis/url-placeholders.js';
import { within } from '../place.js';
import type { Rule } from '../rule.js';

/** platform.md section 11, number 18. */
export const rule: Rule = {
  id: 'url-placeholder',
  severity: 'warning',
  summary: 'A placeholder in a URL that nobody has replaced',
  documentation: {
    why: 'Examples come with names such as YOUR_INSTANCE that have to be replaced by hand. Where one is left in, requests go to a host or a path that does not exist. A value that differs between communities fits into a variable.',
    wrong: `{
  "connectors": [{ "name": "Search", "url": "https://YOUR_INSTANCE.acme.io/search" }]
}`,
    right: `{
  "connectors": [{ "name": "Search", "url": "https://{{ get_variable('acme_instance') }}.acme.io/search" }]
}`,
  },
  visit: {
    url({ field, name, url }, report) {
      for (const { span, text } of leftOverPlaceholders(url)) {
        report({
          at: within(field, span),
          message: `\`${name}\` still holds the placeholder ${text}`,
          hint: 'Replace it by the real value, or by a template that gives it.',
        });
      }
    },
  },
};
