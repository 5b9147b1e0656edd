/** Who calls go out for where nobody is named. */
import type { Workspace } from '../config/index.js';
import { fieldThatNeedsUser } from '../platform/anonymous.js';
import type { Registry } from '../registry/index.js';
import { type Check, plural, someOf } from './check.js';

export function userChecks({ users, defaultUser }: Workspace, registry: Registry | null): Check[] {
  const others = [...users.keys()].filter((name) => name !== defaultUser);
  const facts = { default_user: defaultUser, users: [...users.keys()] };
  const about = { id: 'default-user', group: 'users', title: 'default user', facts } as const;
  const persona = users.get(defaultUser);
  const more = others.length > 0 ? `; also: ${someOf(others)}` : '';
  if (!persona?.anonymous) return [{ ...about, state: 'ok', detail: `${defaultUser}${more}`, advice: null }];
  const refused = registry ? needingUser(registry) : [];
  if (refused.length === 0) return [{ ...about, state: 'ok', detail: `${defaultUser}${more}`, advice: null }];
  const needs = refused.length === 1 ? 'needs' : 'need';
  return [
    {
      ...about,
      state: 'note',
      detail: `${defaultUser}${more}; ${plural(refused.length, 'connector')} ${needs} a signed-in user: ${someOf(refused)}`,
      advice:
        others.length > 0
          ? 'Name one with --user, or as `defaultUser` in the configuration.'
          : 'Add `users` and `defaultUser` to the configuration: anonymous calls are answered with 401.',
      facts: { ...facts, needing_user: refused },
    },
  ];
}

/** Permalinks of those that refuse anonymous callers. platform.md section 4. */
function needingUser(registry: Registry): string[] {
  const needing = [...registry.connectors, ...registry.composites].filter((entry) =>
    ('steps' in entry ? entry.steps : [entry]).some((request) => fieldThatNeedsUser(request) !== null),
  );
  return needing.map(({ permalink, name }) => permalink || name);
}
