/** What only processes of their own show: many at once, killed ones, disks that are full. */
import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  utimesSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { programPath, runProgram } from '../support/program.js';

/** Whether a disk of a test's own can be made, as it can in a name space of Linux. */
const canMount = spawnSync('unshare', ['-rm', 'sh', '-c', 'mount -t tmpfs tmpfs /mnt']).status === 0;

let directory = '';
let registryPath = '';
beforeEach(() => {
  directory = realpathSync(mkdtempSync(join(tmpdir(), 'connector-add-')));
  registryPath = join(directory, 'connectors_registry.json');
});
afterEach(() => rmSync(directory, { recursive: true }));

const add = (...words: string[]) => runProgram(['add', ...words], { cwd: directory });
const read = () => readFileSync(registryPath, 'utf8');
const url = 'https://api.acme.io/search';

describe('add', () => {
  it('loses nothing of forty processes that add at once', async () => {
    writeFileSync(registryPath, '{\r\n\t"connectors": []\r\n}\r\n');
    writeFileSync(join(directory, '.connector-secrets.env'), '# mine\n');
    const all = await Promise.all(
      Array.from({ length: 40 }, (_, index) => add('api-key', '--yes', '--service', `s${index}`)),
    );
    expect(all.filter(({ exit }) => exit !== 0)).toEqual([]);
    const text = read();
    const { connectors } = JSON.parse(text) as { connectors: { permalink: string }[] };
    expect(new Set(connectors.map(({ permalink }) => permalink)).size).toBe(40);
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    const secrets = readFileSync(join(directory, '.connector-secrets.env'), 'utf8');
    expect(secrets.match(/^s\d+_api_key=$/gm)).toHaveLength(40);
    expect(readdirSync(directory).sort()).toEqual(['.connector-secrets.env', 'connectors_registry.json']);
    expect((await runProgram(['validate'], { cwd: directory })).exit).toBe(0);
  }, 180_000);

  it('gets through after one was killed while it held the lock', async () => {
    // So many that it holds the lock for long enough to be hit.
    const connectors = Array.from({ length: 4000 }, (_, index) => ({ name: `N${index}`, url }));
    const before = JSON.stringify({ connectors }, null, 2);
    writeFileSync(registryPath, before);
    const lock = `${registryPath}.lock`;
    const child = spawn(process.execPath, [programPath, 'add', 'get', '--yes'], {
      cwd: directory,
      stdio: 'ignore',
    });
    const ended = new Promise((done) => child.once('exit', (_, signal) => done(signal)));
    const watcher = watch(directory, () => {
      if (existsSync(lock)) child.kill('SIGKILL');
    });
    expect(await ended).toBe('SIGKILL');
    watcher.close();
    expect(existsSync(lock)).toBe(true);
    expect(read()).toBe(before);
    // As if the time had passed after which a lock that nobody renews is free.
    utimesSync(lock, 0, 0);
    expect(await add('get', '--yes')).toMatchObject({ exit: 0 });
    expect(JSON.parse(read()).connectors).toHaveLength(4001);
    expect(existsSync(lock)).toBe(false);
  }, 60_000);

  it.skipIf(!canMount)('leaves no trace where the disk is full', async () => {
    const disk = join(directory, 'disk');
    const text = `{ "connectors": [], "rest": "${'x'.repeat(20_000)}" }`;
    writeFileSync(registryPath, text);
    // The disk takes the file once, and not the new one beside it.
    const script = [
      `mkdir '${disk}' && mount -t tmpfs -o size=32k tmpfs '${disk}' && cp '${registryPath}' '${disk}' && cd '${disk}'`,
      `'${process.execPath}' '${programPath}' add get --yes; echo "exit $?"`,
      `ls -A; cmp connectors_registry.json '${registryPath}' && echo same`,
    ].join('\n');
    const { stdout, stderr } = spawnSync('unshare', ['-rm', 'sh', '-c', script], { encoding: 'utf8' });
    expect(stderr).toContain('error: The registry cannot be written: there is no room left on the disk.');
    expect(stdout).toBe('exit 2\nconnectors_registry.json\nsame\n');
  });

  it('makes a diff that patch programs take', async () => {
    const before = '{\n  "connectors": [\n    { "name": "A", "url": "https://api.acme.io/a" }\n  ]\n}';
    writeFileSync(registryPath, before);
    const words = ['get', '--name', 'Search', '--url', url];
    const dry = await add(...words, '--dry-run');
    expect(read()).toBe(before);
    const { applyPatch } = await import('diff');
    const patched = applyPatch(before, dry.stdout);
    await add(...words);
    expect(patched).toBe(read());
    expect(dry.stdout.split('\n').filter((line) => /^[-+][^-+]/.test(line))).toEqual([
      '-    { "name": "A", "url": "https://api.acme.io/a" }',
      '+    { "name": "A", "url": "https://api.acme.io/a" },',
      '+    { "name": "Search", "permalink": "search", "url": "https://api.acme.io/search", "method": "GET", "headers": [{ "key": "Accept", "value": "application/json" }] }',
    ]);
  });

  it('writes placeholders into the configured secrets file, and overwrites none', async () => {
    writeFileSync(registryPath, '{}');
    writeFileSync(
      join(directory, 'connector.config.yaml'),
      'secretsFile: own.env\nsecrets: { crm_client_id: inline }\n',
    );
    const words = ['oauth-client-credentials', '--yes', '--service', 'crm'];
    const first = await add(...words);
    expect(first.stdout).toContain('Secrets to fill in, in own.env:\n  crm_client_secret\n');
    expect(readFileSync(join(directory, 'own.env'), 'utf8')).toBe('crm_client_secret=\n');
    writeFileSync(join(directory, 'own.env'), 'crm_client_secret=hunter22\n');
    const second = await add(...words, '--json');
    expect(JSON.parse(second.stdout).secrets).toEqual({ file: 'own.env', added: [], to_fill: [] });
    expect(readFileSync(join(directory, 'own.env'), 'utf8')).toBe('crm_client_secret=hunter22\n');
  });

  it('adds nothing where the secrets file is broken', async () => {
    writeFileSync(registryPath, '{}');
    writeFileSync(join(directory, '.connector-secrets.env'), 'hunter22\n');
    const { exit, stderr } = await add('api-key', '--yes');
    expect(exit).toBe(2);
    expect(stderr).toContain('.connector-secrets.env:1');
    expect(stderr).not.toContain('hunter22');
    expect(read()).toBe('{}');
  });

  it('shows no secret that stands beside the entry', async () => {
    const value = 'hunter22-hunter22';
    writeFileSync(registryPath, `{\n  "connectors": [\n    {\n      "name": "${value}"\n    }\n  ]\n}\n`);
    writeFileSync(join(directory, '.connector-secrets.env'), `k=${value}\n`);
    const { stdout, stderr } = await add('get', '--yes', '--dry-run');
    expect(stdout).toContain('***');
    expect(stdout + stderr).not.toContain(value);
  });

  it('keeps the credential of a curl command, for its owner alone', async () => {
    writeFileSync(registryPath, '{}');
    const value = 'k9a8b7c6d5e4f3';
    const command = `curl https://api.acme.io/v1/items -H 'X-Api-Key: ${value}'`;
    const { exit, stdout, stderr } = await runProgram(['add', '--from-curl', '-', '--name', 'Items'], {
      cwd: directory,
      stdin: command,
    });
    expect(exit).toBe(0);
    expect(stdout + stderr + read()).not.toContain(value);
    expect(stderr).toContain('keep that file out of git');
    const secretsFile = join(directory, '.connector-secrets.env');
    expect(readFileSync(secretsFile, 'utf8')).toBe(`acme_api_key=${value}\n`);
    expect(statSync(secretsFile).mode & 0o777).toBe(0o600);
    const other = await add('--from-curl', command.replace(value, 'z1y2x3w4v5u6t7'), '--json');
    expect(JSON.parse(other.stdout).notes).toContain(
      "The secret 'acme_api_key' has another value already, which stays.",
    );
    expect(readFileSync(secretsFile, 'utf8')).toBe(`acme_api_key=${value}\n`);
  });

  it('makes a connector of an operation, and asks for its id where there are several', async () => {
    writeFileSync(registryPath, '{}');
    const document = (...paths: string[]) => ({
      openapi: '3.0.3',
      info: { title: 'Shop', version: '1' },
      servers: [{ url: 'https://api.acme.io/a' }, { url: 'https://api.acme.io/b' }],
      paths: Object.fromEntries(
        paths.map((path) => [
          path,
          { get: { summary: `List ${path.slice(1)}`, responses: { 200: { description: '' } } } },
        ]),
      ),
    });
    const file = join(directory, 'openapi.json');
    writeFileSync(file, JSON.stringify(document('/orders', '/pets')));
    const unnamed = await add('--from-openapi', 'openapi.json');
    expect(unnamed.exit).toBe(2);
    expect(unnamed.stderr).toContain('The document has 2 operations, and none is named.');
    expect(read()).toBe('{}');
    const words = ['--operation', 'GET /pets', '--server', '1', '--name', 'Pets', '--permalink', 'all-pets'];
    const named = await add('--from-openapi', 'openapi.json', ...words);
    expect(named.exit).toBe(0);
    expect(JSON.parse(read()).connectors).toMatchObject([
      { name: 'Pets', permalink: 'all-pets', url: 'https://api.acme.io/b/pets', method: 'GET' },
    ]);
    writeFileSync(file, JSON.stringify(document('/orders')));
    expect((await add('--from-openapi', 'openapi.json')).stdout).toContain('Added the connector list-orders');
  });
});
