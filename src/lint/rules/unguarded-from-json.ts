import type { ast } from '../../jinja/index.js';
import { type ContextName, contextNames, isVisible } from '../../platform/fields.js';
import { type Definitions, definitionsOf, platformPath } from '../analysis/definitions.js';
import { isDefault, leavesNone } from '../analysis/existence-guards.js';
import { type Guard, isGuardedBy, walkGuarded } from '../analysis/guards.js';
import { oncePerText } from '../analysis/once.js';
import { globalNames } from '../analysis/platform-names.js';
import { printedDocuments } from '../analysis/printed-documents.js';
import { within } from '../place.js';
import type { Rule, TemplateSite } from '../rule.js';

/**
 * platform.md sections 4, 5 and 11, number 9. What a caller sends may be missing, and a simple connector's
 * `response_body` runs on every status; a composite's step that fails stops the run, so its body needs no guard. Any
 * condition that looks at the request, or at the response, counts as a guard, as does anything but the bare text as
 * what is parsed; and a template that looks at `response.status_code` anywhere knows of error answers. Only the first
 * place of a template is named: the others are not reached. Where the document is printed raw, `raw-from-json` speaks.
 */
export const rule: Rule = {
  id: 'unguarded-from-json',
  severity: 'warning',
  summary: '`from_json` of a body that may be missing or an error page',
  documentation: {
    why: "Without a payload `body_text` and `request.body_text` are None, and `from_json` of None fails: the call ends with status 422. The `response_body` of a simple connector runs on every upstream status, and the body of an error is often empty or HTML, which fails in the same way and hides the upstream's status. In a composite a step that fails stops the run, so its answers need no guard.",
    wrong: `{
  "connectors": [
    {
      "name": "Stock",
      "url": "https://api.acme.io/stock",
      "response_body": "{{ (response.body | from_json).levels | tojson }}",
      "response_content_type": "application/json"
    }
  ]
}`,
    right: `{
  "connectors": [
    {
      "name": "Stock",
      "url": "https://api.acme.io/stock",
      "response_body": "{% if response.status_code == 200 %}{{ (response.body | from_json).levels | tojson }}{% else %}[]{% endif %}",
      "response_content_type": "application/json"
    }
  ]
}`,
  },
  visit: {
    template(site, report) {
      const { field, group, analysis } = site;
      const parses = analysis.filters.filter(({ name }) => name === 'from_json');
      if (parses.length === 0) return;
      const definitions = definitionsOf(site);
      if (!parses.some(({ node: { target } }) => target && bodyOf(target, site, definitions))) return;
      const raw = new Set(printedDocuments(site).map(({ parsed }) => parsed));
      for (const { node, target, guard } of parsedIn(site)) {
        const body = raw.has(node) ? null : bodyOf(target, site, definitions);
        if (!body || isGuardedBy(guard, body.guards, definitions)) continue;
        // A condition on what does not exist is a fault of its own, and may be meant for the body.
        if (isGuardedBy(guard, unseenNames(site), definitions)) continue;
        if (group === 'request_body' && isNeverSent(site)) return;
        report({
          at: within(field, node.nameSpan),
          message: `\`from_json\` of \`${body.name}\` without a guard: ${body.danger}`,
          hint:
            body.name === 'response.body'
              ? 'Look first: `{% if response.status_code == 200 and response.body %}`.'
              : `Look first: \`{% if ${body.name} %}\`; or parse \`${body.name} or '{}'\`.`,
        });
        break;
      }
    },
  },
};

const unseenNames = ({ analysis, kind, group }: TemplateSite): ReadonlySet<string> =>
  new Set(
    analysis.variables
      .filter(({ name, origin }) => origin === 'context' && !globalNames.has(name))
      .filter(({ name }) => !contextNames.some((each) => each === name && isVisible(kind, group, each)))
      .map(({ name }) => name),
  );

const isNeverSent = ({ request: { method } }: TemplateSite): boolean => method === 'GET' || method === 'HEAD';

interface Parsed {
  readonly node: ast.Filter;
  readonly target: ast.Expression;
  readonly guard: Guard | null;
}

const parsedIn = oncePerText(({ template }): readonly Parsed[] => {
  const found: Parsed[] = [];
  walkGuarded(template.tree, (node, guard) => {
    if (node.kind !== 'Filter' || node.name !== 'from_json' || !node.target) return;
    found.push({ node, target: node.target, guard });
  });
  return found;
});

interface Body {
  readonly name: string;
  readonly root: ContextName;
  readonly danger: string;
  /** Variables that a condition may look at to know. */
  readonly guards: ReadonlySet<string>;
}

const payloadDanger = 'it is None when the caller sends no body, and the call ends with status 422';

const bodies: readonly Body[] = [
  { name: 'body_text', root: 'body_text', danger: payloadDanger, guards: new Set(['body_text', 'body_raw']) },
  { name: 'request.body_text', root: 'request', danger: payloadDanger, guards: new Set(['request']) },
  {
    name: 'response.body',
    root: 'response',
    danger: 'it runs on error answers too, which are often no JSON',
    guards: new Set(['response']),
  },
];

/** Filters that hand None, or the text, on. */
const transparent: ReadonlySet<string> = new Set(['safe', 'string', 'trim']);

/** A body is never undefined; of payloads `default-of-none` says so. */
const isNoGuard = (filter: ast.Filter): boolean => isDefault(filter) && leavesNone(filter);

function bodyOf(target: ast.Expression, site: TemplateSite, definitions: Definitions): Body | null {
  let node = definitions.resolve(target);
  let hasDefault = false;
  while (node.kind === 'Filter' && node.target && (transparent.has(node.name) || isNoGuard(node))) {
    hasDefault ||= isDefault(node);
    node = definitions.resolve(node.target);
  }
  const name = platformPath(node, definitions)?.join('.');
  const body = bodies.find((each) => each.name === name);
  // What is not visible is a fault of its own.
  if (!body || !isVisible(site.kind, site.group, body.root)) return null;
  if (body.name !== 'response.body') return hasDefault ? null : body;
  const looksAtStatus = site.analysis.variables.some(
    (use) => use.name === 'response' && use.path[0]?.key === 'status_code',
  );
  return site.kind === 'simple' && !looksAtStatus ? body : null;
}
