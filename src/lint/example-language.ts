import type { Rule } from './rule.js';

/** What the examples of a rule are written in. */
export type ExampleLanguage = 'json' | 'yaml' | 'javascript';

export const languageOf = ({ documentation: { about, registry } }: Rule): ExampleLanguage =>
  about ? 'yaml' : registry === undefined ? 'json' : 'javascript';
