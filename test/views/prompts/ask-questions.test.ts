import { beforeAll, describe, expect, it } from 'vitest';
import { askQuestions } from '../../../src/views/prompts/ask-questions.js';
import type { Answers, Question } from '../../../src/views/prompts/question.js';
import { FakeTerminal, keys } from './fake-terminal.js';
import { questions } from './samples.js';

beforeAll(() => {
  // Ink draws nothing where it believes to be in CI; nobody asks there, but these tests run there.
  process.env.CI = 'false';
  process.env.CONTINUOUS_INTEGRATION = 'false';
});

const { enter, escape: esc, up, down, left, backspace, control } = keys;

interface Asked {
  terminal: FakeTerminal;
  answers: Promise<Answers | null>;
}

async function ask(form: readonly Question[], columns = 80, rows = 24): Promise<Asked> {
  const terminal = new FakeTerminal(columns, rows);
  const { stdin, stdout } = terminal;
  const answers = askQuestions(form, { stdin, stdout, color: false });
  await terminal.until((screen) => screen.includes('?'));
  return { terminal, answers };
}

const text = (id: string, more: Partial<Question> = {}): Question => ({
  id,
  prompt: id,
  kind: 'text',
  ...more,
});

describe('a form', () => {
  it('shows the question, its default and its keys, at 80 columns and at 40', async () => {
    const wide = await ask(questions);
    expect(wide.terminal.screen).toBe('? Name (Search)\n  ›\n  Enter · Tab edit · Ctrl-C cancel');
    expect(wide.terminal.cursor).toEqual([1, 4]);
    expect(await wide.terminal.pressUntil(enter, 'URL')).toBe(
      [
        '✓ Name  Search',
        '? URL of the API that is called for every visitor of the page',
        '  ›',
        '  Enter · Esc back · Ctrl-C cancel',
      ].join('\n'),
    );
    wide.terminal.press(control('c'));
    const narrow = await ask(questions, 40);
    expect(await narrow.terminal.pressUntil(enter, 'URL')).toBe(
      [
        '✓ Name  Search',
        '? URL of the API that is called for',
        '  every visitor of the page',
        '  ›',
        '  Enter · Esc back · Ctrl-C cancel',
      ].join('\n'),
    );
    narrow.terminal.press(control('c'));
  });

  it('finds a choice by the letters that it begins with', async () => {
    const choices = ['api-key', 'get', 'jwt', 'oauth-client', 'oauth-jwt', 'post'];
    const template: Question = {
      id: 'template',
      prompt: 'What to add',
      kind: 'choice',
      choices,
      default: 'get',
    };
    for (const [typed, expected] of [
      ['oauth-j', 'oauth-jwt'],
      ['oau', 'oauth-client'],
      ['oo', 'oauth-jwt'],
      ['j', 'jwt'],
      ['P', 'post'],
      ['k', 'api-key'],
      ['oz', 'oauth-client'],
    ] as const) {
      const { terminal, answers } = await ask([template]);
      terminal.press(typed, enter);
      expect([typed, (await answers)?.get('template')]).toEqual([typed, expected]);
    }
  });

  it('answers with what was typed, chosen and left as it was, and leaves one line for each', async () => {
    const { terminal, answers } = await ask(questions, 60);
    terminal.press(enter, 'https://a.example', enter, 'j', enter, 'pass', enter, down, ' ', enter, 'n');
    expect(Object.fromEntries((await answers) ?? [])).toEqual({
      name: 'Search',
      url: 'https://a.example',
      place: 'query',
      key: 'pass',
      scopes: ['read', 'write'],
      tests: false,
    });
    expect(terminal.screen).toBe(
      [
        '✓ Name  Search',
        '✓ URL of the API that is called for eve…  https://a.example',
        '✓ Where the key goes  query',
        '✓ The key  ••••••••',
        '✓ Scopes  read, write',
        '✓ Write a test file?  no',
      ].join('\n'),
    );
    expect(terminal.written).not.toContain('pass');
    expect(terminal.stdin.isRaw).toBe(false);
  });

  it('says below the answer what is wrong with it, until it is edited', async () => {
    const { terminal } = await ask([questions[1] as Question]);
    expect(await terminal.pressUntil(enter, '!')).toContain('  ! An answer is needed.');
    expect(await terminal.pressUntil(`ftp${enter}`, 'begin')).toContain(
      '  › ftp\n  ! It must begin with https://.',
    );
    expect(await terminal.pressUntil('x', 'ftpx')).not.toContain('!');
    terminal.press(control('c'));
  });

  it('goes back with Escape, with what was answered, and past questions that were not asked', async () => {
    const { terminal, answers } = await ask(questions.slice(1, 5));
    terminal.press(`https://a.example${enter}`);
    await terminal.pressUntil(`${up}${enter}`, 'Scopes');
    const back = await terminal.pressUntil(esc, '› none');
    expect(back).not.toContain('✓ Where');
    expect(await terminal.pressUntil(esc, '› https://a.example')).not.toContain('✓');
    await terminal.pressUntil(`/b${enter}`, '› none');
    await terminal.pressUntil(`${down}${enter}`, 'The key');
    terminal.press(enter, enter);
    expect(Object.fromEntries((await answers) ?? [])).toEqual({
      url: 'https://a.example/b',
      place: 'header',
      key: '',
      scopes: ['read'],
    });
  });

  it.each(['Ctrl-C', 'a terminal that goes away', 'an abort'])('is cancelled by %s', async (how) => {
    const terminal = new FakeTerminal(80);
    const abort = new AbortController();
    const { stdin, stdout } = terminal;
    const answers = askQuestions(questions, { stdin, stdout, color: false, signal: abort.signal });
    await terminal.pressUntil(`A${enter}`, 'URL');
    if (how === 'Ctrl-C') terminal.press(control('c'));
    else if (how === 'an abort') abort.abort();
    else stdin.end();
    expect(await answers).toBeNull();
    expect(terminal.screen).toBe('✓ Name  A');
    expect(stdin.isRaw).toBe(false);
  });

  it('takes a default into the line with Tab', async () => {
    const { terminal, answers } = await ask([text('name', { default: 'Search' })]);
    await terminal.pressUntil('\t', '› Search');
    terminal.press(backspace, backspace, enter);
    expect((await answers)?.get('name')).toBe('Sear');
  });

  it('edits wide characters and emoji as whole characters, with the cursor beside them', async () => {
    const { terminal, answers } = await ask([text('name')]);
    await terminal.pressUntil('列車👩‍🚀x', 'x');
    expect(terminal.cursor).toEqual([1, 4 + 2 + 2 + 2 + 1]);
    await terminal.pressUntil(`${left}${backspace}${backspace}!`, '列!x');
    expect(terminal.cursor).toEqual([1, 4 + 2 + 1]);
    terminal.press(enter);
    expect((await answers)?.get('name')).toBe('列!x');
  });

  it('shows the end of a long answer that is being typed, and never a line wider than the window', async () => {
    const { terminal, answers } = await ask([text('name')], 40);
    const long = 'abcdefghij'.repeat(9);
    const screen = await terminal.pressUntil(`${long}!`, '!');
    expect(screen.split('\n')[1]).toBe(`  › …${`${long}!`.slice(-33)}`);
    terminal.press(enter);
    expect((await answers)?.get('name')).toBe(`${long}!`);
    expect(terminal.screen).toBe('✓ name  abcdefghijabcdefghijabcdefghij…');
  });

  it('makes one line of a paste of several, but keeps those of a secret', async () => {
    const { terminal, answers } = await ask([text('a'), text('b', { kind: 'secret' })]);
    terminal.paste('one\r\n two\rthree\n');
    await terminal.pressUntil(enter, '? b');
    terminal.paste('-----BEGIN\r\nkey\r\n-----END\r\n');
    terminal.press(enter);
    expect(Object.fromEntries((await answers) ?? [])).toEqual({
      a: 'one two three',
      b: '-----BEGIN\nkey\n-----END',
    });
    expect(terminal.written).not.toContain('BEGIN');
  });

  it('spells out what a terminal would obey', async () => {
    const { terminal } = await ask([text('a\u001b[2J', { default: 'b\u0007' })]);
    expect(terminal.screen).toContain('? a\\x1b[2J (b\\x07)');
    terminal.paste('c\u202ed');
    expect(await terminal.until((screen) => screen.includes('› c'))).toContain('› c\\u202ed');
    terminal.press(control('c'));
  });

  it('chooses with digits, letters and the arrows, around the ends', async () => {
    const choice: Question = { id: 'a', prompt: 'A', kind: 'choice', choices: ['one', 'two', 'three'] };
    const { terminal, answers } = await ask([choice]);
    expect(terminal.screen).toContain('  › one\n    two\n    three');
    await terminal.pressUntil(up, '› three');
    await terminal.pressUntil('k', '› two');
    await terminal.pressUntil('j', '› three');
    await terminal.pressUntil(down, '› one');
    await terminal.pressUntil('2', '› two');
    terminal.press(enter);
    expect((await answers)?.get('a')).toBe('two');
  });

  it('shows the choices around the mark where the window is low', async () => {
    const choices = Array.from({ length: 30 }, (_, index) => `number ${index + 1}`);
    const { terminal } = await ask([{ id: 'a', prompt: 'A', kind: 'choice', choices }], 40, 8);
    expect(terminal.screen.split('\n')).toHaveLength(6);
    expect((await terminal.pressUntil(`${down}${down}${down}`, '› number 4')).split('\n')).toEqual([
      '? A',
      '    number 2',
      '    number 3',
      '  › number 4',
      '    number 5',
      '  arrows · Enter · Ctrl-C cancel',
    ]);
    terminal.press(control('c'));
  });

  it.each([
    ['y', true],
    ['N', false],
    [enter, false],
    [`${left}${enter}`, true],
  ])('confirms with %j', async (pressed, answer) => {
    const { terminal, answers } = await ask([{ id: 'a', prompt: 'Sure?', kind: 'confirm', default: false }]);
    expect(terminal.screen).toContain('? Sure? (y/N)');
    terminal.press(pressed);
    expect((await answers)?.get('a')).toBe(answer);
  });

  it('takes all choices with a, and wants one where one is required', async () => {
    const { terminal, answers } = await ask([
      { id: 'a', prompt: 'A', kind: 'choices', choices: ['x', 'y'], required: true },
    ]);
    await terminal.pressUntil(enter, 'Take one at least');
    await terminal.pressUntil('a', '[x] y');
    terminal.press(enter);
    expect((await answers)?.get('a')).toEqual(['x', 'y']);
  });

  it('asks nothing where there is nothing to ask', async () => {
    const { stdin, stdout } = new FakeTerminal(80);
    const form = [text('a', { when: () => false })];
    expect(await askQuestions(form, { stdin, stdout, color: false })).toEqual(new Map());
  });

  it.each([
    [1, '\u001b[34m', '\u001b[38;5;'],
    [2, '\u001b[38;5;68m', '\u001b[34m'],
  ] as const)('paints with the colours that there are: %s', async (color, used, unused) => {
    const terminal = new FakeTerminal(80);
    const { stdin, stdout } = terminal;
    const answers = askQuestions([text('a')], { stdin, stdout, color });
    await terminal.until((screen) => screen.includes('? a'));
    terminal.press(enter);
    await answers;
    expect(terminal.written).toContain(used);
    expect(terminal.written).not.toContain(unused);
  });
});
