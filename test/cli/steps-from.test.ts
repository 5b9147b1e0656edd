import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseStepsFrom, readStepsFrom } from '../../src/cli/steps-from.js';
import { SourceFile } from '../../src/text/source.js';
import { UserError } from '../../src/text/user-error.js';

const parse = (text: string, names = ['contact', 'orders']) =>
  parseStepsFrom(new SourceFile('/answers.json', text), {
    kind: 'composite',
    permalink: 'contact-orders',
    names,
  });

function refusal(text: string): UserError {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('was accepted');
}

describe('the shapes of --steps-from', () => {
  it('takes answers written by hand', () => {
    const { outputs } = parse(
      '{"steps": {"contact": {"status_code": 201, "headers": {"X-Id": "7"}, "body": "text"}}}',
    );
    expect(outputs.get('contact')).toEqual({ body: 'text', statusCode: 201, headers: { 'x-id': '7' } });
  });

  it('takes the same without the wrapper, and fills in what is left out', () => {
    const { outputs } = parse('{"contact": {}}');
    expect(outputs.get('contact')).toEqual({ body: null, statusCode: 200, headers: {} });
  });

  it('keeps a JSON body to the digit', () => {
    const { outputs } = parse('{"contact": {"body": {"id": 12345678901234567890, "ratio": 1.0}}}');
    expect(outputs.get('contact')?.body).toBe('{"id": 12345678901234567890, "ratio": 1.0}');
  });

  it('gives later steps the transformed body and the step itself the answer', () => {
    const { outputs, answers } = parse('{"contact": {"body": "raw", "transformed": "made of it"}}');
    expect(outputs.get('contact')?.body).toBe('made of it');
    expect(answers.get('contact')?.body).toBe('raw');
  });

  it('tells whose run a document of run --json is', () => {
    const document = '{"permalink": "other", "kind": "composite", "steps": []}';
    const { warnings } = parse(document);
    expect(warnings).toMatchObject([
      { code: 'steps-from-other-connector', message: expect.stringContaining("composite 'other'") },
    ]);
    expect(parse(document.replace('other', 'contact-orders')).warnings).toEqual([]);
    expect(parse('{"permalink": "contact-orders", "kind": "simple", "steps": []}').warnings).toHaveLength(1);
    expect(parse('{"permalink": {}, "kind": {}}', ['permalink', 'kind']).warnings).toEqual([]);
  });

  it('takes a document of run --json', () => {
    const response = { status_code: 200, headers: { a: 'b' }, body: '{"id": 7}', transformed: '7' };
    const { outputs, answers } = parse(
      JSON.stringify({
        permalink: 'x',
        steps: [
          { name: 'contact', state: 'done', response },
          { name: 'orders', state: 'failed', response: { ...response, status_code: 500, transformed: null } },
        ],
      }),
    );
    expect(outputs.get('contact')?.body).toBe('7');
    expect(answers.get('contact')?.body).toBe('{"id": 7}');
    // Nothing of a failed step is ever seen by a later one.
    expect([...outputs.keys()]).toEqual(['contact']);
    expect(answers.get('orders')?.statusCode).toBe(500);
  });

  it('leaves out the steps of a run that got no answer', () => {
    const { answers } = parse('{"steps": [{"name": "contact", "state": "skipped", "response": null}]}');
    expect(answers.size).toBe(0);
  });

  it('is not led astray by names of JavaScript', () => {
    const { outputs } = parse('{"__proto__": {"headers": {"__proto__": "x"}}}', ['__proto__']);
    expect(Object.entries(outputs.get('__proto__')?.headers ?? {})).toEqual([['__proto__', 'x']]);
  });
});

describe('what --steps-from refuses, with its place', () => {
  it.each([
    ['{"contacts": {}}', 'steps-from-unknown-step', 1, 2, "Did you mean 'contact'?"],
    ['{\n  "steps": {"contact": {"status": 200}}\n}', 'steps-from-wrong-shape', 2, 25, null],
    ['{"contact": {"status_code": 99}}', 'steps-from-wrong-shape', 1, 29, null],
    ['{"contact": {"headers": {"a": 1}}}', 'steps-from-wrong-shape', 1, 31, null],
    ['{"contact": 7}', 'steps-from-wrong-shape', 1, 13, null],
    ['[]', 'steps-from-wrong-shape', 1, 1, null],
    ['{"contact": {},}', 'steps-from-not-json', 1, 15, null],
  ])('%s', (text, code, line, column, hint) => {
    const error = refusal(text);
    expect([error.code, error.line, error.column]).toEqual([code, line, column]);
    expect(error.file).toBe('/answers.json');
    if (hint !== null) expect(error.hint).toBe(hint);
  });
});

describe('the file', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'steps-from-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is found beside the working directory', async () => {
    writeFileSync(join(folder, 'answers.json'), '{"contact": {"body": 1.50}}');
    const { outputs } = await readStepsFrom(
      'answers.json',
      { kind: 'composite', permalink: 'x', names: ['contact'] },
      folder,
    );
    expect(outputs.get('contact')?.body).toBe('1.50');
  });

  it('is named where it is missing', async () => {
    await expect(
      readStepsFrom('nowhere.json', { kind: 'composite', permalink: 'x', names: ['contact'] }, folder),
    ).rejects.toMatchObject({
      code: 'file-not-found',
    });
  });
});
