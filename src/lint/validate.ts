/** The linter for programs. */
import type { Registry } from '../registry/model.js';
import { parseRegistry } from '../registry/parse-registry.js';
import { checkRegistry } from './check.js';
import { type Diagnostic, toDiagnostic } from './diagnostic.js';
import { withFixesThatHold } from './fix.js';
import { rules } from './rules/index.js';
import { lintSettings, type RuleLevel, type Silence } from './settings.js';

export interface ValidateOptions {
  /** Names the file in diagnostics. Default `connectors_registry.json`; a `Registry` knows its own. */
  path?: string;
  /** Severities by rule id. */
  rules?: Readonly<Record<string, RuleLevel>>;
  /** Findings that are accepted. */
  ignore?: readonly Silence[];
}

/**
 * Lints a registry: its text, or one that was loaded. Whatever stands in it, the answer is a list, in the order of the file.
 * @throws {UserError} `unknown-rule`, for an id in `rules` or `ignore` that no rule has
 */
export function validateRegistry(registry: string | Registry, options: ValidateOptions = {}): Diagnostic[] {
  const settings = lintSettings(rules, Object.entries(options.rules ?? {}), options.ignore);
  const read =
    typeof registry === 'string'
      ? parseRegistry(registry, options.path ?? 'connectors_registry.json')
      : registry;
  const checked = withFixesThatHold(checkRegistry(read, settings));
  return checked.findings.map((finding) => toDiagnostic(finding, read.file));
}
