import { describe, expect, it } from 'vitest';
import type { RunResult } from '../../src/platform/result.js';
import { runJson } from '../../src/views/json.js';
import { deepestJson, formatJson } from '../../src/views/json-text.js';
import { contactOrders, failedOrders, templateFailure } from './runs.js';
import { type ScriptedRun, scriptRun } from './script.js';

const plain = (text: string): string => text;
const mask = (text: string): string => text.replaceAll('s3cr3t-token', '***').replaceAll('987654', '***');

function resultOf(run: ScriptedRun): RunResult {
  const last = scriptRun(run).at(-1);
  if (last?.type !== 'run-finished') throw new Error('no result');
  return last.result;
}
const withBody = (body: string | Uint8Array) => runJson(resultOf({ ...contactOrders, body }), mask);

describe('formatJson', () => {
  it('keeps numbers, keys and escapes as they were written', () => {
    const text = '{"b":1.0,"a":12345678901234567890,"e":1E+2,"s":"\\u0041\\/","a":[],"o":{},"n":[[-0]]}';
    expect(formatJson(text, { mask: plain })).toBe(
      [
        '{',
        '  "b": 1.0,',
        '  "a": 12345678901234567890,',
        '  "e": 1E+2,',
        '  "s": "\\u0041\\/",',
        '  "a": [],',
        '  "o": {},',
        '  "n": [',
        '    [',
        '      -0',
        '    ]',
        '  ]',
        '}',
      ].join('\n'),
    );
  });

  it.each(['', '{', '{"a":1,}', '[1] x', "{'a':1}", '// c\n1', 'NaN', '\ufeff1'])('refuses %j', (text) => {
    expect(formatJson(text, { mask: plain })).toBeNull();
  });

  it('stops at a bound of nesting', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    expect(formatJson(nested(deepestJson), { mask: plain })).not.toBeNull();
    expect(formatJson(nested(deepestJson + 1), { mask: plain })).toBeNull();
    expect(formatJson(nested(1_000_000), { mask: plain })).toBeNull();
  });

  it('escapes what a terminal would obey', () => {
    expect(formatJson('"\u009b2J\u202e\u007f"', { mask: plain })).toBe('"\\u009b2J\\u202e\\u007f"');
  });

  it('masks by value, and numbers whole', () => {
    const text = '{"a":"x s3cr3t\\u002dtoken","n":19876541,"s3cr3t-token":true}';
    expect(JSON.parse(formatJson(text, { mask }) ?? '')).toEqual({ a: 'x ***', n: '***', '***': true });
  });

  it('gives up where a secret spans tokens', () => {
    expect(formatJson('{"a":"b"}', { mask: (text) => text.replace('"a":"b"', '***') })).toBeNull();
  });
});

describe('runJson', () => {
  it('has the shape of the contract', () => {
    const document = JSON.parse(runJson(resultOf(failedOrders), mask));
    expect(document).toMatchObject({
      permalink: 'contact-orders',
      kind: 'composite',
      ok: false,
      status: 502,
      error: {
        scope: "Composite step 'orders' (index 1): Downstream (HTTP error)",
        step: 'orders',
        index: 1,
      },
      interrupted: false,
      warnings: [{ code: 'missing-secret', step: 'audit' }],
    });
    expect(document.timing.total_ms).toBe(222.6);
    const [contact, orders, audit] = document.steps;
    expect(contact.phases).toEqual({
      template_ms: 0.9,
      auth_ms: 40.1,
      dns_ms: 3.2,
      connect_ms: 8.4,
      tls_ms: 12.3,
      wait_ms: 70,
      download_ms: 2,
    });
    expect(contact.timeline[1]).toEqual({ phase: 'auth', started_ms: 0.9, duration_ms: 40.1 });
    expect(orders.requests[0]).toMatchObject({
      purpose: 'call',
      routed_to: 'http://127.0.0.1:4010/v2/orders?contact_id=7',
      headers: { authorization: 'Bearer ***' },
    });
    expect(orders.failure.curl).toContain('Bearer ***');
    expect(audit).toMatchObject({ state: 'skipped', started_ms: null, requests: [], response: null });
  });

  it('splices a JSON body in as it was written', () => {
    const text = withBody('{"id":12345678901234567890,"price":1.0,"b":[{"a":1}]}');
    expect(text).toContain(
      '  "body": {\n    "id": 12345678901234567890,\n    "price": 1.0,\n    "b": [\n      {\n',
    );
    expect(JSON.parse(text).body.b).toEqual([{ a: 1 }]);
  });

  it.each([
    ['', null],
    ['plain text', 'plain text'],
    ['{"broken":', '{"broken":'],
    ['"a string"', 'a string'],
    ['987654', '***'],
    ['["s3cr3t-token"]', ['***']],
  ])('gives the body %j as %j', (body, expected) => {
    const document = JSON.parse(withBody(body));
    expect(document.body).toEqual(expected);
    expect(document.body_bytes).toBe(body.length);
  });

  it('gives bytes that are not UTF-8 as base64', () => {
    const document = JSON.parse(withBody(Uint8Array.of(0xff, 0xfe, 0x00)));
    expect(document).toMatchObject({ body: null, body_base64: '//4A', body_bytes: 3 });
  });

  it('gives deeper nesting than anyone reads as text', () => {
    const body = '['.repeat(5_000) + ']'.repeat(5_000);
    expect(JSON.parse(withBody(body)).body).toBe(body);
  });

  it('rounds times to a microsecond', () => {
    const result = resultOf(contactOrders);
    result.timing.total_ms = 210.123456789;
    expect(JSON.parse(runJson(result, plain)).timing.total_ms).toBe(210.123);
  });

  it('places a template fault in the file', () => {
    const [, step] = JSON.parse(runJson(resultOf(templateFailure), plain)).steps;
    expect(step.failure.template).toMatchObject({ file: 'connectors_registry.json', line: 41, column: 96 });
    expect(step.failure.curl).toBeNull();
  });
});
