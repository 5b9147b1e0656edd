/**
 * What the upstreams answered in the last run of each connector, kept in the user's cache directory, so that `render` can
 * show later steps with real values. Everything is masked before it touches the disk.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { ConnectorKind, RunResult } from '../platform/result.js';
import {
  type RecordedStep,
  type RecordedSteps,
  recordedSteps,
  stepsOfResult,
} from '../platform/step-outputs.js';
import { writeFileAtomically } from '../text/write-file.js';
import { formatJson } from '../views/json-text.js';
import type { Mask } from '../views/text.js';
import { cacheDirectory } from './cache-directory.js';
import type { Streams } from './streams.js';

/** Longer bodies are left out: they are read again on every render. */
const bodyLimit_characters = 1024 * 1024;
const formatVersion = 1;

export interface LastRun {
  recorded_at: Date;
  steps: RecordedSteps;
}

export interface LastRunKey {
  registryPath: string;
  kind: ConnectorKind;
  permalink: string;
}

interface LastRunDocument extends LastRunKey {
  version: typeof formatVersion;
  recorded_at: string;
  steps: RecordedStep[];
}

/**
 * Keeps the answers of a run for `loadLastRun`. A run without any answer leaves the earlier one in place. Never fails: a cache that
 * cannot be written costs nothing but comfort, and is told of with DEBUG=connector-cli only.
 * @param mask hides every secret, `--show-secrets` or not
 */
export async function saveLastRun(
  result: RunResult,
  { registryPath, mask }: { registryPath: string; mask: Mask },
  { env, stderr }: Pick<Streams, 'env' | 'stderr'>,
): Promise<void> {
  try {
    const steps = stepsOfResult(result)
      .filter(({ response, transformed }) => isShort(response.body) && isShort(transformed))
      .map((step) => masked(step, mask));
    if (steps.length === 0) return;
    const { kind, permalink } = result;
    const document: LastRunDocument = {
      version: formatVersion,
      registryPath: resolve(registryPath),
      kind,
      permalink,
      recorded_at: new Date(result.started_at_ms).toISOString(),
      steps,
    };
    const path = await cacheFile({ registryPath, kind, permalink }, env);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeFileAtomically(path, JSON.stringify(document), { mode: 0o600 });
  } catch (error) {
    if (env.DEBUG === 'connector-cli') {
      stderr.write(`the answers of this run were not kept: ${(error as Error).message}\n`);
    }
  }
}

/** The answers of the last run, or null where there are none that can be read. */
export async function loadLastRun(key: LastRunKey, env: NodeJS.ProcessEnv): Promise<LastRun | null> {
  try {
    const document: unknown = JSON.parse(await readFile(await cacheFile(key, env), 'utf8'));
    if (!isLastRun(document)) return null;
    return { recorded_at: new Date(document.recorded_at), steps: recordedSteps(document.steps) };
  } catch {
    return null;
  }
}

async function cacheFile(
  { registryPath, kind, permalink }: LastRunKey,
  env: NodeJS.ProcessEnv,
): Promise<string> {
  const identity = JSON.stringify([resolve(registryPath), kind, permalink]);
  const name = createHash('sha256').update(identity).digest('hex').slice(0, 32);
  return join(await cacheDirectory(env), 'last-runs', `${name}.json`);
}

const isShort = (body: string | null): boolean => body === null || body.length <= bodyLimit_characters;

function masked({ name, done, response, transformed }: RecordedStep, mask: Mask): RecordedStep {
  const headers: Record<string, string> = Object.create(null);
  for (const [header, value] of Object.entries(response.headers)) headers[mask(header)] = mask(value);
  return {
    name,
    done,
    response: { ...response, body: maskedBody(response.body, mask), headers },
    transformed: maskedBody(transformed, mask),
  };
}

/** JSON stays JSON: where a secret is a number, `***` stands in quotes. */
function maskedBody(body: string | null, mask: Mask): string | null {
  if (body === null) return null;
  const text = mask(body);
  return text === body ? body : (formatJson(body, { mask }) ?? text);
}

function isLastRun(document: unknown): document is LastRunDocument {
  if (!isRecord(document) || document.version !== formatVersion) return false;
  const { recorded_at, steps } = document;
  if (typeof recorded_at !== 'string' || Number.isNaN(Date.parse(recorded_at))) return false;
  return Array.isArray(steps) && steps.every(isRecordedStep);
}

function isRecordedStep(step: unknown): step is RecordedStep {
  if (!isRecord(step) || !isRecord(step.response)) return false;
  const { body, statusCode, headers } = step.response;
  return (
    typeof step.name === 'string' &&
    typeof step.done === 'boolean' &&
    isTextOrNull(step.transformed) &&
    isTextOrNull(body) &&
    typeof statusCode === 'number' &&
    isRecord(headers) &&
    Object.values(headers).every((value) => typeof value === 'string')
  );
}

const isTextOrNull = (value: unknown): boolean => value === null || typeof value === 'string';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
