/** What a person sees who leaves out what the command line could have said: on a real terminal, with the built program. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { programPath } from '../support/program.js';
import { hasTmux, Tmux } from '../views/tmux.js';

const registry = {
  connectors: [
    { name: 'Search', url: 'https://search.example/{{ q }}', method: 'POST' },
    { name: 'Both', permalink: 'both', url: 'https://one.example' },
    { name: 'Hostile \u001b[2J', permalink: 'hostile', url: 'https://{{ host }}/x' },
  ],
  composite_connectors: [
    { name: 'Both', permalink: 'both', steps: [{ name: 'a', url: 'https://two.example' }], output: '' },
  ],
};
const openApi = {
  openapi: '3.0.0',
  info: { title: 'Shop', version: '1' },
  servers: [{ url: 'https://shop.example' }],
  paths: {
    '/orders': {
      get: { operationId: 'listOrders', summary: 'All orders', responses: { 200: { description: 'fine' } } },
    },
    '/carts': {
      post: { operationId: 'makeCart', summary: 'A new cart', responses: { 200: { description: 'fine' } } },
    },
  },
};

describe.skipIf(!hasTmux)('a command on a terminal', () => {
  let folder: string;
  let terminal: Tmux;
  const file = () => join(folder, 'work', 'connectors_registry.json');

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'connector-cli-prompts-'));
    mkdirSync(join(folder, 'work'));
    writeFileSync(file(), JSON.stringify(registry, null, 2));
    writeFileSync(join(folder, 'work', 'openapi.json'), JSON.stringify(openApi));
    terminal = new Tmux(80, 24);
  });
  afterEach(() => {
    terminal.close();
    rmSync(folder, { recursive: true });
  });

  function start(command: string, environment = ''): Tmux {
    const variables = `CONNECTOR_CACHE_DIR='${join(folder, 'cache')}' ${environment}`;
    // The words are put together by the shell, so that the command line itself does not hold them.
    const program = `${variables} '${process.execPath}' '${programPath}' ${command}`;
    terminal.type(`cd '${join(folder, 'work')}'; clear; ${program}; echo "exit" "code $?"`);
    return terminal;
  }

  const shows = (text: string) => (screen: string) => screen.includes(text);

  it('offers the connectors of the registry, and the one used last first', async () => {
    start('render');
    const screen = await terminal.until(shows('Esc cancel'));
    expect(screen).toContain('› search ');
    expect(screen).toContain('POST  search.example');
    expect(screen).toContain('composite, 1 step  two.example');
    expect(screen).toContain('Hostile \\x1b[2J');
    terminal.keys('two', 'Enter');
    const rendered = await terminal.until(shows('exit code'));
    expect(rendered).toContain('✓ Render which connector?  both');
    expect(rendered).toContain('https://two.example');
    expect(rendered).toContain('exit code 0');
    start('render');
    const again = await terminal.until(shows('Esc cancel'));
    expect(again).toMatch(/› both +Both +composite/);
    terminal.keys('Escape');
    expect(await terminal.until(shows('exit code'))).toContain('exit code 130');
    expect(terminal.cursorShown()).toBe(true);
  });

  it('asks for a template and its answers, with a way back, and adds the entry', async () => {
    start('add');
    await terminal.until(shows('› get'));
    terminal.keys('Enter');
    await terminal.until(shows('? Name'));
    terminal.keys('Escape');
    await terminal.until(shows('? What to add'));
    terminal.keys('Enter');
    await terminal.until(shows('? Name'));
    terminal.keys('New one', 'Enter');
    await terminal.until(shows('? URL'));
    terminal.keys('ftp://x', 'Enter');
    await terminal.until(shows('! It must begin with https://.'));
    terminal.keys('C-u', 'https://new.example/a', 'Enter');
    for (;;) {
      const screen = await terminal.until((text) => /exit code|\n\? /.test(text));
      if (screen.includes('exit code')) break;
      const question = screen.split('\n').findLast((line) => line.startsWith('? ')) ?? '';
      terminal.keys('Enter');
      await terminal.until((text) => !text.split('\n').includes(question));
    }
    const { connectors } = JSON.parse(readFileSync(file(), 'utf8'));
    expect(connectors.at(-1)).toMatchObject({
      name: 'New one',
      url: 'https://new.example/a',
      permalink: 'new-one',
    });
    expect(connectors).toHaveLength(registry.connectors.length + 1);
  });

  it('writes nothing where Ctrl-C ends the questions', async () => {
    const before = readFileSync(file(), 'utf8');
    start('add get');
    await terminal.until(shows('? Name'));
    terminal.keys('x', 'Enter');
    await terminal.until(shows('? URL'));
    terminal.keys('C-c');
    expect(await terminal.until(shows('exit code'))).toContain('exit code 130');
    expect(readFileSync(file(), 'utf8')).toBe(before);
  });

  it('offers the operations of a document', async () => {
    start('add --from-openapi openapi.json');
    expect(await terminal.until(shows('Which operation?'))).toContain('listOrders');
    terminal.keys('cart', 'Enter');
    expect(await terminal.until(shows('exit code'))).toContain('✓ Which operation?  makeCart');
    expect(JSON.parse(readFileSync(file(), 'utf8')).connectors.at(-1).url).toBe('https://shop.example/carts');
  });

  it.each(['TERM=dumb', 'CI=true', 'CONTINUOUS_INTEGRATION=1'])(
    'asks nobody with %s',
    async (environment) => {
      start('run', environment);
      const screen = await terminal.until(shows('exit code'));
      expect(screen).toContain('The permalink is missing: connector-cli run <permalink>.');
      expect(screen).toContain('exit code 2');
    },
  );
});
