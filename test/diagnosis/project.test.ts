/** What a diagnosis says of a project without touching the network. */
import { describe, expect, it } from 'vitest';
import { summarise } from '../../src/diagnosis/check.js';
import { diagnosed, type Project, simpleConnector } from './diagnosis.js';

const offline = (project: Project) =>
  diagnosed({ ...project, options: { offline: true, ...project.options } });

const using = (expression: string) => ({
  connectors: [simpleConnector('Uses it', 'https://api.example.com/x', { 'X-A': `{{ ${expression} }}` })],
});

describe('the program', () => {
  it.each([
    ['20.18.1', 'ok'],
    ['22.0.0', 'ok'],
    ['24.0.0-nightly', 'ok'],
    ['20.18.0', 'problem'],
    ['18.20.8', 'problem'],
  ])('on Node %s: %s', async (node, state) => {
    const { check } = await offline({ options: { machine: { node, platform: 'linux', arch: 'x64' } } });
    expect(check('node-version').state).toBe(state);
  });
});

describe('the configuration', () => {
  it('may be missing', async () => {
    const { check } = await offline({ registry: using("'x'") });
    expect(check('configuration-file')).toMatchObject({ state: 'ok', facts: { file: null } });
    expect(check('registry')).toMatchObject({ state: 'ok', facts: { connectors: 1, composites: 0 } });
  });

  it('that is broken is a problem with its place; nothing is said of what depends on it', async () => {
    const { check, ids, checks } = await offline({
      registry: using("get_secret('a')"),
      config: '{\n  "registy": "x" }',
    });
    expect(check('configuration-file')).toMatchObject({ state: 'problem', facts: { line: 2 } });
    expect(check('configuration-file').advice).toContain('`registry`');
    expect(check('registry').state).toBe('ok');
    expect([ids('secrets'), ids('hosts'), ids('proxy')]).toEqual([[], [], []]);
    expect(summarise(checks).problems).toBe(1);
  });

  it('without the environment that was asked for is a problem', async () => {
    const config = { environments: { sandbox: {} } };
    const { check } = await offline({ config, environmentName: 'sandbx' });
    expect(check('configuration-file')).toMatchObject({
      state: 'problem',
      advice: 'Did you mean `sandbox`?',
    });
  });

  it('passes on the warnings of the workspace', async () => {
    const { check } = await offline({ registry: using("'x'"), config: { secretsFile: 'none.env' } });
    expect(check('missing-secrets-file')).toMatchObject({ state: 'warning' });
  });
});

describe('the registry', () => {
  it('that is missing is a problem', async () => {
    const { check } = await offline({});
    expect(check('registry')).toMatchObject({ state: 'problem', facts: { file: null } });
  });

  it('that the configuration names and nobody has is a problem', async () => {
    const { check } = await offline({ config: { registry: 'elsewhere.json' } });
    expect(check('registry')).toMatchObject({ state: 'problem', facts: { code: 'file-not-found' } });
  });

  it('that is no JSON is a problem with the place, and what can be read is still checked', async () => {
    const { check } = await offline({
      registry: `{"connectors": [${JSON.stringify(simpleConnector('A', 'https://a.example.com', { X: "{{ get_secret('k') }}" }))},]}`,
    });
    expect(check('registry')).toMatchObject({ state: 'problem', facts: { structural_errors: 1 } });
    expect(check('registry').detail).toMatch(/line 1, column \d+: A comma stands before the end/);
    expect(check('secret', 'k').state).toBe('problem');
  });

  it('with fields that nobody reads is worth a warning', async () => {
    const { check } = await offline({ registry: { connectors: [], composite_connectors: [], more: 1 } });
    expect(check('registry')).toMatchObject({ state: 'warning', facts: { structural_warnings: 1 } });
  });
});

describe('a secret', () => {
  const valued = async (value: string) =>
    (await offline({ registry: using("get_secret('k')"), config: { secrets: { k: value } } })).check(
      'secret',
      'k',
    );

  it('without a value is a problem, with who uses it and the near name', async () => {
    const { check } = await offline({
      registry: using("get_secret('api_key')"),
      config: { secrets: { apikey: 'wrongly-named-value' } },
    });
    const found = check('secret', 'api_key');
    expect(found).toMatchObject({
      state: 'problem',
      usedBy: ['uses-it'],
      facts: { set: false, source: null },
    });
    expect(found.advice).toContain("'apikey'");
    expect(found.advice).toContain('CONNECTOR_SECRET_api_key');
    expect(check('secret-unused').detail).toContain('apikey');
  });

  it('without a value and with a default is worth a note', async () => {
    const { check } = await offline({ registry: using("get_secret('k') | default('')") });
    expect(check('secret', 'k').state).toBe('note');
  });

  it('tells where its value comes from, and never the value', async () => {
    const { check, checks } = await offline({
      registry: {
        connectors: [
          simpleConnector('A', 'https://a.example.com', {
            One: "{{ get_secret('one') }}",
            Two: "{{ get_secret('two') }}",
            Three: "{{ get_secret('three') }}",
          }),
        ],
      },
      config: { secrets: { one: 'value-of-one', two: 'no', three: 'no' }, secretsFile: 'my.env' },
      files: { 'my.env': '# comment\ntwo=value-of-two\nthree=no\n' },
      env: { CONNECTOR_SECRET_three: 'value-of-three' },
    });
    expect(check('secret', 'one').facts?.source).toBe('`secrets` in the configuration');
    expect(check('secret', 'two').facts?.source).toBe('my.env:2');
    expect(check('secret', 'three').facts?.source).toBe('CONNECTOR_SECRET_three in the environment');
    expect(JSON.stringify(checks)).not.toContain('value-of');
  });

  it.each([
    ['changeme', 'note'],
    ['YOUR_API_KEY', 'note'],
    ['mock-key', 'note'],
    ['<token>', 'note'],
    ['$TOKEN', 'note'],
    [' padded-value', 'warning'],
    ['padded-value\n', 'warning'],
    ['"quoted-value"', 'warning'],
    ['', 'problem'],
    ['-----BEGIN PRIVATE KEY-----\\nMIG\\n-----END PRIVATE KEY-----', 'warning'],
    ['-----BEGIN PRIVATE KEY-----\nMIG\n-----END PRIVATE KEY-----\n', 'ok'],
    ['sk_live_51H8abcdef', 'ok'],
    ["it's", 'ok'],
  ])('%j: %s', async (value, state) => {
    expect((await valued(value)).state).toBe(state);
  });

  it('whose file cannot be read is a problem', async () => {
    expect(await valued('@gone.pem')).toMatchObject({ state: 'problem', facts: { set: false } });
  });

  it('whose name is computed is worth a note', async () => {
    const { check } = await offline({ registry: using("get_secret('a' ~ user.id)") });
    expect(check('secret-computed')).toMatchObject({ state: 'note', usedBy: ['uses-it'] });
  });
});

describe('a variable', () => {
  it('has a value from the configuration, the environment in it, or the command line', async () => {
    const { check } = await offline({
      registry: using("get_variable('a') ~ get_variable('b') ~ get_variable('c') ~ get_variable('d')"),
      config: { variables: { a: '1' }, environments: { sandbox: { variables: { b: '2' } } } },
      environmentName: 'sandbox',
      options: { variables: new Map([['c', '3']]) },
    });
    const states = ['a', 'b', 'c', 'd'].map((name) => check('variable', name).state);
    expect(states).toEqual(['ok', 'ok', 'ok', 'problem']);
    expect(check('variable', 'c').facts?.source).toBe('--variable');
  });
});

describe('the default user', () => {
  const registry = {
    connectors: [simpleConnector('Needs', 'https://a.example.com', { X: '{{ user.email }}' })],
  };

  it('anonymous is worth a note where connectors refuse such callers', async () => {
    const { check } = await offline({ registry });
    expect(check('default-user')).toMatchObject({ state: 'note', facts: { needing_user: ['needs'] } });
  });

  it('is fine where somebody is signed in, or nobody asks', async () => {
    const config = { users: { ada: { id: '1' } }, defaultUser: 'ada' };
    expect((await offline({ registry, config })).check('default-user').state).toBe('ok');
    expect((await offline({ registry: using("'x'") })).check('default-user').state).toBe('ok');
  });
});

describe('hosts, offline', () => {
  it('are counted and not contacted; what is wrong without asking is said', async () => {
    const { check, checks } = await offline({
      registry: {
        connectors: [
          simpleConnector('A', 'https://a.example.com/{{ now() }}'),
          simpleConnector('B', 'https://localhost/x'),
          simpleConnector('C', "https://{{ get_variable('none') }}/x"),
          simpleConnector('D', 'http://plain.example.com/x'),
          simpleConnector('E', 'https://{{ user.id }}/x'),
        ],
      },
    });
    expect(check('hosts-skipped')).toMatchObject({
      state: 'note',
      facts: { hosts: [{ origin: 'https://a.example.com' }] },
    });
    const refused = checks.filter(({ id }) => id === 'host-refused').map(({ usedBy }) => usedBy);
    expect(refused).toEqual([['b'], ['d']]);
    const unknown = checks.filter(({ id }) => id === 'host-unknown').map(({ usedBy }) => usedBy);
    expect(unknown).toEqual([['c'], ['e']]);
  });

  it('of token URLs count, and each origin once', async () => {
    const authentication = {
      type: 'oauth_client_credentials',
      config: { client_id: 'a', client_secret: 'b', token_url: 'https://auth.example.com/token' },
    };
    const url = 'https://API.example.com:443/x';
    const { check } = await offline({
      registry: {
        composite_connectors: [
          {
            name: 'C',
            steps: [
              { name: 'one', url, authentication },
              { name: 'two', url: 'https://api.example.com/y', authentication },
            ],
          },
        ],
      },
    });
    expect(check('hosts-skipped').facts?.hosts).toEqual([
      { origin: 'https://auth.example.com', routed_to: null, used_by: ['c/one', 'c/two'] },
      { origin: 'https://api.example.com', routed_to: null, used_by: ['c/one', 'c/two'] },
    ]);
  });
});
