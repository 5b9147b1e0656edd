/** The configuration: where it is found, what it means, who acts, which secrets there are and how they stay unseen. */
export type { ConfigurationDocument, CoverageDocument, LintDocument, TestDocument } from './document.js';
export type { RequestDefaults } from './environment.js';
export { type LintConfiguration, loadLintConfiguration } from './lint-configuration.js';
export { locateInYaml } from './locate.js';
export { SecretMask } from './masking/secret-mask.js';
export { anonymous, findPersona, type Persona } from './personas.js';
export { checkRoute, parseRoute, type Route, resolveRoute } from './routes.js';
export {
  type AppendedSecrets,
  appendSecrets,
  missingSecrets,
  type NewSecret,
} from './secrets/append-secrets.js';
export { readableSecret, registerSecrets } from './secrets/register-secrets.js';
export type { Secrets, SecretValue } from './secrets/secrets.js';
export {
  type HttpSettings,
  loadWorkspace,
  type Workspace,
  type WorkspaceOptions,
  type WorkspaceWarning,
} from './workspace.js';
