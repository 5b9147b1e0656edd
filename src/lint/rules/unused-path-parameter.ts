import { pathParameterFaults } from '../analysis/path-parameters.js';
import { contentOf } from '../place.js';
import type { Rule } from '../rule.js';

/** platform.md section 1. */
export const rule: Rule = {
  id: 'unused-path-parameter',
  severity: 'error',
  summary: 'A row of `path_parameters` that `url` does not name',
  documentation: {
    why: 'Each key of `path_parameters` has to stand in `url` as `pathParams.key`. A row that the URL does not name is refused, and with it the whole file.',
    wrong: `{
  "connectors": [
    {
      "name": "Topic",
      "url": "https://api.acme.io/topics/{{ pathParams.topicId }}",
      "path_parameters": [{ "key": "topicId" }, { "key": "replyId" }]
    }
  ]
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
    request({ registry, entry }, report) {
      if (entry.kind !== 'simple' || entry.pathParameters.length === 0) return;
      for (const { key } of pathParameterFaults(registry, entry).unused) {
        report({
          at: contentOf(key),
          message: `\`url\` does not name the path parameter '${key.value}'`,
          hint: `Put {{ pathParams.${key.value} }} into \`url\`, or remove the row.`,
        });
      }
    },
  },
};
