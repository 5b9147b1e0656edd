/** The entry of a command of curl, or of an operation of an OpenAPI document. */
import type { ImportedEntry } from '../imports/imported-entry.js';
import type { OperationSummary } from '../imports/openapi/operations.js';
import type { EntryObject } from '../registry/edit/insert-entry.js';
import { permalinkQuestion, type Question } from '../scaffolding/question.js';
import { UserError } from '../text/user-error.js';
import type { PromptStreams } from '../views/prompts/interact.js';
import { neutralise } from '../views/text.js';
import type { AddOptions } from './add.js';
import type { Addition } from './add-from-template.js';
import { answersOf } from './add-words.js';
import { exitCodes } from './exit-codes.js';
import { promptStreams } from './prompting.js';
import type { Streams } from './streams.js';

/** What else there is to say the command or the document says. */
const questions: readonly Question[] = [
  { id: 'name', text: 'Name', kind: 'text', required: true, longest: 255 },
  permalinkQuestion,
];

/** @throws {UserError} for what cannot be read, understood or made a connector of */
export async function fromImport(
  flags: ReadonlyMap<string, string>,
  options: AddOptions,
  streams: Streams,
  cwd: string,
): Promise<Addition> {
  const answers = answersOf('An import', questions, flags);
  const name = answers.get('name');
  const permalink = answers.get('permalink');
  const imported =
    options.fromCurl === undefined
      ? await operationOf(options, streams, cwd, name)
      : await curlOf(options.fromCurl, streams, name);
  const entry = imported.connector as unknown as EntryObject;
  return {
    kind: 'simple',
    entry: permalink ? { ...entry, permalink } : entry,
    permalinkIsGiven: Boolean(permalink),
    nameIsGiven: name !== undefined,
    secrets: imported.secrets,
    variables: imported.variables,
    notes: imported.notes,
  };
}

async function curlOf(command: string, { stdin }: Streams, name: string | undefined): Promise<ImportedEntry> {
  const { importCurl } = await import('../imports/curl/import-curl.js');
  const text = command === '-' ? await readAll(stdin) : command;
  return importCurl(text, name === undefined ? {} : { name });
}

/** Longer than any shell takes, bodies in files included. */
const longestCommand_bytes = 16 * 1024 * 1024;

async function readAll(stdin: Streams['stdin']): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stdin) {
    chunks.push(Buffer.from(chunk));
    size += chunk.length;
    if (size > longestCommand_bytes) {
      const message = 'The command on standard input is larger than 16 MiB.';
      throw new UserError({ code: 'command-too-large', message });
    }
  }
  return Buffer.concat(chunks).toString('utf8');
}

async function operationOf(
  options: AddOptions,
  streams: Streams,
  cwd: string,
  name: string | undefined,
): Promise<ImportedEntry> {
  const source = options.fromOpenapi ?? '';
  const { loadOpenApi } = await import('../imports/openapi/load.js');
  const { listOperations } = await import('../imports/openapi/operations.js');
  const { importOperation } = await import('../imports/openapi/import-operation.js');
  const document = await loadOpenApi(source, { cwd, signal: streams.interrupt });
  const operations = listOperations(document);
  const prompts = options.yes ? null : promptStreams(options, streams);
  const id =
    options.operation ??
    (operations.length === 1 ? operations[0]?.id : undefined) ??
    (prompts && operations.length > 1 ? await askOperation(operations, prompts) : undefined);
  if (id !== undefined) return importOperation(document, id, { name, server: options.server });
  throw new UserError({
    code: 'missing-answer',
    message: `The document has ${operations.length} operations, and none is named.`,
    file: document.location,
    hint: 'Name one with --operation <id>; --list-operations lists them.',
  });
}

async function askOperation(
  operations: readonly OperationSummary[],
  prompts: PromptStreams,
): Promise<string> {
  const { pickOperation } = await import('./ask-answers.js');
  return (await pickOperation(operations, prompts)).id;
}

/** `--list-operations`. @throws {UserError} where the document cannot be read */
export async function showOperations(
  { fromOpenapi = '', json }: AddOptions,
  { stdout, interrupt }: Streams,
  cwd: string,
): Promise<number> {
  const { loadOpenApi } = await import('../imports/openapi/load.js');
  const { listOperations } = await import('../imports/openapi/operations.js');
  const operations = listOperations(await loadOpenApi(fromOpenapi, { cwd, signal: interrupt }));
  if (json) {
    stdout.write(`${JSON.stringify({ operations }, null, 2)}\n`);
    return exitCodes.ok;
  }
  const widest = Math.min(40, Math.max(0, ...operations.map(({ id }) => id.length)));
  for (const { id, method, path, summary, deprecated } of operations) {
    const what = [`${method} ${path}`, ...(deprecated ? ['(deprecated)'] : []), summary].join('  ').trimEnd();
    stdout.write(`${neutralise(id.padEnd(widest))}  ${neutralise(what)}\n`);
  }
  return exitCodes.ok;
}
