/** `run --record` and `run --replay` with the real program, and canaries that must not reach the file. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { programPath, runProgram } from '../support/program.js';
import { json, startUpstream, type Upstream } from '../support/upstream.js';

const api = 'https://api.example.com';
const recording = 'orders.recording.json';
const clientSecret = 'canary-client-secret/+&"é value';
const fetchedToken = 'canary-fetched-token+/==';
const lateToken = 'canary-token-that-comes-last';
const cookie = 'canary-session-cookie';
const canaries = [clientSecret, fetchedToken, lateToken, cookie];

let upstream: Upstream;
let folder: string;
let plan = 'pro';

beforeEach(async () => {
  plan = 'pro';
  upstream = await startUpstream((request, response) => {
    const { pathname } = new URL(request.path, 'http://upstream');
    if (pathname === '/token') {
      response.setHeader('set-cookie', [`sid=${cookie}; Path=/; HttpOnly`, 'theme=dark']);
      return json(response, { access_token: fetchedToken, expires_in: 3600 });
    }
    if (pathname === '/contact') {
      // Holds a token that only the next answer gives away as one.
      const body = JSON.stringify({ id: 7, plan, trace: lateToken, cookie: `c=${cookie}` });
      response.writeHead(200, {
        'content-type': 'application/json',
        'content-encoding': 'gzip',
        'x-request-id': String(Math.random()),
        'x-echo': encodeURIComponent(request.headers.authorization ?? ''),
      });
      response.end(gzipSync(body));
      return;
    }
    if (pathname === '/picture') {
      response.writeHead(200, { 'content-type': 'image/png', 'content-encoding': 'gzip' });
      response.end(gzipSync(Uint8Array.from({ length: 256 }, (_each, at) => at)));
      return;
    }
    if (pathname === '/spaced')
      return json(response, '{"b": 1.0, "a": [20000000000000000001,\t"\\u00e9é"]}\r\n');
    if (pathname === '/reset') {
      response.socket?.destroy();
      return;
    }
    if (pathname === '/broken') return json(response, 'not yet', 500);
    const authorization = request.headers.authorization ?? '';
    return json(response, {
      orders: [{ id: 1 }],
      refresh_token: lateToken,
      echo: [
        request.body,
        authorization,
        JSON.stringify({ authorization }),
        Buffer.from(`${clientSecret}:${fetchedToken}`).toString('base64'),
        Buffer.from(JSON.stringify({ deep: clientSecret })).toString('base64url'),
        encodeURIComponent(clientSecret),
        `https://x.example/?code=${encodeURIComponent(clientSecret).replaceAll('%20', '+')}`,
        `Basic ${Buffer.from(`user:${clientSecret}`).toString('base64')}`,
      ],
    });
  });
  folder = mkdtempSync(join(tmpdir(), 'connector-cli-record-'));
  writeRegistry();
  writeFileSync(
    join(folder, 'connector.config.json'),
    JSON.stringify({
      secrets: { client_secret: clientSecret, key: 'canary-signing-key-of-32-characters' },
      routes: { [api]: upstream.origin },
    }),
  );
});

afterEach(async () => {
  rmSync(folder, { recursive: true });
  await upstream.close();
});

const authentication = {
  type: 'oauth_client_credentials',
  config: {
    client_id: 'id',
    client_secret: "{{ get_secret('client_secret') }}",
    token_url: `${api}/token`,
  },
};

function writeRegistry(contactId = '{{ (steps.contact.body | from_json).id }}'): void {
  const registry = {
    connectors: [
      { name: 'Reset', url: `${api}/reset` },
      { name: 'Broken', url: `${api}/broken` },
      { name: 'Picture', url: `${api}/picture` },
      { name: 'Spaced', url: `${api}/spaced` },
    ],
    composite_connectors: [
      {
        name: 'Orders',
        steps: [
          {
            name: 'contact',
            url: `${api}/contact`,
            query_parameters: [{ key: 'at', value: '{{ now() }}' }],
            authentication,
          },
          {
            name: 'orders',
            method: 'POST',
            url: `${api}/orders`,
            headers: [
              { key: 'X-Key', value: "{{ get_secret('client_secret') | urlencode }}" },
              { key: 'X-Signed', value: "{{ jwt_encode({'iat': now()}, get_secret('key'), 'HS256') }}" },
              { key: 'X-Pair', value: "Basic {{ ('u:' ~ get_secret('client_secret')) | base64_encode }}" },
            ],
            query_parameters: [
              { key: 'contact_id', value: contactId },
              { key: 'key', value: "{{ get_secret('client_secret') }}" },
            ],
            request_body: '{"contact": {{ steps.contact.body }} }',
            authentication,
          },
        ],
      },
    ],
  };
  writeFileSync(join(folder, 'connectors_registry.json'), JSON.stringify(registry));
}

const run = (...args: string[]) => runProgram(['run', ...args], { cwd: folder });
const recorded = () => readFileSync(join(folder, recording), 'utf8');

describe('a recorded run', () => {
  it('is replayed without its upstream, with the same answer', async () => {
    const live = await run('orders', '--record', recording, '--out', 'live');
    expect(live.stderr).toContain(`recorded 3 exchanges in ${recording}`);
    await upstream.close();
    const replayed = await run('orders', '--replay', recording, '--out', 'replayed');
    expect(replayed.exit).toBe(0);
    expect(replayed.stderr).toMatch(
      /replayed from orders\.recording\.json, recorded 20\d\d-\d\d-\d\d; nothing was sent/,
    );
    // A session cookie is no secret of the run, but none for a file either.
    const answer = readFileSync(join(folder, 'live'), 'utf8').replace(cookie, '***');
    expect(readFileSync(join(folder, 'replayed'), 'utf8')).toBe(answer);
  });

  it.each(['picture', 'spaced'])('gives every byte again: %s', async (permalink) => {
    await run(permalink, '--record', recording, '--out', 'live');
    await upstream.close();
    await run(permalink, '--replay', recording, '--out', 'replayed');
    const live = readFileSync(join(folder, 'live'));
    expect(live.length).toBeGreaterThan(20);
    expect(readFileSync(join(folder, 'replayed'))).toEqual(live);
  });

  it('is replayed with other secrets and without routes, each time of a repeated run', async () => {
    await run('orders', '--record', recording);
    await upstream.close();
    const secrets = { client_secret: 'another-secret', key: 'another-signing-key-of-32-characters-and-more' };
    writeFileSync(join(folder, 'connector.config.json'), JSON.stringify({ secrets }));
    const { exit, stderr } = await run('orders', '--replay', recording, '--repeat', '2');
    expect(stderr).not.toContain('error');
    expect(exit).toBe(0);
  });

  it('says which request changed when a template did', async () => {
    await run('orders', '--record', recording);
    await upstream.close();
    writeRegistry('8');
    const { exit, stderr } = await run('orders', '--replay', recording);
    expect(exit).toBe(1);
    expect(stderr).toContain(
      'error: the connector no longer asks what was recorded in orders.recording.json',
    );
    expect(stderr).toContain('\n  step orders: query contact_id: recorded "7", now "8"\n');
    expect(stderr).toContain('connector-cli run orders --record orders.recording.json');
  });

  it('is left alone where the upstream answers the same, and changed where it does not', async () => {
    const now = ['--now', '2026-01-02T03:04:05Z'];
    await run('orders', '--record', recording, ...now);
    const before = recorded();
    const same = await run('orders', '--record', recording, ...now);
    expect(same.stderr).toContain('stays as it is');
    expect(recorded()).toBe(before);
    plan = 'free';
    const changed = await run('orders', '--record', recording, ...now);
    expect(changed.stderr).toContain('recorded 3 exchanges');
    expect(changed.stderr).toContain('1 of them the same as before');
    expect(recorded().replaceAll('"plan": "free"', '"plan": "pro"').split('\n').length).toBe(
      before.split('\n').length,
    );
  });

  it('holds no secret in any notation', async () => {
    const { stdout } = await run('orders', '--record', recording, '--show-secrets', '--json');
    // They were there to be found.
    for (const each of [fetchedToken, lateToken]) expect(stdout).toContain(each);
    const file = recorded();
    for (const canary of [...canaries, 'canary-signing-key-of-32-characters']) {
      for (const notation of notations(canary)) {
        expect(file.includes(notation), `the recording holds ${notation}`).toBe(false);
      }
    }
    expect(file).not.toMatch(/eyJ[\w-]+\.eyJ/);
    expect(file).toContain('"sid=***; Path=/; HttpOnly"');
    expect(file).toContain('"x-signed": "***"');
    expect(file).toContain('"authorization": "Bearer ***"');
    expect(file).not.toContain('127.0.0.1');
  });
});

/** A secret as it is, percent-encoded, in JSON, and in base64 at each alignment. */
function notations(secret: string): string[] {
  const aligned = ['', 'a', 'ab'].map((before) =>
    Buffer.from(before + secret)
      .toString('base64')
      .slice(before.length === 0 ? 0 : 4, -4),
  );
  const percent = encodeURIComponent(secret);
  const escaped = JSON.stringify(secret).slice(1, -1);
  const inJson = JSON.stringify(escaped).slice(1, -1);
  const url = aligned.map((each) => each.replaceAll('+', '-').replaceAll('/', '_'));
  return [...new Set([secret, percent, percent.replaceAll('%20', '+'), escaped, inJson, ...aligned, ...url])];
}

it.each([
  ['reset', 'the upstream closed the connection before it had answered'],
  ['broken', '500'],
])('the failure of %s is recorded and comes again', async (permalink, message) => {
  const live = await run(permalink, '--record', recording, '--json');
  expect(live.exit).toBe(1);
  await upstream.close();
  const replayed = await run(permalink, '--replay', recording, '--json');
  expect(replayed.exit).toBe(1);
  expect(replayed.stdout).toContain(message);
  const bodyOf = ({ stdout }: { stdout: string }) => {
    const { body, status } = JSON.parse(stdout);
    return { status, body: typeof body === 'object' ? { ...body, request_id: '' } : body };
  };
  expect(bodyOf(replayed)).toEqual(bodyOf(live));
});

it('a timeout is recorded, and comes again without anybody waiting', async () => {
  const silent = await startUpstream(() => {});
  try {
    const route = ['--route', `${api}=${silent.origin}`];
    const live = await run('reset', '--record', recording, '--timeout', '200', ...route);
    expect(live.stdout).toContain('no answer within 200 ms');
  } finally {
    await silent.close();
  }
  const replayed = await run('reset', '--replay', recording);
  expect(replayed.stdout).toContain('no answer within 200 ms');
});

it('an interrupted run records nothing', async () => {
  const silent = await startUpstream(() => {});
  try {
    const route = `${api}=${silent.origin}`;
    const child = spawn(
      process.execPath,
      [programPath, 'run', 'reset', '--record', recording, '--route', route],
      { cwd: folder, env: { ...process.env, CONNECTOR_CACHE_DIR: folder } },
    );
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    const closed = new Promise<number | null>((ended) => child.once('close', ended));
    await expect.poll(() => silent.received.length, { timeout: 20_000 }).toBe(1);
    child.kill('SIGINT');
    const exit = await closed;
    expect(exit).toBe(130);
    expect(stderr).toContain('nothing was recorded');
  } finally {
    await silent.close();
  }
  expect(() => recorded()).toThrow();
});

it('other connectors of the file keep their bytes, and each is found again', async () => {
  await run('broken', '--record', recording);
  const before = recorded();
  await run('orders', '--record', recording);
  const [head] = before.split('\n  ]\n}');
  expect(recorded().startsWith(head ?? '-')).toBe(true);
  await upstream.close();
  expect((await run('broken', '--replay', recording)).stdout).toContain('500');
  const none = await run('reset', '--replay', recording);
  expect(none.exit).toBe(2);
  expect(none.stderr).toContain("The recording holds no call of the connector 'reset'.");
});

it('a broken recording is refused before anything is sent, and stays as it is', async () => {
  writeFileSync(join(folder, recording), '{"version": 1,\n  "recordings": [}\n');
  const { exit, stderr } = await run('broken', '--record', recording);
  expect(exit).toBe(2);
  expect(stderr).toContain(`${recording}:2:`);
  expect(upstream.received).toEqual([]);
  expect(recorded()).toContain('[}');
});

it.each([['--replay', recording], ['--watch'], ['--repeat', '2'], ['--step', 'orders']])(
  '--record beside %s is a mistake of usage',
  async (...flags) => {
    const { exit, stderr } = await run('orders', '--record', recording, ...flags);
    expect(exit).toBe(2);
    expect(stderr).toContain(`--record and ${flags[0]} exclude each other`);
    expect(upstream.received).toEqual([]);
  },
);

it.each(['--out', '--har', '--html'])('%s in the place of the recording is refused', async (flag) => {
  await run('broken', '--record', recording);
  const before = recorded();
  const { exit, stderr } = await run('broken', '--record', recording, flag, `./${recording}`);
  expect(exit).toBe(2);
  expect(stderr).toContain(`--record and ${flag} name the same file`);
  expect(recorded()).toBe(before);
});
