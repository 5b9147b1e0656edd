/** Which names the registry's templates ask for, and who asks. */
import { type Reference, type References, referencesOf } from '../platform/references.js';
import type { Registry } from '../registry/index.js';

/** One secret or variable over all of the registry. */
export interface Usage {
  readonly name: string;
  /** `permalink`, or `permalink/step`; in the order of the file, each once. */
  readonly usedBy: readonly string[];
  /** Every use has a default. */
  readonly hasDefault: boolean;
}

export interface RegistryUsage {
  readonly secrets: readonly Usage[];
  readonly variables: readonly Usage[];
  /** Who computes the name that it asks for. */
  readonly computed: { readonly secrets: readonly string[]; readonly variables: readonly string[] };
}

export function usageOf(registry: Registry): RegistryUsage {
  const secrets = new Map<string, Collected>();
  const variables = new Map<string, Collected>();
  const computed = { secret: new Set<string>(), variable: new Set<string>() };
  for (const entry of [...registry.connectors, ...registry.composites]) {
    const owner = entry.permalink || entry.name || entry.pointer;
    const references: References = referencesOf(entry);
    for (const each of references.secrets) add(secrets, each, owner);
    for (const each of references.variables) add(variables, each, owner);
    for (const each of references.computed) computed[each.what].add(userOf(owner, each.step));
  }
  return {
    secrets: finished(secrets),
    variables: finished(variables),
    computed: { secrets: [...computed.secret], variables: [...computed.variable] },
  };
}

interface Collected {
  users: Set<string>;
  hasDefault: boolean;
}

export const userOf = (owner: string, step: string | null): string =>
  step === null ? owner : `${owner}/${step || '?'}`;

function add(all: Map<string, Collected>, { name, step, hasDefault }: Reference, owner: string): void {
  const known = all.get(name) ?? { users: new Set(), hasDefault: true };
  known.users.add(userOf(owner, step));
  known.hasDefault &&= hasDefault;
  all.set(name, known);
}

const finished = (all: Map<string, Collected>): Usage[] =>
  [...all].map(([name, { users, hasDefault }]) => ({ name, usedBy: [...users], hasDefault }));
