/** What `--watch` looks at: every file that goes into a call. */
import { readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Route } from '../config/index.js';
import { isFileUrl } from '../platform/routing.js';
import type { CallOptions } from './options.js';
import type { Session } from './session.js';
import type { Streams } from './streams.js';

export function watchedFiles(
  { workspace, registry, settings }: Session,
  { payload, stepsFrom, replay }: Pick<CallOptions, 'payload'> & { stepsFrom?: string; replay?: string },
  { cwd }: Streams,
): string[] {
  const files = [registry.file.path, ...workspace.secretsFiles];
  if (workspace.configFile !== undefined) files.push(workspace.configFile);
  if (payload?.startsWith('@')) files.push(resolve(cwd, payload.slice(1)));
  if (stepsFrom !== undefined) files.push(resolve(cwd, stepsFrom));
  if (replay !== undefined) files.push(resolve(cwd, replay));
  return [...files, ...settings.routes.flatMap(answersIn)];
}

/** Nobody edits more by hand, and a route may lead to a folder that holds everything. */
const mostAnswers = 100;

/** The files of a folder that a route leads to; those that come later are known from the next turn on. */
function answersIn({ to }: Route): string[] {
  if (!isFileUrl(to)) return [];
  const files: string[] = [];
  const folders = [fileURLToPath(to)];
  for (const folder of folders) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isFile()) files.push(path);
      else if (entry.isDirectory() && entry.name !== 'node_modules' && entry.name !== '.git')
        folders.push(path);
      if (files.length + folders.length >= mostAnswers) return files;
    }
  }
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
