import type { ast } from '../../jinja/index.js';
import { jsonShapeOf } from '../analysis/json-shape.js';
import type { PythonPart } from '../analysis/json-walk.js';
import { mayBeJson, promisedJson } from '../analysis/promised-json.js';
import { filteredText, spanWithParentheses } from '../analysis/source-text.js';
import type { Fix } from '../finding.js';
import { replaceWithin, within } from '../place.js';
import type { Rule, TemplateSite } from '../rule.js';

/** platform.md section 4. What `from_json` gives is `raw-from-json`'s; text between quotes is a text of JSON, whatever it says. */
export const rule: Rule = {
  id: 'python-in-json',
  severity: 'error',
  summary: "A value of JSON is printed in Python's notation",
  documentation: {
    why: 'Templates print as Python does: a comparison or a test prints `True` or `False`, `none` prints `None`, and lists and objects of the template print with single quotes. JSON has `true`, `false`, `null` and double quotes, so the body cannot be read. `tojson` writes all of them as JSON.',
    wrong: `{
  "connectors": [
    {
      "name": "Ping",
      "url": "https://api.acme.io/ping",
      "response_body": "{\\"ok\\": {{ response.status_code == 200 }}}",
      "response_content_type": "application/json"
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
      if (group !== 'request_body' && group !== 'response_body') return;
      const { python, isJson } = jsonShapeOf(site);
      if (python.size === 0) return;
      const { request } = site;
      if (!mayBeJson(request, field) || !(isJson || promisedJson(request).includes(field))) return;
      for (const [node, part] of python) {
        const span = spanWithParentheses(field.value, node);
        const text = field.value.slice(span.start, span.end);
        const filtered = filteredText(node, text);
        const fix = fixOf(part, node, site);
        report({
          at: within(field, span),
          message: `\`${text}\` prints ${part.prints}, which is not JSON`,
          hint: part.isPart
            ? 'Print the whole expression with `tojson`: `{{ (...) | tojson }}`.'
            : `Write \`${filtered}\`.`,
          ...(!part.isPart && { suggestion: filtered }),
          ...(fix && { fix }),
        });
      }
    },
  },
};

function fixOf({ isLast }: PythonPart, node: ast.Expression, { field }: TemplateSite): Fix | null {
  if (!isLast) return null;
  const span = spanWithParentheses(field.value, node);
  const filtered = filteredText(node, field.value.slice(span.start, span.end));
  return { does: 'print it with `tojson`', edits: [replaceWithin(field, span, filtered)] };
}
