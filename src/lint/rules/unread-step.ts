import type { ProblemCode } from '../../registry/index.js';
import type { Composite } from '../../registry/model.js';
import { oncePer } from '../../text/once.js';
import { certainReadsOf } from '../analysis/step-reads.js';
import { hasUnresolvedNames } from '../analysis/unresolved-names.js';
import { contentOf } from '../place.js';
import type { Rule } from '../rule.js';

/** Words in the name of a step that is there for what it does, or to stop the run by failing. */
const purposes = new Set(
  (
    'access allow allowed assert auth authorise authorize can check confirm delay ensure exists gate guard health ' +
    'invalidate is log notify permission permissions permitted ping precheck preflight probe purge refresh require ' +
    'start sync test touch track trigger validate verify wait wake warm warmup'
  ).split(' '),
);

/** What is missing or broken may have read the step, or have been its method. */
const losesText: ReadonlySet<ProblemCode> = new Set([
  'missing-field',
  'wrong-type',
  'null-value',
  'unknown-method',
]);

/** platform.md section 7. */
export const rule: Rule = {
  id: 'unread-step',
  severity: 'warning',
  summary: 'A GET step whose result nothing reads',
  documentation: {
    why: 'A composite answers with the response of its last step alone. The result of an earlier GET is of use only where a later step reads it as `steps.<name>`; if none does, the caller waits for a request that changes nothing. A step that is there to stop the run when it fails can say so in its name, as `check-access` does.',
    wrong: `{
  "composite_connectors": [
    {
      "name": "Orders",
      "steps": [
        { "name": "contact", "url": "https://api.acme.io/contact" },
        { "name": "orders", "url": "https://api.acme.io/orders" }
      ]
    }
  ]
}`,
    right: `{
  "composite_connectors": [
    {
      "name": "Orders",
      "steps": [
        { "name": "contact", "url": "https://api.acme.io/contact" },
        {
          "name": "orders",
          "url": "https://api.acme.io/orders",
          "query_parameters": [{ "key": "contact", "value": "{{ (steps.contact.body | from_json).id }}" }]
        }
      ]
    }
  ]
}`,
  },
  visit: {
    request({ registry, entry, step }, report) {
      if (!step?.nameField || step.method !== 'GET' || !('steps' in entry) || step === entry.steps.at(-1))
        return;
      const { name, nameField } = step;
      if (name === '' || name.split('-').some((word) => purposes.has(word))) return;
      if (namesReadIn(entry)?.has(name) !== false || hasUnresolvedNames(entry, registry.file)) return;
      if (registry.problemsIn(entry).some(({ code }) => losesText.has(code))) return;
      report({
        at: contentOf(nameField),
        message: `no later step reads the result of '${name}', and a GET has no other effect`,
        hint: `Read it as ${/^[a-z0-9]+$/.test(name) ? `steps.${name}` : `steps['${name}']`} or remove the step; one that is to stop the run when it fails may be called 'check-${name}'.`,
      });
    },
  },
};

const namesReadIn = oncePer((composite: Composite): ReadonlySet<string> | null => {
  const reads = certainReadsOf(composite);
  return reads && new Set(reads.map(({ name }) => name));
});
