/**
 * What running a connector costs over the bare calls: the same requests to the same server on loopback, by the runner
 * and by undici alone, turn about in one process. Prints ratios. `--rounds <n>` and `--requests <n>` set how much,
 * `--latency <ms>` how long the server takes to answer.
 */
import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'rolldown';

const { values: flags } = parseArgs({
  options: {
    rounds: { type: 'string', default: '12' },
    requests: { type: 'string', default: '600' },
    /** How long the server takes to answer, in milliseconds. */
    latency: { type: 'string', default: '0' },
    /** The runner alone, for a profiler. */
    alone: { type: 'boolean', default: false },
  },
});
const rounds = Number(flags.rounds);
const requests = Number(flags.requests);

const key = { type: 'api_key', config: { key: 'x-api-key', value: "{{ get_secret('key') }}", in: 'header' } };
const registryDocument = {
  connectors: [
    {
      name: 'get',
      url: 'https://api.example.com/items/{{ pathParams.item }}',
      path_parameters: [{ key: 'item' }],
      authentication: key,
    },
    {
      name: 'post',
      method: 'POST',
      url: 'https://api.example.com/items',
      headers: [{ key: 'Content-Type', value: 'application/json' }],
      authentication: key,
      request_body: '{"title": {{ (body_text | from_json).title | tojson }}, "by": {{ user.id | tojson }}}',
      response_body: '{"id": {{ (response.body | from_json).id }}}',
    },
  ],
  composite_connectors: [
    {
      name: 'three',
      steps: [
        { name: 'contact', url: 'https://api.example.com/contacts/{{ user.id }}', authentication: key },
        {
          name: 'orders',
          url: 'https://api.example.com/orders',
          query_parameters: [{ key: 'contact', value: '{{ (steps.contact.body | from_json).id }}' }],
          authentication: key,
        },
        {
          name: 'notify',
          method: 'POST',
          url: 'https://api.example.com/notify',
          headers: [{ key: 'Content-Type', value: 'application/json' }],
          authentication: key,
          request_body: '{"id": {{ (steps.contact.body | from_json).id }}}',
        },
      ],
    },
  ],
};

const upstream = fork(fileURLToPath(new URL('overhead/upstream.mjs', import.meta.url)), [flags.latency]);
const port = await new Promise((listening) => upstream.once('message', listening));
const origin = `http://127.0.0.1:${port}`;

const { runner, Agent, close } = await load();
const agent = new Agent({ pipelining: 1 });

const bare = async (method, path, body) => {
  const response = await agent.request({
    origin,
    path,
    method,
    headers: { accept: '*/*', 'x-api-key': 'key', ...(body ? { 'content-type': 'application/json' } : {}) },
    body,
  });
  return await response.body.text();
};

const cases = {
  'simple GET': {
    perCall: 1,
    bare: () => bare('GET', '/items/42?page=1'),
    ours: () => runner.run('get'),
  },
  'simple POST with both templates': {
    perCall: 1,
    bare: () => bare('POST', '/items', '{"title":"hello","by":"42"}'),
    ours: () => runner.run('post'),
  },
  'composite of three steps': {
    perCall: 3,
    bare: async () => {
      const contact = JSON.parse(await bare('GET', '/contacts/42'));
      await bare('GET', `/orders?contact=${contact.id}`);
      await bare('POST', '/notify', JSON.stringify({ id: contact.id }));
    },
    ours: () => runner.run('three'),
  },
};

console.log(
  `best and median of ${rounds} rounds of ${requests} requests, turn about; microseconds a request; answers after ${flags.latency} ms\n`,
);
console.log(
  `${''.padEnd(34)}${'undici'.padStart(16)}${'connector-cli'.padStart(18)}${'best'.padStart(9)}${'median'.padStart(9)}`,
);
for (const [name, { perCall, bare: plain, ours }] of Object.entries(cases)) {
  const calls = Math.round(requests / perCall);
  const times = { plain: [], ours: [] };
  if (flags.alone) {
    for (let at = 0; at < calls * rounds; at += 1) await ours();
    continue;
  }
  for (let round = -2; round < rounds; round += 1) {
    for (const [side, call] of round % 2
      ? [
          ['plain', plain],
          ['ours', ours],
        ]
      : [
          ['ours', ours],
          ['plain', plain],
        ]) {
      const started_ms = performance.now();
      for (let at = 0; at < calls; at += 1) await call();
      // The first rounds are for the compilers.
      if (round >= 0) times[side].push(((performance.now() - started_ms) * 1000) / (calls * perCall));
    }
  }
  const [p, o] = [times.plain, times.ours].map((list) => list.sort((a, b) => a - b));
  const middle = (list) => list[Math.floor(list.length / 2)];
  const two = (list) => `${list[0].toFixed(0)} / ${middle(list).toFixed(0)}`;
  const ratio = (value) => `${value.toFixed(2)}x`.padStart(9);
  console.log(
    `${name.padEnd(34)}${two(p).padStart(16)}${two(o).padStart(18)}${ratio(o[0] / p[0])}${ratio(middle(o) / middle(p))}`,
  );
}
await Promise.all([close(), agent.close()]);
upstream.disconnect();

/** The sources as they are, bundled, and a runner of three connectors. */
async function load() {
  const directory = await mkdtemp(join(tmpdir(), 'connector-cli-bench-'));
  const root = fileURLToPath(new URL('..', import.meta.url));
  const entry = 'export * from "./src/index.ts"; export { Agent } from "undici";';
  try {
    await build({
      cwd: root,
      input: 'overhead-entry',
      platform: 'node',
      resolve: { mainFields: ['module', 'main'] },
      plugins: [
        {
          name: 'entry',
          resolveId: (id) => (id === 'overhead-entry' ? join(root, 'overhead-entry.ts') : null),
          load: (id) => (id.endsWith('overhead-entry.ts') ? entry : null),
        },
      ],
      output: { dir: directory, format: 'esm', entryFileNames: 'entry.mjs' },
      logLevel: 'silent',
    });
    const library = await import(pathToFileURL(join(directory, 'entry.mjs')).href);
    return { Agent: library.Agent, ...start(library) };
  } finally {
    await rm(directory, { recursive: true });
  }
}

function start({ parseRegistry, createRunner: create, createUndiciTransport, anonymous }) {
  const registry = parseRegistry(JSON.stringify(registryDocument), 'registry.json');
  const transport = createUndiciTransport({ allowPrivateNetwork: false, responseBodyLimit_bytes: 1 << 20 });
  const own = create({
    registry,
    transport,
    secrets: new Set(),
    settings: {
      tenantId: 'acme',
      persona: { ...anonymous, name: 'ada', anonymous: false, id: '42', email: 'ada@example.com' },
      variables: new Map(),
      secrets: new Map([['key', 'key']]),
      routes: [{ from: 'https://api.example.com', to: origin }],
      timeout_ms: 15_000,
      allowPrivateNetwork: false,
    },
  });
  const call = {
    payload: '{"title":"hello"}',
    query: [['page', '1']],
    headers: [],
    pathParams: [['item', '42']],
  };
  return {
    close: () => transport.close(),
    runner: {
      async run(permalink) {
        const { simple, composite } = registry.find(permalink);
        const result = await own.run(simple[0] ?? composite[0], { call });
        if (!result.ok) throw new Error(result.error.detail);
      },
    },
  };
}
