/** Chooses what answers a run: the network, the network while it is recorded, or a recording. */
import type { Route } from '../config/index.js';
import { systemClock } from '../platform/clock.js';
import { responseBodyLimit_bytes } from '../platform/limits.js';
import { isFileUrl } from '../platform/routing.js';
import type { Transport } from '../platform/transport/transport.js';
import { createUndiciTransport } from '../platform/transport/undici.js';
import type { Composite, SimpleConnector } from '../registry/index.js';
import { UserError } from '../text/user-error.js';
import type { NetworkOptions, RunNetwork } from './run-network.js';
import type { Session } from './session.js';
import type { Streams } from './streams.js';

/** @throws {UserError} where a recording cannot be read or written, before anything is sent */
export async function openNetwork(
  session: Session,
  connector: SimpleConnector | Composite,
  options: NetworkOptions,
  streams: Streams,
): Promise<RunNetwork> {
  const { settings } = session;
  if (options.replay !== undefined) {
    const { replayNetwork } = await import('./run-replay.js');
    return await replayNetwork(options.replay, session, connector, options, streams);
  }
  const network = createUndiciTransport({
    allowPrivateNetwork: settings.allowPrivateNetwork,
    certificateAuthorities: session.certificateAuthorities,
    proxy: session.workspace.http.proxy,
    responseBodyLimit_bytes,
  });
  const transport = await withFolders(network, settings.routes);
  if (options.record !== undefined) {
    const { recordingNetwork } = await import('./run-record.js');
    return await recordingNetwork(options.record, transport, session, connector, options, streams);
  }
  const clock = systemClock(options.now);
  return { transport, clock, settings, isReplay: false, begin() {}, finish: async () => true };
}

/** Most runs have no route to a folder. */
async function withFolders(network: Transport, routes: readonly Route[]): Promise<Transport> {
  if (!routes.some(({ to }) => isFileUrl(to))) return network;
  const { createFolderTransport } = await import('../testing/mocks/folder-transport.js');
  return createFolderTransport(network, routes);
}

/** @throws {UserError} for flags of which one takes the sense from the other */
export function refuseWithRecording({ record, replay, watch, repeat, step }: NetworkOptions): void {
  if (record === undefined) return;
  const beside: [flag: string, isGiven: boolean, why: string][] = [
    ['--replay', replay !== undefined, 'one asks the upstreams, the other does not.'],
    ['--watch', watch === true, 'a recording is made once, when you ask for it.'],
    ['--repeat', repeat !== undefined, 'a recording holds one run of a call.'],
    ['--step', step !== undefined, 'a recording holds the whole call, not one step of it.'],
  ];
  const found = beside.find(([, isGiven]) => isGiven);
  if (!found) return;
  const [flag, , why] = found;
  throw new UserError({
    code: 'record-contradiction',
    message: `--record and ${flag} exclude each other: ${why}`,
    hint:
      flag === '--replay'
        ? 'Give one of the two.'
        : `Record first; \`--replay <file> ${flag}\` works on what is recorded.`,
  });
}
