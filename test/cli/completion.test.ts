/** Completion as shells ask for it, with the built program; and in bash itself, where there is a terminal to type into. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { programPath, runProgram } from '../support/program.js';
import { hasTmux, Tmux } from '../views/tmux.js';

const registry = {
  connectors: [
    { name: 'Search It', url: 'https://a.example' },
    { name: 'x', permalink: '$(touch pwned)', url: 'https://a.example' },
  ],
  composite_connectors: [{ permalink: 'page', steps: [{ name: 'first' }, { name: 'second' }] }],
};
const configuration = `users:
  ada: {}
environments:
  sandbox:
    users:
      bob: {}
`;

let project: string;

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'connector-cli-completion-'));
  writeFileSync(join(project, 'connectors_registry.json'), JSON.stringify(registry));
  writeFileSync(join(project, 'connector.config.yaml'), configuration);
  writeFileSync(join(project, 'broken.json'), '{"connectors": [');
  mkdirSync(join(project, 'code'));
  writeFileSync(join(project, 'code', 'connector.config.mjs'), "console.log('ran'); export default {};");
  const local = join(project, 'node_modules', '.bin');
  mkdirSync(local, { recursive: true });
  writeFileSync(
    join(local, 'connector-cli'),
    `#!/bin/sh\nexec '${process.execPath}' '${programPath}' "$@"\n`,
  );
  chmodSync(join(local, 'connector-cli'), 0o755);
});
afterAll(() => rmSync(project, { recursive: true }));

interface Completion {
  values: string[];
  directive: string;
}

async function complete(words: readonly string[], cwd = project): Promise<Completion> {
  const { exit, stdout, stderr } = await runProgram(['complete', '--', ...words], { cwd });
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  const lines = stdout.trimEnd().split('\n');
  const directive = lines.pop() ?? '';
  return { values: lines.map((line) => line.split('\t')[0] ?? ''), directive };
}

describe('a completion', () => {
  it.each<[string, string[], string[], string?]>([
    ['commands', ['re'], ['render']],
    ['permalinks, derived ones too, but none that a shell would obey', ['run', ''], ['search-it', 'page']],
    ['permalinks of the kind that was asked for', ['render', '--composite', ''], ['page']],
    ['permalinks of the registry that is named', ['run', '--registry', 'broken.json', ''], []],
    ['flags', ['render', '--fi'], ['--field']],
    ['values of choices', ['validate', '--format', 'j'], ['json', 'junit']],
    ['values behind an equals sign', ['test', '--reporter=t'], ['tap']],
    ['users of all environments', ['run', 'page', '--user', ''], ['ada', 'bob', 'anonymous']],
    ['environments', ['list', '--env', ''], ['sandbox']],
    ['steps of the connector', ['run', 'page', '--verbose', '--step', ''], ['first', 'second']],
    ['steps of no connector', ['run', 'search-it', '--step', ''], []],
    ['rules', ['explain', 'duplicate-k'], ['duplicate-key']],
    ['rules with their level to come', ['validate', '--rule', 'duplicate-k'], ['duplicate-key='], ':6'],
    ['levels', ['validate', '--rule', 'duplicate-key=o'], ['duplicate-key=off']],
    ['templates', ['add', 'o'], ['oauth-client-credentials', 'oauth-jwt-bearer']],
    ['options of the template', ['add', 'api-key', '--pr'], ['--prefix']],
    ['choices of the template', ['add', 'api-key', '--place', ''], ['header', 'query']],
    ['shells', ['completion', 'f'], ['fish']],
    ['files', ['validate', ''], [], ':0'],
    ['files behind a flag', ['run', '--har', ''], [], ':0'],
    ['folders for a project', ['init', ''], [], ':16'],
    ['directories', ['run', '--cwd', ''], [], ':16'],
    ['nothing for what cannot be known', ['run', '--query', ''], []],
  ])('offers %s', async (_, words, values, directive = ':4') => {
    expect(await complete(words)).toEqual({ values, directive });
  });

  it('runs no configuration that is a program', async () => {
    expect(await complete(['run', '--user', ''], join(project, 'code'))).toMatchObject({ directive: ':4' });
  });
});

describe.each(['bash', 'zsh', 'fish'])('the script for %s', (shell) => {
  it.skipIf(spawnSync(shell, ['-c', 'true']).status !== 0)('is read by it without a word', async () => {
    const { stdout } = await runProgram(['completion', shell], { cwd: project });
    const file = join(project, `script.${shell}`);
    writeFileSync(file, stdout);
    const { status, stderr } = spawnSync(shell, ['-n', file], { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});

describe.skipIf(!hasTmux || spawnSync('bash', ['--version']).status !== 0)('the Tab key in bash', () => {
  let terminal: Tmux;
  afterEach(() => terminal.close());

  it('completes with the program that the project alone has, through npx as well', async () => {
    terminal = new Tmux(100, 24);
    const script = `'${process.execPath}' '${programPath}' completion bash`;
    const path = `PATH=${join(process.execPath, '..')}:/usr/bin:/bin`;
    terminal.type(`cd '${project}'; ${path} PS1='> ' exec bash --norc`);
    terminal.type(`clear; source <(${script}); source <(${script}); echo re''ady`);
    await terminal.until((text) => text.includes('ready'));
    const press = async (typed: string, completed: string): Promise<void> => {
      terminal.keys('C-u', typed, 'Tab');
      await terminal.until((text) => text.trimEnd().endsWith(completed));
    };
    await press('connector-cli run sea', 'connector-cli run search-it');
    await press('connector-cli validate --format=sa', '--format=sarif');
    await press('connector-cli validate --rule duplicate-key=w', 'duplicate-key=warn');
    await press('connector-cli validate brok', 'connector-cli validate broken.json');
    await press('npx connector-cli run pa', 'npx connector-cli run page');
    await press('node_modules/.bin/connector-cli ren', 'connector-cli render');
    await press('connector-cli run "$(touch pwned)" --us', '--user');
    expect(existsSync(join(project, 'pwned'))).toBe(false);
  });
});
