import { beforeAll, describe, expect, it } from 'vitest';
import '../../../src/testing/api/vitest.js';
import type { TestRunResult } from '../../../src/testing/api/index.js';
import { runnerOf } from './support.js';

let joined: TestRunResult;
let failed: TestRunResult;
let refused: TestRunResult;
beforeAll(async () => {
  const runner = runnerOf();
  const contact = { step: 'contact', respond: { json: { id: 7 } } };
  joined = await runner.run('join', { upstream: [contact, { step: 'orders', respond: { json: [] } }] });
  failed = await runner.run('join', { upstream: [contact, { step: 'orders', respond: { status: 500 } }] });
  refused = await runner.run('topic');
});

const scope = "Composite step 'orders' (index 1): Downstream (HTTP error)";

const complaint = (assert: () => unknown): string => {
  try {
    assert();
  } catch (error) {
    return (error as Error).message;
  }
  return 'passed';
};

describe('toHaveScope', () => {
  it('holds for the scope to the letter', () => {
    expect(failed).toHaveScope(scope);
    expect(joined).toHaveScope(null);
    expect(failed).not.toHaveScope(null);
  });
  it('shows both and the error', () => {
    const text = complaint(() => expect(failed).toHaveScope('Unexpected error'));
    expect(text).toContain(`Expected scope: "Unexpected error"\nReceived scope: "${scope}"\n`);
    expect(text).toContain('500');
    expect(complaint(() => expect(failed).not.toHaveScope(scope))).toContain('Expected another scope');
  });
});

describe('toHaveSucceeded', () => {
  it('tells a fine answer from an error', () => {
    expect(joined).toHaveSucceeded();
    expect(failed).not.toHaveSucceeded();
    expect(complaint(() => expect(refused).toHaveSucceeded())).toContain('MISSING_PATH_PARAMETERS');
    expect(complaint(() => expect(joined).not.toHaveSucceeded())).toContain('the status 200');
  });
});

describe('toHaveSent', () => {
  it('holds where a call is like it', () => {
    expect(joined).toHaveSent({ step: 'orders', method: 'POST', query: { contact: 7 } });
    expect(joined).toHaveSent({ url: 'https://api.acme.io/orders?contact=7', json: { payload: null } });
    expect(joined).toHaveSent({ url: /acme/ }, 2);
    expect(joined).not.toHaveSent({ step: 'contact', method: 'POST' });
    expect(joined).not.toHaveSent({ url: /acme/ }, 1);
  });
  it('shows the nearest call and what differs', () => {
    expect(complaint(() => expect(joined).toHaveSent({ step: 'orders', query: { contact: /^8/ } }))).toBe(
      [
        'Expected a call like {"step":"orders","query":{"contact":"/^8/"}}',
        'Received none like it among 2 calls',
        '',
        'The nearest: POST https://api.acme.io/orders?contact=7 (step orders)',
        '  query contact: expected /^8/, got "7"',
        '',
        'Sent:',
        '  GET https://api.acme.io/contact (step contact)',
        '  POST https://api.acme.io/orders?contact=7 (step orders)',
      ].join('\n'),
    );
    expect(complaint(() => expect(refused).toHaveSent({ step: 'topic' }))).toContain('no call at all');
    expect(complaint(() => expect(joined).not.toHaveSent({ step: 'contact' }))).toContain('Expected no call');
    expect(complaint(() => expect(joined).toHaveSent({ step: 'contact' }, 2))).toContain('1 like it');
  });
  it('refuses what no call can be asked for', () => {
    expect(complaint(() => expect(joined).toHaveSent({ stp: 'orders' } as object))).toContain(
      'Did you mean `step`?',
    );
  });
});

describe('toHaveSentNothing', () => {
  it('holds where no call went out', () => {
    expect(refused).toHaveSentNothing();
    expect(complaint(() => expect(joined).toHaveSentNothing())).toContain('(step contact)');
    expect(complaint(() => expect(refused).not.toHaveSentNothing())).toContain('none was sent');
  });
});

describe('toHaveWarned', () => {
  it('holds for the code of a warning, or any', async () => {
    const warned = await runnerOf({ secrets: {} }).run('topic', {
      pathParams: { id: 1 },
      upstream: [{ respond: { json: 1 } }],
    });
    expect(warned).toHaveWarned('missing-secret');
    expect(warned).toHaveWarned();
    expect(joined).not.toHaveWarned();
    expect(complaint(() => expect(joined).toHaveWarned('missing-secret'))).toContain('none at all');
    expect(complaint(() => expect(warned).not.toHaveWarned())).toContain('missing-secret:');
    expect(complaint(() => expect(warned).toHaveWarned('other'))).toContain('missing-secret:');
  });
});

describe('whatever is no result', () => {
  it('is refused, and a promise is named', () => {
    expect(complaint(() => expect(Promise.resolve()).toHaveScope(null))).toContain('`await` it first');
    expect(complaint(() => expect({}).not.toHaveSucceeded())).toContain("the result of a runner's run");
  });
});

it('hides secrets in what matchers say', async () => {
  const result = await runnerOf().run('topic', { pathParams: { id: 1 }, upstream: [{ respond: {} }] });
  const text = complaint(() => expect(result).toHaveSent({ headers: { 'x-key': 'mock-api-kez' } }));
  expect(text).toContain('got "***"');
  expect(text).not.toContain('mock-api-key');
});
