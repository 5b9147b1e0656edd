import { beforeAll, describe, expect, it } from 'vitest';
import { pick } from '../../../src/views/prompts/pick.js';
import type { PickerItem } from '../../../src/views/prompts/picker.js';
import { FakeTerminal, keys } from './fake-terminal.js';
import { items } from './samples.js';

beforeAll(() => {
  // Ink draws nothing where it believes to be in CI; nobody asks there, but these tests run there.
  process.env.CI = 'false';
  process.env.CONTINUOUS_INTEGRATION = 'false';
});

const { enter, escape: esc, up, down, pageDown, backspace, control } = keys;

async function offer(list: readonly PickerItem[], columns = 80, rows = 24, color: 0 | 1 | 2 = 0) {
  const terminal = new FakeTerminal(columns, rows);
  const { stdin, stdout } = terminal;
  const picked = pick(list, { title: 'Run which?' }, { stdin, stdout, color });
  await terminal.until((screen) => screen.includes('Esc'));
  return { terminal, picked };
}

describe('pick', () => {
  it('shows as many as fit, a line each, in their own order', async () => {
    const { terminal } = await offer(items(100), 80, 10);
    expect(terminal.screen.split('\n')).toEqual([
      '? Run which?  100',
      '  ›',
      '  › contact-orders  Orders of a contact  composite  3 steps  api.example.com',
      '    günstige-züge   列車の検索 🚄        GET  bahn.example.com',
      '    connector-1     Connector number 1   GET  host-0.example.com',
      '    connector-2     Connector number 2   GET  host-1.example.com',
      '    connector-3     Connector number 3   GET  host-2.example.com',
      '  type to search · Enter · Esc cancel · arrows · page up/down',
    ]);
    terminal.press(control('c'));
  });

  it('shows details on a second line at 40 columns', async () => {
    const { terminal } = await offer(items(100), 40, 10);
    expect(terminal.screen.split('\n')).toEqual([
      '? Run which?  100',
      '  ›',
      '  › contact-orders',
      '      Orders of a cont…  composite  3 …',
      '    günstige-züge',
      '      列車の検索 🚄  GET  bahn.example…',
      '  type to search · Enter · Esc cancel',
    ]);
    terminal.press(control('c'));
  });

  it('keeps the order of those that match equally well', async () => {
    const titles = Array.from({ length: 60 }, (_, at) => `orders-${10 + at}`);
    const { terminal } = await offer(
      titles.map((title) => ({ title })),
      80,
      24,
    );
    const screen = await terminal.pressUntil('orders-2', ' of 60');
    const shown = [...screen.matchAll(/orders-(2\d)/g)].map(([, number]) => number);
    expect(shown).toEqual(['20', '21', '22', '23', '24', '25', '26', '27', '28', '29']);
    terminal.press(control('c'));
  });

  it('finds by title, name and details, the best first, and returns the item itself', async () => {
    const list = items(10_000);
    const { terminal, picked } = await offer(list, 80, 10);
    const screen = await terminal.pressUntil('bahn', '1 of 10000');
    expect(screen).toContain('› günstige-züge');
    await terminal.pressUntil(control('u'), 'Run which?  10000');
    await terminal.pressUntil('列車', '1 of 10000');
    await terminal.pressUntil(`${backspace}${backspace}connector-9998`, '› connector-9998');
    terminal.press(enter);
    expect(await picked).toBe(list.find(({ title }) => title === 'connector-9998'));
    expect(terminal.screen).toBe('✓ Run which?  connector-9998');
  });

  it('moves by lines and pages, around the ends', async () => {
    const { terminal, picked } = await offer(items(100), 80, 10);
    await terminal.pressUntil(pageDown, '› connector-4');
    await terminal.pressUntil(down, '› connector-5');
    await terminal.pressUntil(up, '› connector-4');
    await terminal.pressUntil(`\u001b[H${up}`, '› connector-98');
    terminal.press(enter);
    expect((await picked)?.title).toBe('connector-98');
  });

  it('clears the search with Escape, and is cancelled by the next', async () => {
    const { terminal, picked } = await offer(items(5));
    expect(await terminal.pressUntil('zzz', 'nothing matches')).toContain('0 of 5');
    terminal.press(enter);
    await terminal.pressUntil(esc, '› contact-orders');
    terminal.press(esc);
    expect(await picked).toBeNull();
    expect(terminal.screen).toBe('');
  });

  it('paints what matched', async () => {
    const { terminal } = await offer(items(5), 80, 10, 1);
    await terminal.pressUntil('günst', '1 of 5');
    expect(terminal.written).toContain('\u001b[33m\u001b[1mgünst\u001b[22m\u001b[39m');
    terminal.press(control('c'));
  });

  it('lives in a window of three rows', async () => {
    const { terminal, picked } = await offer(items(5), 40, 24);
    terminal.stdout.rows = 3;
    terminal.stdout.emit('resize');
    await terminal.pressUntil('orders', '1 of 5');
    terminal.press(enter);
    expect((await picked)?.title).toBe('contact-orders');
  });

  it('spells out what a terminal would obey', async () => {
    const { terminal } = await offer([{ title: 'a\u001b[2J', details: '\u202e' }]);
    expect(terminal.screen).toContain('› a\\x1b[2J');
    terminal.press(control('c'));
  });
});
