import type { UrlField } from '../analysis/url-fields.js';
import { type SchemeFault, schemeFault } from '../analysis/url-origin.js';
import type { Report } from '../finding.js';
import { within } from '../place.js';
import type { Rule } from '../rule.js';

/** platform.md section 2. */
export const rule: Rule = {
  id: 'url-scheme',
  severity: 'error',
  summary: 'A URL that does not begin with https://',
  documentation: {
    why: 'Connectors call HTTPS addresses only. A URL with another protocol, or with none, is refused, and with it the whole file.',
    wrong: `{
  "connectors": [{ "name": "Search", "url": "http://api.acme.io/search" }]
}`,
    right: `{
  "connectors": [{ "name": "Search", "url": "https://api.acme.io/search" }]
}`,
  },
  visit: {
    url(site, report) {
      const fault = schemeFault(site.url);
      if (fault) report(describe(site, fault));
    },
  },
};

function describe({ field, name }: UrlField, { kind, span, written }: SchemeFault): Report {
  const at = within(field, span);
  const what = `\`${name}\``;
  switch (kind) {
    case 'other':
      return { at, message: `the protocol of ${what} is ${written}, not https`, suggestion: 'https' };
    case 'twice':
      return { at, message: `${what} has two protocols`, hint: `Remove \`${written}\`.` };
    case 'relative':
      return { at, message: `${what} begins with // and has no protocol`, suggestion: 'https://' };
    case 'misspelled':
      return { at, message: `${what} begins with ${written} in place of https://`, suggestion: 'https://' };
    case 'none':
      return {
        at,
        message: `${what} has no protocol`,
        hint: written.startsWith('/')
          ? 'Write the whole address, beginning with https://; a connector has no host of its own.'
          : 'Write https:// before it.',
      };
  }
}
