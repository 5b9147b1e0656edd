/** A registry with one mistake in it: in a template, or in a field beside them. */
import { templateMutants } from './template-mutants.js';

export interface RegistryMutant {
  /** `/connectors/0/url: drop the text, at 0`. */
  readonly name: string;
  readonly text: string;
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** What names an entry: without it there is nothing to test. */
const names: ReadonlySet<string> = new Set(['name', 'permalink', 'type', 'in']);

const literals: ReadonlySet<string> = new Set(['key', 'method', 'response_content_type']);

export function* registryMutants(registry: string): Generator<RegistryMutant> {
  const root = JSON.parse(registry) as Json;
  for (const path of leavesOf(root)) {
    const key = String(path.at(-1));
    const value = at(root, path);
    const mutants =
      typeof value === 'boolean'
        ? [{ change: `say ${!value}`, value: !value }]
        : typeof value !== 'string' || names.has(key)
          ? []
          : literals.has(key)
            ? [{ change: 'change it', value: key === 'method' ? 'PUT' : `${value}-x` }]
            : [...templateMutants(value)].map(({ change, text }) => ({ change, value: text }));
    for (const mutant of mutants) {
      const copy = structuredClone(root);
      const owner = at(copy, path.slice(0, -1)) as { [key: string]: Json };
      owner[key] = mutant.value;
      yield { name: `/${path.join('/')}: ${mutant.change}`, text: JSON.stringify(copy, null, 2) };
    }
  }
}

function* leavesOf(value: Json, path: readonly string[] = []): Generator<readonly string[]> {
  if (typeof value !== 'object' || value === null) yield path;
  else for (const [key, child] of Object.entries(value)) yield* leavesOf(child, [...path, key]);
}

const at = (root: Json, path: readonly string[]): Json =>
  path.reduce<Json>((value, key) => (value as { [key: string]: Json })[key] as Json, root);
