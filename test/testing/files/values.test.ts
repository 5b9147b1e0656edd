import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonText } from '../../../src/registry/json/json-text.js';
import { parseText } from '../../../src/testing/files/parse-text.js';
import { ProblemList } from '../../../src/testing/files/problems.js';
import { readTestFiles } from '../../../src/testing/files/read-test-file.js';
import { SourceFile } from '../../../src/text/source.js';
import { readCase, temporaryDirectory } from './support.js';

const directory = temporaryDirectory();

const number = fc.stringMatching(/^-?(0|[1-9][0-9]{0,24})(\.[0-9]{1,20})?([eE][+-]?[0-9]{1,3})?$/);
const text = fc.string({ unit: 'binary' }).map((value) => JSON.stringify(value.toWellFormed()));
/** JSON text, its numbers as nobody but a person would write them. */
const { json } = fc.letrec<{ json: string; list: string; object: string }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small' },
    number,
    text,
    fc.constantFrom('true', 'false', 'null'),
    tie('list'),
    tie('object'),
  ),
  list: fc.array(tie('json'), { maxLength: 4 }).map((items) => `[${items.join(',')}]`),
  object: fc
    .uniqueArray(fc.tuple(text, tie('json')), { maxLength: 4, selector: ([key]) => key })
    .map((members) => `{${members.map(([key, value]) => `${key}:${value}`).join(',')}}`),
}));

const quoted = (value: string) =>
  value.replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

describe('JSON values of a test file', () => {
  for (const extension of ['yaml', 'json']) {
    it(`come out of .${extension} with the digits that they were written with`, async () => {
      await fc.assert(
        fc.asyncProperty(json, async (value) => {
          const problems = new ProblemList(new SourceFile(`a.${extension}`, `{"x": ${quoted(value)}}`));
          const root = await parseText(problems);
          expect(problems.errors()).toEqual([]);
          expect(root && jsonText(root)).toBe(`{"x":${value}}`);
        }),
        { numRuns: 300 },
      );
    });
  }

  it('have the numbers that YAML has beside those of JSON', async () => {
    const { request } = await readCase(
      directory,
      'request: { payload: [0x1F, 0o17, +7, .5, 1., -.50, 007, 1e3, -0, 1_000, 12:30, 0xffffffffffffffffff] }',
    );
    expect(request.payload).toBe('[31,15,7,0.5,1.0,-0.50,7,1e3,-0,"1_000","12:30",4722366482869645213695]');
  });

  it('are what YAML 1.2 says: words and times are text', async () => {
    const { request } = await readCase(
      directory,
      'request: { payload: { on: yes, time: 2026-01-02, 200: ~, "null": null, flag: True } }',
    );
    expect(request.payload).toBe('{"on":"yes","time":"2026-01-02","200":null,"null":null,"flag":true}');
  });
});

describe('a long file', () => {
  it('is read whole, and its faults are found', async () => {
    const cases = Array.from({ length: 3000 }, (_, index) => `  - name: case ${index}\n    now: ${index}\n`);
    const good = directory.write('long.yaml', `connector: c\ncases:\n${cases.join('')}user: ada\n`);
    const { files } = await readTestFiles([good]);
    expect(files[0]?.cases).toHaveLength(3000);
    expect(files[0]?.cases[2999]).toMatchObject({ name: 'case 2999', now: 2999, user: { value: 'ada' } });
    cases[2500] = '  - name: case 7\n    now: "soon\n';
    const { errors } = await readTestFiles([
      directory.write('long.yaml', `connector: c\ncases:\n${cases.join('')}`),
    ]);
    expect(errors).toMatchObject([{ line: 5004, column: 10 }]);
  });
});

describe('any bytes', () => {
  it('give a test file or errors of the user', async () => {
    const pieces = fc.array(
      fc.oneof(
        fc.constantFrom(
          'cases:',
          '\n',
          '  - ',
          '- ',
          'name: x',
          '{',
          '}',
          '[',
          ']',
          ', ',
          ': ',
          '"',
          "'",
          '&a ',
          '*a',
          '<<: ',
          '|',
          '>',
          '#',
          '---',
          '!!map ',
          '%',
          '\t',
          '? ',
          '__proto__',
          '\0',
          '\r',
          '\ufeff',
        ),
        fc.string(),
      ),
      { maxLength: 40 },
    );
    await fc.assert(
      fc.asyncProperty(pieces, fc.constantFrom('yaml', 'json'), async (parts, extension) => {
        const { files, errors } = await readTestFiles([directory.write(`any.${extension}`, parts.join(''))]);
        expect(files.length + errors.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });
});
