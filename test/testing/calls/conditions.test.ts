import { describe, expect, it } from 'vitest';
import { type CallCondition, checkCondition } from '../../../src/testing/calls/conditions.js';
import type { SentCall } from '../../../src/testing/calls/sent-call.js';
import { outgoingCall } from '../../../src/testing/calls/sent-call.js';
import { readJson } from '../../../src/testing/json/read.js';
import type { TextPattern } from '../../../src/testing/model.js';

const span = { start: 0, end: 0 };
const text = (value: string): TextPattern => ({ type: 'text', text: value, span });
const pattern = (value: RegExp): TextPattern => ({ type: 'pattern', pattern: value, span });

const any: CallCondition = {
  step: null,
  token: null,
  method: null,
  url: null,
  query: null,
  headers: null,
  body: null,
  json: null,
};

const call = (changes: Partial<Parameters<typeof outgoingCall>[0]> = {}): SentCall =>
  outgoingCall({
    method: 'POST',
    url: 'https://api.example.com/orders?contact_id=7&tag=a&tag=b%20c',
    routed: false,
    headers: [['Authorization', 'Bearer abc']],
    body: Buffer.from('{"id":7,"name":"Zoë"}'),
    sender: { step: 'orders', purpose: 'call' },
    ...changes,
  });

const differences = (condition: Partial<CallCondition>, changes = {}): readonly string[] =>
  checkCondition({ ...any, ...condition }, call(changes)).differences;

describe('the conditions of a mock', () => {
  it('all hold for the call they describe', () => {
    const found = checkCondition(
      {
        ...any,
        step: 'orders',
        method: 'post',
        url: text('https://API.example.com:443/orders'),
        query: new Map([
          ['contact_id', text('7')],
          ['tag', text('b c')],
        ]),
        headers: new Map([['authorization', pattern(/^Bearer /)]]),
        json: readJson('{"id": 7}'),
      },
      call(),
    );
    expect(found).toEqual({ matched: 7, differences: [] });
  });

  it('say what is different, each by itself', () => {
    expect(differences({ step: 'contact', method: 'GET' })).toEqual([
      'step: expected "contact", got "orders"',
      'method: expected "GET", got "POST"',
    ]);
    expect(differences({ query: new Map([['contact_id', text('8')]]) })).toEqual([
      'query contact_id: expected "8", got "7"',
    ]);
    expect(differences({ query: new Map([['page', text('1')]]) })).toEqual([
      'query page: expected "1", there is none',
    ]);
    expect(differences({ headers: new Map([['authorization', pattern(/^Basic/)]]) })).toEqual([
      'header authorization: expected /^Basic/, got "Bearer abc"',
    ]);
    expect(differences({ url: text('https://api.example.com/order') })).toEqual([
      'url: expected "https://api.example.com/order", got "https://api.example.com/orders"',
    ]);
    expect(differences({ json: readJson('{"id": 8, "name": "Zoë"}') })).toEqual([
      'body id: expected 8, got 7',
    ]);
    expect(differences({ exactJson: readJson('{"id": 7}') })).toEqual(['body name: not expected, got "Zoë"']);
    expect(differences({ json: readJson('{}') }, { body: Buffer.from('a=1') })).toEqual([
      'body: expected the JSON {}, it is no JSON: "a=1"',
    ]);
  });

  it('hold a pattern against the whole URL', () => {
    expect(differences({ url: pattern(/contact_id=7/) })).toEqual([]);
  });

  it('keep token requests and calls of steps apart', () => {
    const token = {
      sender: { step: 'orders', purpose: 'token' as const },
      url: 'https://auth.example.com/token',
    };
    expect(differences({ token: text('https://auth.example.com/token') }, token)).toEqual([]);
    expect(differences({ step: 'orders' }, token)[0]).toMatch(/token request/);
    expect(differences({ token: text('https://auth.example.com/token') })[0]).toMatch(/call of a step/);
    expect(differences({ url: text('https://auth.example.com/token') }, token)).toEqual([]);
  });

  it('read header values as UTF-8, as they were sent', () => {
    const latin = Buffer.from('Zoë', 'utf8').toString('latin1');
    expect(
      differences({ headers: new Map([['x-name', text('Zoë')]]) }, { headers: [['X-Name', latin]] }),
    ).toEqual([]);
  });

  it('cut what is long in messages', () => {
    const [difference = ''] = differences(
      { body: text('x'.repeat(10_000)) },
      { body: Buffer.from('y'.repeat(10_000)) },
    );
    expect(difference.length).toBeLessThan(500);
  });
});
