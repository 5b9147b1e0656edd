import type { ast } from '../../jinja/index.js';
import { definitionsOf, platformPath } from '../analysis/definitions.js';
import { endBeforeSafe, withoutFallback } from '../analysis/fallbacks.js';
import { contentOf, replaceWithin, within } from '../place.js';
import type { Rule } from '../rule.js';

/** platform.md section 11, number 6. */
export const rule: Rule = {
  id: 'body-text-body',
  severity: 'warning',
  summary: 'A `request_body` that prints the payload, escaped',
  documentation: {
    why: 'Autoescape turns every `"` of the payload into `&#34;`, so what arrives is not JSON any more. A simple connector with a blank `request_body` forwards the payload as it came; in a composite `| safe` keeps it so.',
    wrong: `{
  "connectors": [
    {
      "name": "Forward",
      "method": "POST",
      "url": "https://api.acme.io/notes",
      "request_body": "{{ body_text }}"
    }
  ]
}`,
    right: `{
  "connectors": [
    {
      "name": "Forward",
      "method": "POST",
      "url": "https://api.acme.io/notes",
      "request_body": ""
    }
  ]
}`,
  },
  visit: {
    template(site, report) {
      const { field, group, kind, template } = site;
      if (group !== 'request_body' || !field.value.includes('body_text')) return;
      const printed = onlyExpression(template.tree);
      if (!printed) return;
      const node = withoutFallback(printed);
      const name = platformPath(node, definitionsOf(site))?.join('.');
      const isSimple = kind === 'simple' && name === 'body_text';
      if (!isSimple && !(kind === 'composite' && name === 'request.body_text')) return;
      if (site.request.method === 'GET' || site.request.method === 'HEAD') return;
      const isBlankAsGood = isSimple && node === printed;
      const end = endBeforeSafe(printed);
      report({
        at: within(field, node.span),
        message: `\`{{ ${name} }}\` sends the payload HTML-escaped: each \`"\` goes out as \`&#34;\``,
        hint: isBlankAsGood
          ? 'Leave `request_body` blank: the payload is then forwarded as it came.'
          : `Write \`{{ ${node === printed ? name : '(...)'} | safe }}\`.`,
        ...(isBlankAsGood
          ? {
              fix: {
                does: 'leave `request_body` blank',
                edits: [{ span: contentOf(field).span ?? field.span, text: '' }],
              },
            }
          : end !== null && {
              fix: {
                does: 'print the payload as it came',
                edits: [replaceWithin(field, { start: end, end }, ' | safe')],
              },
            }),
      });
    },
  },
};

/** Of a template that prints nothing else but white space. */
function onlyExpression({ body }: ast.TemplateNode): ast.Expression | null {
  const [output, ...others] = body;
  if (output?.kind !== 'Output' || others.length > 0) return null;
  let found: ast.Expression | null = null;
  for (const part of output.nodes) {
    if (part.kind === 'TemplateData' ? part.text.trim() !== '' : found) return null;
    if (part.kind !== 'TemplateData') found = part;
  }
  return found;
}
