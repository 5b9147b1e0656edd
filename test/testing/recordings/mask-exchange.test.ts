import { describe, expect, it } from 'vitest';
import { SecretMask } from '../../../src/config/index.js';
import { TransportError, type UpstreamResponse } from '../../../src/platform/transport/transport.js';
import type { SentCall } from '../../../src/testing/calls/sent-call.js';
import { maskExchanges } from '../../../src/testing/recordings/mask-exchange.js';
import type { SeenExchange } from '../../../src/testing/recordings/recorder.js';
import { fileOf, recording, sent } from './support.js';

const signed = `eyJhbGciOiJIUzI1NiJ9.${Buffer.from('{"sub":"1234567890"}').toString('base64url')}.c2lnbmF0dXJlLW9mLXRoaXM`;

const response = (body: string | Uint8Array, headerList: [string, string][] = []): UpstreamResponse => ({
  statusCode: 200,
  headers: {},
  headerList,
  body: Buffer.from(body),
  received_bytes: body.length,
});
const seen = (outcome: SeenExchange['outcome'], request: Partial<SentCall> = {}): SeenExchange => ({
  call: sent(request),
  began_ms: 0,
  duration_ms: 1,
  outcome,
});

/** The text of the file that these would make. */
function textOf(exchanges: SeenExchange[], ...secrets: string[]): string {
  const mask = new SecretMask();
  for (const secret of secrets) mask.add(secret);
  return fileOf(recording(maskExchanges(exchanges, (text) => mask.mask(text)))).source.text;
}

describe('what a file is kept from', () => {
  it.each([
    [
      'a signed token of an assertion',
      seen(response('{}'), { body: `grant_type=x&assertion=${signed}` }),
      signed,
    ],
    ['a signed token anywhere', seen(response(`{"note":"see ${signed} there"}`)), signed],
    ['a short token', seen(response('{"access_token":"t0k"}'), { purpose: 'token' }), 't0k'],
    ['a token in a form', seen(response('access_token=t0ken&expires_in=3')), 't0ken'],
    ['a cookie', seen(response('', [['Set-Cookie', 'sid=abc; Path=/']])), 'abc'],
    ['a cookie that is sent', seen(response(''), { headers: [['cookie', 'sid=abc; b=xyz']] }), 'xyz'],
    ['a key by the name of its header', seen(response('', [['X-Auth-Token', 'k3y']])), 'k3y'],
    [
      'credentials that nobody declared',
      seen(response(''), { headers: [['authorization', 'Basic YTpi']] }),
      'YTpi',
    ],
    [
      'a token in a redirect',
      seen(response('', [['Location', 'https://x.example/#access_token=t0k']])),
      't0k',
    ],
    [
      'a failure that repeats a secret',
      seen(new TransportError('network', 'X', null, 'no s3cr3t-value here')),
      's3cr3t-value',
    ],
    ['a secret as a key of JSON', seen(response('{"s3cr3t-value":1}')), 's3cr3t-value'],
    ['a secret that is a number', seen(response('{"pin":77665544}')), '77665544'],
    [
      'a secret in JSON within JSON',
      seen(response(JSON.stringify({ a: JSON.stringify({ b: 's3cr3t-value' }) }))),
      's3cr3t-value',
    ],
  ])('%s', (_, exchange, secret) => {
    const text = textOf([exchange], 's3cr3t-value', '77665544');
    expect(text).not.toContain(secret);
    expect(text).toContain('***');
  });

  it('a secret in a body that is no text', () => {
    const body = Buffer.from([255, 254, ...Buffer.from('s3cr3t-value'), 0]);
    const [, base64 = ''] = /"base64": "(.*?)"/.exec(textOf([seen(response(body))], 's3cr3t-value')) ?? [];
    expect(Buffer.from(base64, 'base64')).toEqual(Buffer.from([255, 254, ...Buffer.from('***'), 0]));
  });

  it('a token that only a later answer gives away', () => {
    const first = seen(response('{"trace":"late-token-value"}'));
    const second = seen(response('{"refresh_token":"late-token-value"}'));
    expect(textOf([first, second])).not.toContain('late-token-value');
  });
});

it('keeps JSON what it is where a number is masked', () => {
  const text = textOf([seen(response('{"pin": 77665544, "id": 77}'))], '77665544');
  expect(text).toContain('"pin": "***"');
  expect(text).toContain('"id": 77');
});

it('shows the literal call that goes out for a secret without a value', () => {
  const literal = "{{ get_secret('key') }}";
  const headers: [string, string][] = [
    ['authorization', `Bearer ${literal}`],
    ['x-api-key', literal],
  ];
  expect(textOf([seen(response(''), { headers })]).split(literal)).toHaveLength(3);
});

it('drops the length of a body that masking changed, and keeps that of one it did not', () => {
  const of = (body: string) => [seen(response(body, [['Content-Length', String(body.length)]]))];
  expect(textOf(of('a s3cr3t-value'), 's3cr3t-value')).not.toContain('Content-Length');
  expect(textOf(of('nothing'), 's3cr3t-value')).toContain('"Content-Length": "7"');
});

it('records nothing of what was cut short', () => {
  const aborted = seen(new TransportError('aborted', 'ABORTED', null, 'interrupted'));
  expect(maskExchanges([aborted], (text) => text)).toEqual([]);
});
