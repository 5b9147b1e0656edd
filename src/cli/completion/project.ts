/**
 * What a completion may offer of a project: read quickly, without checks, and silently, since nobody asked for an error.
 * Configurations that are programs are left alone: a key press runs no code.
 */
import { readFile, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { loadDocument, searchPlaces } from '../../config/load-document.js';
import { derivePermalink } from '../../registry/permalink.js';
import { findUpward } from '../../text/read-file.js';
import type { TypedLine } from './line.js';

export interface Entry {
  readonly kind: 'simple' | 'composite';
  readonly permalink: string;
  readonly method: string;
  /** Names. */
  readonly steps: readonly string[];
}

interface Configuration {
  readonly directory: string;
  readonly value: Record<string, unknown>;
}

const isProgram = (path: string): boolean => /\.m?js$/.test(path);
/** Larger ones take longer than a person waits for a key. */
const largestRegistry_bytes = 64 * 1024 * 1024;

export class Project {
  private readonly line: TypedLine;
  private readonly cwd: string;

  constructor(line: TypedLine, cwd: string) {
    this.line = line;
    this.cwd = resolve(cwd, line.options.get('cwd') ?? '');
  }

  async entries(): Promise<readonly Entry[]> {
    const path = await this.registryPath();
    if (path === undefined || (await stat(path)).size > largestRegistry_bytes) return [];
    const text = (await readFile(path, 'utf8')).replace(/^\ufeff/, '');
    const registry = recordOf(JSON.parse(text));
    return [
      ...recordsIn(registry.connectors).map((each) => entryOf(each, 'simple')),
      ...recordsIn(registry.composite_connectors).map((each) => entryOf(each, 'composite')),
    ];
  }

  /** Of the configuration and all its environments. */
  async users(): Promise<readonly string[]> {
    const value = (await this.configuration())?.value ?? {};
    const environments = Object.values(recordOf(value.environments)).map(recordOf);
    return [...new Set([value, ...environments].flatMap(({ users }) => Object.keys(recordOf(users))))];
  }

  async environments(): Promise<readonly string[]> {
    return Object.keys(recordOf((await this.configuration())?.value.environments));
  }

  private async registryPath(): Promise<string | undefined> {
    const given = this.line.options.get('registry');
    if (given) return resolve(this.cwd, given);
    const configuration = await this.configuration();
    const configured = configuration?.value.registry;
    if (configuration && typeof configured === 'string') return resolve(configuration.directory, configured);
    return findUpward(this.cwd, 'connectors_registry.json');
  }

  private async configuration(): Promise<Configuration | null> {
    const given = this.line.options.get('config');
    if (given && isProgram(given)) return null;
    const places = searchPlaces.filter((place) => !isProgram(place));
    const loaded = await loadDocument(this.cwd, given || undefined, places).catch(() => undefined);
    return loaded ? { directory: dirname(loaded.file), value: recordOf(loaded.value) } : null;
  }
}

function entryOf({ permalink, name, method, steps }: Record<string, unknown>, kind: Entry['kind']): Entry {
  const given = textOf(permalink);
  return {
    kind,
    permalink: given === '' ? derivePermalink(textOf(name)) : given,
    method: textOf(method) || 'GET',
    steps: recordsIn(steps).map((step) => textOf(step.name)),
  };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const recordOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};

const recordsIn = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value) ? value.map(recordOf) : [];
