/** `init` as a process: from an empty folder to green commands, and what it does with what is there. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse as parseJsonc } from 'jsonc-parser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { programPath, runProgram } from '../support/program.js';
import { hasTmux, Tmux } from '../views/tmux.js';

const canMount = spawnSync('unshare', ['-rm', 'sh', '-c', 'mount -t tmpfs tmpfs /mnt']).status === 0;

let directory = '';
beforeEach(() => {
  directory = realpathSync(mkdtempSync(join(tmpdir(), 'connector-init-')));
});
afterEach(() => rmSync(directory, { recursive: true }));

const at = (...names: string[]) => join(directory, ...names);
const program = (...args: string[]) => runProgram(args, { cwd: directory });
const init = (...args: string[]) => program('init', ...args);
const read = (name: string) => readFileSync(at(name), 'utf8');
function write(name: string, text: string): void {
  mkdirSync(dirname(at(name)), { recursive: true });
  writeFileSync(at(name), text);
}
/** Every file with its text and time: what nothing may change. */
const snapshot = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile())
      .map((each) => join(each.parentPath, each.name))
      .map((path) => [path, `${statSync(path).mtimeMs} ${readFileSync(path, 'latin1')}`]),
  );

describe('init in an empty folder', () => {
  it('makes a project whose first three commands are green without a network', async () => {
    const made = await init('--yes');
    expect(made).toMatchObject({ exit: 0, stderr: '' });
    const next = made.stdout.split('Then:\n')[1]?.trim().split(/\n\s+/) ?? [];
    expect(next).toEqual(['connector-cli validate', 'connector-cli test', 'connector-cli run hello']);
    const [validated, tested, ran] = await Promise.all(
      next.map((line) => program(...line.split(' ').slice(1))),
    );
    expect(validated).toMatchObject({ exit: 0, stderr: '' });
    expect(validated?.stdout).toContain('no findings');
    expect(tested).toMatchObject({ exit: 0, stderr: '' });
    expect(tested?.stdout).toContain('3 passed');
    expect(ran).toMatchObject({ exit: 0, stderr: '' });
    expect(ran?.stdout).toContain('"message": "Hello, Ada!"');
    expect((await program('doctor')).exit).toBe(0);
    expect(statSync(at('.connector-secrets.env')).mode & 0o777).toBe(0o600);
  });

  it('makes answers that run --watch looks at', async () => {
    await init('--yes');
    let isSaved = false;
    const { exit, stdout } = await runProgram(['run', 'hello', '--watch'], {
      cwd: directory,
      onOutput: (child, out, err) => {
        if (out.includes('Ahoy, Ada!')) child.kill('SIGINT');
        else if (!isSaved && err.includes('watching ')) {
          isSaved = true;
          write('mocks/api.example.com/hello.json', '{ "greeting": "Ahoy" }');
        }
      },
    });
    expect(stdout).toContain('Hello, Ada!');
    expect(exit).toBe(130);
  });

  it('writes nothing the second time, and says so', async () => {
    await init('--yes', '--agents');
    const before = snapshot();
    const again = await init('--yes', '--agents');
    expect(again.exit).toBe(0);
    expect(again.stdout).toMatch(/^Nothing to write: /);
    expect(snapshot()).toEqual(before);
  });

  it('asks nobody in a pipe, and names what is missing', async () => {
    const { exit, stderr } = await init();
    expect(exit).toBe(2);
    expect(stderr).toContain('--name is missing');
    expect(readdirSync(directory)).toEqual([]);
    expect(await init('--name', 'Ünïcode Ökosystem "x" { y }', '--user', 'grace')).toMatchObject({
      exit: 0,
    });
    expect(await program('validate', '--max-warnings', '0')).toMatchObject({ exit: 0 });
    expect(await program('test')).toMatchObject({ exit: 0 });
  });

  it.each([
    [['--name', '🚀'], 'gives no permalink'],
    [['--yes', '--user', 'anonymous'], '--user must not be anonymous'],
    [['--yes', '--user', 'a b'], '--user must be letters'],
    [['--yes', '--permalink', 'A B'], '--permalink must be lower-case'],
    [['--yes', '--ci', 'gitlab'], 'Allowed choices are github, none'],
  ])('writes nothing for %j', async (args, message) => {
    const { exit, stderr } = await init(...args);
    expect(exit).toBe(2);
    expect(stderr).toContain(message);
    expect(readdirSync(directory)).toEqual([]);
  });

  it('writes nothing in a dry run, and the same as a document', async () => {
    write('.vscode/settings.json', '{\n  // ours\n}\n');
    const before = snapshot();
    const dry = await init('--yes', '--dry-run');
    expect(dry.stdout).toContain('create   connectors_registry.json');
    expect(dry.stdout).toContain('+  "json.schemas": [');
    const { files, dry_run, next } = JSON.parse((await init('--yes', '--dry-run', '--json')).stdout);
    expect(dry_run).toBe(true);
    expect(files).toContainEqual({ path: 'connectors_registry.json', action: 'create', diff: null });
    expect(files.find((each: { path: string }) => each.path === '.vscode/settings.json')).toMatchObject({
      action: 'merge',
      diff: expect.stringContaining('+  "yaml.schemas"'),
    });
    expect(next).toContain('connector-cli run hello');
    expect(snapshot()).toEqual(before);
  });
});

describe('where init works', () => {
  it.each(['with space', 'Ünïcode-каталог-🚀', "it's", 'a/b/c'])('makes the directory %s', async (name) => {
    const made = await init(name, '--yes');
    expect(made.exit).toBe(0);
    const [cd = ''] = made.stdout.split('Then:\n')[1]?.split('\n') ?? [];
    const shell = spawnSync('sh', ['-c', `${cd} && pwd && '${process.execPath}' '${programPath}' test`], {
      cwd: directory,
      encoding: 'utf8',
    });
    expect(shell.stdout).toContain(`${at(name)}\n`);
    expect(shell.status).toBe(0);
  });

  it('fills in the project around it, and makes one below where that is asked for', async () => {
    write('connectors_registry.json', '{ "connectors": [] }');
    mkdirSync(at('sub/dir'), { recursive: true });
    const { stderr } = await runProgram(['init', '--yes'], { cwd: at('sub/dir') });
    expect(stderr).toContain(`inside the project ${directory}`);
    expect(existsSync(at('connector.config.yaml'))).toBe(true);
    expect(readdirSync(at('sub/dir'))).toEqual([]);
    expect(await runProgram(['init', '.', '--yes'], { cwd: at('sub/dir') })).toMatchObject({ exit: 0 });
    expect(existsSync(at('sub/dir/connectors_registry.json'))).toBe(true);
  });

  it('refuses a home directory, the root and a file', async () => {
    const env = { HOME: directory };
    for (const [target, message] of [
      ['.', 'No project is made of a home directory'],
      ['/', 'No project is made of a home directory'],
      ['file', 'this is a file'],
    ] as const) {
      writeFileSync(at('file'), '');
      const { exit, stderr } = await runProgram(['init', target, '--yes'], { cwd: directory, env });
      expect(stderr).toContain(message);
      expect(exit).toBe(2);
    }
    expect(readdirSync(directory)).toEqual(['file']);
  });

  it('takes no configuration of the home directory for a project', async () => {
    write('.connectorrc', 'tenantId: mine\n');
    mkdirSync(at('new'));
    await runProgram(['init', '--yes'], { cwd: at('new'), env: { HOME: directory } });
    expect(existsSync(at('new/connectors_registry.json'))).toBe(true);
    expect(existsSync(at('connectors_registry.json'))).toBe(false);
  });
});

describe('init in what is there', () => {
  const registry = JSON.stringify({
    connectors: [
      {
        name: 'Orders',
        permalink: 'orders',
        url: "https://{{ get_variable('portal_host') }}/orders",
        headers: [{ key: 'X-Key', value: "{{ get_secret('crm_api_key') }}" }],
      },
    ],
  });

  it('keeps a registry as it is, and lists what it needs', async () => {
    write('connectors_registry.json', registry);
    chmodSync(at('connectors_registry.json'), 0o444);
    const { exit, stdout, stderr } = await init();
    expect(exit).toBe(0);
    expect(read('connectors_registry.json')).toBe(registry);
    expect(stdout).toContain('kept     connectors_registry.json');
    expect(read('.connector-secrets.env')).toMatch(/^crm_api_key=$/m);
    expect(read('connector.config.yaml')).toContain('"portal_host": ""   # orders');
    expect(stderr).toContain('crm_api_key');
    expect(readdirSync(directory)).not.toContain('tests');
    expect(stdout).toContain('connector-cli run orders');
    expect((await program('list')).exit).toBe(0);
  });

  it('keeps a registry that is a link, and one that cannot be read', async () => {
    write('real.json', '{ "connectors": [ ');
    symlinkSync('real.json', at('connectors_registry.json'));
    const { exit, stderr } = await init('--yes');
    expect(exit).toBe(0);
    expect(stderr).toContain('validate says why');
    expect(read('real.json')).toBe('{ "connectors": [ ');
  });

  it('fills in the template of a widget repository', async () => {
    write('gsds.json', '{}');
    write('extensions_registry.json', '{"extensions": []}');
    write('widgets/hello/index.html', '<p>Hello</p>');
    write(
      '.github/workflows/checks.yml',
      'jobs: { lint: { steps: [{ run: npx connector-cli validate }] } }\n',
    );
    const before = snapshot();
    const { exit, stderr } = await init('--yes');
    expect(exit).toBe(0);
    expect(stderr).toContain('gsds.json, extensions_registry.json, widgets');
    expect(snapshot()).toMatchObject(before);
    expect(readdirSync(at('.github/workflows'))).toEqual(['checks.yml']);
    expect((await program('validate')).exit).toBe(0);
  });

  it.each([
    ['.connectorrc', 'users:\n  grace: { id: "7" }\n'],
    ['package.json', '{ "name": "x", "connector": { "tenantId": "acme" } }'],
    ['connector.config.mjs', 'export default { tenantId: "acme" };\n'],
  ])('keeps the configuration in %s', async (name, text) => {
    write(name, text);
    const made = await init('--yes');
    expect(made.exit).toBe(0);
    expect(read(name)).toBe(text);
    expect(existsSync(at('connector.config.yaml'))).toBe(false);
    const run = made.stdout.trim().split('\n').at(-1)?.trim() ?? '';
    expect(await program(...run.split(' ').slice(1))).toMatchObject({ exit: 0 });
    expect(await program('test')).toMatchObject({ exit: 0 });
    expect((await init('--yes')).stdout).toContain(`kept     ${name}`);
  });

  it('puts the registry where the configuration says', async () => {
    write('connector.config.yaml', 'registry: config/registry.json\nsecretsFile: own.env\n');
    expect((await init('--yes')).exit).toBe(0);
    expect(existsSync(at('config/registry.json'))).toBe(true);
    expect(existsSync(at('connectors_registry.json'))).toBe(false);
    expect(existsSync(at('own.env'))).toBe(true);
    expect(read('.gitignore')).toMatch(/^own\.env$/m);
    expect((await program('validate')).exit).toBe(0);
  });

  it('changes nothing else in settings with comments, tabs and other line ends', async () => {
    const text = '{\r\n\t// ours\r\n\t"editor.tabSize": 2,\r\n}\r\n';
    write('.vscode/settings.json', text);
    await init('--yes');
    const after = read('.vscode/settings.json');
    expect(after.startsWith('{\r\n\t// ours\r\n\t"editor.tabSize": 2,\r\n\t"json.schemas"')).toBe(true);
    expect(after.replaceAll('\r\n', '')).not.toContain('\n');
    const settings = parseJsonc(after, [], { allowTrailingComma: true });
    for (const { url } of settings['json.schemas']) expect(existsSync(at(url))).toBe(true);
    for (const path of Object.keys(settings['yaml.schemas'])) expect(existsSync(at(path))).toBe(true);
  });

  it('writes a workflow that GitHub would read, at the top of the repository', async () => {
    mkdirSync(at('.git'));
    write('.gitignore', '*.env\n');
    await init('apps/community one', '--yes');
    const { jobs } = parseYaml(read('.github/workflows/connectors.yml'));
    expect(jobs.connectors.defaults.run['working-directory']).toBe('apps/community one');
    expect(jobs.connectors.steps.map(({ run }: { run?: string }) => run).filter(Boolean)).toEqual([
      expect.stringMatching(/^npx --yes connector-cli@\d+\.\d+\.\d+ validate$/),
      expect.stringMatching(/^npx --yes connector-cli@\d+\.\d+\.\d+ test$/),
    ]);
    // What the repository ignores needs no second rule.
    expect(existsSync(at('apps/community one/.gitignore'))).toBe(false);
  });

  it('shows no secret that stands in a file', async () => {
    write('connectors_registry.json', registry);
    write('.connector-secrets.env', 'other=hunter22-hunter22\n');
    const { stdout } = await init('--yes', '--dry-run');
    expect(stdout).toContain('+crm_api_key=');
    expect(stdout).not.toContain('hunter22');
  });
});

describe('what keeps init from writing leaves nothing behind', () => {
  it.each([
    ['.vscode', 'a file', 'a file where a folder has to be'],
    ['connectors_registry.json/x', '', 'a folder where the registry has to be'],
    ['.connector-secrets.env', 'no assignment\n', 'no NAME before an equals sign'],
    ['connector.config.yaml', 'user: ada\n', 'user'],
  ])('%s', async (name, text, message) => {
    write(name, text);
    if (name === '.connector-secrets.env') {
      write(
        'connectors_registry.json',
        '{"connectors":[{"name":"A","url":"https://a.io/{{ get_secret(\'k\') }}"}]}',
      );
    }
    const before = snapshot();
    const { exit, stderr } = await init('--yes');
    expect(exit).toBe(2);
    expect(stderr).toContain(message);
    expect(snapshot()).toEqual(before);
  });

  it('a link that leads nowhere', async () => {
    symlinkSync('nowhere.json', at('connectors_registry.json'));
    const { exit, stderr } = await init('--yes');
    expect(exit).toBe(2);
    expect(stderr).toContain('a link that leads nowhere');
    expect(readdirSync(directory)).toEqual(['connectors_registry.json']);
  });

  it.skipIf(!canMount)('a full disk', () => {
    const script = [
      `mkdir '${at('disk')}' && mount -t tmpfs -o size=32k tmpfs '${at('disk')}' && cd '${at('disk')}'`,
      `'${process.execPath}' '${programPath}' init --yes; echo "exit $?"`,
      'ls -A',
    ].join('\n');
    const { stdout, stderr } = spawnSync('unshare', ['-rm', 'sh', '-c', script], { encoding: 'utf8' });
    expect(stderr).toContain('there is no room left on the disk');
    expect(stdout).toBe('exit 2\n');
  });

  it.skipIf(!canMount)('a folder that may not be written', () => {
    const script = [
      `mkdir '${at('disk')}' && mount -t tmpfs -o ro tmpfs '${at('disk')}' && cd '${at('disk')}'`,
      `'${process.execPath}' '${programPath}' init --yes; echo "exit $?"`,
    ].join('\n');
    const { stdout, stderr } = spawnSync('unshare', ['-rm', 'sh', '-c', script], { encoding: 'utf8' });
    expect(stderr).toContain('The registry cannot be written: the file system is read-only.');
    expect(stdout).toBe('exit 2\n');
  });
});

describe.skipIf(!hasTmux)('init on a terminal', () => {
  let terminal: Tmux;
  beforeEach(() => {
    terminal = new Tmux(90, 40);
    terminal.type(
      `cd '${directory}'; clear; '${process.execPath}' '${programPath}' init; echo "exit" "code $?"`,
    );
  });
  afterEach(() => terminal.close());
  const shows = (text: string) => (screen: string) => screen.includes(text);

  it('asks, and makes the project of the answers', async () => {
    await terminal.until(shows('? Name of the first connector'));
    terminal.keys('Good morning', 'Enter');
    await terminal.until(shows('? Permalink'));
    terminal.keys('Enter');
    await terminal.until(shows('? Name of the user'));
    terminal.keys('anonymous', 'Enter');
    await terminal.until(shows('that user always exists'));
    terminal.keys('C-u', 'grace', 'Enter');
    await terminal.until(shows('? A first test file'));
    terminal.keys('Enter');
    await terminal.until(shows('? Checks in continuous integration'));
    terminal.keys('Down', 'Enter');
    await terminal.until(shows('? Settings for VS Code'));
    terminal.keys('Down', 'Enter');
    await terminal.until(shows('? Notes for coding agents'));
    terminal.keys('Enter');
    const screen = await terminal.until(shows('exit code'));
    expect(screen).toContain('exit code 0');
    expect(screen).toContain('connector-cli run good-morning');
    expect(readdirSync(directory).sort()).toEqual([
      '.connector-secrets.env',
      '.connector-secrets.env.example',
      '.gitignore',
      'connector.config.yaml',
      'connectors_registry.json',
      'mocks',
      'tests',
    ]);
    expect((await program('test')).exit).toBe(0);
  });

  it('asks nothing the second time where everything is there', async () => {
    await terminal.until(shows('? Name of the first connector'));
    terminal.keys('C-c');
    await terminal.until(shows('exit code'));
    await init('--yes');
    terminal.type(`clear; '${process.execPath}' '${programPath}' init; echo "second" "code $?"`);
    const screen = await terminal.until(shows('second code'));
    expect(screen).toContain('Nothing to write');
    expect(screen).toContain('second code 0');
  });

  it('writes nothing where somebody leaves', async () => {
    await terminal.until(shows('? Name of the first connector'));
    terminal.keys('Enter');
    await terminal.until(shows('? Permalink'));
    terminal.keys('C-c');
    expect(await terminal.until(shows('exit code'))).toContain('exit code 130');
    expect(readdirSync(directory)).toEqual([]);
  });
});
