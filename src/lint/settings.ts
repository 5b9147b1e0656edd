/** Which rules speak, how loudly, and which findings are accepted. contracts.md, Configuration, `lint`. */
import { listNames, suggest } from '../text/suggest.js';
import { UserError } from '../text/user-error.js';
import type { Severity } from './finding.js';
import type { Rule } from './rule.js';

/** As people write it. */
export type RuleLevel = 'error' | 'warn' | 'off';

/** A single finding that its author accepts, with the reason. */
export interface Silence {
  readonly rule: string;
  /** JSON pointer (RFC 6901) of the finding. */
  readonly pointer: string;
  readonly reason: string;
}

export interface LintSettings {
  readonly rules: readonly Rule[];
  /** By rule id; wins over the rule's own. */
  readonly severities: ReadonlyMap<string, Severity | 'off'>;
  readonly silences: readonly Silence[];
}

/** @throws {UserError} `unknown-rule`, for an id that no rule has */
export function lintSettings(
  rules: readonly Rule[],
  levels: Iterable<readonly [id: string, level: RuleLevel]>,
  silences: readonly Silence[] = [],
): LintSettings {
  const severities = new Map<string, Severity | 'off'>();
  for (const [id, level] of levels) {
    findRule(rules, id);
    severities.set(id, level === 'warn' ? 'warning' : level);
  }
  for (const { rule } of silences) findRule(rules, rule);
  return { rules, severities, silences };
}

export const severityOf = ({ severities }: LintSettings, rule: Rule): Severity | 'off' =>
  severities.get(rule.id) ?? rule.severity;

/** @throws {UserError} `unknown-rule` */
export function findRule(rules: readonly Rule[], id: string): Rule {
  const found = rules.find((rule) => rule.id === id);
  if (found) return found;
  const ids = rules.map((rule) => rule.id);
  const near = suggest(id, ids) ?? ids.find((each) => id.length > 2 && each.includes(id.toLowerCase()));
  throw new UserError({
    code: 'unknown-rule',
    message: `There is no rule \`${id}\`.`,
    hint: near === undefined ? `Rules: ${listNames(ids)}.` : `Did you mean \`${near}\`?`,
  });
}
