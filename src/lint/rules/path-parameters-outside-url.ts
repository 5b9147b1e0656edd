import { isVisible } from '../../platform/fields.js';
import type { Span } from '../../text/source.js';
import { isFaulty } from '../analysis/faulty-fields.js';
import { within } from '../place.js';
import type { Rule } from '../rule.js';

/** platform.md sections 3, 4 and 11, number 2. */
export const rule: Rule = {
  id: 'path-parameters-outside-url',
  severity: 'error',
  summary: '`pathParams` where there are none: outside of `url`, or in a composite',
  documentation: {
    why: 'Path parameters exist in the `url` of a simple connector and nowhere else. In other fields, and in composites, `pathParams` is undefined: it gives nothing, or the template fails.',
    wrong: `{
  "connectors": [
    {
      "name": "Replies",
      "url": "https://api.acme.io/replies",
      "query_parameters": [{ "key": "topic", "value": "{{ pathParams.topicId }}" }]
    }
  ]
}`,
    right: `{
  "connectors": [
    {
      "name": "Replies",
      "url": "https://api.acme.io/replies",
      "query_parameters": [{ "key": "topic", "value": "", "overridable": true }]
    }
  ]
}`,
  },
  visit: {
    template(site, report) {
      const { kind, field, label, group, analysis } = site;
      if (!field.value.includes('pathParams') || isVisible(kind, group, 'pathParams')) return;
      // A step that declares them has that fault, and it says what to put into the URL.
      if (kind === 'composite' && group === 'url' && isFaulty(site.registry, site.request, 'path_parameters'))
        return;
      const seen = new Set<string>();
      for (const { name, path, span, origin } of [
        ...analysis.variables,
        ...analysis.functions.map((each) => ({ ...each, path: [] })),
      ]) {
        const key = String(path[0]?.key ?? '');
        if (name !== 'pathParams' || origin !== 'context' || seen.has(key)) continue;
        seen.add(key);
        const whole: Span = { start: span.start, end: path[0] ? endOf(field.value, path[0].span) : span.end };
        report({
          at: within(field, whole),
          message:
            kind === 'composite'
              ? 'composites have no path parameters: `pathParams` is undefined here'
              : `\`pathParams\` is undefined in \`${label}\`: path parameters exist in \`url\` only`,
          hint:
            kind === 'composite'
              ? 'Take the value from `request.query_parameters`, from `request.body_text`, or from an earlier step.'
              : group === 'value'
                ? 'A value of the call that does not belong in the path is a query parameter or header with `overridable`.'
                : 'Values of the call reach a request body in `body_text`.',
        });
      }
    },
  },
};

/** A key in brackets ends with them. */
const endOf = (template: string, { end }: Span): number =>
  end + (/^\s*\]/.exec(template.slice(end, end + 20))?.[0].length ?? 0);
