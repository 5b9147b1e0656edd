/** `run --record <file>`: the run as always, and what upstreams answered in a file. */
import { systemClock } from '../platform/clock.js';
import type { RunResult } from '../platform/result.js';
import type { Transport } from '../platform/transport/transport.js';
import type { Composite, SimpleConnector } from '../registry/index.js';
import { isoSeconds, maskExchanges } from '../testing/recordings/mask-exchange.js';
import { callNode } from '../testing/recordings/recorded-call.js';
import { createRecorder } from '../testing/recordings/recorder.js';
import { readRecordingIfThere, saveRecording } from '../testing/recordings/save-recording.js';
import { parseTime } from '../text/time.js';
import { UserError } from '../text/user-error.js';
import { checkWritable } from '../text/write-file.js';
import { calledWith, type NetworkOptions, type RunNetwork, recordingPath } from './run-network.js';
import type { Session } from './session.js';
import type { Streams } from './streams.js';

/** @throws {UserError} where the file is broken or cannot be written */
export async function recordingNetwork(
  file: string,
  transport: Transport,
  session: Session,
  connector: SimpleConnector | Composite,
  options: NetworkOptions,
  streams: Streams,
): Promise<RunNetwork> {
  const path = recordingPath(file, streams);
  refuseSameFile(path, options, streams);
  await checkWritable(path, 'recording');
  await readRecordingIfThere(path);
  // `now()` stands still, so that a replay can give each request the time that it had.
  const now_s = options.now ?? parseTime(isoSeconds(Date.now())) ?? 0;
  const clock = systemClock(now_s);
  const recorder = createRecorder(transport, clock);
  // Whatever `--show-secrets` says: a file is kept and passed on.
  const mask = (text: string) => session.mask.mask(text);
  const say = (text: string) => {
    if (!options.quiet) streams.stderr.write(`${text}\n`);
  };
  return {
    transport: recorder.transport,
    clock,
    settings: session.settings,
    isReplay: false,
    begin() {},
    async finish(result: RunResult) {
      if (result.interrupted) {
        say(`interrupted: nothing was recorded in ${file}`);
        return true;
      }
      if (recorder.seen.length === 0) {
        say(`no request was sent: nothing was recorded in ${file}`);
        return true;
      }
      const exchanges = maskExchanges(recorder.seen, mask);
      const { permalink, kind } = connector;
      const call = callNode(connector, calledWith(session, options), session.settings, mask);
      const { text, kept } = await saveRecording(path, { permalink, kind, call, now_s, exchanges });
      const count = exchanges.length === 1 ? '1 exchange' : `${exchanges.length} exchanges`;
      if (text === null) say(`${file} stays as it is: ${count}, the same as before`);
      else say(`recorded ${count} in ${file}${kept > 0 ? `, ${kept} of them the same as before` : ''}`);
      return true;
    },
  };
}

/** A report in its place would take away what others have recorded. */
function refuseSameFile(path: string, { out, har, html }: NetworkOptions, streams: Streams): void {
  for (const [flag, other] of Object.entries({ out, har, html })) {
    if (other === undefined || recordingPath(other, streams) !== path) continue;
    throw new UserError({
      code: 'record-same-file',
      message: `--record and --${flag} name the same file.`,
      file: path,
      hint: 'Give each a file of its own.',
    });
  }
}
