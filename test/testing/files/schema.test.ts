import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';

const schema = JSON.parse(readFileSync('schemas/connector-test.schema.json', 'utf8'));

/** Every part of a schema that describes a value. */
function* parts(node: unknown, path: string): Generator<[string, Record<string, unknown>]> {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if (key === 'examples' || key === 'enum') continue;
    if (key === 'properties') {
      for (const [name, part] of Object.entries(value))
        yield [`${path}.${name}`, part as Record<string, unknown>];
    }
    yield* parts(value, `${path}.${key}`);
  }
}

const definition = ({ $ref }: Record<string, unknown>) =>
  typeof $ref === 'string' ? schema.definitions[$ref.replace('#/definitions/', '')] : {};

describe('the published schema of test files', () => {
  it('explains every key', () => {
    for (const [path, part] of parts(schema, '')) {
      const described = { ...definition(part), ...part };
      expect([path, typeof described.description, typeof described.title]).toEqual([
        path,
        'string',
        'string',
      ]);
    }
  });

  it('has examples that it accepts', () => {
    const ajv = new Ajv.default({ strict: false });
    for (const example of schema.examples) {
      expect([ajv.validate(schema, example), ajv.errors]).toEqual([true, null]);
    }
    for (const [path, part] of parts(schema, '')) {
      const { examples = [] } = part as { examples?: unknown[] };
      const alone = { ...part, definitions: schema.definitions };
      for (const example of examples)
        expect([path, example, ajv.validate(alone, example)]).toEqual([path, example, true]);
    }
  });

  it('has a validator that needs nothing at run time', () => {
    const code = readFileSync('src/testing/files/generated/validate-test-file.js', 'utf8');
    expect(code).not.toMatch(/\brequire\(|\bimport\b/);
  });
});
