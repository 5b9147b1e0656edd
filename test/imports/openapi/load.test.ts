import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importOperation } from '../../../src/imports/openapi/import-operation.js';
import { loadOpenApi } from '../../../src/imports/openapi/load.js';
import { listOperations } from '../../../src/imports/openapi/operations.js';
import { documentWith, errorOf, folderOf, load, loadFixture } from './support.js';

const info = 'info: {title: a, version: "1"}';
const minimal = `openapi: 3.0.3\n${info}\npaths: {/a: {get: {responses: {"200": {description: ok}}}}}\n`;

describe('loading a document', () => {
  it('knows the specification and lists the operations in their order', async () => {
    const document = await loadFixture('petshop.swagger.json');

    expect(document.specification).toBe('swagger-2');
    expect(listOperations(document).map(({ id, method, path }) => [id, method, path])).toEqual([
      ['findPets', 'GET', '/pets'],
      ['addPet', 'POST', '/pets'],
      ['getPet', 'GET', '/pets/{pet-id}'],
      ['renamePet', 'POST', '/pets/{pet-id}'],
      ['delete-/pets/{pet-id}', 'DELETE', '/pets/{pet-id}'],
      ['uploadPhoto', 'POST', '/pets/{pet-id}/photo'],
      ['listOrders', 'GET', '/orders'],
    ]);
    expect(listOperations(document)[0]).toMatchObject({
      summary: 'Find pets by status.',
      tags: ['pets'],
      deprecated: false,
    });
    expect(listOperations(document)[4]).toMatchObject({ summary: '', deprecated: true });
  });

  it('leaves webhooks out, and gives the second of two equal ids another', async () => {
    const ids = listOperations(await loadFixture('board.yaml')).map(({ id }) => id);

    expect(ids).toContain('vote');
    expect(ids).toContain('post-/odd');
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.join()).not.toContain('threadCreated');
  });

  it('reads files beneath its folder, which may refer back', async () => {
    const document = await loadFixture('board.yaml');

    expect(document.specification).toBe('openapi-3.1');
    expect(importOperation(document, 'createThread').connector.request_body).toContain('"title"');
  });

  it.each([
    ['a version without quotes', minimal.replace('3.0.3', '3.1')],
    ['Swagger without quotes', minimal.replace('openapi: 3.0.3', 'swagger: 2.0')],
    [
      'YAML in flow style',
      `{openapi: 3.0.0, ${info}, paths: {/a: {get: {responses: {"200": {description: ok}}}}}}`,
    ],
    ['a byte order mark', `\uFEFF${minimal}`],
    [
      'names of schemas with brackets',
      { ...documentWith({}), components: { schemas: { 'Page[Item 1]': {} } } },
    ],
    ['anchors, aliases and merge keys', `${minimal}x-a: &a {b: 1}\nx-b: {<<: *a}\nx-c: [*a, *a]\n`],
  ])('takes %s', async (_, content) => {
    expect(listOperations(await load(content))).toHaveLength(1);
  });

  it('takes keys of the prototype for plain keys', async () => {
    const document = await load(
      '{"openapi": "3.0.0", "__proto__": {"swagger": "2.0"}, "info": {"title": "a", "version": "1"}, "paths": {"/a": {"get": {"responses": {"200": {"description": "ok"}}}, "__proto__": {"post": {}}}, "__proto__": {"/b": {"get": {}}}}, "components": {"schemas": {"constructor": {"type": "string"}}}}',
    );

    expect(listOperations(document).map(({ id }) => id)).toEqual(['get-/a']);
    expect(({} as Record<string, unknown>).swagger).toBeUndefined();
  });
});

describe('what is no document', () => {
  it.each([
    ['openapi: 4.0.0', 'openapi-version', 'The document is OpenAPI 4.0.0, which this program does not know.'],
    ['openapi: 3.2.0', 'openapi-version', 'The document is OpenAPI 3.2.0, which this program does not know.'],
    ['swagger: "1.2"', 'openapi-version', 'The document is Swagger 1.2, which this program does not know.'],
    ['- a', 'openapi-not-a-document', 'This is no OpenAPI document: it is a list.'],
    ['hello', 'openapi-not-a-document', 'This is no OpenAPI document: it holds no object.'],
    ['', 'openapi-not-a-document', 'This is no OpenAPI document: it holds no object.'],
    [
      'info: {}\nitem: []',
      'openapi-not-a-document',
      'This is no OpenAPI document: it looks like a collection of Postman.',
    ],
    [
      `openapi: 3.1.0\n${info}\nwebhooks: {}`,
      'openapi-no-operations',
      'The document has no paths, so there is nothing to make a connector of.',
    ],
    [
      `openapi: 3.1.0\n${info}\npaths: {/a: {}}`,
      'openapi-no-operations',
      'The document has no operations, so there is nothing to make a connector of.',
    ],
  ])('%j', async (text, code, message) => {
    expect(await errorOf(load(text))).toMatchObject({ name: 'UserError', code, message });
  });

  it.each([
    [
      'a.yaml',
      'openapi: 3.0.0\ninfo:\n\ttitle: a\n',
      3,
      1,
      'The document is not valid YAML: tabs are not allowed as indentation.',
    ],
    [
      'b.yaml',
      'openapi: 3.0.0\nopenapi: 3.0.0\n',
      2,
      1,
      'The document is not valid YAML: map keys must be unique.',
    ],
    [
      'c.json',
      '{"openapi": "3.0.0",\n "info": {},}',
      2,
      13,
      'The document is not valid JSON: a key in double quotes is expected (a comma may stand before the end).',
    ],
  ])('%s tells where its syntax is wrong', async (name, text, line, column, message) => {
    const error = await errorOf(loadOpenApi(name, { cwd: await folderOf({ [name]: text }) }));

    expect(error).toMatchObject({ code: 'openapi-syntax', line, column, message });
    expect(error.file).toMatch(new RegExp(`/${name}$`));
  });

  it('tells all faults of the structure in one error, at the place of the first', async () => {
    const text = `openapi: 3.0.0\n${info}\nservers:\n  - urll: x\npaths:\n  /a:\n    get:\n      tags: 1\n      responses: {"200": {description: ok}}\n`;
    const error = await errorOf(load(text));

    expect(error).toMatchObject({ code: 'openapi-invalid', line: 4, column: 5 });
    expect(error.message).toBe(
      "The document is not valid OpenAPI 3.0: must have required property 'url' at servers › 0; must be array (type must be array) at paths › /a › get › tags.",
    );
  });

  it('lets through what no request depends on', async () => {
    const operation = { foo: 1, responses: { 200: {}, 404: { content: {}, oops: true } } };

    expect(listOperations(await load({ ...documentWith(operation), extra: {} }))).toHaveLength(1);
  });

  it.each<[string, object, object?]>([
    ['an operation without answers', { responses: undefined }],
    ['an empty list of answers', { responses: {} }],
    ['answers of another shape', { responses: { 200: { headers: { A: 'text' } } } }],
    ['texts that are null', { summary: null, description: null }],
    ['callbacks without answers', { callbacks: { a: { '{$request.body#/u}': { post: {} } } } }],
    ['a path parameter that is not called required', { parameters: [{ name: 'id', in: 'path' }] }],
    ['a version that is a number', {}, { info: { title: 'T', version: 1.2 } }],
    ['no title, and a license without a name', {}, { info: { license: {} } }],
    ['tags that are there twice', {}, { tags: [{ name: 'a' }, { name: 'a' }] }],
    ['a link without an address', {}, { externalDocs: { description: 'none' } }],
    ['lists of types, as in 3.1', bodyOf({ properties: { a: { type: ['string', 'null'] } } })],
    ['required members, as in old drafts', bodyOf({ properties: { a: { type: 'string', required: true } } })],
    ['an empty list of required members', bodyOf({ required: [] })],
    ['numbers for bounds', bodyOf({ properties: { a: { type: 'number', exclusiveMinimum: 3 } } })],
    ['a list of examples', { requestBody: { content: { 'application/json': { examples: [1] } } } }],
    ['a schema that is not there', bodyOf({ properties: { a: { $ref: '#/components/schemas/Nope' } } })],
    ['an answer that is not there', { responses: { 200: { $ref: '#/components/responses/Nope' } } }],
  ])('reads what many write: %s', async (_, operation, rest) => {
    const document = await load(documentWith(operation, rest, '/a', 'post'));
    expect(importOperation(document, 'post-/a').connector).toMatchObject({ method: 'POST' });
  });

  it('finds the place of a fault in JSON', async () => {
    const error = await errorOf(
      load(documentWith({}, { components: { schemas: { A: { type: 'strin' } } } })),
    );

    expect(error).toMatchObject({ code: 'openapi-invalid', line: 26, column: 9 });
    expect(error.message).toContain('(did you mean string) at components › schemas › A › type');
  });

  it.each([
    { components: { securitySchemes: { a: 1 } } },
    { security: [1] },
    { info: null },
    { servers: 'x' },
    { tags: {} },
  ])('tells that a part is of another type: %j', async (part) => {
    expect(await errorOf(load(documentWith({}, part)))).toMatchObject({
      name: 'UserError',
      code: 'openapi-invalid',
    });
  });

  it('names a file that is not there', async () => {
    const folder = await folderOf({});

    expect(await errorOf(loadOpenApi('none.yaml', { cwd: folder }))).toMatchObject({
      code: 'file-not-found',
      file: join(folder, 'none.yaml'),
    });
  });
});

describe('references', () => {
  it('that lead nowhere are told with their place', async () => {
    const text = `openapi: 3.0.0\n${info}\npaths:\n  /a:\n    get:\n      parameters:\n        - $ref: "#/components/parameters/Nope"\n      responses: {}\n`;

    expect(await errorOf(load(text))).toMatchObject({
      code: 'openapi-reference',
      line: 7,
      column: 11,
      message: 'The reference #/components/parameters/Nope leads nowhere, or back to itself.',
    });
  });

  it('that lead in a circle of nothing else are faults', async () => {
    const parameters = { A: { $ref: '#/components/parameters/B' }, B: { $ref: '#/components/parameters/A' } };
    const error = await errorOf(
      load(
        documentWith({ parameters: [{ $ref: '#/components/parameters/A' }] }, { components: { parameters } }),
      ),
    );

    expect(error.code).toBe('openapi-reference');
  });

  it('to a file that is not there name both', async () => {
    const error = await errorOf(load(documentWith({ requestBody: { $ref: './nope.yaml#/a' } })));

    expect(error.code).toBe('file-not-found');
    expect(error.file).toMatch(/nope\.yaml$/);
    expect(error.hint).toMatch(/^It is referred to in .*api\.json\.$/);
  });

  it.each([
    [
      'https://other.acme.io/p.yaml#/P',
      'it refers to https://other.acme.io/p.yaml, and references to other servers are not followed',
    ],
    ['../secret.yaml', 'only files beneath the folder of the document are read'],
    ['file:///etc/passwd', 'it refers to /etc/passwd, and only files beneath'],
    ['ftp://other.acme.io/p.yaml', 'it refers to ftp://other.acme.io/p.yaml, which is not followed'],
  ])('to %s are not followed, and only what needs them fails', async (reference, reason) => {
    const document = await load({
      ...documentWith({ parameters: [{ $ref: reference }] }),
      paths: {
        '/needs': { get: { parameters: [{ $ref: reference }], responses: { 200: { $ref: reference } } } },
        '/else': { get: { responses: { 200: { $ref: reference } } } },
      },
    });

    expect(importOperation(document, 'get-/else').connector.url).toBe('https://api.acme.io/else');
    expect(() => importOperation(document, 'get-/needs')).toThrow(reason);
  });

  it('through a link out of the folder are not followed', async () => {
    const outside = await folderOf({ 'p.json': { name: 'leaked', in: 'query' } });
    const folder = await folderOf({ 'api.json': documentWith({ parameters: [{ $ref: 'p.json' }] }) });
    await symlink(join(outside, 'p.json'), join(folder, 'p.json'));
    const document = await loadOpenApi('api.json', { cwd: folder });

    expect(() => importOperation(document, 'get-/things')).toThrow('only files beneath the folder');
  });

  it('in examples and under names of properties are none', async () => {
    const schema = {
      type: 'object',
      properties: { $ref: { type: 'string' }, example: { $ref: '#/components/schemas/A' } },
      example: { $ref: '#/nowhere' },
      default: { $ref: 'nowhere.yaml' },
    };
    const document = await load(documentWith({}, { components: { schemas: { A: {}, B: schema } } }));

    expect(listOperations(document)).toHaveLength(1);
  });
});

describe('hostile documents', () => {
  const repeated = (rows: number, row: (at: number) => string): string =>
    Array.from({ length: rows }, (_, at) => row(at)).join('\n');

  it.each([
    [
      'aliases that multiply',
      `openapi: 3.0.0\nx-0: &a0 [x]\n${repeated(12, (at) => `x-${at + 1}: &a${at + 1} [${Array(10).fill(`*a${at}`).join(',')}]`)}`,
      'openapi-too-large',
    ],
    [
      'a value that holds itself',
      `${minimal}components:\n  schemas:\n    A: &a\n      properties: {b: *a}\n`,
      'openapi-too-deep',
    ],
    [
      'deep JSON',
      `{"openapi": "3.0.0", "paths": {"/a": {}}, "y": ${'['.repeat(5000)}${']'.repeat(5000)}}`,
      'openapi-too-deep',
    ],
    ['deep YAML', `openapi: 3.0.0\nx: ${'['.repeat(20_000)}`, 'openapi-too-deep'],
    ['50 MB', `{"openapi": "3.0.0", "x": "${'a'.repeat(50_000_000)}"}`, 'file-too-large'],
    ['20 MB of YAML', `openapi: 3.0.0\nx: "${'a'.repeat(20_000_000)}"`, 'openapi-too-large'],
  ])('%s', async (_, text, code) => {
    expect(await errorOf(load(text))).toMatchObject({ name: 'UserError', code });
  });

  it('are not expanded where references multiply', async () => {
    const members = (at: number) =>
      Object.fromEntries(
        Array.from({ length: 10 }, (_, each) => [`p${each}`, { $ref: `#/components/schemas/S${at}` }]),
      );
    const schemas = Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [
        `S${at + 1}`,
        { type: 'object', required: ['p1'], properties: members(at) },
      ]),
    );
    const requestBody = { content: { 'application/json': { schema: { $ref: '#/components/schemas/S40' } } } };
    const document = await load(
      documentWith(
        { requestBody },
        { components: { schemas: { ...schemas, S0: { type: 'string' } } } },
        '/a',
        'post',
      ),
    );

    expect(importOperation(document, 'post-/a').connector.request_body).toContain("'p9'");
  });

  it('with thousands of faults name the first ones', async () => {
    const operation = { tags: 1, parameters: [{ name: 'q', in: 'quer' }], responses: {} };
    const paths = Object.fromEntries(
      Array.from({ length: 3000 }, (_, at) => [`/items${at}`, { get: operation }]),
    );
    const error = await errorOf(load({ ...documentWith({}), paths }));

    expect(error.code).toBe('openapi-invalid');
    expect(error.message).toMatch(/; and \d+ more\.$/);
    expect(error.message.length).toBeLessThan(1500);
  });

  it('are not read for every operation anew', async () => {
    const operation = {
      responses: {
        200: {
          description: 'x'.repeat(500),
          content: { 'application/json': { schema: { $ref: '#/components/schemas/S' } } },
        },
      },
    };
    const paths = Object.fromEntries(
      Array.from({ length: 3000 }, (_, at) => [`/items${at}`, { get: operation, put: operation }]),
    );
    const document = await load({
      ...documentWith({}),
      paths,
      components: { schemas: { S: { type: 'object' } } },
    });

    expect(listOperations(document)).toHaveLength(6000);
  });
});

function bodyOf(schema: object): object {
  return { requestBody: { content: { 'application/json': { schema: { type: 'object', ...schema } } } } };
}
