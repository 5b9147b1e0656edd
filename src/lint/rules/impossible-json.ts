import { isBlank } from '../../platform/prepare.js';
import type { RequestDefinition, TextField } from '../../registry/model.js';
import { isJsonType } from '../../text/json.js';
import type { JsonFault } from '../analysis/json-faults.js';
import { faultOfText, jsonShapeOf } from '../analysis/json-shape.js';
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
  summary: 'A body that is called JSON, and cannot be JSON whatever its expressions print',
  documentation: {
    why: 'The Content-Type promises JSON, but the literal text of the template rules it out: a comma too many or too few, single quotes, a comment, a bracket that is never closed, or a loop that prints its second item without a comma. The receiver refuses the body, or the promise in the widget is rejected.',
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
      for (const field of promised(request)) {
        if (hasTags(field)) continue;
        const fault = faultOfText(field.value);
        if (fault) report(reportOf(field, fault));
      }
    },
    template(site, report) {
      const { field, request } = site;
      if (!promised(request).includes(field)) return;
      const { fault } = jsonShapeOf(site);
      if (fault) report(reportOf(field, fault));
    },
  },
};

/** The fields whose Content-Type is written down, and is that of JSON. */
function promised({
  method,
  headers,
  requestBody,
  responseBody,
  responseContentType,
}: RequestDefinition): TextField[] {
  const fields: TextField[] = [];
  const header = headers.find(({ key }) => key.value.toLowerCase() === 'content-type');
  const isSent = method !== 'GET' && method !== 'HEAD' && !header?.overridable;
  if (requestBody && isSent && isOfJson(header?.value)) fields.push(requestBody);
  if (responseBody && isOfJson(responseContentType)) fields.push(responseBody);
  return fields.filter((field) => !isBlank(field));
}

const isOfJson = (field: TextField | null | undefined): boolean => isJsonType(field?.value ?? null);

const reportOf = (field: TextField, fault: JsonFault & { readonly inLoop?: boolean }): Report => ({
  at: within(field, fault.span),
  message: `this can never be the JSON that its Content-Type promises: ${fault.reason}`,
  ...(fault.inLoop && {
    hint: 'Between the items of the loop write `{{ "," if not loop.last }}`.',
  }),
});
