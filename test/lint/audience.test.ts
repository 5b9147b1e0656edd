import { describe, expect, it } from 'vitest';
import { lint } from '../../src/lint/linter.js';
import { rules } from '../../src/lint/rules/index.js';
import { parseRegistry } from '../../src/registry/index.js';

const found = (registry: object) =>
  lint(parseRegistry(JSON.stringify(registry), 'registry.json'), { rules }).map(({ rule, pointer }) => [
    rule,
    pointer,
  ]);

describe('the same template in other places', () => {
  const reading = (first: string, name: string) => ({
    name,
    steps: [
      { name: first, url: 'https://api.acme.io/contacts' },
      {
        name: 'orders',
        url: 'https://api.acme.io/orders',
        query_parameters: [{ key: 'contact', value: '{{ (steps.contact.body | from_json).id }}' }],
      },
    ],
  });
  const value = (index: number) => `/composite_connectors/${index}/steps/1/query_parameters/0/value`;

  it('is wrong where the composite lacks what it reads, before and behind one that has it', () => {
    const composites = [
      reading('contact', 'a'),
      reading('check-person', 'b'),
      reading('contact', 'c'),
      reading('check-person', 'd'),
    ];
    expect(found({ composite_connectors: composites })).toEqual([
      ['unknown-step', value(1)],
      ['unknown-step', value(3)],
    ]);
  });

  it('is found fault with each time', () => {
    const connector = (name: string) => ({ name, url: 'https://api.acme.io/{{ nothing }}' });
    expect(found({ connectors: [connector('a'), connector('b')] })).toEqual([
      ['unknown-variable', '/connectors/0/url'],
      ['unknown-variable', '/connectors/1/url'],
    ]);
  });

  it('is judged by its field', () => {
    const headers = [{ key: 'X-Key', value: "{{ get_secret('key') }}" }];
    const connector = { name: 'a', url: 'https://api.acme.io/x', method: 'POST', headers };
    expect(found({ connectors: [{ ...connector, request_body: "{{ get_secret('key') }}" }] })).toEqual([
      ['name-not-visible', '/connectors/0/request_body'],
    ]);
  });

  it('is reported for each time it does not compile', () => {
    const connector = (name: string) => ({ name, url: "https://api.acme.io/{{ 'a' if }}" });
    expect(found({ connectors: [connector('a'), connector('b')] })).toEqual([
      ['template-syntax', '/connectors/0/url'],
      ['template-syntax', '/connectors/1/url'],
    ]);
  });
});

describe('the same URL in other places', () => {
  it('is found fault with each time', () => {
    const connector = (name: string) => ({ name, url: 'https://api.acme.io/orders#all' });
    expect(found({ connectors: [connector('a'), connector('b')] })).toEqual([
      ['url-fragment', '/connectors/0/url'],
      ['url-fragment', '/connectors/1/url'],
    ]);
  });

  it('is judged by what stands beside it', () => {
    const url = 'https://api.acme.io/orders?a=1&&b=2';
    const query_parameters = [{ key: 'c', value: '3' }];
    const connectors = [
      { name: 'a', url },
      { name: 'b', url, query_parameters },
      { name: 'c', url },
    ];
    expect(found({ connectors })).toEqual([
      ['url-separator', '/connectors/0/url'],
      ['url-query-string', '/connectors/1/url'],
      ['url-separator', '/connectors/2/url'],
    ]);
  });

  it('is judged by its field', () => {
    const url = "https://{{ get_secret('host') }}/token";
    const authentication = {
      type: 'oauth_client_credentials',
      config: {
        client_id: "{{ get_secret('id') }}",
        client_secret: "{{ get_secret('key') }}",
        token_url: url,
      },
    };
    expect(found({ connectors: [{ name: 'a', url, authentication }] })).toEqual([
      ['name-not-visible', '/connectors/0/url'],
    ]);
  });
});
