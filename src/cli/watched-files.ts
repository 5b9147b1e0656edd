/** What `--watch` looks at: every file that goes into a call. */
import { relative, resolve } from 'node:path';
import type { CallOptions } from './options.js';
import type { Session } from './session.js';
import type { Streams } from './streams.js';

export function watchedFiles(
  { workspace, registry }: Session,
  { payload, stepsFrom, replay }: Pick<CallOptions, 'payload'> & { stepsFrom?: string; replay?: string },
  { cwd }: Streams,
): string[] {
  const files = [registry.file.path, ...workspace.secretsFiles];
  if (workspace.configFile !== undefined) files.push(workspace.configFile);
  if (payload?.startsWith('@')) files.push(resolve(cwd, payload.slice(1)));
  if (stepsFrom !== undefined) files.push(resolve(cwd, stepsFrom));
  if (replay !== undefined) files.push(resolve(cwd, replay));
  return files;
}

/** As a person in the current directory calls them. */
export const fileNames = (files: readonly string[], { cwd }: Streams): string =>
  files.map((file) => relative(cwd, file) || file).join(', ');

/** Standard input can be read once; a payload from there serves every turn. */
export async function withPayloadRead<Options extends Pick<CallOptions, 'payload'>>(
  options: Options,
  { stdin }: Streams,
): Promise<Options> {
  if (options.payload !== '-') return options;
  const chunks: Buffer[] = [];
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk));
  return { ...options, payload: Buffer.concat(chunks).toString('utf8') };
}
