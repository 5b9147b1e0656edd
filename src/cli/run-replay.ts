/** `run --replay <file>`: the run as always, answered from a recording; nothing is looked up, connected to or waited for. */
import type { Composite, SimpleConnector } from '../registry/index.js';
import { createMockTransport } from '../testing/mocks/mock-transport.js';
import {
  describeRecorded,
  mismatchLines,
  otherCallNote,
  recordedDates,
} from '../testing/recordings/describe.js';
import { readRecordingFile } from '../testing/recordings/read-recording.js';
import { callNode } from '../testing/recordings/recorded-call.js';
import { recordingsOf } from '../testing/recordings/recordings-of.js';
import { Replay } from '../testing/recordings/replay.js';
import { VirtualTime } from '../testing/virtual-time.js';
import { neutraliseLines } from '../views/text.js';
import { calledWith, type NetworkOptions, type RunNetwork, recordingPath } from './run-network.js';
import type { Session } from './session.js';
import { type Streams, showsColor } from './streams.js';

/** @throws {UserError} where the file is broken, or holds nothing of the connector */
export async function replayNetwork(
  file: string,
  session: Session,
  connector: SimpleConnector | Composite,
  options: NetworkOptions,
  streams: Streams,
): Promise<RunNetwork> {
  const path = recordingPath(file, streams);
  const recordings = recordingsOf(await readRecordingFile(path), connector);
  const mask = (text: string) => session.mask.mask(text);
  const call = callNode(connector, calledWith(session, options), session.settings, mask);
  const replay = new Replay(recordings, call, mask);
  const time = new VirtualTime(options.now ?? replay.now_s ?? Math.floor(Date.now() / 1000));
  const print = (lines: readonly string[]) => {
    for (const line of neutraliseLines(mask(lines.join('\n')))) streams.stderr.write(`${line}\n`);
  };
  return {
    transport: createMockTransport(replay, time),
    clock: time,
    // A request is known by the address that the template rendered.
    settings: { ...session.settings, routes: [] },
    isReplay: true,
    begin: () => replay.restart(),
    async finish(last) {
      const { mismatches } = replay;
      const dates = recordedDates(
        replay,
        recordings.flatMap(({ exchanges }) => exchanges),
      );
      if (mismatches.length > 0) {
        const color = showsColor(streams.stderr, streams.env, options.color);
        streams.stderr.write(color ? '\u001b[31;1merror\u001b[39;22m: ' : 'error: ');
        const lines = new Set(mismatches.flatMap(mismatchLines));
        print([
          `the connector no longer asks what was recorded in ${file} (${dates})`,
          ...[...lines].map((line) => `  ${line}`),
          ...(replay.exact ? [] : [`  ${otherCallNote}`]),
          `  If the change is meant, record it anew: connector-cli run ${connector.permalink} --record ${file}`,
        ]);
        return false;
      }
      if (options.quiet) return true;
      print([
        `replayed from ${file}, recorded ${dates}; nothing was sent, and times are those of the recording`,
        ...(replay.exact || replay.used().length === 0 ? [] : [`  ${otherCallNote}`]),
        // What a step alone or a failed run leaves out is no news.
        ...(options.step === undefined && last.ok ? replay.unused() : []).map(
          ({ request }) => `  recorded and not asked for: ${describeRecorded(request)}`,
        ),
      ]);
      return true;
    },
  };
}
