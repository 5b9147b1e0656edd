/** Any text in any quotes: the words are those that bash makes of it, and the upstream gets the text byte for byte. */
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { quote } from 'shell-quote';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importCurl } from '../../../src/imports/curl/import-curl.js';
import { PastedText } from '../../../src/imports/curl/pasted-text.js';
import { readPosix } from '../../../src/imports/curl/shell/posix.js';
import { Substitutions } from '../../../src/imports/curl/shell/substitutions.js';
import { runConnector } from '../../support/run.js';
import { json, startUpstream, type Upstream } from '../../support/upstream.js';

const hasBash = spawnSync('bash', ['--version']).status === 0;

const special = fc.constantFrom(
  ...`'"\\$\`!#&|;<>(){}[]*?~^%=,@: \t\n\rabxyzn0189`,
  'é',
  '✓',
  '😀',
  '{{',
  '{%',
  '}}',
);
const text = fc.string({ unit: special, maxLength: 30 });
/** Header values are single lines without spaces around them. */
const line = text.map((each) => each.replace(/[\r\n\t]/g, ' ').trim());

const escapes: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  "'": "\\'",
  '\\': '\\\\',
};

/** The ways in which people and programs write a text for a shell. */
const styles: readonly ((text: string) => string)[] = [
  (each) => `'${each.replaceAll("'", `'\\''`)}'`,
  (each) => `"${each.replace(/[\\"$`]/g, '\\$&')}"`,
  (each) => `$'${each.replace(/[\n\r\t'\\]/g, (found) => escapes[found] ?? found)}'`,
  (each) =>
    `$'${each.replace(/[^ -~]|['\\!]/gu, (found) => `\\U${(found.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`)}'`,
  (each) =>
    `$'${each.replace(/[^ -~]|['\\!]/gu, (found) => [...Buffer.from(found)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join(''))}'`,
  (each) =>
    [...each].map((one) => (one === '\n' ? `'\n'` : /[\w✓é😀]/u.test(one) ? one : `\\${one}`)).join('') ||
    "''",
];
const quoted = (texts: fc.Arbitrary<string>) =>
  fc.tuple(texts, fc.constantFrom(...styles)).map(([each, style]) => ({ text: each, written: style(each) }));

const wordsOf = (command: string): string[] =>
  readPosix(new PastedText(command), new Substitutions(command)).words.map((word) => word.text);

describe('the quoting of shells', () => {
  it('gives each text back, however it is quoted', () => {
    fc.assert(
      fc.property(fc.array(quoted(text), { maxLength: 4 }), (words) => {
        const command = ['curl', ...words.map(({ written }) => written)].join(' ');
        expect(wordsOf(command)).toEqual(['curl', ...words.map((each) => each.text)]);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads what a library for quoting writes', () => {
    fc.assert(
      // That one puts a backslash before ! in double quotes, where bash keeps it.
      fc.property(fc.array(text.map((each) => each.replaceAll('!', ''))), (texts) => {
        expect(wordsOf(quote(['curl', ...texts]))).toEqual(['curl', ...texts]);
      }),
      { numRuns: 1000 },
    );
  });

  it.runIf(hasBash)('reads words as bash does', () => {
    const part = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'abc019=:/.,@%^~+-é'), minLength: 1, maxLength: 6 }),
      quoted(text).map(({ written }) => written),
      fc.constantFrom(
        '\\\n',
        '""',
        "''",
        '$=',
        '$%',
        '"$"',
        '"\\a\\!"',
        '"\\\n"',
        "$'\\q\\101\\e\\cA'",
        'a#b',
        '\\#',
      ),
    );
    const words = fc.array(
      fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
      { maxLength: 4 },
    );
    const commands = fc
      .sample(words, { numRuns: 400, seed: 7 })
      .map((each) => ['w', ...each, 'z'].join(' '))
      // What a shell would fill in from files and users is no question of quoting.
      .filter((command) => !/(?:^|[\s=:])~/.test(command));
    const script = `set -f\nw() { printf '%s\\0' "$@"; printf '\\n--\\0'; }\n${commands.join('\n')}\n`;
    const { stdout } = spawnSync('bash', ['-c', script], {
      encoding: 'utf8',
      env: { LC_ALL: 'C.UTF-8', PATH: process.env.PATH },
    });
    const answers = stdout.split('\n--\0').slice(0, -1);
    expect(answers).toHaveLength(commands.length);
    commands.forEach((command, index) => {
      const [, ...read] = wordsOf(command);
      expect([command, read.map((each) => `${each}\0`).join('')]).toEqual([
        command,
        answers[index] === '\0' ? '' : answers[index],
      ]);
    });
  });
});

describe('any header and body', () => {
  let upstream: Upstream;
  beforeAll(async () => {
    upstream = await startUpstream((_, response) => json(response, {}));
  });
  afterAll(() => upstream.close());

  it('arrive byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(
        quoted(line),
        quoted(text.filter((each) => each !== '')),
        quoted(line),
        async (header, body, query) => {
          const name = 'X-Any: ';
          const command = `curl https://api.acme.io/x -H "${name}"${header.written} -H 'Content-Type: text/plain' --data-raw ${body.written} --url-query "q=x"${query.written}`;
          const { connector, secrets, variables } = importCurl(command);
          upstream.received.length = 0;
          const { result } = await runConnector(connector, {
            routes: { 'https://api.acme.io': upstream.origin },
            secrets: Object.fromEntries(secrets.map((each) => [each.name, each.value])),
            variables: Object.fromEntries(variables.map((each) => [each.name, each.value])),
          });
          expect(result.error).toBeNull();
          const [received] = upstream.received;
          const value = received?.headers['x-any'];
          expect(value === undefined ? '' : Buffer.from(String(value), 'latin1').toString('utf8')).toBe(
            header.text,
          );
          expect(received?.body).toBe(body.text);
          expect(new URLSearchParams(received?.path.split('?')[1]).get('q')).toBe(`x${query.text}`);
        },
      ),
      { numRuns: 150 },
    );
  });
});
