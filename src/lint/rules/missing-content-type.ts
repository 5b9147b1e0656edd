import type { ast } from '../../jinja/index.js';
import { isBlank } from '../../platform/prepare.js';
import { isFaulty } from '../analysis/faulty-fields.js';
import { jsonShapeOf } from '../analysis/json-shape.js';
import { contentOf } from '../place.js';
import type { Rule, TemplateSite } from '../rule.js';

/** platform.md section 11, number 16. Off unless it is asked for: an upstream that answers with JSON has set the header. */
export const rule: Rule = {
  id: 'missing-content-type',
  severity: 'off',
  summary: 'A `response_body` that prints JSON without `response_content_type`',
  documentation: {
    why: "Without `response_content_type` the answer keeps the upstream's Content-Type, which is wrong where the upstream sends something else, such as HTML on an error.",
    wrong: `{
  "connectors": [
    {
      "name": "Ping",
      "url": "https://api.acme.io/ping",
      "response_body": "{\\"ok\\": {{ (response.status_code == 200) | tojson }}}"
    }
  ]
}`,
    right: `{
  "connectors": [
    {
      "name": "Ping",
      "url": "https://api.acme.io/ping",
      "response_body": "{\\"ok\\": {{ (response.status_code == 200) | tojson }}}",
      "response_content_type": "application/json"
    }
  ]
}`,
  },
  visit: {
    template(site, report) {
      const { field, group } = site;
      if (group !== 'response_body' || !printsJson(site)) return;
      const { request, entry, step, registry } = site;
      if (request.responseContentType && !isBlank(request.responseContentType)) return;
      if (isFaulty(registry, request, 'response_content_type')) return;
      // Of a composite only the last step's counts.
      if (step && 'steps' in entry && entry.steps.at(-1) !== step) return;
      report({
        at: contentOf(field),
        message: '`response_body` prints JSON, and no `response_content_type` says so',
        hint: 'Set `response_content_type` to `application/json`.',
      });
    },
  },
};

/** Literal JSON with expressions in it, or nothing but what `tojson` prints. */
function printsJson(site: TemplateSite): boolean {
  if (jsonShapeOf(site).isJson) return true;
  let encoded = 0;
  const isEncoded = (node: ast.Expression | ast.TemplateData): boolean =>
    node.kind === 'TemplateData'
      ? node.text.trim() === ''
      : node.kind === 'Filter' && (node.name === 'tojson' || node.name === 'json_encode');
  for (const node of site.template.tree.body) {
    if (node.kind === 'Assign' || node.kind === 'AssignBlock' || node.kind === 'Macro') continue;
    if (node.kind !== 'Output' || !node.nodes.every(isEncoded)) return false;
    encoded += node.nodes.filter(({ kind }) => kind !== 'TemplateData').length;
  }
  return encoded === 1;
}
