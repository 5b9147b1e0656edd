/**
 * Answers from files: what a route sends to a folder never reaches the network. `https://api.example.com/orders`, with the
 * origin routed to `./mocks`, is answered by `mocks/orders`, `mocks/orders.json` or `mocks/orders/index.json`.
 */
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Route } from '../../config/index.js';
import { responseBodyLimit_bytes } from '../../platform/limits.js';
import { routedFolder } from '../../platform/routing.js';
import { createAnsweringTransport } from '../../platform/transport/answering.js';
import type { Transport } from '../../platform/transport/transport.js';
import { readBytes } from '../../text/read-file.js';
import { UserError } from '../../text/user-error.js';
import type { MockResponse } from '../model.js';
import { VirtualTime } from '../virtual-time.js';
import { answering } from './answer-dispatcher.js';

/** @param network for everything else; closed with this one */
export function createFolderTransport(network: Transport, routes: readonly Route[]): Transport {
  return {
    async send(request, options) {
      const folder = request.routed ? routedFolder(request.url, routes) : null;
      if (folder === null) return network.send(request, options);
      const response = await answerFrom(fileURLToPath(folder), request.url.slice(folder.length));
      const transport = createAnsweringTransport({
        responseBodyLimit_bytes,
        // An answer from a file takes no time but its reading.
        dispatcherFor: () => answering(response, new VirtualTime(0)),
      });
      return transport.send(request, options);
    },
    close: () => network.close(),
  };
}

const contentTypes: ReadonlyMap<string, string> = new Map([
  ['.json', 'application/json'],
  ['.txt', 'text/plain; charset=utf-8'],
  ['.html', 'text/html; charset=utf-8'],
  ['.xml', 'application/xml'],
  ['.csv', 'text/csv; charset=utf-8'],
]);

async function answerFrom(folder: string, pathAndQuery: string): Promise<MockResponse> {
  const segments = segmentsOf(pathAndQuery);
  if (segments === null) return failure(400, 'this path names no file');
  const path = segments.join('/');
  const candidates = path === '' ? ['index.json'] : [path, `${path}.json`, `${path}/index.json`];
  for (const candidate of candidates) {
    const file = join(folder, candidate);
    try {
      const body = await readBytes(file, 'answer', responseBodyLimit_bytes);
      const type = contentTypes.get(extname(file).toLowerCase()) ?? 'application/octet-stream';
      return answer(200, type, body);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      if (error.code !== 'file-not-found' && error.code !== 'file-is-directory') {
        return failure(500, error.message);
      }
    }
  }
  return failure(404, `no file in the folder of this route answers; looked for ${candidates.join(', ')}`);
}

/** Null where one would lead out of the folder, or to another place than it shows. */
function segmentsOf(pathAndQuery: string): string[] | null {
  const path = pathAndQuery.replace(/[?#].*$/s, '');
  try {
    const segments = path
      .split('/')
      .filter((segment) => segment !== '')
      .map(decodeURIComponent);
    return segments.every((segment) => !/^\.{1,2}$|[/\\:\0]/.test(segment)) ? segments : null;
  } catch {
    return null;
  }
}

const failure = (status: number, error: string): MockResponse =>
  answer(status, 'application/json', Buffer.from(JSON.stringify({ error })));

const answer = (status: number, type: string, body: Uint8Array): MockResponse => ({
  type: 'answer',
  status,
  headers: [['content-type', type]],
  body,
  delay_ms: 0,
});
