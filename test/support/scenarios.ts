/** The upstream behind the command line tests: each path behaves in a way of its own. */
import { setTimeout as delay } from 'node:timers/promises';
import { type Answer, json } from './upstream.js';

const credentials = { client_id: 'cli-client', client_secret: 'cli-client-secret-value' };

export const scenarioToken = 'scenario-access-token-value';

export const scenarios: Answer = async (request, response, socket) => {
  const url = new URL(request.path, 'http://upstream');
  const [, first = '', second = ''] = url.pathname.split('/');
  switch (first) {
    case 'token': {
      const form = new URLSearchParams(request.body);
      const known = Object.entries(credentials).every(([name, value]) => form.get(name) === value);
      return known
        ? json(response, { access_token: scenarioToken, token_type: 'Bearer', expires_in: 3600 })
        : json(response, { error: 'invalid_client', error_description: 'unknown client' }, 401);
    }
    case 'echo':
      return json(response, {
        method: request.method,
        path: request.path,
        body: request.body,
        authorization: request.headers.authorization ?? null,
      });
    case 'json':
      return json(response, '{"id": 12345678901234567890, "ratio": 1.0, "name": "A & B"}');
    case 'status':
      return json(response, { error: `status ${second}` }, Number(second));
    case 'cached':
      response.setHeader('Cache-Control', 'max-age=60');
      return json(response, { cached: request.path });
    case 'delay':
      await delay(Number(second));
      return json(response, { delayed: Number(second) });
    case 'stall':
      return;
    case 'reset':
      return void socket.resetAndDestroy();
    case 'close':
      return void socket.end();
    case 'large': {
      response.writeHead(200, { 'content-type': 'application/json' });
      const piece = Buffer.alloc(1024 * 1024, 'x');
      for (let sent = 0; sent < Number(second) && !response.destroyed; sent += 1) {
        if (!response.write(piece))
          await new Promise((drained) => response.once('drain', drained).once('close', drained));
      }
      return void response.end();
    }
    case 'invalid-utf8':
      return void response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(Buffer.from([0x22, 0xff, 0x22]));
    case 'empty':
      return void response.writeHead(201).end();
    case 'redirect':
      return void response.writeHead(302, { location: '/json' }).end();
    case 'text':
      return void response.writeHead(200, { 'content-type': 'text/plain' }).end('plain text');
    default:
      return json(response, { error: 'no such path' }, 404);
  }
};
