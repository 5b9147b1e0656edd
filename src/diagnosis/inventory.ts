/** What a registry holds, entry by entry, and what each needs before it can run. */
import { type Reference, referencesOf } from '../platform/references.js';
import { staticUrl } from '../platform/static-url.js';
import type { Composite, Registry, RequestDefinition, SimpleConnector } from '../registry/index.js';

export interface InventoryEntry {
  readonly kind: 'simple' | 'composite';
  /** Empty where the entry has none, and no name to derive it from. */
  readonly permalink: string;
  readonly name: string;
  /** That the caller has to use. */
  readonly method: string;
  /** Of a simple connector, as written; null where there is none. */
  readonly url: string | null;
  /** Where it is known before a run, once each, in the order of the steps. */
  readonly hosts: readonly string[];
  /** Types as written, once each, in the order of the steps; empty where nothing is signed in. */
  readonly authentication: readonly string[];
  readonly secrets: readonly Need[];
  readonly variables: readonly Need[];
  readonly steps: readonly InventoryStep[];
  /** Counts from 1. */
  readonly line: number;
}

export interface InventoryStep {
  readonly name: string;
  readonly method: string;
  readonly url: string | null;
  readonly authentication: string | null;
}

/** A secret or a variable that a template asks for by name. */
export interface Need {
  readonly name: string;
  /** It has a value here, or the template has a default for it. */
  readonly isMet: boolean;
}

export interface KnownValues {
  readonly variables: ReadonlyMap<string, string>;
  hasSecret(name: string): boolean;
}

/** Simple connectors first, then composites, each in the order of the file. */
export function inventory(registry: Registry, known: KnownValues): InventoryEntry[] {
  return [...registry.connectors, ...registry.composites].map((entry) => entryOf(entry, registry, known));
}

function entryOf(entry: SimpleConnector | Composite, registry: Registry, known: KnownValues): InventoryEntry {
  const requests: readonly RequestDefinition[] = entry.kind === 'composite' ? entry.steps : [entry];
  const references = referencesOf(entry);
  return {
    kind: entry.kind,
    permalink: entry.permalink,
    name: entry.name,
    method: entry.kind === 'composite' ? 'POST' : entry.method,
    url: entry.kind === 'composite' ? null : (entry.url?.value ?? null),
    hosts: unique(requests.map((request) => hostOf(request, known.variables))),
    authentication: unique(requests.map(typeOf)),
    secrets: needs(references.secrets, (name) => known.hasSecret(name)),
    variables: needs(references.variables, (name) => known.variables.has(name)),
    steps:
      entry.kind === 'composite'
        ? entry.steps.map((step) => ({
            name: step.name,
            method: step.method,
            url: step.url?.value ?? null,
            authentication: typeOf(step),
          }))
        : [],
    line: registry.file.positionAt(entry.span.start).line,
  };
}

const typeOf = ({ authentication }: RequestDefinition): string | null =>
  authentication === null || authentication.type === 'none' ? null : authentication.type;

function hostOf({ url }: RequestDefinition, variables: ReadonlyMap<string, string>): string | null {
  const found = url && staticUrl(url.value, variables);
  if (!found || !('known' in found)) return null;
  return /^[a-z][a-z0-9+.-]*:\/\/([^/?#]+)/i.exec(found.known)?.[1] ?? null;
}

const unique = (texts: readonly (string | null)[]): string[] => [
  ...new Set(texts.filter((text) => text !== null)),
];

function needs(references: readonly Reference[], isThere: (name: string) => boolean): Need[] {
  const met = new Map<string, boolean>();
  for (const { name, hasDefault } of references) {
    met.set(name, (met.get(name) ?? true) && (hasDefault || isThere(name)));
  }
  return [...met].map(([name, isMet]) => ({ name, isMet }));
}
