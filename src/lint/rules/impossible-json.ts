import type { TextField } from '../../registry/model.js';
import type { JsonFault } from '../analysis/json-faults.js';
import { type FaultCase, faultOfText, jsonShapeOf } from '../analysis/json-shape.js';
import { promisedJson } from '../analysis/promised-json.js';
import type { Report } from '../finding.js';
import { within } from '../place.js';
import type { Rule } from '../rule.js';
import { hasTags } from '../sites.js';

/**
 * Every expression may print anything and every branch may be taken; what is left then is a fault of the literal text. Where the
 * template puts text together itself (`set` blocks, concatenation, filter blocks) nothing is said.
 */
export const rule: Rule = {
  id: 'impossible-json',
  severity: 'warning',
  summary: 'A body that is called JSON, and whose literal text is none',
  documentation: {
    why: 'The Content-Type promises JSON, but the literal text of the template rules it out, always or as soon as a branch is taken or a loop has items: a comma too many or too few, single quotes, a comment, a bracket that is never closed, or a loop that prints its second item without a comma. The receiver refuses the body, or the promise in the widget is rejected.',
    wrong: `{
  "connectors": [
    {
      "name": "Add Member",
      "method": "POST",
      "url": "https://api.acme.io/members",
      "headers": [{ "key": "Content-Type", "value": "application/json" }],
      "request_body": "{\\"id\\": {{ user.id | tojson }},}"
    }
  ]
}`,
    right: `{
  "connectors": [
    {
      "name": "Add Member",
      "method": "POST",
      "url": "https://api.acme.io/members",
      "headers": [{ "key": "Content-Type", "value": "application/json" }],
      "request_body": "{\\"id\\": {{ user.id | tojson }}}"
    }
  ]
}`,
  },
  visit: {
    request({ request }, report) {
      for (const field of promisedJson(request)) {
        if (hasTags(field)) continue;
        const fault = faultOfText(field.value);
        if (fault) report(reportOf(field, fault, 'literal'));
      }
    },
    template(site, report) {
      const { field, group } = site;
      if (group !== 'request_body' && group !== 'response_body') return;
      const { fault } = jsonShapeOf(site);
      if (fault && promisedJson(site.request).includes(field)) report(reportOf(field, fault, fault.when));
    },
  },
};

const reportOf = (field: TextField, { span, reason }: JsonFault, when: FaultCase | 'literal'): Report => ({
  at: within(field, span),
  message: `${cases[when]}: ${reason}`,
  ...((when === 'item' || when === 'items') && {
    hint: 'Between the items of the loop write `{{ "," if not loop.last }}`.',
  }),
});

const cases: Record<FaultCase | 'literal', string> = {
  literal: 'this is not the JSON that its Content-Type promises',
  always: 'this is not the JSON that its Content-Type promises, whatever its expressions print',
  branch: 'where this branch is taken, the body is not the JSON that its Content-Type promises',
  item: 'as soon as the loop has an item, the body is not the JSON that its Content-Type promises',
  items: 'as soon as the loop has two items, the body is not the JSON that its Content-Type promises',
};
