/** Every row of the platform's table of errors, brought about from a test file. platform.md section 8. */
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { casesOf, complaints, outcomes, project } from '../support.js';
import { failureScopes } from './table.js';

const here = (name: string) => readFile(new URL(name, import.meta.url), 'utf8');
const registry = await here('connectors_registry.json');

describe('outcomes', () => {
  it('can all be provoked', async () => {
    const { test } = await project({
      'connectors_registry.json': registry,
      'scopes.connector-test.yaml': await here('scopes.connector-test.yaml'),
    });
    const suite = await test();
    expect(complaints(suite)).toEqual([]);
    const runs = casesOf(suite).flatMap(({ run }) => (run ? [run] : []));
    const ends = new Set(
      runs.map(({ status, error }) => `${status} ${error?.scope ?? error?.code ?? ''}`.trim()),
    );
    for (const each of failureScopes) expect([...ends]).toContain(each);
  });
});

describe('an unknown permalink', () => {
  const caseOf = (rest: object) => ({ name: 'one', connector: 'fin', kind: 'simple', ...rest });
  const run = async (rest: object) => {
    const { test } = await project({
      'connectors_registry.json': registry,
      'one.connector-test.json': { cases: [caseOf(rest)] },
    });
    return test();
  };

  it.each([
    ['another status', { expect: { status: 200 } }],
    ['no status', {}],
    ['404 of an upstream', { upstream: [{ respond: { status: 404 } }], expect: { status: 404 } }],
  ])('is a mistake of a case that expects %s', async (_what, rest) => {
    const suite = await run(rest);
    expect(outcomes(suite)).toEqual({ one: 'setup' });
    expect(complaints(suite)).toContain("Did you mean 'fine'?");
  });

  it('is held against everything else that the case expects', async () => {
    expect(outcomes(await run({ expect: { status: 404, json: {} } }))).toEqual({ one: 'json' });
  });
});
