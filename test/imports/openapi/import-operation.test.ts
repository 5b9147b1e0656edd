import { describe, expect, it } from 'vitest';
import { importOperation } from '../../../src/imports/openapi/import-operation.js';
import { errorOf, imported, load, loadFixture } from './support.js';

const json = (schema: object, required = true) => ({
  requestBody: { required, content: { 'application/json': { schema } } },
});
const bodyOf = async (operation: object, method = 'post') => {
  const { connector, notes } = await imported(operation, {}, { method });
  return { body: connector.request_body, headers: connector.headers, notes: notes.join('\n') };
};
const unchanged = 'The payload of the caller goes out as it comes';

describe('importing an operation', () => {
  it('makes a whole connector, keys in their order', async () => {
    const entry = importOperation(await loadFixture('petshop.swagger.json'), 'addPet');

    expect(Object.keys(entry.connector)).toEqual([
      ...[
        'name',
        'permalink',
        'url',
        'method',
        'headers',
        'query_parameters',
        'authentication',
        'request_body',
      ],
    ]);
    expect(entry.connector).toMatchObject({ name: 'Add a pet', permalink: 'add-a-pet', method: 'POST' });
    expect(entry.notes).toContain(
      'A payload to try it with (cut where the schema holds itself, or goes deep): {"name":"Rex","kind":"dog","tags":["string"],"parent":{}}',
    );
  });

  it.each([
    ['GET /pets/{pet-id}', 'get-pet'],
    ['get-/pets/{pet-id}', 'get-pet'],
    ['delete /pets/{pet-id}', 'delete-pets-pet-id'],
  ])('finds %s', async (id, permalink) => {
    expect(importOperation(await loadFixture('petshop.swagger.json'), id).connector.permalink).toBe(
      permalink,
    );
  });

  it.each([
    ['findPet', 'Did you mean findPets?'],
    ['get-/pet', 'Did you mean get-/pets?'],
    ['/pets', 'It has addPet, findPets.'],
    [
      'nothing like it',
      'It has addPet, delete-/pets/{pet-id}, findPets, getPet, listOrders, renamePet, uploadPhoto.',
    ],
  ])('does not find %s', async (id, hint) => {
    const document = await loadFixture('petshop.swagger.json');

    expect(await errorOf((async () => importOperation(document, id))())).toMatchObject({
      code: 'openapi-unknown-operation',
      message: `The document has no operation '${id}'.`,
      hint,
    });
  });

  it.each([
    [{ summary: 'Find  things.\n' }, 'Find things', 'find-things'],
    [{ operationId: 'findThings_v2' }, 'Find things v2', 'find-things-v2'],
    [{ summary: '検索', operationId: 'Search' }, 'Search', 'search'],
    [{}, 'GET /things', 'get-things'],
  ])('names it: %j', async (operation, name, permalink) => {
    const document = await load({
      openapi: '3.0.3',
      info: { title: 'a', version: '1' },
      paths: { '/things': { get: { ...operation, responses: { 200: { description: 'ok' } } } } },
    });

    expect(importOperation(document, 'get-/things').connector).toMatchObject({ name, permalink });
    expect(importOperation(document, 'get-/things', { name: 'My own' }).connector).toMatchObject({
      name: 'My own',
      permalink: 'my-own',
    });
  });

  it('refuses a URL that is too long', async () => {
    const path = `/${'x'.repeat(2100)}`;

    expect(await errorOf(imported({}, {}, { path }))).toMatchObject({ code: 'openapi-url-too-long' });
  });

  it('notes that the operation is deprecated', async () => {
    expect((await imported({ deprecated: true })).notes[0]).toBe(
      'The document calls the operation deprecated.',
    );
  });
});

describe('the body', () => {
  it('of alternatives, open objects and lists is the payload itself', async () => {
    const member = { type: 'object', properties: { a: { type: 'string' } } };
    for (const schema of [
      { oneOf: [member, member] },
      { ...member, additionalProperties: true },
      { type: 'array', items: member },
      { type: 'object' },
      {},
    ]) {
      const { body, headers, notes } = await bodyOf(json(schema));

      expect(body).toBeUndefined();
      expect(headers).toEqual([{ key: 'Content-Type', value: 'application/json' }]);
      expect(notes).toContain(unchanged);
    }
  });

  it('takes members from all parts of an allOf, without those that only answers have', async () => {
    const part = {
      type: 'object',
      properties: { a: { type: 'string' }, id: { type: 'string', readOnly: true } },
      required: ['id'],
    };
    const { body } = await bodyOf(
      json({ allOf: [part, { properties: { b: { type: 'string' } }, required: ['b', 'gone'] }] }),
    );

    expect(body).toBe(
      `{% set input = (body_text or '{}') | from_json %}{"b": {{ input.b | tojson }}{% for name in ['a'] if name in input %}, {{ name | tojson }}: {{ input[name] | tojson }}{% endfor %}}`,
    );
  });

  it('is not there for a GET', async () => {
    const { body, headers, notes } = await bodyOf(json({ type: 'object', properties: { a: {} } }), 'get');

    expect([body, headers]).toEqual([undefined, undefined]);
    expect(notes).toContain('the platform sends none with GET');
  });

  it('of a DELETE has a note, as widgets send no payload with it', async () => {
    const { body, notes } = await bodyOf(json({ type: 'object', properties: { a: {} } }, false), 'delete');

    expect(body).toContain("['a']");
    expect(notes).toContain('not with DELETE');
  });

  it.each([
    ['multipart/form-data', undefined, 'cannot put together multipart bodies'],
    ['text/xml', [{ key: 'Content-Type', value: 'text/xml' }], 'There is no template for text/xml'],
  ])('of %j is for the author to write', async (type, headers, note) => {
    const made = await bodyOf({
      requestBody: { content: { [type]: { schema: { type: 'object', properties: { a: {} } } } } },
    });

    expect(made.body).toBeUndefined();
    expect(made.headers).toEqual(headers);
    expect(made.notes).toContain(note);
  });

  it.each(['application/json\r\nX-Evil: 1', '*/*', '{{ 7 * 7 }}'])('of %j is JSON', async (type) => {
    const content = { [type]: { schema: { type: 'object', properties: { a: {} } } } };
    const { headers } = await bodyOf({ requestBody: { content } });

    expect(headers).toEqual([{ key: 'Content-Type', value: 'application/json' }]);
  });

  it('is JSON where there is a choice', async () => {
    const schema = { type: 'object', properties: { a: { type: 'string' } } };
    const content = {
      'multipart/form-data': { schema },
      'application/x-www-form-urlencoded': { schema },
      'application/hal+json': { schema },
    };
    const { headers } = await bodyOf({ requestBody: { content } });

    expect(headers).toEqual([{ key: 'Content-Type', value: 'application/hal+json' }]);
  });

  it('never shows a credential that an example holds', async () => {
    const text = (example: unknown) => ({ type: 'string', example });
    const key = 'AKIAQ3EGUJ7TTLRW5X2Z';
    const properties = {
      client_secret: text('kept-Se3ret'),
      token_of: { type: 'object', example: { password: 'hunter2-x', list: [`at ${key}`] } },
      region: { type: 'string', default: key },
      note: text('shown'),
    };
    const { body, notes } = await bodyOf(json({ type: 'object', properties, required: ['region'] }));

    expect(notes).toContain('"note":"shown"');
    expect(notes).toContain('"client_secret":"string"');
    expect(`${body}${notes}`).not.toMatch(/kept-Se3ret|hunter2|AKIA/);
  });
});

describe('the answer', () => {
  it.each([
    [{ 200: { description: '', content: { 'text/csv': {}, 'application/json': {} } } }, 'application/json'],
    [{ 201: { description: '', content: { 'text/csv': {}, 'text/plain': {} } } }, 'text/csv, text/plain'],
    [{ '2XX': { description: '', content: { 'application/problem+json': {} } } }, 'application/problem+json'],
    [{ 400: { description: '', content: { 'text/plain': {} } } }, undefined],
    [{ 200: { description: '', content: { '*/*': {} } } }, undefined],
    [{ 200: { description: '', content: { 'text/plain\r\nX: 1': {} } } }, undefined],
  ])('of %j is accepted', async (responses, accept) => {
    const { connector } = await imported({ responses });

    expect(connector.headers?.find(({ key }) => key === 'Accept')?.value).toBe(accept);
  });

  it('without a body has a note for widgets', async () => {
    expect((await imported({ responses: { 204: { description: '' } } })).notes.join()).toContain(
      'the promise in a widget rejects',
    );
  });
});

describe('a payload to try a connector with', () => {
  const schema = { type: 'object', properties: { title: { type: 'string' } } };
  const title = 'It burns';

  it.each<[string, object]>([
    ['the example', { schema, example: { title } }],
    ['the first of the examples', { schema, examples: { one: { value: { title } }, two: { value: {} } } }],
    ['one that is referred to', { schema, examples: { one: { $ref: '#/components/examples/one' } } }],
    [
      'one beside a schema that is referred to',
      { schema: { $ref: '#/components/schemas/A' }, example: { title } },
    ],
  ])('is %s of the body', async (_, media) => {
    const { notes } = await imported(
      { requestBody: { content: { 'application/json': media } } },
      { components: { schemas: { A: schema }, examples: { one: { value: { title } } } } },
      { method: 'post' },
    );
    expect(notes).toContain('A payload to try it with: {"title":"It burns"}');
  });
});
