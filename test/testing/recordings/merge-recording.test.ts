import { describe, expect, it } from 'vitest';
import { object, text } from '../../../src/testing/json/make.js';
import { mergeRecording } from '../../../src/testing/recordings/merge-recording.js';
import { answer, exchange, fileOf, now_s, parsed, recording } from './support.js';

const later = { recorded_at: '2026-05-06T07:08:09Z', duration_ms: 99 };
const other = object([['user', text('bob')]]);
const permalinks = (content: string | null) =>
  parsed(content ?? '').recordings.map(({ permalink, kind }) => `${kind} ${permalink}`);

describe('recording anew', () => {
  const contact = exchange({ step: 'contact', url: 'https://api.acme.io/contact' });
  const file = fileOf(recording([contact, exchange()]));

  it('changes nothing where every request and answer is the same', () => {
    const again = recording([{ ...contact, ...later }, exchange({}, later)], { now_s: now_s + 9 });
    expect(mergeRecording(file, again)).toEqual({ text: null, kept: 2 });
  });

  it('takes no notice of headers that are new each time', () => {
    const headers: [string, string][] = [
      ['Content-Type', 'application/json'],
      ['Date', 'Wed, 06 May 2026 07:08:09 GMT'],
      ['X-Request-Id', 'b5d2'],
      ['X-RateLimit-Remaining', '59'],
    ];
    const again = recording([contact, exchange({}, { ...later, outcome: answer('{"id":1}', { headers }) })]);
    expect(mergeRecording(file, again).text).toBeNull();
  });

  it('keeps what is the same, with its date, and replaces what is not', () => {
    const changed = exchange({}, { ...later, outcome: answer('{"id":2}') });
    const { text: content, kept } = mergeRecording(file, recording([{ ...contact, ...later }, changed]));
    expect(kept).toBe(1);
    const before = file.source.text.split('\n');
    const different = (content ?? '').split('\n').filter((line) => !before.includes(line));
    expect(different.map((line) => line.trim())).toEqual([
      '"recorded_at": "2026-05-06T07:08:09Z",',
      '"duration_ms": 99,',
      '"id": 2',
    ]);
  });

  it('drops what is no longer asked', () => {
    const { text: content } = mergeRecording(file, recording([exchange()]));
    expect(parsed(content ?? '').recordings[0]?.exchanges).toHaveLength(1);
    expect(content).not.toContain('contact');
  });

  it('leaves the bytes of other connectors and of other calls alone, however they are laid out', () => {
    const whole = JSON.parse(
      fileOf(recording([exchange()]), recording([exchange()], { call: other })).source.text,
    );
    whole.recordings.push({ ...whole.recordings[0], connector: 'zebra' });
    const foreign = parsed(`${JSON.stringify(whole, null, '\t')}\n\n`);
    const changed = recording([exchange({}, { outcome: answer('[]') })], { call: other });
    const { text: content } = mergeRecording(foreign, changed);
    const [first, , third] = foreign.recordings.map(({ span }) =>
      foreign.source.text.slice(span.start, span.end),
    );
    expect(content).toContain(first);
    expect(content).toContain(third);
    expect(content?.endsWith('}\n\n')).toBe(true);
    expect(parsed(content ?? '').recordings).toHaveLength(3);
  });
});

it('puts connectors in the order of their permalinks, whichever is recorded first', () => {
  const named = (permalink: string, kind: 'simple' | 'composite' = 'simple') =>
    recording([exchange()], { permalink, kind });
  const forwards = fileOf(named('a'), named('b', 'composite'), named('b'), named('c'));
  const backwards = fileOf(named('c'), named('b'), named('b', 'composite'), named('a'));
  expect(permalinks(backwards.source.text)).toEqual(['simple a', 'composite b', 'simple b', 'simple c']);
  expect(backwards.source.text).toBe(forwards.source.text);
});

it('fills a file whose list is empty', () => {
  const { text: content } = mergeRecording(
    parsed('{"version": 1, "recordings": []}'),
    recording([exchange()]),
  );
  expect(permalinks(content)).toEqual(['composite join']);
});
