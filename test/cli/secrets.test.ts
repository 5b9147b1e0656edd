/** Canaries: secrets planted in every place that a connector can have them, searched for in everything printed. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runProgram } from '../support/program.js';
import { json, startUpstream, type Upstream } from '../support/upstream.js';

/** Every character that some encoding changes, so that each notation of it is a different text. */
const canary = `cAnAry"<&'>/+ =\\é%${'x'.repeat(9)}`;
const clientSecret = 'canary-client-secret/+&value';
const fetchedToken = 'canary-fetched-token+/==';
const handFetchedToken = 'canary-token-that-a-step-fetched-by-hand';

let upstream: Upstream;
let folder: string;

beforeAll(async () => {
  upstream = await startUpstream((request, response) => {
    const url = new URL(request.path, 'http://upstream');
    if (url.pathname === '/token') return json(response, { access_token: fetchedToken, expires_in: 3600 });
    if (url.pathname === '/by-hand') return json(response, { access_token: handFetchedToken });
    // Echoes everything it got, in several notations.
    const echo = {
      path: request.path,
      query: Object.fromEntries(url.searchParams),
      headers: request.headers,
      body: request.body,
      base64: Buffer.from(JSON.stringify(request.headers)).toString('base64'),
    };
    return json(response, echo, url.pathname === '/fail' ? 500 : 200);
  });
  folder = mkdtempSync(join(tmpdir(), 'connector-cli-secrets-'));
  const api = 'https://api.example.com';
  const secret = "{{ get_secret('canary') }}";
  const authentication = {
    type: 'oauth_client_credentials',
    config: {
      client_id: 'id',
      client_secret: "{{ get_secret('client_secret') }}",
      token_url: 'https://api.example.com/token',
    },
  };
  const step = (name: string, path: string) => ({
    name,
    url: api + path,
    method: 'POST',
    headers: [
      { key: 'X-Raw', value: `{{ get_secret('canary') | urlencode }}` },
      { key: 'X-Basic', value: "Basic {{ ('user:' ~ get_secret('canary')) | base64_encode }}" },
      { key: 'X-Json', value: "{{ get_secret('canary') | json_encode }}" },
      { key: 'X-Html', value: "{{ get_secret('canary') | forceescape }}" },
      { key: 'X-Upper', value: "Key {{ get_secret('client_secret') | upper }}" },
      { key: 'X-Slice', value: "{{ get_secret('client_secret')[3:] }}!" },
      { key: 'X-List', value: "{{ get_secret('client_secret') | list | join('-') }}" },
    ],
    query_parameters: [{ key: 'q', value: secret }],
    request_body: '{{ steps.first.body if steps.first else "" }}',
    authentication,
  });
  const composite = (name: string, steps: unknown[]) => ({ name, steps });
  const registry = {
    composite_connectors: [
      composite('Echo', [step('first', '/echo'), step('second', '/echo')]),
      composite('Fail', [step('first', '/fail')]),
      composite('Template', [{ ...step('first', '/echo'), response_body: '{{ response.body.nope.x }}' }]),
      composite('By Hand', [
        { name: 'auth', url: `${api}/by-hand`, method: 'POST' },
        {
          name: 'call',
          url: `${api}/echo`,
          headers: [
            {
              key: 'Authorization',
              value: "Bearer {{ steps.auth.body | from_json | attr('access_token') }}",
            },
          ],
        },
      ]),
      composite('In Url', [
        { name: 'only', url: `${api}/x`, headers: [{ key: 'X-Bad', value: `a\n${secret}` }] },
      ]),
    ],
  };
  writeFileSync(join(folder, 'connectors_registry.json'), JSON.stringify(registry));
  writeFileSync(
    join(folder, 'connector.config.json'),
    JSON.stringify({ secrets: { canary, client_secret: clientSecret }, routes: { [api]: upstream.origin } }),
  );
});

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await upstream.close();
});

const percent = (text: string) => [encodeURIComponent(text), encodeURIComponent(text).replaceAll('%20', '+')];
const escaped = (text: string) => JSON.stringify(text).slice(1, -1);
const html = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll("'", '&#39;')
    .replaceAll('"', '&#34;');

/** A secret in each notation, and the middle of its base64 form at each alignment. */
function notations(secret: string): string[] {
  const aligned = ['', 'a', 'ab'].map((before) => {
    const base64 = Buffer.from(before + secret).toString('base64');
    return base64.slice(before.length === 0 ? 0 : 4, -4);
  });
  const plain = [
    secret,
    ...percent(secret),
    escaped(secret),
    escaped(escaped(secret)),
    html(secret),
    escaped(html(secret)),
  ];
  return [...new Set([...plain, ...aligned])];
}

const secrets = [
  canary,
  clientSecret,
  clientSecret.toUpperCase(),
  clientSecret.slice(3),
  [...clientSecret].join('-'),
  fetchedToken,
  handFetchedToken,
];

describe.each(['echo', 'fail', 'template', 'by-hand', 'in-url'])('%s', (permalink) => {
  it.each([[[]], [['--verbose']], [['--json']], [['--json', '--verbose']]])(
    '%j shows no secret in any notation',
    async (flags) => {
      const { stdout, stderr } = await runProgram(['run', permalink, ...flags], { cwd: folder });
      expect(stdout).not.toBe('');
      for (const secret of secrets) {
        for (const notation of notations(secret)) {
          expect(stdout.includes(notation), `stdout holds ${notation}`).toBe(false);
          expect(stderr.includes(notation), `stderr holds ${notation}`).toBe(false);
        }
      }
      if (flags.includes('--json')) JSON.parse(stdout);
    },
  );
});

it('--show-secrets shows them', async () => {
  const { stdout } = await runProgram(['run', 'echo', '--json', '--show-secrets'], { cwd: folder });
  expect(stdout).toContain(escaped(canary));
});
