import { describe, expect, it } from 'vitest';
import { SecretMask } from '../../../src/config/index.js';
import { object, text } from '../../../src/testing/json/make.js';
import { mismatchLines } from '../../../src/testing/recordings/describe.js';
import { Replay } from '../../../src/testing/recordings/replay.js';
import { answer, call, exchange, fileOf, recording, sent } from './support.js';

const plain = (value: string) => value;
const masking = (...secrets: string[]) => {
  const mask = new SecretMask();
  for (const secret of secrets) mask.add(secret);
  return (value: string) => mask.mask(value);
};
const replayOf = (exchanges: Parameters<typeof recording>[0], mask = plain) =>
  new Replay(fileOf(recording(exchanges)).recordings, call, mask);
const bodyOf = (replay: Replay, request: Parameters<typeof sent>[0] = {}) => {
  const response = replay.answer(sent(request));
  return response.type === 'answer' ? Buffer.from(response.body).toString() : response.type;
};
const complaints = (replay: Replay) => replay.mismatches.flatMap(mismatchLines);

describe('a request that changed', () => {
  it.each([
    [
      'query',
      { url: 'https://api.acme.io/orders?contact_id=8&q=a+b' },
      'query contact_id: recorded "7", now "8"',
    ],
    [
      'a parameter less',
      { url: 'https://api.acme.io/orders?contact_id=7' },
      'query q: recorded "a b", now there is none',
    ],
    [
      'a parameter more',
      { url: 'https://api.acme.io/orders?contact_id=7&q=a+b&z=1' },
      'query z: not recorded, now "1"',
    ],
    [
      'path',
      { url: 'https://api.acme.io/v2?contact_id=7&q=a%20b' },
      'url: recorded "https://api.acme.io/orders", now "https://api.acme.io/v2"',
    ],
    ['method', { method: 'PUT' }, 'method: recorded "POST", now "PUT"'],
    ['header', { headers: [['x-plan', 'free']] as const }, 'header x-plan: recorded "pro", now "free"'],
    ['body', { body: '{"a": {"b": 2}}' }, 'body a.b: recorded 1, now 2'],
    ['no body', { body: null }, 'body: recorded "{\\"a\\":{\\"b\\":1}}", now there is none'],
  ])('is named with what changed in it: %s', (_, change, message) => {
    const url = 'https://api.acme.io/orders?contact_id=7&q=a+b';
    const body = '{"a":{"b":1}}';
    const replay = replayOf([exchange({ method: 'POST', url, headers: [['x-plan', 'pro']], body })]);
    const response = replay.answer(
      sent({ method: 'POST', url, headers: [['x-plan', 'pro']], body, ...change }),
    );
    expect(response.type).toBe('failure');
    expect(complaints(replay)).toEqual([`step orders: ${message}`]);
  });

  it('names the field of a form', () => {
    const replay = replayOf([exchange({ purpose: 'token', body: 'scope=read&client_secret=***' })]);
    replay.answer(sent({ purpose: 'token', body: 'scope=write&client_secret=s3cret' }));
    expect(complaints(replay)).toEqual(['token for step orders: body scope: recorded "read", now "write"']);
  });

  it('of a step that was never recorded', () => {
    const replay = replayOf([exchange()]);
    replay.answer(sent({ step: 'prices', url: 'https://api.acme.io/prices' }));
    expect(complaints(replay)).toEqual([
      'step prices: GET https://api.acme.io/prices is not in the recording',
    ]);
  });
});

describe('a request that is the same', () => {
  it.each([
    ['the layout of JSON and the order of its keys', { body: '{ "b": 2, "a": 1 }' }],
    [
      'headers of the program and of the connection',
      {
        headers: [
          ['user-agent', 'x'],
          ['date', 'y'],
          ['traceparent', 'z'],
        ] as const,
      },
    ],
    ['the order of parameters', { url: 'https://api.acme.io/orders?b=2&a=1' }],
  ])('whatever %s', (_, change) => {
    const replay = replayOf([exchange({ url: 'https://api.acme.io/orders?a=1&b=2', body: '{"a":1,"b":2}' })]);
    const response = replay.answer(
      sent({ url: 'https://api.acme.io/orders?a=1&b=2', body: '{"a":1,"b":2}', ...change }),
    );
    expect(response.type).toBe('answer');
  });

  it('with other secrets', () => {
    const recorded = exchange({
      url: 'https://api.acme.io/orders?key=***',
      headers: [
        ['authorization', 'Basic ***'],
        ['x-key', '***'],
      ],
      body: '{"secret":"***"}',
    });
    const now = sent({
      url: 'https://api.acme.io/orders?key=mock%2Fvalue',
      headers: [
        ['authorization', 'Basic bW9jazp2YWx1ZQ=='],
        ['x-key', 'mock/value'],
      ],
      body: '{"secret":"mock\\/value"}',
    });
    expect(replayOf([recorded], masking('mock/value')).answer(now).type).toBe('answer');
    const another = replayOf([recorded], masking('mock/value'));
    another.answer({
      ...now,
      headers: [
        ['authorization', 'Bearer x'],
        ['x-key', 'literal'],
      ],
    });
    expect(complaints(another)).toEqual([
      'step orders: header authorization: recorded "Basic ***", now "Bearer ***"',
      'step orders: header x-key: recorded "***", now "literal"',
    ]);
  });

  it('where a secret of this run is a word that stands in it anyway', () => {
    const replay = replayOf([exchange({ url: 'https://api.acme.io/orders?key=***' })], masking('orders'));
    expect(replay.answer(sent({ url: 'https://api.acme.io/orders?key=orders' })).type).toBe('answer');
  });

  it('where it holds what a template made of a masked token', () => {
    const recorded = exchange({ headers: [['x-token', '***']], url: 'https://api.acme.io/orders?t=***' });
    const response = replayOf([recorded]).answer(
      sent({ headers: [['x-token', 'Kioq']], url: 'https://api.acme.io/orders?t=%2A%2A%2A' }),
    );
    expect(response.type).toBe('answer');
  });
});

describe('several answers to one request', () => {
  const of = (body: string) => exchange({}, { outcome: answer(body) });

  it('come in their order, and the last one again', () => {
    const replay = replayOf([of('"queued"'), of('"done"')]);
    expect([bodyOf(replay), bodyOf(replay), bodyOf(replay)]).toEqual(['"queued"', '"done"', '"done"']);
    replay.restart();
    expect(bodyOf(replay)).toBe('"queued"');
  });

  it('belong to the steps that asked', () => {
    const replay = replayOf([exchange({ step: 'first' }, { outcome: answer('1') }), of('2')]);
    expect(bodyOf(replay)).toBe('2');
  });
});

describe('several calls of one connector', () => {
  const bob = object([['user', text('bob')]]);
  const me = (id: number) => exchange({ step: 'me' }, { outcome: answer(`{"id":${id}}`) });
  const orders = (id: number) => exchange({ url: `https://api.acme.io/orders?of=${id}` });
  const file = fileOf(recording([me(7), orders(7)]), recording([me(8), orders(8)], { call: bob }));

  it('are told apart by who called with what', () => {
    expect(bodyOf(new Replay(file.recordings, bob, plain), { step: 'me' })).toBe('{"id":8}');
  });

  it('do not answer for each other', () => {
    const replay = new Replay(file.recordings, bob, plain);
    replay.answer(sent({ url: 'https://api.acme.io/orders?of=7' }));
    expect(complaints(replay)).toEqual(['step orders: query of: recorded "8", now "7"']);
  });

  it('all answer a call that was not recorded', () => {
    const replay = new Replay(file.recordings, object([['user', text('eve')]]), plain);
    expect(replay.exact).toBeNull();
    expect(bodyOf(replay, { url: 'https://api.acme.io/orders?of=8' })).toBe('{"id":1}');
    expect(bodyOf(replay, { step: 'me' })).toBe('{"id":8}');
  });
});

it('tells what nobody asked for', () => {
  const replay = replayOf([exchange(), exchange({ step: 'prices', url: 'https://api.acme.io/prices' })]);
  bodyOf(replay);
  expect(replay.unused().map(({ request }) => request.step)).toEqual(['prices']);
});
