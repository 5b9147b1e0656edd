/** The real curl and the imported connector ask the same of an upstream. */
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importCurl } from '../../../src/imports/curl/import-curl.js';
import { runConnector } from '../../support/run.js';
import { json, type Received, startUpstream, type Upstream } from '../../support/upstream.js';

const hasCurl =
  spawnSync('curl', ['--version']).status === 0 && spawnSync('bash', ['--version']).status === 0;

/** Of the shell, and what the secrets and variables of the same names hold. */
const environment: Record<string, string> = {
  ACCESS_TOKEN: '00Dx!AQ',
  ACME_PASS: 'p:ä"ss',
  ACME_USER: 'ada',
  ANTHROPIC_API_KEY: 'sk-1',
  BASE_URL: 'https://api.acme.io',
  GITHUB_TOKEN: 'ghp_1',
  ID: '42',
  OPENAI_API_KEY: 'sk-2',
  TAG: 'a b&c',
  TOKEN: 't0k3n',
};

/** Differ on purpose, and a note of the import says so. */
const differs: Readonly<Record<string, string>> = {
  'elasticsearch-get-with-body.sh': 'no body with GET',
  'github-create-issue.sh': 'a placeholder in place of the token',
  'oauth-token-by-hand.sh': 'no credential in a body',
  'variables-everywhere.sh': 'the output of another program',
  'zendesk-show-ticket.sh': 'placeholders in braces',
};

const folder = new URL('./testdata/', import.meta.url);
const ofFiles = readdirSync(folder)
  .filter((name) => name.endsWith('.sh') && !(name in differs))
  .map((name) => [name, readFileSync(new URL(name, folder), 'utf8').replace(/^\$ /, '')] as const);

const more: readonly (readonly [string, string])[] = [
  [
    'quotes of every kind',
    `curl https://api.acme.io/a -H "X-A: it's \\"q\\" \\$5 \\\\" --data-raw 'a"b'\\''c'$'\\t\\u00e9\\x21'`,
  ],
  [
    'a variable in URL, query and header',
    'curl "$BASE_URL/v1/items/$ID?tag=$TAG" -H "X-Org: $ACME_USER"'.replace('$TAG', 'x%26y'),
  ],
  ['a query with escapes', "curl -g 'https://api.acme.io/a%20b/%7Bc%7D?x=%E2%9C%93+1&y[]=2&z={q}&e='"],
  ['characters that curl sends as they are', "curl 'https://api.acme.io/a;b=c,d/(e)!$&*@:~?q=a/b?c:d@e'"],
  [
    'several kinds of data',
    "curl https://api.acme.io/f -d a=1 --data-raw '@b' --data-binary $'c\\r\\nd\\n' --data-urlencode 'e=f g'",
  ],
  ['several pieces of JSON', `curl https://api.acme.io/f --json '{"a":' --json '"{{ b }}"}'`],
  ['-G with what -d says', "curl -G 'https://api.acme.io/f?x=1' -d 'y=2&z=3' --data-urlencode 'q=a&b'"],
  [
    'a form with text parts',
    `curl https://api.acme.io/f -F 'a=1; type=text/html' -F 'b="x;\\"y"' --form-string 'c=@d;e' -F 'f"g=h'`,
  ],
  [
    'a body of one line end',
    "curl https://api.acme.io/f -X PUT --data-binary $'\\n' -H 'Content-Type: text/plain'",
  ],
  ['an Authorization without a scheme', "curl https://api.acme.io/f -H 'Authorization: 9f8e7d6c5b4a'"],
  ['user and password with odd characters', `curl https://api.acme.io/f -u 'ada:p"{{x}}:é<&'`],
  ['cookies', "curl https://api.acme.io/f -b 'sid=Zx81' -b 'lang=de'"],
  ['dot segments', 'curl https://api.acme.io/a/./b/../c'],
];

describe.runIf(hasCurl)('an imported connector', () => {
  let plain: Upstream;
  let secure: Upstream;

  beforeAll(async () => {
    const answer = (_: Received, response: Parameters<typeof json>[0]) => json(response, {});
    plain = await startUpstream(answer);
    secure = await startUpstream(answer, { secure: true });
  });
  afterAll(async () => {
    await plain.close();
    await secure.close();
  });

  /** The shell calls curl itself, so that the quoting is its own; only the address is another. */
  async function asked(command: string): Promise<Received> {
    const upstream = /https:\/\/|BASE_URL/.test(command) ? secure : plain;
    upstream.received.length = 0;
    const script = `curl() { command curl -sk --http1.1 --noproxy '*' --connect-to ::127.0.0.1:${upstream.port} "$@"; }\n${command}`;
    const shell = spawn('bash', ['-c', script], { env: { ...process.env, ...environment }, stdio: 'ignore' });
    await new Promise((done) => shell.once('close', done));
    const [received] = upstream.received;
    if (!received) throw new Error('curl asked for nothing');
    return received;
  }

  async function sent(command: string): Promise<Received> {
    const { connector, secrets, variables } = importCurl(command);
    const given = Object.entries(environment).map(([name, value]) => [name.toLowerCase(), value] as const);
    const origin = /^https:\/\/[^/?]+/.exec(connector.url)?.[0] ?? 'https://api.acme.io';
    plain.received.length = 0;
    const { result } = await runConnector(connector, {
      routes: { [origin]: plain.origin },
      settings: { allowPrivateNetwork: true },
      secrets: Object.fromEntries([...given, ...secrets.map(({ name, value }) => [name, value] as const)]),
      variables: Object.fromEntries([
        ...given,
        ...variables.map(({ name, value }) => [name, value] as const),
      ]),
    });
    const [received] = plain.received;
    if (!received) throw new Error(`nothing was sent: ${result.error?.detail}`);
    return received;
  }

  it.each([...ofFiles, ...more])('sends what curl sends: %s', async (_, command) => {
    expect(comparable(await sent(command))).toEqual(comparable(await asked(command)));
  });
});

/** Decided by the client that connects, or left out for a reason that a note gives. */
const ofClient =
  /^(?:host|connection|content-length|accept-encoding|user-agent|expect|transfer-encoding|accept-language|origin|priority|referer|sec-.*|te)$/;

function comparable({ method, path, headers, body }: Received) {
  const [pathname = '', query = ''] = path.split(/\?(.*)/s);
  const boundary = /boundary=(\S+)/.exec(headers['content-type'] ?? '')?.[1] ?? null;
  const withoutBoundary = (text: string) =>
    boundary === null ? text : text.replaceAll(boundary, 'boundary');
  return {
    method,
    path: decodeURIComponent(pathname),
    // `query_parameters` cannot say that a parameter has no `=`, and a key in it goes to the end.
    query: [...new URLSearchParams(query)].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
    headers: Object.fromEntries(
      Object.entries(headers)
        .filter(([name]) => !ofClient.test(name))
        .map(([name, value]) => [name, withoutBoundary(String(value)).replace(/;(?=\S)/g, '; ')] as const)
        .sort(),
    ),
    body: withoutBoundary(body),
  };
}
