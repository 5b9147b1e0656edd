import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { validateRegistry } from '../../src/lint/validate.js';
import type { EntryObject } from '../../src/registry/edit/insert-entry.js';
import { loadManifests, type Manifest } from '../../src/scaffolding/manifests.js';
import { renderScaffold } from '../../src/scaffolding/render-scaffold.js';
import { keyFile } from '../support/keys.js';
import { type RunInput, runText } from '../support/run.js';
import { type Assertion, jwtBearerEndpoint } from '../support/token-server.js';
import { type Answer, json, startUpstream, type Upstream } from '../support/upstream.js';

const manifests = await loadManifests();

const textOf = (kind: 'simple' | 'composite', entry: EntryObject): string =>
  JSON.stringify({ [kind === 'simple' ? 'connectors' : 'composite_connectors']: [entry] }, null, 2);

async function textFrom(id: string, answers: Record<string, string> = {}): Promise<string> {
  const { kind, entry } = await renderScaffold(id, new Map(Object.entries(answers)));
  return textOf(kind, entry);
}

/** Every choice, and for the others with and without what is optional. */
function* variants({ questions }: Manifest): Generator<Record<string, string>> {
  yield {};
  for (const { id, kind, choices = [], required } of questions) {
    for (const choice of choices) yield { [id]: choice };
    if (kind === 'text' && !required) yield { [id]: 'openid profile' };
    if (!required && kind !== 'permalink') yield { [id]: '' };
  }
}

describe.each(manifests.map((manifest) => [manifest.id, manifest] as const))('%s', (id, manifest) => {
  it('gives an entry of which the linter says nothing', async () => {
    for (const answers of variants(manifest)) {
      const isNonsense = Object.entries(answers).some(
        ([question, value]) =>
          value === '' && manifest.questions.find((each) => each.id === question)?.kind !== 'text',
      );
      if (isNonsense && answers.list === undefined) continue;
      const text = await textFrom(id, answers);
      expect(
        validateRegistry(text, { rules: { 'missing-content-type': 'warn' } }),
        JSON.stringify(answers),
      ).toEqual([]);
    }
  });

  it('names the secrets that its templates ask for, and no others', async () => {
    const { entry, secrets } = await renderScaffold(id, new Map([['service', 'crm']]));
    const used = JSON.stringify(entry).matchAll(/get_secret\('(\w+)'\)/g);
    expect([...new Set([...used].map(([, name]) => name))].sort()).toEqual([...secrets].sort());
    for (const name of secrets) expect(name).toMatch(/^crm_/);
  });

  it('asks questions that the flags of the program leave room for', () => {
    const taken = [
      'registry',
      'config',
      'cwd',
      'json',
      'color',
      'no-color',
      'quiet',
      'help',
      'version',
      'yes',
      'dry-run',
      'operation',
      'list-operations',
      'server',
    ];
    const ids = manifest.questions.map((question) => question.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(['name', 'url', 'permalink']));
    for (const question of manifest.questions) {
      expect(question.id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
      expect(taken).not.toContain(question.id);
      expect(question.id).not.toMatch(/^from-/);
      if (question.required) expect(question.default, question.id).toBeTruthy();
    }
  });

  const hostile = `"\\ \n\t</script> {{ user.id }} {% raw %} {# c #} {`;

  it('keeps whatever is typed as it is typed', async () => {
    const texts = manifest.questions.filter(({ kind }) => kind === 'text');
    const given = new Map(texts.map((question) => [question.id, hostile.slice(0, question.longest)]));
    const { entry } = await renderScaffold(id, given.set('permalink', 'p'));
    expect(entry.name).toBe(hostile);
    const templates = JSON.stringify(entry.authentication ?? null);
    // Rendering is tested below; nothing of the text may stand where it would be executed.
    expect(templates).not.toContain('{{ user.id }} {%');
    expect(templates).not.toContain('{% raw');
  });
});

describe('answers', () => {
  const refused = (id: string, answers: Record<string, string>) =>
    renderScaffold(id, new Map(Object.entries(answers)));

  it.each([
    ['get', { url: 'http://api.acme.io/' }, 'bad-answer', '--url must begin with https://.'],
    ['get', { url: 'https://api.acme.io/a b' }, 'bad-answer', /^--url must be a URL/],
    ['get', { url: 'https://' }, 'bad-answer', '--url must be a URL.'],
    ['get', { name: '' }, 'bad-answer', '--name must not be empty.'],
    ['get', { name: 'x'.repeat(256) }, 'bad-answer', '--name must be at most 255 characters long.'],
    ['get', { permalink: 'A--b' }, 'bad-answer', /^--permalink must be lower-case/],
    ['api-key', { service: "x') }}" }, 'bad-answer', /^--service must be letters/],
    ['api-key', { key: 'X Key' }, 'bad-answer', /^--key must be the name of a header/],
    ['api-key', { place: 'body' }, 'bad-answer', '--place must be one of header, query.'],
    ['post', { fields: 'a,b-c' }, 'bad-answer', /^--fields must be names/],
    ['get', { name: '検索 🚀' }, 'underivable-permalink', /gives no permalink/],
    ['gets', {}, 'unknown-template', 'There is no template `gets`.'],
  ])('of %s: %j is refused', async (id, answers, code, message) => {
    await expect(refused(id, answers)).rejects.toMatchObject({
      code,
      message: typeof message === 'string' ? message : expect.stringMatching(message),
    });
  });

  it('takes a name without Latin letters beside a permalink', async () => {
    const { entry } = await refused('get', { name: '検索 🚀', permalink: 'kensaku' });
    expect(entry).toMatchObject({ name: '検索 🚀', permalink: 'kensaku' });
  });

  it('takes a URL with a variable in it', async () => {
    const url = "https://{{ get_variable('host') }}/v1?x=1";
    expect((await refused('get', { url })).entry.url).toBe(url);
  });
});

describe('a run of what a scaffold gives', () => {
  let upstream: Upstream;
  let answer: Answer;
  const requests = () => upstream.received.splice(0);
  beforeAll(async () => {
    upstream = await startUpstream((request, response, socket) => answer(request, response, socket));
  });
  afterAll(() => upstream.close());

  async function run(id: string, input: Omit<RunInput, 'steps'> = {}, answers: Record<string, string> = {}) {
    const routes = {
      'https://api.example.com': upstream.origin,
      'https://auth.example.com': upstream.origin,
    };
    requests();
    return runText(await textFrom(id, answers), { routes, ...input });
  }

  it('get', async () => {
    answer = (_, response) => json(response, { found: 1 });
    const { result, body } = await run('get', { call: { query: [['q', 'a b']] } });
    expect(result.error).toBeNull();
    expect(body).toEqual({ found: 1 });
    expect(requests()[0]).toMatchObject({
      method: 'GET',
      path: '/search?q=a+b',
      headers: { accept: 'application/json' },
    });
  });

  it('post: sends what is named, and answers JSON to an empty answer and to an error page', async () => {
    answer = (_, response) => json(response, { id: 7 }, 201);
    const payload = JSON.stringify({ title: 'a "b" & <c>', admin: true });
    const created = await run('post', { call: { payload } });
    expect(created.result.status).toBe(201);
    expect(created.body).toEqual({ id: 7 });
    const [request] = requests();
    expect(JSON.parse(request?.body ?? '')).toEqual({ title: 'a "b" & <c>', description: null });
    expect(request?.headers['content-type']).toBe('application/json');

    answer = (_, response) => void response.writeHead(201).end();
    expect((await run('post', { call: { payload: null } })).body).toEqual({ ok: true, status: 201 });
    expect(JSON.parse(requests()[0]?.body ?? '')).toEqual({ title: null, description: null });

    answer = (_, response) => void response.writeHead(500).end('<h1>down</h1>');
    const failed = await run('post', { call: { payload } });
    expect(failed.body).toEqual({ ok: false, status: 500 });
  });

  it.each(['header', 'query'])('api-key in a %s', async (place) => {
    answer = (_, response) => json(response, {});
    const answers = { place, key: 'k', prefix: 'Key {{ 1 }} {' };
    await run('api-key', { secrets: { example_api_key: 's3cret' } }, answers);
    const [request] = requests();
    const sent =
      place === 'header'
        ? request?.headers.k
        : new URL(request?.path ?? '', upstream.origin).searchParams.get('k');
    expect(sent).toBe('Key {{ 1 }} {s3cret');
  });

  it('oauth-client-credentials', async () => {
    answer = ({ path }, response) =>
      json(response, path === '/oauth/token' ? { access_token: 't0ken', expires_in: 3600 } : { orders: [] });
    const secrets = { example_client_id: 'me', example_client_secret: 'mine' };
    const scope = 'a {{ b }} "c"';
    const { body } = await run('oauth-client-credentials', { secrets }, { scope });
    expect(body).toEqual({ orders: [] });
    const [token, call] = requests();
    expect(Object.fromEntries(new URLSearchParams(token?.body))).toEqual({
      grant_type: 'client_credentials',
      client_id: 'me',
      client_secret: 'mine',
      scope,
    });
    expect(call?.headers.authorization).toBe('Bearer t0ken');
  });

  it('jwt', async () => {
    answer = (_, response) => json(response, {});
    const { jwtVerify, importSPKI } = await import('jose');
    const secrets = { example_private_key: keyFile('rsa-pkcs8.pem') };
    const { result } = await run('jwt', { secrets });
    expect(result.error).toBeNull();
    const bearer = requests()[0]?.headers.authorization?.replace('Bearer ', '') ?? '';
    const { payload } = await jwtVerify(bearer, await importSPKI(keyFile('rsa-public.pem'), 'RS256'), {
      issuer: 'community',
      audience: 'https://api.example.com',
    });
    expect(payload.sub).toBe('42');
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(300);
  });

  it('oauth-jwt-bearer', async () => {
    const accepted: Assertion[] = [];
    const tokens = jwtBearerEndpoint(
      {
        publicKey: 'rsa-public.pem',
        algorithm: 'RS256',
        issuer: 'me',
        audience: 'https://auth.example.com',
      },
      accepted,
    );
    answer = (request, response, socket) =>
      request.path === '/oauth/token' ? tokens(request, response, socket) : json(response, { cases: 1 });
    const secrets = { example_client_id: 'me', example_private_key: keyFile('rsa-pkcs8.pem') };
    const { body } = await run('oauth-jwt-bearer', { secrets }, { scope: 'api' });
    expect(body).toEqual({ cases: 1 });
    expect(accepted[0]?.payload).toMatchObject({ sub: 'integration@example.com', scope: 'api' });
  });

  it('path-parameters', async () => {
    answer = (_, response) => json(response, { title: 'T' });
    const url = 'https://api.example.com/topics/';
    const { body } = await run('path-parameters', { call: { pathParams: [['id', '7~a']] } }, { url });
    expect(body).toEqual({ title: 'T' });
    expect(requests()[0]?.path).toBe('/topics/7~a');
  });

  it.each([
    ['items', { items: [{ id: 1, title: 'A & B', secret: 1 }, { id: 2 }] }],
    ['', [{ id: 1, title: 'A & B', secret: 1 }, { id: 2 }]],
  ])('response-transform of the list %j', async (list, value) => {
    answer = (_, response) => json(response, value);
    const { body } = await run('response-transform', {}, { list });
    expect(body).toEqual({
      items: [
        { id: 1, title: 'A & B' },
        { id: 2, title: null },
      ],
    });
  });

  it.each([
    [404, '<h1>no</h1>'],
    [204, ''],
    [500, ''],
  ])('response-transform of status %i', async (status, body) => {
    answer = (_, response) => void response.writeHead(status).end(body);
    const transformed = await run('response-transform');
    expect(transformed.result.status).toBe(status);
    expect(transformed.body).toEqual({ items: [], error: `the API answered with status ${status}` });
  });

  it('paginated-list', async () => {
    answer = (_, response) => {
      response.writeHead(200, {
        'content-type': 'application/json',
        link: '<https://api.example.com/members?page=3>; rel="next"',
      });
      response.end(JSON.stringify({ items: [1, 2], total: 5 }));
    };
    const { body } = await run('paginated-list', { call: { query: [['page', '2']] } });
    expect(body).toEqual({ items: [1, 2], total: 5, has_next: true });
    expect(requests()[0]?.path).toBe('/members?page=2&per_page=20');
    answer = (_, response) => json(response, {});
    expect((await run('paginated-list')).body).toEqual({ items: [], total: null, has_next: false });
  });

  it('composite', async () => {
    answer = ({ path, headers }, response) => {
      if (headers['x-api-key'] !== 's3cret') return json(response, {}, 401);
      if (path === '/contacts?email=ada%40example.com') return json(response, { id: 7, name: 'Ada' });
      return json(response, path === '/orders?contact_id=7' ? { orders: [{ id: 1 }] } : {}, 200);
    };
    const { body } = await run('composite', { secrets: { example_api_key: 's3cret' } });
    expect(body).toEqual({ contact: { id: 7, name: 'Ada' }, orders: [{ id: 1 }] });
  });
});
