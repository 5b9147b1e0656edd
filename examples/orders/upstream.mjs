/**
 * A small CRM on loopback for the example registry: a token endpoint that checks credentials, a contact look-up,
 * orders, its status, and an endpoint that fails on demand. Latencies are those of a service a few hundred kilometres away.
 *
 *   node upstream.mjs [--port 4010]
 */
import { createServer } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const credentials = { client_id: 'demo-client', client_secret: 'demo-client-secret' };
const token = 'demo-access-token-5f0c2a9b';
const latency_ms = { token: 85, contact: 120, orders: 165, slow: 20_000 };

const contacts = new Map([
  ['ada@example.com', { id: 7, email: 'ada@example.com', name: 'Ada "Countess" Lovelace' }],
]);
const orders = [
  { id: 1001, contact_id: 7, title: 'Analytical Engine & spare parts', total: 1250.5, status: 'shipped' },
  { id: 1002, contact_id: 7, title: 'Punched cards, 10 000', total: 89.0, status: 'open' },
  { id: 90071992547409931234n, contact_id: 7, title: 'Notes <G>', total: 12.25, status: 'open' },
];

const routes = new Map([
  ['POST /oauth/token', issueToken],
  ['GET /v2/contacts', findContact],
  ['GET /v2/orders', listOrders],
  ['GET /v2/orders/:id', findOrder],
  ['GET /v2/status', tellStatus],
  ['GET /v2/fail', failOnDemand],
]);

/** Starts the upstream; rejects where the port cannot be had. Port 0 takes any free one. */
export async function startUpstream(port = 0) {
  const server = createServer((request, response) => {
    answer(request, response).catch((error) => send(response, 500, { error: error.message }));
  });
  await new Promise((listening, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', listening);
  });
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () =>
      new Promise((closed) => {
        server.close(closed);
        server.closeAllConnections();
      }),
  };
}

async function answer(request, response) {
  const url = new URL(request.url, 'http://upstream');
  const path = url.pathname.replace(/^(\/v2\/orders)\/[^/]+$/, '$1/:id');
  const handler = routes.get(`${request.method} ${path}`);
  if (!handler) return send(response, 404, { error: 'not_found', path: url.pathname });
  return await handler({ request, response, url, body: await read(request) });
}

async function issueToken({ response, body }) {
  await delay(latency_ms.token);
  const form = new URLSearchParams(body);
  const known = Object.entries(credentials).every(([name, value]) => form.get(name) === value);
  if (!known)
    return send(response, 401, {
      error: 'invalid_client',
      error_description: 'unknown client or wrong secret',
    });
  return send(response, 200, { access_token: token, token_type: 'Bearer', expires_in: 3600 });
}

async function findContact({ request, response, url }) {
  await delay(latency_ms.contact);
  if (!authorised(request)) return send(response, 401, { error: 'invalid_token' });
  const contact = contacts.get(url.searchParams.get('email'));
  return contact ? send(response, 200, contact) : send(response, 404, { error: 'no such contact' });
}

async function listOrders({ request, response, url }) {
  await delay(latency_ms.orders);
  if (!authorised(request)) return send(response, 401, { error: 'invalid_token' });
  const rows = orders.filter((order) => String(order.contact_id) === url.searchParams.get('contact_id'));
  return send(response, 200, { orders: rows, count: rows.length });
}

async function findOrder({ request, response, url }) {
  await delay(latency_ms.contact);
  if (!authorised(request)) return send(response, 401, { error: 'invalid_token' });
  const id = url.pathname.split('/').at(-1);
  const order = orders.find((each) => String(each.id) === id);
  return order ? send(response, 200, order) : send(response, 404, { error: 'no such order' });
}

/** The one answer that a cache may keep. */
async function tellStatus({ response }) {
  await delay(latency_ms.contact);
  response.setHeader('Cache-Control', 'max-age=30');
  return send(response, 200, { status: 'up' });
}

/** `?status=503` answers so; `?mode=stall` never ends, `?mode=reset` breaks the connection. */
async function failOnDemand({ request, response, url }) {
  const mode = url.searchParams.get('mode');
  if (mode === 'reset') return request.socket.resetAndDestroy();
  await delay(mode === 'stall' ? latency_ms.slow : latency_ms.orders);
  const status = Number(url.searchParams.get('status') ?? 503);
  return send(response, status, {
    error: 'maintenance',
    message: 'The order service is down until 06:00 UTC.',
  });
}

const authorised = (request) => request.headers.authorization === `Bearer ${token}`;

async function read(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function send(response, status, value) {
  if (response.destroyed) return;
  // An order number beyond 2^53 is written digit by digit, as other languages write it.
  const text = JSON.stringify(value, (_key, each) => (typeof each === 'bigint' ? `int:${each}` : each));
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(text.replace(/"int:(\d+)"/g, '$1'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '4010' } } });
  try {
    const upstream = await startUpstream(Number(values.port));
    console.log(`The example upstream listens on ${upstream.origin}; Ctrl-C ends it.`);
  } catch (error) {
    const taken = error.code === 'EADDRINUSE';
    console.error(taken ? `Port ${values.port} is taken; choose another with --port.` : error.message);
    process.exitCode = 2;
  }
}
