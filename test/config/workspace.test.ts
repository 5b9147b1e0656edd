import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findPersona, loadWorkspace, type WorkspaceOptions } from '../../src/config/index.js';

let root = '';
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'connector-config-')));
});
afterEach(() => rmSync(root, { recursive: true }));

function write(path: string, content: string | object): string {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  return file;
}

const load = (options: Partial<WorkspaceOptions> = {}) =>
  loadWorkspace({ cwd: root, processEnv: {}, ...options });

/** The error of a configuration, without the directory of this test. */
async function failure(options: Partial<WorkspaceOptions> = {}): Promise<Record<string, unknown>> {
  try {
    await load(options);
  } catch (error) {
    const { code, message, file, line, column, hint } = error as Record<string, unknown>;
    return { code, message, file: String(file).replace(`${root}/`, ''), line, column, hint };
  }
  throw new Error('the configuration was accepted');
}

describe('finding the configuration', () => {
  it.each([
    ['connector.config.js', 'module.exports = { tenantId: "found" };'],
    ['connector.config.mjs', 'export default { tenantId: "found" };'],
    ['connector.config.json', '{"tenantId": "found"}'],
    ['connector.config.yaml', 'tenantId: found'],
    ['connector.config.yml', 'tenantId: found'],
    ['.connectorrc', 'tenantId: found'],
    ['.connectorrc.json', '{"tenantId": "found"}'],
    ['.connectorrc.yaml', 'tenantId: found'],
    ['.connectorrc.yml', 'tenantId: found'],
    ['.connectorrc.js', 'module.exports = { tenantId: "found" };'],
    ['.connectorrc.mjs', 'export default { tenantId: "found" };'],
    ['package.json', '{"name": "x", "connector": {"tenantId": "found"}}'],
  ])('reads %s, from a directory below as well', async (name, content) => {
    const file = write(name, content);
    mkdirSync(join(root, 'widgets', 'a'), { recursive: true });
    const workspace = await load({ cwd: join(root, 'widgets', 'a') });
    expect(workspace).toMatchObject({ tenantId: 'found', configFile: file, root });
  });

  it('goes on above a package.json that has no key of its own', async () => {
    write('connector.config.yaml', 'tenantId: above');
    write('widgets/package.json', '{"name": "widget", "version": "1.0.0"');
    expect((await load({ cwd: join(root, 'widgets') })).tenantId).toBe('above');
  });

  it('needs none', async () => {
    const registry = write('connectors_registry.json', '{}');
    mkdirSync(join(root, 'deep'));
    expect(await load({ cwd: join(root, 'deep') })).toMatchObject({
      root,
      configFile: undefined,
      registryPath: registry,
      tenantId: null,
      defaultUser: 'anonymous',
      routes: [],
      warnings: [],
      http: { timeoutMs: undefined, allowPrivateNetwork: false },
    });
  });

  it('takes an empty file as a configuration', async () => {
    const file = write('connector.config.yaml', '# nothing yet\n');
    expect((await load()).configFile).toBe(file);
  });

  it('reads the file that is named, and no other', async () => {
    write('connector.config.yaml', 'tenantId: nearest');
    write('other/custom.yaml', 'tenantId: named\nregistry: ../the_registry.json');
    const workspace = await load({ configPath: 'other/custom.yaml' });
    expect(workspace.tenantId).toBe('named');
    expect(workspace.registryPath).toBe(join(root, 'the_registry.json'));
  });

  it('prefers --registry, relative to the current directory', async () => {
    write('connector.config.yaml', 'registry: a.json');
    expect((await load({ registryPath: 'b.json' })).registryPath).toBe(join(root, 'b.json'));
  });
});

describe('errors of the configuration', () => {
  it('suggests the key that was meant, with its place in JSON', async () => {
    write('connector.config.json', '{\n  "tenantId": "a",\n  "http": {\n    "timeout": 5\n  }\n}');
    expect(await failure()).toEqual({
      code: 'configuration-unknown-key',
      message: 'Unknown key `timeout` in `http`.',
      file: 'connector.config.json',
      line: 4,
      column: 5,
      hint: expect.stringMatching(
        /Did you mean `timeoutMs`\?|Known keys: allowPrivateNetwork, ca, proxy, timeoutMs\./,
      ),
    });
  });

  it('finds the line in YAML', async () => {
    write('connector.config.yaml', '# personas\nusers:\n  ada:\n    id: "1"\n    mail: ada@example.com\n');
    expect(await failure()).toMatchObject({
      message: 'Unknown key `mail` in `users.ada`.',
      line: 5,
      column: 5,
      hint: 'Did you mean `email`?',
    });
  });

  it('finds the line around flow style', async () => {
    write('connector.config.yaml', 'tenantId: a\nvariables: { ok: x, port: 8080 }\n');
    expect(await failure()).toEqual({
      code: 'configuration-type',
      message: '`variables.port` must be text, not 8080.',
      file: 'connector.config.yaml',
      line: 2,
      column: undefined,
      hint: 'Put it in quotes: "8080".',
    });
  });

  it('counts from the key in a package.json', async () => {
    write('package.json', '{\n  "name": "x",\n  "connector": {\n    "tenant": "a"\n  }\n}');
    expect(await failure()).toMatchObject({ line: 4, column: 5, hint: 'Did you mean `tenantId`?' });
  });

  it.each<[string, string, Record<string, unknown>]>([
    [
      'a list',
      '- a',
      {
        code: 'configuration-type',
        message: 'The configuration must be a mapping of keys to values, not a list.',
      },
    ],
    ['broken YAML', 'users:\n  a: [1\nb: 2', { code: 'configuration-syntax', line: 3 }],
    ['a null', 'tenantId:\n', { message: '`tenantId` must be text, not null (an empty value).', line: 1 }],
    ['a bad timeout', 'http:\n  timeoutMs: 0', { message: '`http.timeoutMs` must be >= 1.', line: 2 }],
    [
      'a bad severity',
      'lint: { rules: { x: loud } }',
      { message: '`lint.rules.x` must be one of error, warn, off.' },
    ],
    [
      'a bad threshold',
      'test:\n  coverage:\n    thresholds: { branches: 101 }',
      { message: '`test.coverage.thresholds.branches` must be <= 100.', line: 3 },
    ],
    [
      'an unknown coverage report',
      'test: { coverage: { reporters: [html] } }',
      { message: '`test.coverage.reporters[0]` must be one of text, json, lcov.' },
    ],
    [
      'a bad name',
      'secrets:\n  api-key: x',
      { message: '`api-key` cannot be a name in `secrets`.', line: 2 },
    ],
    [
      'a field that is no number',
      'users: { a: { profile_fields: { city: x } } }',
      { code: 'configuration-name' },
    ],
    ['a user called anonymous', 'users:\n  anonymous: {}', { code: 'reserved-user', line: 2 }],
    [
      'an unknown default user',
      'users: { ada: {} }\ndefaultUser: adda',
      { code: 'unknown-user', line: 2, hint: 'Did you mean `ada`?' },
    ],
    ['a route to nowhere', 'routes:\n  "https://a.example": localhost', { code: 'bad-route', line: 2 }],
    ['a route of a query', 'routes:\n  "https://a.example?x": http://b', { code: 'bad-route', line: 2 }],
    ['a certificate that is missing', 'http:\n  ca: ca.pem', { code: 'file-not-found', line: 2 }],
    ['a proxy that is no URL', 'http:\n  proxy: proxy:3128', { code: 'bad-proxy', line: 2 }],
    ['an import', '$import: other.yaml', { code: 'configuration-unknown-key' }],
  ])('names %s', async (_, yaml, expected) => {
    write('connector.config.yaml', yaml);
    expect(await failure()).toMatchObject(expected);
  });

  it('names the cause and place of broken JSON', async () => {
    write('connector.config.json', '{\n  "tenantId": "a" // mine\n}');
    expect(await failure()).toMatchObject({
      code: 'configuration-syntax',
      message: 'The configuration is not valid JSON: JSON has no comments.',
      line: 2,
      column: 19,
    });
  });

  it('passes on what a script throws', async () => {
    write('connector.config.mjs', 'import { readFileSync } from "node:fs"; readFileSync("/no/such/file");');
    expect(await failure()).toMatchObject({
      code: 'configuration-failed',
      message: expect.stringContaining('/no/such/file'),
    });
  });

  it('says that a named file is missing, or of no known kind', async () => {
    expect(await failure({ configPath: 'none.yaml' })).toMatchObject({
      code: 'file-not-found',
      file: 'none.yaml',
    });
    write('config.toml', 'a = 1');
    expect(await failure({ configPath: 'config.toml' })).toMatchObject({ code: 'configuration-format' });
    expect(await failure({ configPath: '.' })).toMatchObject({ code: 'file-is-directory' });
    write('package.json', '{}');
    expect(await failure({ configPath: 'package.json' })).toMatchObject({ code: 'configuration-missing' });
  });
});

describe('personas', () => {
  it('have every field, None where none is given', async () => {
    write(
      'connector.config.yaml',
      'users:\n  ada: { id: "42", email: a@b, profile_fields: { "123": Berlin } }\n  bob: { id: 7 }\ndefaultUser: ada',
    );
    const { users, defaultUser } = await load();
    expect(defaultUser).toBe('ada');
    expect([...users.keys()]).toEqual(['anonymous', 'ada', 'bob']);
    expect(users.get('ada')).toEqual({
      name: 'ada',
      anonymous: false,
      id: '42',
      email: 'a@b',
      first_name: null,
      last_name: null,
      username: null,
      profile_fields: new Map([['123', 'Berlin']]),
    });
    expect(users.get('bob')?.id).toBe(7);
    expect(users.get('anonymous')).toMatchObject({ anonymous: true, id: null });
    expect(() => findPersona(users, 'ade')).toThrow(
      expect.objectContaining({ code: 'unknown-user', hint: 'Did you mean `ada`?' }),
    );
    expect(() => findPersona(users, 'toString')).toThrow(
      expect.objectContaining({ hint: 'Users: ada, anonymous, bob.' }),
    );
  });

  it('refuse an id that a number cannot hold', async () => {
    write('connector.config.yaml', 'users: { ada: { id: 12345678901234567890 } }');
    expect(await failure()).toMatchObject({ code: 'configuration-value' });
  });
});

describe('environments', () => {
  const yaml = `
tenantId: acme
variables: { host: base.example, other: kept }
request: { payload: { a: 1 }, query: { page: 1, lang: en } }
routes: { "https://a.example": "http://127.0.0.1:1", "https://b.example": "http://127.0.0.1:2" }
http: { timeoutMs: 100, allowPrivateNetwork: true }
environments:
  sandbox:
    tenantId: acme-sandbox
    variables: { host: sandbox.example }
    request: { query: { page: 2 } }
    routes: { "https://b.example": "http://127.0.0.1:3" }
    http: { timeoutMs: 200 }
`;

  it('lie over the base, key by key', async () => {
    write('connector.config.yaml', yaml);
    const workspace = await load({ environmentName: 'sandbox' });
    expect(workspace.tenantId).toBe('acme-sandbox');
    expect(Object.fromEntries(workspace.variables)).toEqual({ host: 'sandbox.example', other: 'kept' });
    expect(workspace.request.payload).toBe('{"a":1}');
    expect(Object.fromEntries(workspace.request.query)).toEqual({ page: '2', lang: 'en' });
    expect(workspace.routes).toEqual([
      { from: 'https://b.example', to: 'http://127.0.0.1:3' },
      { from: 'https://a.example', to: 'http://127.0.0.1:1' },
    ]);
    expect(workspace.http).toMatchObject({ timeoutMs: 200, allowPrivateNetwork: true });
  });

  it('do nothing unless they are named', async () => {
    write('connector.config.yaml', yaml);
    expect((await load()).variables.get('host')).toBe('base.example');
  });

  it('are suggested', async () => {
    write('connector.config.yaml', yaml);
    expect(await failure({ environmentName: 'sandbx' })).toMatchObject({
      code: 'unknown-environment',
      hint: 'Did you mean `sandbox`?',
    });
    expect(await failure({ environmentName: 'production' })).toMatchObject({
      hint: 'Environments: sandbox.',
    });
  });

  it('are where an error of theirs is found', async () => {
    write('connector.config.yaml', 'defaultUser: anonymous\nenvironments:\n  a:\n    defaultUser: ada\n');
    expect(await failure({ environmentName: 'a' })).toMatchObject({ code: 'unknown-user', line: 4 });
  });
});

describe('secrets', () => {
  const yaml = `
secrets: { inline: from-config, both: from-config, key: "@keys/mock.pem", at: "@@handle" }
secretsFile: base.env
environments:
  sandbox: { secretsFile: nested/sandbox.env, secrets: { inline: from-sandbox } }
`;
  const secretOf = async (name: string, options: Partial<WorkspaceOptions> = {}) =>
    (await load(options)).secrets.get(name);

  beforeEach(() => {
    write('connector.config.yaml', yaml);
    write('base.env', 'both=from-base\nlayered=from-base\n');
    write('nested/sandbox.env', "layered=from-sandbox\nkey=@key.pem\nliteral='@key.pem'\n");
    write('nested/key.pem', 'SANDBOX KEY\n');
    write('keys/mock.pem', 'MOCK\r\nKEY\r\n');
  });

  it('come from the first of their sources', async () => {
    const processEnv = { CONNECTOR_SECRET_both: 'from-environment', CONNECTOR_SECRET_layered: '' };
    expect(await secretOf('both', { processEnv })).toEqual({
      value: 'from-environment',
      source: 'CONNECTOR_SECRET_both in the environment',
    });
    expect(await secretOf('layered', { processEnv })).toEqual({ value: 'from-base', source: 'base.env:2' });
    expect(await secretOf('layered', { environmentName: 'sandbox' })).toEqual({
      value: 'from-sandbox',
      source: 'nested/sandbox.env:1',
    });
    expect(await secretOf('both')).toMatchObject({ value: 'from-base' });
    expect((await secretOf('inline'))?.value).toBe('from-config');
    expect((await secretOf('inline', { environmentName: 'sandbox' }))?.value).toBe('from-sandbox');
    expect(await secretOf('toString')).toBeUndefined();
  });

  it('read files beside the file that names them', async () => {
    expect((await secretOf('key'))?.value).toBe('MOCK\r\nKEY');
    expect((await secretOf('key', { environmentName: 'sandbox' }))?.value).toBe('SANDBOX KEY');
    expect((await secretOf('literal', { environmentName: 'sandbox' }))?.value).toBe('@key.pem');
    expect((await secretOf('at'))?.value).toBe('@handle');
  });

  it('list their names', async () => {
    const { secrets } = await load({
      processEnv: { CONNECTOR_SECRET_extra: 'x', CONNECTOR_SECRET_: 'y', PATH: '/' },
    });
    expect(secrets.names()).toEqual(['at', 'both', 'extra', 'inline', 'key', 'layered']);
  });

  it('that are empty are still to be filled in, and hide no value', async () => {
    write('connector.config.yaml', 'secrets: { one: mock, two: "" }\n');
    write('.connector-secrets.env', 'one=\ntwo=\n');
    const { secrets } = await load();
    expect(secrets.get('one')?.value).toBe('mock');
    expect(secrets.get('two')).toBeUndefined();
    expect(secrets.names()).toEqual(['one']);
  });

  it('say which file of a secret is missing', async () => {
    rmSync(join(root, 'keys'), { recursive: true });
    const { secrets } = await load();
    expect(() => secrets.get('key')).toThrow(
      expect.objectContaining({
        code: 'secret-file-missing',
        message: expect.stringContaining('secret `key`'),
        hint: expect.stringContaining('@@'),
      }),
    );
  });

  it('warn of a secrets file that is configured and missing', async () => {
    rmSync(join(root, 'base.env'));
    const { warnings, secrets } = await load();
    expect(warnings).toMatchObject([{ code: 'missing-secrets-file', file: join(root, 'base.env') }]);
    expect(secrets.get('both')?.value).toBe('from-config');
  });

  it('read the usual file without being told', async () => {
    write('connector.config.yaml', 'tenantId: a');
    expect((await load()).warnings).toEqual([]);
    write('.connector-secrets.env', 'api_key=usual');
    expect((await secretOf('api_key'))?.value).toBe('usual');
  });

  it('name the bad line of a secrets file and keep its text to themselves', async () => {
    write('base.env', 'good=1\n\nno equals sign here\n');
    const error = await failure();
    expect(error).toMatchObject({ code: 'bad-secrets-line', file: 'base.env', line: 3 });
    expect(JSON.stringify(error)).not.toContain('equals sign here');
  });
});

describe('the mock request', () => {
  const numbers = { id: '12345678901234567890', ratio: '1.0', tiny: '1e-7', list: '[1, 2.50]' };
  const members = Object.entries(numbers).map(([key, value]) => `"${key}": ${value}`);
  const written = `{ ${members.join(', ')}, "text": "1.0", "no": null }`;
  const exact = '{"id":12345678901234567890,"ratio":1.0,"tiny":1e-7,"list":[1,2.50],"text":"1.0","no":null}';

  it.each([
    [
      'connector.config.yaml',
      `request: { payload: ${written}, query: { id: 12345678901234567890, page: 1.0 } }`,
    ],
    [
      'connector.config.json',
      `{"request": {"payload": ${written}, "query": {"id": 12345678901234567890, "page": 1.0}}}`,
    ],
    [
      'package.json',
      `{"connector": {"request": {"payload": ${written}, "query": {"id": 12345678901234567890, "page": 1.0}}}}`,
    ],
  ])('has its numbers as they are written in %s', async (file, text) => {
    write(file, text);
    const { request } = await load();
    expect(request.payload).toBe(exact);
    expect(request.query.get('id')).toBe('12345678901234567890');
    expect(request.query.get('page')).toBe('1.0');
  });

  it('has them so in an environment', async () => {
    write(
      'connector.config.yaml',
      'environments:\n  sandbox:\n    request:\n      payload:\n        id: 12345678901234567890\n      pathParams: { topic: 98765432109876543210 }',
    );
    const { request } = await load({ environmentName: 'sandbox' });
    expect(request.payload).toBe('{"id":12345678901234567890}');
    expect(request.pathParams.get('topic')).toBe('98765432109876543210');
  });

  it('takes big integers of a module, and what YAML alone can write', async () => {
    write(
      'connector.config.mjs',
      'export default { request: { payload: { id: 12345678901234567890n, f: () => 1 } } };',
    );
    expect((await load()).request.payload).toBe('{"id":12345678901234567890}');
    write(
      'a/connector.config.yaml',
      'request: { payload: { hex: 0x1f, not: .nan, big: 0x1ffffffffffffffff, x: 1.5 } }',
    );
    expect((await load({ cwd: join(root, 'a') })).request.payload).toBe(
      '{"hex":31,"not":null,"big":36893488147419103000,"x":1.5}',
    );
  });

  it('sends a string as it is', async () => {
    write('connector.config.yaml', "request: { payload: 'a=1&b=2' }");
    expect((await load()).request.payload).toBe('a=1&b=2');
  });
});

describe('what is shown of a secret that is written wrongly', () => {
  const canary = 'Canary7788Value';
  const told = async (options: Partial<WorkspaceOptions> = {}) => {
    try {
      (await load(options)).secrets.get('k');
    } catch (error) {
      return JSON.stringify({ ...(error as object), message: (error as Error).message });
    }
    throw new Error('nothing was wrong');
  };

  it('is nothing of a value that begins with an at sign', async () => {
    write('connector.config.yaml', 'secretsFile: s.env');
    write('s.env', `k=@${canary}`);
    expect(await told()).not.toContain(canary);
  });

  it('is nothing of JSON that breaks at it', async () => {
    write('connector.config.json', `{"secrets": {"k": ${canary}}}`);
    expect(await told()).not.toContain(canary);
  });

  it('is nothing of the credentials of a route', async () => {
    write('connector.config.yaml', `routes: { "https://api.example.com": "http://u:${canary}@127.0.0.1:1" }`);
    const message = await told();
    expect(message).toContain('credentials');
    expect(message).not.toContain(canary);
  });
});
