import type { Rule } from '../rule.js';

/** Reported by `unused-silences.ts`, as it stands in the configuration and not in a registry. */
export const rule: Rule = {
  id: 'unused-ignore',
  severity: 'warning',
  summary: 'An entry of `lint.ignore` that silences nothing',
  documentation: {
    why: 'An entry of `lint.ignore` accepts one finding, at one place. Where there is no such finding any more, the fault was mended or the place has moved, and the entry could silence another fault one day.',
    about: ['lint', 'ignore', 0],
    wrong: `lint:
  ignore:
    - rule: url-query-string
      pointer: /connectors/7/url
      reason: the upstream reads both`,
    right: `lint:
  ignore: []`,
  },
  visit: {},
};
