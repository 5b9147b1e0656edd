/** Imported connectors, run against a real upstream. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenApiDocument } from '../../../src/imports/openapi/document.js';
import { importOperation } from '../../../src/imports/openapi/import-operation.js';
import { type RunInput, runConnector } from '../../support/run.js';
import { json, type Received, startUpstream, type Upstream } from '../../support/upstream.js';
import { documentWith, load, loadFixture } from './support.js';

let upstream: Upstream;
beforeAll(async () => {
  upstream = await startUpstream((request, response) =>
    request.path.includes('/oauth/token')
      ? json(response, { access_token: 'granted', expires_in: 3600 })
      : json(response, { ok: true }),
  );
});
afterAll(() => upstream.close());

interface Sent {
  status: number;
  text: string;
  /** What arrived, token requests included. */
  requests: Received[];
  last: Received;
}

async function run(
  document: OpenApiDocument,
  id: string,
  input: Omit<RunInput, 'steps'> = {},
): Promise<Sent> {
  const entry = importOperation(document, id);
  const before = upstream.received.length;
  const { result, text } = await runConnector(entry.connector, {
    variables: Object.fromEntries(entry.variables.map(({ name, value }) => [name, value || 'set'])),
    secrets: Object.fromEntries(entry.secrets.map(({ name }) => [name, `<${name}> & "co"`])),
    ...input,
    routes: Object.fromEntries(
      [
        'https://petshop.acme.io',
        'https://eu.crm.acme.io',
        'https://login.acme.io',
        'https://api.acme.io',
        'https://set.board.acme.io',
      ].map((origin) => [origin, upstream.origin]),
    ),
    call: { method: entry.connector.method ?? 'GET', ...input.call },
  });
  const requests = upstream.received.slice(before);
  return { status: result.status, text, requests, last: requests.at(-1) as Received };
}

const payload = (value: unknown) => JSON.stringify(value);

describe('an imported connector', () => {
  it('sends the path, query, headers and key of a GET', async () => {
    const document = await loadFixture('petshop.swagger.json');
    const { status, last } = await run(document, 'findPets', {
      secrets: { pet_shop_api_key: 'k-1' },
      call: {
        query: [
          ['limit', '3'],
          ['page', '2'],
        ],
        headers: [['X-Request-Source', 'widget']],
      },
    });

    expect(status).toBe(200);
    expect(last.method).toBe('GET');
    expect(new URL(last.path, 'http://x').pathname).toBe('/v2/pets');
    expect([...new URL(last.path, 'http://x').searchParams].sort()).toEqual([
      ['limit', '3'],
      ['page', '2'],
      ['status', 'available,sold'],
    ]);
    expect(last.headers).toMatchObject({
      accept: 'application/json',
      'x-shop-key': 'k-1',
      'x-request-source': 'widget',
    });
  });

  it('takes path parameters under the name that it notes', async () => {
    const document = await loadFixture('petshop.swagger.json');
    const { last } = await run(document, 'getPet', {
      secrets: { pet_shop_token: 't-1' },
      call: { pathParams: [['pet_id', 'rex-7']] },
    });

    expect(last.path).toBe('/v2/pets/rex-7');
    expect(last.headers.authorization).toBe('Bearer t-1');
  });

  it('makes a JSON body of the members that the payload has, with defaults for required ones', async () => {
    const document = await loadFixture('petshop.swagger.json');
    const rex = { name: `Rex "the <dog>" & 'co'\n`, tags: ['a', 1], parent: { name: 'Ada' }, unknown: 1 };
    const { last } = await run(document, 'addPet', { call: { payload: payload(rex) } });

    expect(JSON.parse(last.body)).toEqual({
      name: rex.name,
      kind: 'dog',
      tags: ['a', 1],
      parent: { name: 'Ada' },
    });
    expect(last.headers['content-type']).toBe('application/json');
  });

  it('does not call the API where a required member is missing', async () => {
    const { status, text, requests } = await run(await loadFixture('petshop.swagger.json'), 'addPet', {
      call: { payload: '{}' },
    });

    expect(status).toBe(422);
    expect(text).toContain('Configuration (template rendering)');
    expect(requests).toEqual([]);
  });

  it('fetches a token with the scopes of the operation, from the server of the operation', async () => {
    const document = await loadFixture('crm.yaml');
    const contact = { email: 'ada@acme.io', items: [1], source: 'x' };
    const { requests, last } = await run(document, 'createContact', { call: { payload: payload(contact) } });

    expect(requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /oauth/token',
      'POST /v3/contacts',
    ]);
    expect(Object.fromEntries(new URLSearchParams(requests[0]?.body))).toMatchObject({
      grant_type: 'client_credentials',
      scope: 'contacts.read contacts.write',
    });
    expect(last.headers.authorization).toBe('Bearer granted');
    expect(JSON.parse(last.body)).toEqual({ ...contact, status: `it's "new"` });
  });

  it('sends user and password as they are, whatever they hold', async () => {
    const { last } = await run(await loadFixture('crm.yaml'), 'putNote', {
      secrets: { acme_crm_username: 'a&b', acme_crm_password: `<p>'"` },
      call: {
        payload: payload({ 'pin-it': true }),
        pathParams: [
          ['contact_id', '7'],
          ['items_value', 'n1'],
        ],
      },
    });

    expect(last.headers.authorization).toBe(`Basic ${Buffer.from(`a&b:<p>'"`).toString('base64')}`);
    expect(last.method).toBe('PUT');
    expect(last.path).toBe('/v3/contacts/7/notes/n1');
    expect(JSON.parse(last.body)).toEqual({ 'pin-it': true });
  });

  it('sends no body where the payload may be missing and is', async () => {
    const { last, status } = await run(await loadFixture('crm.yaml'), 'putNote', {
      call: {
        payload: null,
        pathParams: [
          ['contact_id', '7'],
          ['items_value', 'n1'],
        ],
      },
    });

    expect(status).toBe(200);
    expect(last.body).toBe('');
  });

  it('forwards a payload that has no fixed members, with every scheme of the operation', async () => {
    const { last } = await run(await loadFixture('crm.yaml'), 'PATCH /contacts/{contact.id}/notes/{items}', {
      secrets: {
        acme_crm_username: 'u',
        acme_crm_password: 'p',
        acme_crm_tenant_key: 'tk',
        acme_crm_query_key: 'qk',
      },
      call: {
        payload: '{"b": 1.0, "a":2}',
        pathParams: [
          ['contact_id', '7'],
          ['items_value', 'n1'],
        ],
      },
    });

    expect(last.body).toBe('{"b": 1.0, "a":2}');
    expect(last.path).toBe('/v3/contacts/7/notes/n1?key=qk');
    expect(last.headers).toMatchObject({
      authorization: `Basic ${Buffer.from('u:p').toString('base64')}`,
      'x-tenant-key': 'tk',
      'content-type': 'application/merge-patch+json',
    });
  });

  it('encodes a form, lists as repeated fields and anything but text as JSON', async () => {
    const form = { code: 'a&b=c d/é', trusted: false, scopes: ['x y', 'z'], meta: { a: 1 }, unknown: 1 };
    const { last } = await run(await loadFixture('crm.yaml'), 'exchangeToken', {
      call: { payload: payload(form) },
    });

    expect([...new URLSearchParams(last.body)]).toEqual([
      ['grant', 'exchange'],
      ['code', 'a&b=c d/é'],
      ['trusted', 'false'],
      ['scopes', 'x y'],
      ['scopes', 'z'],
      ['meta', '{"a": 1}'],
    ]);
    expect(last.headers['content-type']).toBe('application/x-www-form-urlencoded');
  });

  it('begins a form of optional fields without a separator', async () => {
    const fields = { type: 'object', properties: { a: { type: 'string' }, b: { type: 'integer' } } };
    const operation = {
      requestBody: { content: { 'application/x-www-form-urlencoded': { schema: fields } } },
    };
    const document = await load(documentWith(operation, {}, '/things', 'post'));
    const { last } = await run(document, 'post-/things', { call: { payload: '{"b": 2, "a": "<1>"}' } });

    expect(last.body).toBe('a=%3C1%3E&b=2');
  });

  it('prints names and defaults that look like templates as they are', async () => {
    const text = '{"{{ 7 * 7 }}": "x", "a\\"b": 12345678901234567890, "__proto__": "p"}';
    const { last } = await run(await loadFixture('board.yaml'), 'post-/odd', { call: { payload: text } });

    expect(last.body).toBe(
      `{ "{{ 7 * 7 }}": "x", "a\\"b": 12345678901234567890, "it\\u0027s": "{% raw %}\\u0027", "__proto__": "p"}`,
    );
  });

  it('prints values of rows that look like templates as they are', async () => {
    const { last } = await run(await loadFixture('crm.yaml'), 'searchContacts', {
      call: { query: [['q', '1']] },
    });

    expect(last.headers['x-trace']).toBe('{{ trace }}');
    expect(new URL(last.path, 'http://x').searchParams.get('ids')).toBe('1,2');
  });

  it('moves a query string of the path to the query parameters', async () => {
    const { last } = await run(await loadFixture('board.yaml'), 'search-threads');

    expect(last.path).toBe('/api/search?mode=full&q=connectors');
  });
});
