import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordedExchange } from '../../../src/testing/recordings/model.js';
import { answer, exchange, fileOf, parsed, recording } from './support.js';

/** What comes back of an exchange that was written and read. */
const again = (each: RecordedExchange) => fileOf(recording([each])).recordings[0]?.exchanges[0];

const bodyAgain = (body: string | Uint8Array) => {
  const outcome = again(exchange({}, { outcome: answer(body) }))?.outcome;
  return outcome?.type === 'answer' ? Buffer.from(outcome.body) : null;
};

describe('a body', () => {
  it.each([
    ['compact', '{"a":1,"b":[1.50,20000000000000000001,-0,1e3]}'],
    ['as Python writes it', '{"a": 1, "b": ["é", null, true]}'],
    ['over lines', '{\n  "a": 1,\n  "b": []\n}'],
    ['with a line feed behind it', '{"a":1}\n'],
  ])('that is JSON (%s) stands in the file as JSON', (_, body) => {
    const { source } = fileOf(recording([exchange({}, { outcome: answer(body) })]));
    expect(source.text).toContain('"json": {\n');
    expect(bodyAgain(body)?.toString()).toBe(body);
  });

  it.each([
    ['white space of its own', '{ "a":1}'],
    ['a key twice', '{"a":1,"a":2}'],
    ['an escape that need not be', '{"a":"\\u00e9"}'],
    ['text', 'no JSON at all\r\n'],
    ['a byte order mark', '\ufeff{"a":1}'],
    ['keys that are numbers, out of order', '{"2":1,"1":2,"__proto__":3}'],
  ])('with %s comes back to the byte', (_, body) => {
    expect(bodyAgain(body)?.toString()).toBe(body);
  });

  it('that is binary comes back to the byte', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_each, at) => at);
    expect(bodyAgain(bytes)).toEqual(Buffer.from(bytes));
  });

  it('comes back to the byte whatever it is', () => {
    const json = fc.json().map((text) => Buffer.from(text));
    const spaced = fc.jsonValue().map((value) => Buffer.from(`${JSON.stringify(value, null, 2)}\n`));
    fc.assert(
      fc.property(
        fc.oneof(
          json,
          spaced,
          fc.uint8Array(),
          fc.string().map((text) => Buffer.from(text)),
        ),
        (body) => {
          expect(bodyAgain(body)).toEqual(Buffer.from(body));
        },
      ),
    );
  });
});

it('keeps headers that repeat, and values that are not UTF-8', () => {
  const headers: [string, string | Uint8Array][] = [
    ['Set-Cookie', 'a=***'],
    ['Set-Cookie', 'b=***'],
    ['X-Latin', Buffer.from([0xe9])],
    ['1', 'a name that is a number'],
  ];
  const outcome = again(exchange({}, { outcome: answer('{}', { headers }) }))?.outcome;
  expect(outcome).toMatchObject({ headers });
});

it('keeps a failure', () => {
  const outcome = {
    type: 'failure',
    failure: 'timeout',
    code: 'ETIMEDOUT',
    phase: 'wait',
    message: 'no answer within 15000 ms',
  } as const;
  expect(again(exchange({}, { outcome }))?.outcome).toEqual(outcome);
});

describe('a file that is broken is told with its place', () => {
  const good = fileOf(recording([exchange()])).source.text;
  const fault = (content: string) => {
    try {
      parsed(content);
      return null;
    } catch (error) {
      const { code, message, line, column } = error as Record<string, unknown>;
      return { code, message, place: `${line}:${column}` };
    }
  };

  it.each([
    ['a merge conflict', good.replace('"version"', '<<<<<<< ours\n  "version"'), 'recording-syntax', '2:3'],
    ['an unknown key', good.replace('"step"', '"stepp"'), 'recording-unknown-key', '13:11'],
    ['a wrong type', good.replace('"status": 200', '"status": "200"'), 'recording-type', '22:23'],
    ['no answer', good.replace(/,\s+"answer": \{.*?\n {10}\}/s, ''), 'recording-missing-key', '12:9'],
    ['a later version', good.replace('"version": 1', '"version": 2'), 'recording-version', '2:14'],
    [
      'a key twice',
      good.replace('"version": 1,', '"version": 1,\n"version": 1,'),
      'recording-duplicate-key',
      '3:1',
    ],
    ['nothing', '', 'recording-syntax', '1:1'],
  ])('%s', (_, content, code, place) => {
    expect(fault(content)).toMatchObject({ code, place });
  });
});
