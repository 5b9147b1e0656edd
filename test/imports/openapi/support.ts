import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { ImportedEntry } from '../../../src/imports/imported-entry.js';
import type { OpenApiDocument } from '../../../src/imports/openapi/document.js';
import {
  type ImportOperationOptions,
  importOperation,
} from '../../../src/imports/openapi/import-operation.js';
import { loadOpenApi } from '../../../src/imports/openapi/load.js';
import type { UserError } from '../../../src/text/user-error.js';

export const fixture = (name: string): string =>
  fileURLToPath(new URL(`./fixtures/${name}`, import.meta.url));

export const loadFixture = (name: string): Promise<OpenApiDocument> => loadOpenApi(fixture(name));

/** A folder of files, gone after the test. */
export async function folderOf(files: Record<string, string | object>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'openapi-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    await writeFile(
      join(folder, name),
      typeof content === 'string' ? content : JSON.stringify(content, null, 2),
    );
  }
  return folder;
}

/** Loads a document that a test writes. */
export async function load(content: string | object): Promise<OpenApiDocument> {
  const name = typeof content === 'string' ? 'api.yaml' : 'api.json';
  return loadOpenApi(name, { cwd: await folderOf({ [name]: content }) });
}

/** An OpenAPI 3.0 document of one operation. */
export const documentWith = (
  operation: object,
  rest: object = {},
  path = '/things',
  method = 'get',
): object => ({
  openapi: '3.0.3',
  info: { title: 'Acme', version: '1' },
  servers: [{ url: 'https://api.acme.io' }],
  paths: { [path]: { [method]: { responses: { 200: { description: 'ok' } }, ...operation } } },
  ...rest,
});

/** Imports the only operation of a document that a test writes. */
export async function imported(
  operation: object,
  rest: object = {},
  {
    path = '/things',
    method = 'get',
    ...options
  }: ImportOperationOptions & { path?: string; method?: string } = {},
): Promise<ImportedEntry> {
  return importOperation(
    await load(documentWith(operation, rest, path, method)),
    `${method}-${path}`,
    options,
  );
}

export const errorOf = async (failing: Promise<unknown>): Promise<UserError> => {
  try {
    await failing;
  } catch (error) {
    return error as UserError;
  }
  throw new Error('nothing was thrown');
};
