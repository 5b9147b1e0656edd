/** Which connectors of a registry were run or rendered last, kept in the user's cache directory: permalinks and nothing else. */
import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { ConnectorKind } from '../platform/result.js';
import { writeFileAtomically } from '../text/write-file.js';
import { cacheDirectory } from './cache-directory.js';
import type { Streams } from './streams.js';

export interface Used {
  readonly kind: ConnectorKind;
  readonly permalink: string;
}

const formatVersion = 1;
/** More than fit a window. */
const remembered = 50;

/** The last first. Empty where nothing is known. */
export async function lastUsed(registryPath: string, env: NodeJS.ProcessEnv): Promise<readonly Used[]> {
  try {
    const document: unknown = JSON.parse(await readFile(await cacheFile(registryPath, env), 'utf8'));
    const { version, used } = document as { version?: unknown; used?: unknown };
    return version === formatVersion && Array.isArray(used) ? used.filter(isUsed) : [];
  } catch {
    return [];
  }
}

/** Never fails: without it a list is in another order, and that is all. */
export async function rememberUse(
  { kind, permalink }: Used,
  registryPath: string,
  { env, stderr }: Pick<Streams, 'env' | 'stderr'>,
): Promise<void> {
  try {
    const earlier = await lastUsed(registryPath, env);
    const [latest] = earlier;
    if (latest?.kind === kind && latest.permalink === permalink) return;
    const others = earlier.filter((each) => each.kind !== kind || each.permalink !== permalink);
    const used = [{ kind, permalink }, ...others].slice(0, remembered);
    const path = await cacheFile(registryPath, env);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const document = { version: formatVersion, registryPath: resolve(registryPath), used };
    await writeFileAtomically(path, JSON.stringify(document), { mode: 0o600 });
  } catch (error) {
    if (env.DEBUG === 'connector-cli') {
      stderr.write(`what was used last was not kept: ${(error as Error).message}\n`);
    }
  }
}

async function cacheFile(registryPath: string, env: NodeJS.ProcessEnv): Promise<string> {
  const name = createHash('sha256').update(resolve(registryPath)).digest('hex').slice(0, 32);
  return join(await cacheDirectory(env), 'last-used', `${name}.json`);
}

function isUsed(value: unknown): value is Used {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, permalink } = value as Partial<Used>;
  return (kind === 'simple' || kind === 'composite') && typeof permalink === 'string';
}
