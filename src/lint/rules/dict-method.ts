import { dictMethodReads } from '../analysis/dict-methods.js';
import { factsOf } from '../analysis/facts.js';
import { replaceWithin, within } from '../place.js';
import type { Rule } from '../rule.js';

/** platform.md sections 4 and 11, number 12. */
export const rule: Rule = {
  id: 'dict-method',
  severity: 'warning',
  summary: 'A field of JSON that has the name of a method',
  documentation: {
    why: 'Templates run in Python, where parsed JSON has methods such as `items`, `keys`, `values` and `get`. After a dot the method is found before the field: `data.items` prints "built-in method items of dict object", and a loop over it fails. `data[\'items\']` reads the field.',
    wrong: `{
  "connectors": [
    {
      "name": "Orders",
      "url": "https://api.acme.io/orders",
      "response_body": "{% if response.status_code == 200 %}{% set data = response.body | from_json %}[{% for item in data.items %}{{ item.id }}{% if not loop.last %},{% endif %}{% endfor %}]{% else %}[]{% endif %}"
    }
  ]
}`,
    right: `{
  "connectors": [
    {
      "name": "Orders",
      "url": "https://api.acme.io/orders",
      "response_body": "{% if response.status_code == 200 %}{% set data = response.body | from_json %}[{% for item in data['items'] %}{{ item.id | tojson }}{% if not loop.last %},{% endif %}{% endfor %}]{% else %}[]{% endif %}"
    }
  ]
}`,
  },
  visit: {
    template(site, report) {
      const { field } = site;
      if (
        !/\.\s*(?:items|keys|values|get|pop|update|copy|clear|setdefault|popitem|fromkeys)\b/.test(
          field.value,
        )
      )
        return;
      for (const { node, loopsOverPairs } of dictMethodReads(factsOf(site))) {
        // The target's own span leaves out brackets around it.
        const dot = field.value.lastIndexOf('.', node.nameSpan.start);
        const access = `['${node.name}']`;
        report({
          at: within(field, node.nameSpan),
          message: `\`.${node.name}\` is a method of Python's dict and not the field`,
          suggestion: loopsOverPairs ? `${node.name}()` : access,
          hint: loopsOverPairs
            ? `Call the method: \`.${node.name}()\`; the field is \`${access}\`.`
            : `The field is \`${access}\`; the method is called \`.${node.name}()\`.`,
          ...(loopsOverPairs
            ? {}
            : {
                fix: {
                  does: `read the field \`${access}\``,
                  edits: [replaceWithin(field, { start: dot, end: node.span.end }, access)],
                },
              }),
        });
      }
    },
  },
};
