import { relative, resolve } from 'node:path';
import { readText } from '../../text/read-file.js';
import { UserError } from '../../text/user-error.js';
import { Secrets, type WrittenSecret } from './secrets.js';
import { parseSecretsFile } from './secrets-file.js';

/** Read where it exists and the configuration names no other. */
export const defaultSecretsFile = '.connector-secrets.env';

export const largestSecretsFile_bytes = 4 * 1024 * 1024;

export interface SecretSettings {
  /** The directory of the configuration, or of the registry where there is none. */
  readonly root: string;
  /** The file that `secrets` stands in. */
  readonly configFile: string | undefined;
  readonly environmentFile: string | undefined;
  readonly baseFile: string | undefined;
  readonly secrets: ReadonlyMap<string, string>;
  readonly processEnv: Readonly<Record<string, string | undefined>>;
  /** Nothing but `secrets`. */
  readonly mocksOnly?: boolean;
}

export interface SecretWarning {
  readonly code: 'missing-secrets-file';
  readonly message: string;
  readonly file: string;
  readonly hint: string;
}

type Layer = ReadonlyMap<string, WrittenSecret>;

/** @throws UserError where a secrets file is there and cannot be read or understood */
export async function loadSecrets(
  settings: SecretSettings,
): Promise<{ secrets: Secrets; files: string[]; warnings: SecretWarning[] }> {
  if (settings.mocksOnly) return { secrets: new Secrets({}, [inline(settings)]), files: [], warnings: [] };
  const warnings: SecretWarning[] = [];
  const layers: Layer[] = [];
  const files: string[] = [];
  const configured = [settings.environmentFile, settings.baseFile].filter((file) => file !== undefined);
  for (const name of new Set(configured)) {
    const file = resolve(settings.root, name);
    files.push(file);
    const layer = await readLayer(file, settings.root);
    if (layer) layers.push(layer);
    else warnings.push(missing(file, name));
  }
  if (settings.baseFile === undefined) {
    const file = resolve(settings.root, defaultSecretsFile);
    files.push(file);
    const layer = await readLayer(file, settings.root);
    if (layer) layers.push(layer);
  }
  layers.push(inline(settings));
  return { secrets: new Secrets(settings.processEnv, layers), files, warnings };
}

async function readLayer(file: string, root: string): Promise<Layer | undefined> {
  let text: string;
  try {
    text = await readText(file, 'secrets file', largestSecretsFile_bytes);
  } catch (error) {
    if (error instanceof UserError && error.code === 'file-not-found') return undefined;
    throw error;
  }
  return new Map(
    parseSecretsFile(text, file).map(({ name, value, literal, line }) => [
      name,
      { value, literal, source: `${relative(root, file) || file}:${line}`, file },
    ]),
  );
}

function inline({ secrets, configFile, root }: SecretSettings): Layer {
  const file = configFile ?? resolve(root, 'connector.config.yaml');
  return new Map(
    [...secrets].map(([name, value]) => [
      name,
      { value, literal: false, source: '`secrets` in the configuration', file },
    ]),
  );
}

const missing = (file: string, name: string): SecretWarning => ({
  code: 'missing-secrets-file',
  message: `The secrets file \`${name}\` does not exist.`,
  file,
  hint: `Create it with NAME=value lines and keep it out of git, or set CONNECTOR_SECRET_<name> in the environment.`,
});
