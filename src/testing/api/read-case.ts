/** What a test's code says of a case, read by the readers of test files. */
import { join } from 'node:path';
import { parseJson } from '../../registry/json/parse.js';
import { pathAt } from '../../registry/json/path-at.js';
import { SourceFile } from '../../text/source.js';
import { UserError } from '../../text/user-error.js';
import { checkShape } from '../files/check-shape.js';
import { type Fixtures, loadFixtures } from '../files/fixtures.js';
import { ProblemList } from '../files/problems.js';
import { readDocument } from '../files/read-document.js';
import type { MockDefinition, MockResponse, SentExpectation, TestFile } from '../model.js';
import { jsonDocument, shownPath } from './json-document.js';
import { sentCallOf } from './sent-call.js';
import type { MockAnswer, MockAnswerFunction, MockedCall, SentMatch } from './types.js';

/** A file that is nowhere, for what paths are relative to. */
const nowhere = 'test.json';

/** @throws {UserError} with the path of the value that is wrong */
export async function readCase(
  document: Readonly<Record<string, unknown>>,
  mocks: readonly MockedCall[],
  directory: string,
): Promise<TestFile> {
  const upstream = mocks.map(withoutFunctions);
  const file = parse({ ...document, upstream, cases: [{ name: 'run' }] }, directory);
  return read(file, directory, await loadFixtures(file.root, directory, file.problems), mocks);
}

/** @throws {UserError} as `readCase` */
export function readSent(match: SentMatch): SentExpectation {
  const cases = [{ name: 'sent', connector: 'any', expect: { sent: [match] } }];
  const { cases: [only] = [] } = read(parse({ cases }, '/'), '/', new Map(), []);
  return only?.expect.sent?.value[0] as SentExpectation;
}

/** Of a function; it cannot wait for a file to be read. */
function readAnswer(answer: MockAnswer): MockResponse {
  if (answer === null || typeof answer !== 'object' || 'then' in answer || 'file' in answer) {
    throw new UserError({
      code: 'test-answer',
      message: 'A function of `respond` returns an answer: an object without `file`, and no promise.',
    });
  }
  const { sharedUpstream: [mock] = [] } = read(
    parse({ upstream: [{ respond: answer }], cases: [{ name: 'run', connector: 'any' }] }, '/'),
    '/',
    new Map(),
    [],
  );
  return mock?.respond as MockResponse;
}

type Answer = MockAnswer | MockAnswerFunction;

const answersOf = ({ respond }: MockedCall): readonly Answer[] => (isList(respond) ? respond : [respond]);

const isList = (respond: MockedCall['respond']): respond is readonly Answer[] => Array.isArray(respond);

function withoutFunctions(mock: MockedCall): MockedCall {
  const answers = answersOf(mock).map((each) => (typeof each === 'function' ? {} : each));
  return { ...mock, respond: isList(mock.respond) ? answers : (answers[0] as MockAnswer) };
}

/** Where a function stood, it answers. Each answer of a list is a mock of its own. */
function withFunctions(read: readonly MockDefinition[], mocks: readonly MockedCall[]): MockDefinition[] {
  const answers = mocks.flatMap(answersOf);
  return read.map((mock, index) => {
    const answer = answers[index];
    if (typeof answer !== 'function') return mock;
    return { ...mock, answer: (call) => readAnswer(answer(sentCallOf(call))) };
  });
}

function parse(document: object, directory: string) {
  const source = new SourceFile(join(directory, nowhere), jsonDocument(document));
  const problems = new ProblemList(source);
  const { root, errors } = parseJson(source);
  if (!root || errors.length > 0) throw errors[0] ?? new Error('no value');
  checkShape(root, problems);
  refuse(problems, root);
  return { root, problems };
}

function read(
  { root, problems }: ReturnType<typeof parse>,
  directory: string,
  fixtures: Fixtures,
  mocks: readonly MockedCall[],
): TestFile {
  const file = readDocument(root, { problems, directory, fixtures, usedFiles: new Set() });
  refuse(problems, root);
  return { ...file, sharedUpstream: withFunctions(file.sharedUpstream, mocks) };
}

/** The places of the text mean nothing to whoever wrote an object; the path in it does. */
function refuse(problems: ProblemList, root: ReturnType<typeof parseJson>['root']): void {
  const [first] = problems.errors();
  if (!first) return;
  if (first.file !== problems.source.path) throw first;
  const path = shownPath(pathAt(root, (first.column ?? 1) - 1));
  throw new UserError({ code: first.code, message: `${path}: ${first.message}`, hint: first.hint });
}
