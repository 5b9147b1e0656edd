import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mockedUpstream } from '../../../src/testing/runner/case-upstream.js';
import { casesOf, complaints, outcomes, project } from '../support.js';

const file = 'x.connector-test.json';
const kept = `${file}.snap.json`;

const files = (json: unknown, names = ['first', 'second']) => ({
  'connectors_registry.json': {
    connectors: [
      {
        name: 'Ping',
        url: 'https://api.acme.io/ping',
        headers: [{ key: 'X', value: "{{ get_secret('s') }}" }],
      },
    ],
  },
  'connector.config.json': { secrets: { s: 'hush-hush' } },
  [file]: {
    connector: 'ping',
    cases: names.map((name) => ({
      name,
      upstream: [{ respond: { json } }],
      expect: { snapshot: true },
    })),
  },
});

describe('snapshots', () => {
  it('are written where there are none: names in order, keys sorted, secrets masked, numbers as they were', async () => {
    const { test, read } = await project(files({ z: 'hush-hush!', a: { y: 1, x: [2] } }, ['b', 'a']));
    const suite = await test();
    expect(casesOf(suite).map(({ snapshot }) => snapshot)).toEqual(['written', 'written']);
    const text = await read(kept);
    expect(text).not.toContain('hush');
    expect(text.indexOf('"a": {\n      "status"')).toBeLessThan(text.indexOf('"b": {\n      "status"'));
    expect(text).toContain('"x": [');
    expect(text.indexOf('"x"')).toBeLessThan(text.indexOf('"y"'));
    expect(text).toContain('"z": "***!"');
  });

  it('are matched the next time, and the file stays as it is', async () => {
    const { test, read } = await project(files({ a: 1 }));
    await test();
    const before = await read(kept);
    const suite = await test({ update: 'all' });
    expect(casesOf(suite).map(({ snapshot }) => snapshot)).toEqual(['matched', 'matched']);
    expect(await read(kept)).toBe(before);
  });

  it('fail where the answer is another one, until they are updated', async () => {
    const { test, read, write } = await project(files({ a: 1 }));
    await test();
    const before = await read(kept);
    await write(file, JSON.stringify(files({ a: 2 })[file]));
    const suite = await test();
    expect(outcomes(suite)).toEqual({ first: 'snapshot', second: 'snapshot' });
    expect(casesOf(suite)[0]?.failures[0]?.comparison?.differences).toMatchObject([
      { path: 'json.a', expected: '1', actual: '2' },
    ]);
    expect(await read(kept)).toBe(before);
    expect(casesOf(await test({ update: 'all' })).map(({ snapshot }) => snapshot)).toEqual([
      'updated',
      'updated',
    ]);
    expect(complaints(await test())).toEqual([]);
  });

  it('that no case asks for any more are named, and dropped by an update', async () => {
    const { test, read, write } = await project(files({ a: 1 }));
    await test();
    await write(file, JSON.stringify(files({ a: 1 }, ['first'])[file]));
    expect((await test()).files[0]?.obsoleteSnapshots).toEqual(['second']);
    expect((await test({ name: 'nothing' })).files[0]?.obsoleteSnapshots).toEqual(['second']);
    expect((await test({ update: 'all' })).files[0]?.obsoleteSnapshots).toEqual([]);
    expect(await read(kept)).not.toContain('second');
  });

  it('are missed in CI, and nothing is written there', async () => {
    const { test, folder } = await project(files({ a: 1 }));
    const suite = await test({ update: 'nothing' });
    expect(outcomes(suite)).toEqual({ first: 'snapshot', second: 'snapshot' });
    expect(complaints(suite)[0]).toBe('there is no snapshot of this answer');
    expect(existsSync(join(folder, kept))).toBe(false);
  });

  it('that cannot be read are an error with its place, and other files run nevertheless', async () => {
    const a = 'a.connector-test.json';
    const z = 'z.connector-test.json';
    const all = files({ a: 1 });
    const { test, write } = await project({ ...all, [a]: all[file], [z]: all[file] });
    await write(kept, '{"version": 1,\n  "snapshots": {,}}');
    await write(`${z}.snap.json`, '{"version": 9, "snapshots": {}}');
    const suite = await test();
    expect(suite.broken).toMatchObject([
      { code: 'snapshot-file-invalid', line: 2 },
      { code: 'snapshot-file-invalid', message: expect.stringContaining('`version`') },
    ]);
    expect(suite.files.map(({ source }) => basename(source.path))).toEqual([a]);
    expect(outcomes(suite)).toEqual({ first: 'passed', second: 'passed' });
  });

  it('that cannot be written are an error, and the results stand', async () => {
    const { test, write } = await project(files({ a: 1 }));
    const suite = await test({
      upstreamOf: async (testCase, { sharedUpstream, source }) => {
        // By now what was kept has been read: the file appears as a folder while the tests run.
        await write(`${kept}/in-the-way`, '');
        return mockedUpstream(testCase, sharedUpstream, source);
      },
    });
    expect(suite.broken).toHaveLength(1);
    expect(suite.broken[0]?.message).toMatch(/snapshot file/);
    expect(casesOf(suite).map(({ state, snapshot }) => [state, snapshot])).toEqual([
      ['passed', null],
      ['passed', null],
    ]);
  });
});
