/** No secret leaves `render`: not in a field, not in JSON, not through what the last run left behind. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runProgram } from '../support/program.js';
import { json, startUpstream, type Upstream } from '../support/upstream.js';

const canary = 'canary-7f3a"&<secret>';
const upper = canary.toUpperCase();
const token = 'upstream-token-9c41';

/** Every way of writing them that may turn up. */
const traces = [
  canary,
  upper,
  token,
  JSON.stringify(canary).slice(1, -1),
  encodeURIComponent(canary),
  Buffer.from(canary).toString('base64'),
  'canary-7f3a',
  'CANARY-7F3A',
];

let folder: string;
let upstream: Upstream;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'render-secrets-'));
  upstream = await startUpstream((request, response) =>
    json(response, { access_token: token, expires_in: 60, echo: request.headers['x-key'] ?? null }),
  );
  const secret = "{{ get_secret('canary') }}";
  const api = 'https://api.example.com/x';
  const steps = [
    {
      name: 'first',
      url: api,
      headers: [
        { key: 'X-Key', value: secret },
        { key: 'X-Upper', value: "{{ get_secret('canary') | upper }}" },
        { key: 'X-Basic', value: "Basic {{ get_secret('canary') | base64_encode }}" },
        { key: 'X-Alias', value: "{% set s = get_secret %}{{ s('canary') }}" },
        { key: 'X-Fails', value: "{{ (get_secret('canary') ~ '{') | default('') }}" },
      ],
      query_parameters: [{ key: 'k', value: secret }],
      authentication: { type: 'api_key', config: { key: 'X-Api', value: secret, in: 'header' } },
    },
    {
      name: 'second',
      url: 'https://api.example.com/{{ (steps.first.body | from_json).access_token }}',
      method: 'POST',
      headers: [
        { key: 'Content-Type', value: 'application/json' },
        { key: 'Authorization', value: 'Bearer {{ (steps.first.body | from_json).access_token }}' },
        { key: 'X-Echo', value: '{{ (steps.first.body | from_json).echo }}' },
        { key: 'X-Spoiled', value: "{{ get_secret('canary') }}{{ '\n' }}" },
        { key: 'X-Broken', value: "{{ (get_secret('canary') | from_json).x }}" },
      ],
      request_body: '{"echo": {{ (steps.first.body | from_json).echo }}, "token": "{{ steps.first.body }}"}',
      response_body: '{{ response.body | from_json }}',
    },
  ];
  writeFileSync(
    join(folder, 'connectors_registry.json'),
    JSON.stringify({ composite_connectors: [{ name: 'All', steps }] }),
  );
});

afterEach(async () => {
  rmSync(folder, { recursive: true });
  await upstream.close();
});

function program(...args: string[]) {
  return runProgram([...args, '--route', `https://api.example.com=${upstream.origin}`], {
    cwd: folder,
    env: { CONNECTOR_SECRET_canary: canary, CONNECTOR_CACHE_DIR: join(folder, 'cache') },
  });
}

function expectClean(text: string): void {
  for (const trace of traces) expect(text).not.toContain(trace);
}

it('without answers', async () => {
  for (const flags of [[], ['--json'], ['--field', 'headers'], ['--field', 'authentication']]) {
    const { stdout, stderr } = await program('render', 'all', ...flags);
    expect(stdout).toContain("get_secret('canary')");
    expectClean(stdout + stderr);
  }
});

it('with the answers of the last run, nor in what that run left', async () => {
  const run = await program('run', 'all', '--show-secrets', '--verbose');
  expect(run.stdout).toContain(canary);
  const kept = join(folder, 'cache', 'last-runs');
  const files = readdirSync(kept).map((name) => readFileSync(join(kept, name), 'utf8'));
  expect(files).toHaveLength(1);
  for (const text of files) {
    expect(text).toContain('***');
    expectClean(text);
  }
  for (const flags of [[], ['--json'], ['--step', 'second', '--field', 'request_body']]) {
    const { stdout, stderr } = await program('render', 'all', ...flags);
    expect(stdout).toContain('***');
    expectClean(stdout + stderr);
  }
});

it('with answers of a file that holds them', async () => {
  const body = { access_token: token, echo: canary };
  writeFileSync(join(folder, 'answers.json'), JSON.stringify({ first: { body }, second: { body } }));
  for (const flags of [[], ['--json'], ['--field', 'url'], ['--field', 'response_body']]) {
    const { stdout, stderr } = await program('render', 'all', '--steps-from', 'answers.json', ...flags);
    expectClean(stdout + stderr);
  }
});

it('but with --show-secrets the values show', async () => {
  const { stdout } = await program(
    'render',
    'all',
    '--show-secrets',
    '--step',
    'first',
    '--field',
    'headers.x-upper',
  );
  expect(stdout).toBe(upper);
});
