/** `upstream: { replay: file }`: the answers of a recorded run. */
import { basename } from 'node:path';
import { UserError } from '../../text/user-error.js';
import type { CaseUpstream } from '../model.js';
import { describeRecorded, mismatchLines, otherCallNote, recordedDates } from '../recordings/describe.js';
import type { LocatedExchange, RecordingFile } from '../recordings/model.js';
import { callNode } from '../recordings/recorded-call.js';
import { recordingsOf } from '../recordings/recordings-of.js';
import { type Mismatch, Replay } from '../recordings/replay.js';
import type { CaseFailure, UnusedAnswer } from '../result.js';
import type { CaseContext } from './case-context.js';
import type { CaseUpstreamSource } from './case-upstream.js';

type ReplayOfCase = Extract<CaseUpstream, { type: 'replay' }>;

/** @throws {UserError} where the recording is missing or broken, or holds no call of the connector */
export async function replayedUpstream(
  { path, span }: ReplayOfCase,
  { connector, call, settings, mask: secrets }: CaseContext,
  read: (path: string) => Promise<RecordingFile>,
): Promise<CaseUpstreamSource> {
  const mask = (text: string) => secrets.mask(text);
  const recordings = recordingsOf(await read(path).catch(missing(connector.permalink)), connector);
  const replay = new Replay(recordings, callNode(connector, call, settings, mask), mask);
  const permalink = connector.permalink;
  const unused = (exchange: LocatedExchange): UnusedAnswer => ({
    span,
    label: `recorded as ${describeRecorded(exchange.request)}`,
  });
  return {
    now_s: replay.now_s,
    answer: (asked) => replay.answer(asked),
    failures: () => {
      const dates = recordedDates(
        replay,
        recordings.flatMap(({ exchanges }) => exchanges),
      );
      const about = [
        `recorded ${dates} in ${basename(path)}`,
        ...(replay.exact ? [] : [otherCallNote]),
        `if the change is meant, record it anew: connector-cli run ${permalink} --record <file>`,
      ];
      return replay.mismatches.map((each) => failureOf(each, span, about));
    },
    unused: () => replay.unused().map(unused),
    uses: () => false,
  };
}

function failureOf(mismatch: Mismatch, span: CaseFailure['span'], about: readonly string[]): CaseFailure {
  const [message = '', ...others] = mismatchLines(mismatch);
  return { code: 'replay', message, span, comparison: null, notes: [...others, ...about] };
}

const missing =
  (permalink: string) =>
  (error: unknown): never => {
    if (!(error instanceof UserError) || error.code !== 'file-not-found') throw error;
    const { message, file } = error;
    const hint = `\`connector-cli run ${permalink} --record <file>\` writes one.`;
    throw new UserError({ code: 'recording-not-found', message, file, hint });
  };
