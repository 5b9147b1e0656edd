import { listNames, suggest } from '../text/suggest.js';
import { UserError } from '../text/user-error.js';
import type { UserDocument } from './document.js';

/** Who a run acts for. Every field is None where it is null. platform.md section 4. */
export interface Persona {
  readonly name: string;
  readonly anonymous: boolean;
  readonly id: string | number | null;
  readonly email: string | null;
  readonly first_name: string | null;
  readonly last_name: string | null;
  readonly username: string | null;
  /** By the field's number, as text. */
  readonly profile_fields: ReadonlyMap<string, unknown>;
}

export const anonymousName = 'anonymous';

export const anonymous: Persona = {
  name: anonymousName,
  anonymous: true,
  id: null,
  email: null,
  first_name: null,
  last_name: null,
  username: null,
  profile_fields: new Map(),
};

/** `anonymous` first, then the users as they are configured. */
export function readPersonas(users: ReadonlyMap<string, UserDocument>): ReadonlyMap<string, Persona> {
  const personas = new Map([[anonymousName, anonymous]]);
  for (const [name, user] of users) {
    personas.set(name, {
      name,
      anonymous: false,
      id: user.id ?? null,
      email: user.email ?? null,
      first_name: user.first_name ?? null,
      last_name: user.last_name ?? null,
      username: user.username ?? null,
      profile_fields: new Map(Object.entries(user.profile_fields ?? {})),
    });
  }
  return personas;
}

/** @throws UserError `unknown-user`, with the nearest name or all of them */
export function findPersona(personas: ReadonlyMap<string, Persona>, name: string): Persona {
  const persona = personas.get(name);
  if (persona) return persona;
  const near = suggest(name, personas.keys());
  throw new UserError({
    code: 'unknown-user',
    message: `There is no user \`${name}\`.`,
    hint: near === undefined ? `Users: ${listNames(personas.keys())}.` : `Did you mean \`${near}\`?`,
  });
}
