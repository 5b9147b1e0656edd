import { pathParameterFaults } from '../analysis/path-parameters.js';
import { within } from '../place.js';
import type { Rule } from '../rule.js';

/** platform.md sections 3 and 11, number 2. */
export const rule: Rule = {
  id: 'undeclared-path-parameter',
  severity: 'error',
  summary: 'A path parameter in `url` that `path_parameters` does not have',
  documentation: {
    why: 'Every `pathParams.x` in a URL needs a row with that key in `path_parameters`. Without it the platform answers every call with 400 and CONNECTOR_MISCONFIGURED.',
    wrong: `{
  "connectors": [{ "name": "Topic", "url": "https://api.acme.io/topics/{{ pathParams.topicId }}" }]
}`,
    right: `{
  "connectors": [
    {
      "name": "Topic",
      "url": "https://api.acme.io/topics/{{ pathParams.topicId }}",
      "path_parameters": [{ "key": "topicId" }]
    }
  ]
}`,
  },
  visit: {
    request({ registry, entry, request: { url } }, report) {
      if (entry.kind !== 'simple' || !url?.value.includes('pathParams')) return;
      for (const { name, span, meant, subtraction } of pathParameterFaults(registry, entry).undeclared) {
        report({
          at: within(url, span),
          message: subtraction
            ? `\`pathParams.${meant}\` is a subtraction from \`pathParams.${name}\`, which \`path_parameters\` does not have`
            : `\`path_parameters\` has no '${name}'`,
          ...(meant === undefined
            ? { hint: `Add { "key": ${JSON.stringify(name)} } to \`path_parameters\`.` }
            : { suggestion: subtraction ? `pathParams['${meant}']` : meant }),
        });
      }
    },
  },
};
