import { unsendable } from '../../platform/prepare.js';
import { contentOf, replaceWithin } from '../place.js';
import type { Rule } from '../rule.js';

/** platform.md section 5. An empty name has a rule of its own (`field-length`). */
export const rule: Rule = {
  id: 'header-name',
  severity: 'error',
  summary: 'A name that no HTTP header can have',
  documentation: {
    why: 'The name of a header consists of letters, digits and a few signs such as `-` and `_`. A space, a colon at its end or a letter with an accent makes the whole request impossible, so that the call fails before it goes out.',
    wrong: `{
  "connectors": [
    {
      "name": "Orders",
      "url": "https://api.acme.io/orders",
      "headers": [{ "key": "Accept:", "value": "application/json" }]
    }
  ]
}`,
    right: `{
  "connectors": [
    {
      "name": "Orders",
      "url": "https://api.acme.io/orders",
      "headers": [{ "key": "Accept", "value": "application/json" }]
    }
  ]
}`,
  },
  visit: {
    request({ request: { headers } }, report) {
      for (const { key } of headers) {
        const { value } = key;
        if (value === '' || !unsendable(value, '')) continue;
        const meant = value.trim().replace(/\s*:$/, '');
        const isName = meant !== '' && !unsendable(meant, '');
        const isTaken = headers.some((each) => each.key.value.toLowerCase() === meant.toLowerCase());
        report({
          at: contentOf(key),
          message: `'${value}' cannot be the name of a header`,
          hint: value.includes('{{')
            ? 'Names are no templates: write the name itself.'
            : 'Names are letters, digits and hyphens, without spaces and without a colon.',
          ...(isName && { suggestion: meant }),
          ...(isName &&
            !isTaken && {
              fix: {
                does: `rename it to \`${meant}\``,
                edits: [replaceWithin(key, { start: 0, end: value.length }, meant)],
              },
            }),
        });
      }
    },
  },
};
