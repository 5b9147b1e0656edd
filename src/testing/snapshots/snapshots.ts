/** The snapshots of one test file: what answers were when somebody last looked at them. */
import type { RunResult } from '../../platform/result.js';
import { jsonText } from '../../registry/json/json-text.js';
import type { JsonNode } from '../../registry/json/nodes.js';
import { parseJson } from '../../registry/json/parse.js';
import { readText } from '../../text/read-file.js';
import { SourceFile, type Span } from '../../text/source.js';
import { UserError } from '../../text/user-error.js';
import { writeFileAtomically } from '../../text/write-file.js';
import { compareJson } from '../json/compare.js';
import { object } from '../json/make.js';
import { jsonLines, membersOf } from '../json/write.js';
import type { CaseFailure, CaseResult } from '../result.js';
import { snapshotOf } from './snapshot.js';

/** `missing`: what has no snapshot yet gets one; `all`: what differs is written, too; `nothing`: as in CI. */
export type SnapshotUpdate = 'missing' | 'all' | 'nothing';

const largest_bytes = 64 * 1024 * 1024;
const version = '1';

/** `orders.connector-test.yaml.snap.json`, beside the test file. */
export const snapshotPath = (testFile: string): string => `${testFile}.snap.json`;

export class Snapshots {
  readonly #seen = new Set<string>();
  #isChanged = false;

  private constructor(
    readonly path: string,
    private readonly stored: Map<string, JsonNode>,
    private readonly update: SnapshotUpdate,
  ) {}

  /** @throws {UserError} where the file is there and cannot be read or understood */
  static async load(testFile: string, update: SnapshotUpdate): Promise<Snapshots> {
    const path = snapshotPath(testFile);
    return new Snapshots(path, await readSnapshots(path), update);
  }

  /** Compares an answer with what is kept of it, or keeps it. */
  check(
    name: string,
    run: RunResult,
    mask: (text: string) => string,
    span: Span,
  ): { failure: CaseFailure | null; outcome: CaseResult['snapshot'] } {
    this.#seen.add(name);
    const actual = snapshotOf(run, mask);
    const expected = this.stored.get(name);
    if (expected === undefined) {
      if (this.update === 'nothing') return { failure: missing(span), outcome: null };
      this.#keep(name, actual);
      return { failure: null, outcome: 'written' };
    }
    const differences = compareJson(expected, actual, 'exact');
    if (differences.length === 0) return { failure: null, outcome: 'matched' };
    if (this.update === 'all') {
      this.#keep(name, actual);
      return { failure: null, outcome: 'updated' };
    }
    const comparison = {
      expected: jsonLines(expected),
      actual: jsonLines(actual, expected),
      // Their places are those of the snapshot file.
      differences: differences.map((each) => ({ ...each, span: null })),
    };
    const failure: CaseFailure = {
      code: 'snapshot',
      message: 'the answer is not that of the snapshot',
      span,
      comparison,
      notes: ['`--update` writes the new answer, once you have looked at it'],
    };
    return { failure, outcome: null };
  }

  /** Names that none of the given cases asks for any more. */
  obsolete(asked: ReadonlySet<string>): string[] {
    return [...this.stored.keys()].filter((name) => !asked.has(name)).sort();
  }

  /** Drops these names, and writes the file where anything in it is new. */
  async finish(dropped: readonly string[]): Promise<void> {
    for (const name of dropped) this.#isChanged = this.stored.delete(name) || this.#isChanged;
    if (!this.#isChanged || this.update === 'nothing') return;
    const entries = [...this.stored].sort(([left], [right]) => (left < right ? -1 : 1));
    const text = jsonLines(
      object([
        ['version', { type: 'number', source: version, start: 0, end: 0 }],
        ['snapshots', object(entries)],
      ]),
    );
    await writeFileAtomically(this.path, `${text}\n`, { what: 'snapshot file' });
    this.#isChanged = false;
  }

  #keep(name: string, snapshot: JsonNode): void {
    this.stored.set(name, snapshot);
    this.#isChanged = true;
  }
}

const missing = (span: Span): CaseFailure => ({
  code: 'snapshot',
  message: 'there is no snapshot of this answer',
  span,
  comparison: null,
  notes: ['run the tests on your own machine, look at the snapshot file that is written, and commit it'],
});

async function readSnapshots(path: string): Promise<Map<string, JsonNode>> {
  let text: string;
  try {
    text = await readText(path, 'snapshot file', largest_bytes);
  } catch (error) {
    if (error instanceof UserError && error.code === 'file-not-found') return new Map();
    throw error;
  }
  const file = new SourceFile(path, text);
  const { root, errors } = parseJson(file);
  const [first] = errors;
  if (first) {
    const place = file.positionAt(first.span.start);
    throw broken(path, first.message, place);
  }
  const members = root?.type === 'object' ? membersOf(root) : new Map<string, JsonNode>();
  const found = members.get('version');
  if (!found || jsonText(found) !== version) throw broken(path, 'It has no `version` that is known.');
  const snapshots = members.get('snapshots');
  if (snapshots?.type !== 'object') throw broken(path, 'It has no `snapshots`.');
  return membersOf(snapshots);
}

const broken = (path: string, why: string, place: { line?: number; column?: number } = {}): UserError =>
  new UserError({
    code: 'snapshot-file-invalid',
    message: `The snapshot file cannot be used: ${why}`,
    file: path,
    ...place,
    hint: 'Take it from version control again, or delete it and let the tests write it anew.',
  });
