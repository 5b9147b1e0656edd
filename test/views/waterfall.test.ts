import { describe, expect, it } from 'vitest';
import { emptyModel, type RunModel, reduce } from '../../src/views/model.js';
import { displayWidth } from '../../src/views/text.js';
import { waterfall } from '../../src/views/waterfall.js';
import { contactOrders, failedOrders, fiftySteps } from './runs.js';
import { type ScriptedRun, scriptRun } from './script.js';

const mask = (text: string): string => text;
const modelOf = (run: ScriptedRun): RunModel => scriptRun(run).reduce(reduce, emptyModel);
const draw = (run: ScriptedRun, width: number, color: boolean | 1 = false) =>
  waterfall(modelOf(run), { width, color, mask });
// biome-ignore lint/suspicious/noControlCharactersInRegex: colours are what is taken away
const withoutColor = (line: string) => line.replace(/\u001b\[[0-9;]*m/g, '');

describe('waterfall', () => {
  it('puts the address under the name at 60 columns', () => {
    expect(draw(failedOrders, 60)).toEqual([
      'contact-orders            0              100 ms       200 ms',
      '✓ contact  200  136.9 ms  ▓▓▓▓▓▓∙─══░░░░░░░░░░░          ┊',
      '  GET api.example.com/v2/contacts/usr_123',
      '✗ orders   503   85.7 ms  ┊              ┊     ░░░░░░░░░░░░░',
      '  GET api.example.com/v2/orders ⇢↻',
      '○ audit      –   not run  ┊              ┊               ┊',
      '  POST audit.example.com/events',
      '',
      '▞ template 1.3 ms   ▓ token 40.1 ms   ∙ DNS 3.2 ms',
      '─ connect 8.4 ms   ═ TLS 12.3 ms   ░ wait 155.3 ms',
      '█ download 2.0 ms',
      '⇢ routed https://api.example.com → http://127.0.0.1:4010',
      '↻ open connection reused',
    ]);
  });

  it('has a line a step at 120 columns', () => {
    expect(draw(contactOrders, 120)).toEqual([
      'contact-orders  composite · 3 steps                                    0         50 ms      100 ms    150 ms    200 ms',
      '✓ contact  GET   api.example.com/v2/contacts/usr_123    200  136.9 ms  ▓▓▓▓▓▓▓▓▓──═══░░░░░░░░░░░░░░█  ┊         ┊',
      '✓ orders   GET   api.example.com/v2/orders           ↻  200   86.4 ms  ┊         ┊          ┊      ░░░░░░░░░░░░░█████',
      '✓ notify   POST  hooks.example.com/notify               200   13.2 ms  ┊         ┊          ┊         ┊         ┊    ─░░',
      '',
      '▞ template 1.5 ms   ▓ token 40.1 ms   ∙ DNS 3.2 ms   ─ connect 12.4 ms   ═ TLS 12.3 ms   ░ wait 140.2 ms',
      '█ download 26.8 ms',
      '↻ open connection reused',
    ]);
  });

  it('gives the axis what is left of 200 columns', () => {
    const lines = draw(contactOrders, 200);
    expect(lines[0]).toContain('0          20 ms      40 ms      60 ms');
    expect(lines[1]).toMatch(/ ▞▓{21}∙∙─{5}═{6}░{39}█ ┊/);
    expect(Math.max(...lines.map(displayWidth))).toBe(200);
  });

  it('splits cells between phases to an eighth where there is colour', () => {
    const [, first = '', second = ''] = draw(contactOrders, 200, true);
    expect(first).toContain('\u001b[38;5;103m\u001b[48;5;179m▌\u001b[49m\u001b[39m\u001b[38;5;179m█');
    // The bar of the second step begins inside a cell: a hole in its colour.
    expect(second).toContain('\u001b[38;5;103m\u001b[7m▋\u001b[27m\u001b[39m');
    expect(withoutColor(first)).toMatch(
      /^✓ contact {2}GET {3}api\.example\.com\/v2\/contacts\/usr_123 {4}200 {2}136\.9 ms {2}▌█/,
    );
  });

  it('keeps to sixteen colours where the terminal has no more', () => {
    const text = draw(contactOrders, 120, 1).join('\n');
    expect(text).toContain('\u001b[32m');
    expect(text).not.toContain('38;5;');
  });

  it('names in its legend only what occurs', () => {
    const quick: ScriptedRun = { steps: [{ name: 'a', url: 'https://a.test/', phases: [['wait', 5]] }] };
    expect(draw(quick, 80).at(-1)).toBe('░ wait 5.0 ms');
  });

  it('shows a step however short it was', () => {
    const run: ScriptedRun = {
      steps: [
        { name: 'long', url: 'https://a.test/', phases: [['wait', 9000]] },
        { name: 'short', url: 'https://a.test/', phases: [['template', 0.01]] },
      ],
    };
    for (const color of [true, false]) expect(withoutColor(draw(run, 80, color)[2] ?? '')).toMatch(/[▞▏▉]$/);
    expect(draw(run, 80)[1]).toContain('9.00 s');
  });

  it.each([true, false])('breaks no line at any width (colour %s)', (color) => {
    const runs = [contactOrders, failedOrders, fiftySteps];
    for (const run of runs) {
      for (let width = 12; width <= 220; width += width < 90 ? 1 : 13) {
        const widest = Math.max(...draw(run, width, color).map((line) => displayWidth(withoutColor(line))));
        expect(widest, `${run.permalink} at ${width}`).toBeLessThanOrEqual(width);
      }
    }
  });

  it('aligns the columns of fifty steps', () => {
    const rows = draw(fiftySteps, 120).slice(1, 51);
    expect(rows).toHaveLength(50);
    expect(new Set(rows.map((row) => row.indexOf(' ms')))).toHaveLength(1);
  });

  it('keeps the name whole while there is anything else to cut', () => {
    const name = 'fetch-all-of-the-open-orders-of-a-contact';
    const run: ScriptedRun = { steps: [{ name, url: 'https://a.test/x', phases: [['wait', 5]] }] };
    for (const width of [70, 100, 200]) expect(draw(run, width)[1]).toContain(name);
  });

  it('measures wide and combining characters, and spells out control characters', () => {
    const url = 'https://例え.test/日本語/cafe\u0301/👩‍👩‍👧/\u001b[2J\u0007\u202e\n';
    const run: ScriptedRun = {
      steps: [
        { name: 'hostile', url, phases: [['wait', 5]] },
        { name: 'plain', url: 'https://a.test/', phases: [['wait', 5]] },
      ],
    };
    const lines = draw(run, 160);
    expect(lines[1]).toContain('例え.test/日本語/cafe\u0301/👩‍👩‍👧/\\x1b[2J\\x07\\u202e\\n');
    expect(lines.join('')).not.toContain('\u001b');
    const cellsBefore = (line = '') => displayWidth(line.slice(0, line.indexOf(' 200 ')));
    expect(cellsBefore(lines[1])).toBe(cellsBefore(lines[2]));
  });

  it('cuts an address of a megabyte quickly', () => {
    const url = `https://a.test/${'日'.repeat(1_000_000)}/end`;
    const run: ScriptedRun = { steps: [{ name: 'a', url, phases: [['wait', 5]] }] };
    expect(draw(run, 100)[1]).toMatch(/a\.test\/日+….*\/end/);
  });

  it('masks an address before it cuts it', () => {
    const url = 'https://a.test/a-rather-long-secret-value-in-the-path/and/what/follows/it/to/the/end';
    const model = modelOf({ steps: [{ name: 'a', url, phases: [['wait', 5]] }] });
    for (let width = 20; width < 140; width += 1) {
      const options = {
        width,
        color: false,
        mask: (text: string) => text.replace('a-rather-long-secret-value', '***'),
      };
      expect(waterfall(model, options).join('\n')).not.toMatch(/rather|secret|value/);
    }
  });

  it('draws ASCII alone where there is no Unicode', () => {
    const lines = waterfall(modelOf(failedOrders), { width: 100, color: false, unicode: false, mask });
    expect(lines.join('\n')).toMatch(/^[\n -~]*$/);
    expect(lines[2]).toMatch(/^x orders .* >@ {2}503/);
  });

  it('lets the bar of a running step grow', () => {
    const started = scriptRun(contactOrders).slice(0, 5).reduce(reduce, emptyModel);
    const length = (now_ms: number) =>
      (waterfall(started, { width: 120, color: false, mask, now_ms })[1]?.match(/▓|▞/g) ?? []).length;
    expect(length(80)).toBeGreaterThan(length(20));
    expect(waterfall(started, { width: 120, color: false, mask, now_ms: 80 })[1]).toContain('80.0 ms');
  });
});
