/** What the linter, and whatever edits registries, needs of a configuration: it must work where secrets, certificates and personas do not. */
import { dirname, resolve } from 'node:path';
import { UserError } from '../text/user-error.js';
import { checkDocument } from './check-document.js';
import type { KeyPath, LintDocument } from './document.js';
import { loadDocument } from './load-document.js';
import { defaultSecretsFile, loadSecrets } from './secrets/load-secrets.js';
import type { Secrets } from './secrets/secrets.js';
import { findRegistryPath, type WorkspaceOptions } from './workspace.js';

export interface LintConfiguration {
  readonly file: string | undefined;
  /** Undefined where neither an option nor the configuration names one and none was found. It need not exist. */
  readonly registryPath: string | undefined;
  readonly lint: LintDocument;
  /** Where new secrets go: the file that is configured, or the default one, which is read where it exists. */
  readonly secretsFile: { readonly path: string; readonly isConfigured: boolean };
  /** Where a key stands; undefined where the format does not tell. */
  locate(path: KeyPath): { readonly line?: number; readonly column?: number };
  /** For masking. None where they cannot be read: that is for other commands to say. */
  secrets(): Promise<Secrets | null>;
}

/** @throws {UserError} where the configuration cannot be read or breaks its schema */
export async function loadLintConfiguration(
  options: Omit<WorkspaceOptions, 'environmentName'>,
): Promise<LintConfiguration> {
  const { cwd, processEnv } = options;
  const loaded = await loadDocument(cwd, options.configPath);
  const document = loaded ? checkDocument(loaded) : {};
  const directory = loaded && dirname(loaded.file);
  const registryPath = await findRegistryPath(options, document, directory);
  const root = directory ?? (registryPath ? dirname(registryPath) : cwd);
  return {
    file: loaded?.file,
    registryPath,
    lint: document.lint ?? {},
    secretsFile: {
      path: resolve(root, document.secretsFile ?? defaultSecretsFile),
      isConfigured: document.secretsFile !== undefined,
    },
    locate: (path) => loaded?.locate(path) ?? {},
    async secrets() {
      try {
        const { secrets } = await loadSecrets({
          root,
          configFile: loaded?.file,
          environmentFile: undefined,
          baseFile: document.secretsFile,
          secrets: new Map(Object.entries(document.secrets ?? {})),
          processEnv,
        });
        return secrets;
      } catch (error) {
        if (error instanceof UserError) return null;
        throw error;
      }
    },
  };
}
