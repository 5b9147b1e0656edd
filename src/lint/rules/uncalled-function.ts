import type { ast } from '../../jinja/index.js';
import { type FunctionUse, functionUses } from '../analysis/platform-functions.js';
import { isFunctionName } from '../analysis/platform-names.js';
import { isSecretName } from '../analysis/secret-calls.js';
import type { Fix } from '../finding.js';
import { replaceWithin, within } from '../place.js';
import type { Rule, TemplateSite } from '../rule.js';

/** platform.md section 4. */
export const rule: Rule = {
  id: 'uncalled-function',
  severity: 'error',
  summary: 'A function of the platform is used without being called',
  documentation: {
    why: 'Without parentheses the name stands for the function itself. Printed, it shows `<function get_secret at 0x...>`, and a field of it is undefined and prints nothing.',
    wrong: `{
  "connectors": [
    {
      "name": "Search",
      "url": "https://api.acme.io/search",
      "query_parameters": [{ "key": "since", "value": "{{ now }}" }]
    }
  ]
}`,
    right: `{
  "connectors": [
    {
      "name": "Search",
      "url": "https://api.acme.io/search",
      "query_parameters": [{ "key": "since", "value": "{{ now() }}" }]
    }
  ]
}`,
  },
  visit: {
    template(site, report) {
      for (const use of functionUses(site)) {
        if (!isValue(use)) continue;
        const { name, nameSpan } = use;
        const call = callFor(use);
        const fix = fixOf(use, call, site);
        report({
          at: within(site.field, nameSpan),
          message: `\`${name}\` is a function, and it is not called here`,
          hint: `Call it: \`${call ?? example(name)}\`.`,
          ...(call !== null && { suggestion: call }),
          ...(fix && { fix }),
        });
      }
    },
  },
};

/** A name of its own for it, a macro's argument or a condition may be meant. */
const parents: ReadonlySet<ast.Node['kind']> = new Set([
  'Output',
  'Concat',
  'Filter',
  'Compare',
  'Binary',
  'Dict',
  'List',
  'GetAttribute',
  'GetItem',
]);

function isValue({ node, parent }: FunctionUse): boolean {
  if (parent.kind === 'Filter') return parent.target === node;
  if (parent.kind === 'Call') {
    return parent.callee !== node && parent.callee.kind === 'Name' && isFunctionName(parent.callee.name);
  }
  return parents.has(parent.kind);
}

const example = (name: FunctionUse['name']): string => {
  if (name === 'by_id') return 'by_id(123)';
  return name === 'jwt_encode' ? 'jwt_encode(payload, key, algorithm)' : `${name}('name')`;
};

/** The call that is meant; null where its arguments are not known. */
function callFor({ name, node, parent }: FunctionUse): string | null {
  if (name === 'now') return parent.kind === 'GetAttribute' || parent.kind === 'GetItem' ? null : 'now()';
  if ((parent.kind !== 'GetAttribute' && parent.kind !== 'GetItem') || parent.target !== node) return null;
  const key =
    parent.kind === 'GetAttribute' ? parent.name : parent.key.kind === 'Const' ? parent.key.value : null;
  if (name === 'by_id') return typeof key === 'number' ? `by_id(${key})` : null;
  return name !== 'jwt_encode' && typeof key === 'string' && isSecretName(key) ? `${name}('${key}')` : null;
}

function fixOf(
  { name, nameSpan, parent }: FunctionUse,
  call: string | null,
  { field }: TemplateSite,
): Fix | null {
  if (call === null) return null;
  const end = name === 'now' ? nameSpan.end : parent.span.end;
  return { does: `call \`${name}\``, edits: [replaceWithin(field, { start: nameSpan.start, end }, call)] };
}
