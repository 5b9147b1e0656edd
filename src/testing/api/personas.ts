import { anonymous, loadWorkspace, type Persona } from '../../config/index.js';
import { directoryPath } from './directory.js';
import type { PersonaFields } from './types.js';

/** Somebody who is signed in. */
export const persona = (fields: PersonaFields = {}): Persona => ({
  name: fields.name ?? fields.username ?? 'persona',
  anonymous: false,
  id: fields.id ?? null,
  email: fields.email ?? null,
  first_name: fields.first_name ?? null,
  last_name: fields.last_name ?? null,
  username: fields.username ?? null,
  profile_fields: new Map(Object.entries(fields.profile_fields ?? {})),
});

/**
 * The users of a configuration by name, `anonymous` among them.
 * @param config a path; the nearest configuration where it is absent
 * @throws {UserError} where the configuration cannot be used
 */
export async function personas(
  config?: string,
  { directory }: { directory?: string | URL } = {},
): Promise<Record<string, Persona>> {
  const cwd = directoryPath(directory);
  const workspace = await loadWorkspace({ cwd, configPath: config, processEnv: {}, mockSecretsOnly: true });
  return Object.fromEntries(workspace.users);
}

export const isPersona = (user: Persona | PersonaFields): user is Persona =>
  user.profile_fields instanceof Map || user === anonymous;
