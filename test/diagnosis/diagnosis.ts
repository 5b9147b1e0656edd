/** Diagnoses a project that a test writes: a registry and a configuration in a directory of its own. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';
import { SecretMask } from '../../src/config/index.js';
import type { Check } from '../../src/diagnosis/check.js';
import { type DiagnosisOptions, diagnose } from '../../src/diagnosis/diagnose.js';
import { systemClock } from '../../src/platform/clock.js';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

export interface Project {
  /** As it is, where it is text. */
  registry?: unknown;
  config?: unknown;
  files?: Record<string, string>;
  env?: Record<string, string>;
  environmentName?: string;
  options?: Partial<DiagnosisOptions>;
}

export interface Diagnosed {
  checks: Check[];
  folder: string;
  interrupted: boolean;
  /** The one check with this id (and subject). */
  check(id: string, subject?: string): Check;
  ids(group: Check['group']): string[];
}

export async function diagnosed(project: Project): Promise<Diagnosed> {
  const folder = mkdtempSync(join(tmpdir(), 'connector-cli-doctor-'));
  folders.push(folder);
  const write = (name: string, content: unknown) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  };
  if (project.registry !== undefined) write('connectors_registry.json', project.registry);
  if (project.config !== undefined) write('connector.config.json', project.config);
  for (const [name, content] of Object.entries(project.files ?? {})) write(name, content);
  const { checks, interrupted } = await diagnose({
    machine: { node: '20.18.1', platform: 'linux', arch: 'x64' },
    workspace: { cwd: folder, processEnv: project.env ?? {}, environmentName: project.environmentName },
    variables: new Map(),
    routes: [],
    offline: false,
    timeout_ms: 5000,
    clock: systemClock(),
    signal: new AbortController().signal,
    mask: new SecretMask(),
    ...project.options,
  });
  return {
    checks,
    interrupted,
    folder,
    ids: (group) => checks.filter((each) => each.group === group).map(({ id }) => id),
    check(id, subject) {
      const found = checks.filter(
        (each) => each.id === id && (subject === undefined || each.subject === subject),
      );
      if (found.length === 1 && found[0]) return found[0];
      throw new Error(`${found.length} checks ${id} ${subject ?? ''} in ${JSON.stringify(checks, null, 1)}`);
    },
  };
}

export const simpleConnector = (name: string, url: string, headers: Record<string, string> = {}) => ({
  name,
  url,
  headers: Object.entries(headers).map(([key, value]) => ({ key, value })),
});
