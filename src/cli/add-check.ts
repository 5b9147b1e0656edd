/** What the linter says of a registry, for a new entry. */
import type { LintConfiguration, SecretMask } from '../config/index.js';
import { checkRegistry } from '../lint/check.js';
import { rules } from '../lint/rules/index.js';
import { lintSettings } from '../lint/settings.js';
import type { CheckRegistry } from '../scaffolding/add-entry.js';

/**
 * With the rules as the project has them.
 * @param mask takes what looks like a credential, which no message may show
 * @throws {UserError} `unknown-rule`, for an id in the configuration that no rule has
 */
export function checkFor({ lint }: LintConfiguration, mask: SecretMask): CheckRegistry {
  const settings = lintSettings(rules, Object.entries(lint.rules ?? {}), lint.ignore);
  return (registry) => {
    const { findings, credentials } = checkRegistry(registry, settings);
    for (const text of credentials) mask.add(text);
    return findings.map(({ rule, severity, message, hint, pointer }) => ({
      rule,
      severity,
      pointer,
      message: mask.mask(message),
      hint: hint === undefined ? undefined : mask.mask(hint),
    }));
  };
}
