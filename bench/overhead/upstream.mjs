/** An HTTP server in a process of its own, so that its work is not on the clock of whoever calls it. */
import { createServer } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

/** `node upstream.mjs <latency in ms>`: how long an answer takes. */
const latency_ms = Number(process.argv[2] ?? 0);
const body = JSON.stringify({ id: 7, name: 'Ada', orders: [{ id: 1, total: 12.5 }] });
const server = createServer((request, response) => {
  request.resume();
  request.once('end', async () => {
    if (latency_ms > 0) await delay(latency_ms);
    response.writeHead(200, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    });
    response.end(body);
  });
});
server.listen(0, '127.0.0.1', () => process.send?.(server.address().port));
process.once('disconnect', () => process.exit());
