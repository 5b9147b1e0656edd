import type { ast } from '../../jinja/index.js';
import { definitionsOf, platformPath } from '../analysis/definitions.js';
import { escapedDocuments } from '../analysis/escaped-documents.js';
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
      const definitions = definitionsOf(site);
      const payload = kind === 'simple' ? 'body_text' : 'request.body_text';
      for (const { printed, isAll } of onlyExpressions(template.tree)) {
        const node = withoutFallback(printed);
        if (platformPath(node, definitions)?.join('.') !== payload) continue;
        if (!isAll && escapedDocuments(site).some((each) => each.node === printed)) continue;
        if (site.request.method === 'GET' || site.request.method === 'HEAD') return;
        const isBlankAsGood = isAll && kind === 'simple' && node === printed;
        const end = endBeforeSafe(printed);
        report({
          at: within(field, node.span),
          message: `\`{{ ${payload} }}\` sends the payload HTML-escaped: each \`"\` goes out as \`&#34;\``,
          hint: isBlankAsGood
            ? 'Leave `request_body` blank: the payload is then forwarded as it came.'
            : `Write \`{{ ${node === printed ? payload : '(...)'} | safe }}\`.`,
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
      }
    },
  },
};

/** Of a template, or a branch of its only condition, that prints nothing else but white space. */
function onlyExpressions({ body }: ast.TemplateNode): { printed: ast.Expression; isAll: boolean }[] {
  const [first] = body.filter((node) => !isBlank(node));
  if (body.some((node) => node !== first && !isBlank(node))) return [];
  const branches =
    first?.kind === 'If' ? [first.body, ...first.elifs.map((each) => each.body), first.alternate] : [body];
  return branches.flatMap((branch) => {
    const parts = branch.flatMap((node): readonly (ast.Expression | ast.TemplateData | null)[] =>
      node.kind === 'Output' ? node.nodes : [null],
    );
    const [printed, ...others] = parts.filter(
      (part) => part?.kind !== 'TemplateData' || part.text.trim() !== '',
    );
    if (!printed || printed.kind === 'TemplateData' || others.length > 0) return [];
    return [{ printed, isAll: first?.kind !== 'If' }];
  });
}

const isBlank = (node: ast.Statement): boolean =>
  node.kind === 'Output' &&
  node.nodes.every((part) => part.kind === 'TemplateData' && part.text.trim() === '');
