import { isSecretName, secretCalls } from '../analysis/secret-calls.js';
import { within } from '../place.js';
import type { Rule } from '../rule.js';

/** platform.md section 4. */
export const rule: Rule = {
  id: 'secret-name',
  severity: 'error',
  summary: 'A name that no secret or variable can have',
  documentation: {
    why: 'Names of secrets and variables are letters, digits and underscores, and do not begin with a digit. Under any other name nothing is stored, so that the text of the call goes out in place of the value.',
    wrong: `{
  "connectors": [
    {
      "name": "Search",
      "url": "https://api.acme.io/search",
      "headers": [{ "key": "X-Api-Key", "value": "{{ get_secret('acme-key') }}" }]
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
      for (const { what, name } of secretCalls(site)) {
        if (name?.kind !== 'Const' || (typeof name.value === 'string' && isSecretName(name.value))) continue;
        const { start, end } = name.span;
        const isText = typeof name.value === 'string';
        const isInside =
          isText && name.value !== '' && !/["']/.test(site.field.value.slice(start + 1, end - 1));
        const suggestion = isText ? validName(String(name.value)) : null;
        report({
          at: within(site.field, isInside ? { start: start + 1, end: end - 1 } : name.span),
          message: isText
            ? `no ${what} can be named ${JSON.stringify(name.value)}`
            : `the name of a ${what} is text, in quotes`,
          ...(suggestion ? { suggestion } : {}),
          ...(isText
            ? { hint: 'Names are letters, digits and underscores, and do not begin with a digit.' }
            : {}),
        });
      }
    },
  },
};

function validName(name: string): string | null {
  const joined = name.trim().replace(/[^A-Za-z0-9_]+/g, '_');
  const named = /^\d/.test(joined) ? `_${joined}` : joined;
  return isSecretName(named) && /[A-Za-z0-9]/.test(named) ? named : null;
}
