import { describe, expect, it } from 'vitest';
import { object, text } from '../../../src/testing/json/make.js';
import { answer, exchange, fileOf, now_s, recording } from '../recordings/support.js';
import { casesOf, complaints, outcomes, project } from '../support.js';

const step = (name: string, rest: object = {}) => ({ name, url: `https://api.acme.io/${name}`, ...rest });
const registry = (contactId: string) => ({
  composite_connectors: [
    {
      name: 'Join',
      steps: [
        step('me', {
          authentication: {
            type: 'oauth_client_credentials',
            config: {
              client_id: 'id',
              client_secret: "{{ get_secret('client') }}",
              token_url: 'https://auth.acme.io/token',
            },
          },
        }),
        step('orders', {
          headers: [{ key: 'X-At', value: '{{ now() }}' }],
          query_parameters: [{ key: 'contact_id', value: contactId }],
        }),
      ],
    },
  ],
});

const anonymous = object([['user', text('anonymous')]]);
const call = (request: object, body: string) => exchange(request, { outcome: answer(body) });
const exchanges = [
  call(
    {
      step: 'me',
      purpose: 'token',
      method: 'POST',
      url: 'https://auth.acme.io/token',
      headers: [
        ['accept', 'application/json'],
        ['content-type', 'application/x-www-form-urlencoded'],
      ],
      body: 'grant_type=client_credentials&client_id=id&client_secret=***',
    },
    '{"access_token":"***","expires_in":3600}',
  ),
  call(
    {
      step: 'me',
      url: 'https://api.acme.io/me',
      headers: [
        ['accept', '*/*'],
        ['authorization', 'Bearer ***'],
      ],
    },
    '{"id":7}',
  ),
  call(
    {
      step: 'orders',
      url: 'https://api.acme.io/orders?contact_id=7',
      headers: [
        ['accept', '*/*'],
        ['x-at', String(now_s)],
      ],
    },
    '[{"id":1}]',
  ),
];
const recorded = (more: ReturnType<typeof call>[] = []) =>
  fileOf(recording([...exchanges, ...more], { call: anonymous })).source.text;

const files = (contactId: string, content: string | null, rest: object = {}) => ({
  'connectors_registry.json': registry(contactId),
  'connector.config.json': { secrets: { client: 'a-mock-that-CI-has' } },
  'join.connector-test.json': {
    connector: 'join',
    cases: [
      {
        name: 'joins',
        upstream: { replay: 'fixtures/join.recording.json' },
        expect: { status: 200, json: [{ id: 1 }] },
        ...rest,
      },
    ],
  },
  ...(content === null ? {} : { 'fixtures/join.recording.json': content }),
});
const fromMe = '{{ (steps.me.body | from_json).id }}';

describe('a case that replays a recording', () => {
  it('gets its answers from there, the time and a masked token as well', async () => {
    const { test } = await project(files(fromMe, recorded()));
    const suite = await test();
    expect(complaints(suite)).toEqual([]);
    const [me] = casesOf(suite)[0]?.run?.steps ?? [];
    expect(me?.requests.map(({ response, duration_ms }) => [response?.status_code, duration_ms])).toEqual([
      [200, 12],
      [200, 12],
    ]);
  });

  it('fails where a template asks something else, and says what', async () => {
    const { test } = await project(files('8', recorded()));
    const suite = await test();
    expect(outcomes(suite)).toEqual({ joins: 'replay' });
    expect(complaints(suite)).toEqual([
      'step orders: query contact_id: recorded "7", now "8"',
      'recorded 2026-01-02 in join.recording.json',
      'if the change is meant, record it anew: connector-cli run join --record <file>',
    ]);
    const [result] = casesOf(suite);
    const [failure] = result?.failures ?? [];
    expect(failure && result?.source.text.slice(failure.span.start, failure.span.end)).toBe(
      '"fixtures/join.recording.json"',
    );
  });

  it('has a time of its own where it says so', async () => {
    const { test } = await project(files(fromMe, recorded(), { now: '2027-01-01' }));
    expect(complaints(await test())[0]).toBe(
      `step orders: header x-at: recorded "${now_s}", now "1798761600"`,
    );
  });

  it('tells what no call asked for', async () => {
    const extra = call({ step: 'prices', url: 'https://api.acme.io/prices' }, '[]');
    const { test } = await project(files(fromMe, recorded([extra])));
    const [result] = casesOf(await test());
    expect(result?.unusedMocks.map(({ label }) => label)).toEqual([
      'recorded as GET https://api.acme.io/prices (step prices)',
    ]);
  });

  it.each([
    ['is not there', null, 'The recording does not exist', /fixtures\/join\.recording\.json$/],
    ['is broken', '{"version": 1,\n "recordings": [}', 'Not valid JSON', /join\.recording\.json:2:17$/],
    [
      'is of another connector',
      fileOf(recording(exchanges, { permalink: 'other' })).source.text,
      "The recording holds no call of the composite 'join'",
      /join\.recording\.json$/,
    ],
  ])('cannot run where the recording %s', async (_, content, message, place) => {
    const { test } = await project(files(fromMe, content));
    const suite = await test();
    expect(outcomes(suite)).toEqual({ joins: 'setup' });
    const [said, where] = complaints(suite);
    expect(said).toContain(message);
    expect(where).toMatch(place);
  });

  it('has its recording among the files that its result depends on', async () => {
    const { folder, test } = await project(files(fromMe, recorded()));
    const suite = await test();
    const { readTestFile } = await import('../../../src/testing/files/read-test-file.js');
    const [file] = suite.files;
    expect((await readTestFile(file?.source.path ?? '')).usedFiles).toEqual([
      `${folder}/fixtures/join.recording.json`,
    ]);
  });
});
