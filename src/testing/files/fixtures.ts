import { extname, resolve } from 'node:path';
import type { JsonNode, JsonString } from '../../registry/json/nodes.js';
import { parseJson } from '../../registry/json/parse.js';
import { firstInvalidUtf8, readBytes } from '../../text/read-file.js';
import { SourceFile } from '../../text/source.js';
import { UserError } from '../../text/user-error.js';
import { utf8Text } from '../../text/utf8.js';
import { itemsOf, valueAt } from './members.js';
import type { ProblemList } from './problems.js';

const largestFixture_bytes = 64 * 1024 * 1024;

/** The bytes of the fixtures of a test file, by absolute path; those that cannot be read are missing. */
export type Fixtures = ReadonlyMap<string, Uint8Array>;

export const isJsonFixture = (path: string): boolean => extname(path).toLowerCase() === '.json';

/** Reads every fixture that the file names, each once. */
export async function loadFixtures(
  root: JsonNode,
  directory: string,
  problems: ProblemList,
): Promise<Fixtures> {
  const fixtures = new Map<string, Uint8Array>();
  const failures = new Map<string, UserError>();
  for (const node of fixtureNodes(root)) {
    const path = resolve(directory, node.value);
    if (!fixtures.has(path) && !failures.has(path)) {
      try {
        const bytes = await readBytes(path, 'fixture', largestFixture_bytes);
        fixtures.set(path, bytes);
        if (isJsonFixture(path)) checkJson(path, bytes, node, problems);
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        failures.set(path, error);
      }
    }
    const failure = failures.get(path);
    if (failure) reportUnreadable(node, path, failure, problems);
  }
  return fixtures;
}

function reportUnreadable(node: JsonString, path: string, error: UserError, problems: ProblemList): void {
  problems.add(node.start, {
    code: 'fixture',
    message: error.message.replace(/^The fixture/, `The fixture \`${node.value}\``),
    hint: `Paths are relative to the test file: this is ${path}.`,
  });
}

function checkJson(path: string, bytes: Uint8Array, node: JsonString, problems: ProblemList): void {
  const { line } = problems.source.positionAt(node.start);
  const fail = (message: string, place: { line?: number; column?: number }) =>
    problems.addElsewhere(
      node.start,
      new UserError({
        code: 'test-file-fixture',
        file: path,
        ...place,
        message,
        hint: `Line ${line} of ${problems.source.path} names it; a fixture that is no JSON has another extension.`,
      }),
    );
  const text = utf8Text(bytes);
  if (text === null) {
    fail(`The fixture is not UTF-8 text: byte ${firstInvalidUtf8(bytes)} (counted from 0) is invalid.`, {});
    return;
  }
  const file = new SourceFile(path, text);
  const [first] = parseJson(file).errors;
  if (first) fail(`The fixture is not valid JSON: ${first.message}`, file.positionAt(first.span.start));
}

function* fixtureNodes(root: JsonNode): Generator<JsonString> {
  for (const holder of [root, ...itemsOf(valueAt(root, 'cases'))]) {
    for (const mock of itemsOf(valueAt(holder, 'upstream'))) {
      for (const answer of answersOf(mock)) {
        const file = valueAt(answer, 'file');
        if (file?.type === 'string') yield file;
      }
    }
  }
}

/** The answers of a mock: `respond` is one, or a list of them. */
export function answersOf(mock: JsonNode): readonly JsonNode[] {
  const respond = valueAt(mock, 'respond');
  if (!respond) return [];
  return respond.type === 'array' ? respond.items : [respond];
}
