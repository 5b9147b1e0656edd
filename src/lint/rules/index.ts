// Written by scripts/build-rules.mjs; `npm run rules` writes it anew.
import { rule as jsonSyntax } from './json-syntax.js';
import { rule as urlQueryString } from './url-query-string.js';
import type { Rule } from '../rule.js';

/** Every rule, in the order of the alphabet. */
export const rules: readonly Rule[] = [
  jsonSyntax,
  urlQueryString,
];
