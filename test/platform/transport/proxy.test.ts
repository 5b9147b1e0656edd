import { afterEach, describe, expect, it } from 'vitest';
import { proxyCredentials, proxyFor, proxyPasswords } from '../../../src/platform/transport/proxy.js';
import { TransportError } from '../../../src/platform/transport/transport.js';

const names = ['https_proxy', 'http_proxy', 'all_proxy', 'no_proxy'].flatMap((name) => [
  name,
  name.toUpperCase(),
]);
const before = new Map(names.map((name) => [name, process.env[name]]));
afterEach(() => {
  for (const [name, value] of before) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
});

function under(environment: Record<string, string>, url: string, configured?: string): string | null {
  for (const name of names) delete process.env[name];
  Object.assign(process.env, environment);
  return proxyFor(new URL(url), configured)?.href ?? null;
}

const target = 'https://api.example.com/path';

describe('the proxy of a URL', () => {
  it.each([
    ['nothing set', {}, undefined, null],
    ['HTTPS_PROXY', { HTTPS_PROXY: 'http://p:1' }, undefined, 'http://p:1/'],
    ['lower case first', { https_proxy: 'http://p:1', HTTPS_PROXY: 'http://q:1' }, undefined, 'http://p:1/'],
    ['HTTP_PROXY is for http', { HTTP_PROXY: 'http://p:1' }, undefined, null],
    ['ALL_PROXY', { ALL_PROXY: 'http://p:1' }, undefined, 'http://p:1/'],
    [
      'HTTPS_PROXY before ALL_PROXY',
      { ALL_PROXY: 'http://q:1', HTTPS_PROXY: 'http://p:1' },
      undefined,
      'http://p:1/',
    ],
    ['without a scheme', { HTTPS_PROXY: 'p:3128' }, undefined, 'http://p:3128/'],
    ['without a scheme for all', { ALL_PROXY: 'u:w@p:3128' }, undefined, 'http://u:w@p:3128/'],
    ['an HTTPS proxy', { HTTPS_PROXY: 'https://p:3128' }, undefined, 'https://p:3128/'],
    ['empty', { HTTPS_PROXY: '' }, undefined, null],
    ['the configuration first', { HTTPS_PROXY: 'http://p:1' }, 'http://c:1', 'http://c:1/'],
    ['NO_PROXY', { HTTPS_PROXY: 'http://p:1', NO_PROXY: 'api.example.com' }, undefined, null],
    ['NO_PROXY and the configuration', { NO_PROXY: 'api.example.com' }, 'http://c:1', null],
    ['NO_PROXY with a port', { NO_PROXY: 'api.example.com:443' }, 'http://c:1', null],
    ['NO_PROXY with another port', { NO_PROXY: 'api.example.com:444' }, 'http://c:1', 'http://c:1/'],
    ['NO_PROXY with a domain', { NO_PROXY: 'other.com, .example.com' }, 'http://c:1', null],
    ['NO_PROXY with others', { no_proxy: 'example.com,.example.org' }, 'http://c:1', 'http://c:1/'],
    ['NO_PROXY with all', { NO_PROXY: '*' }, 'http://c:1', null],
  ] as [string, Record<string, string>, string | undefined, string | null][])(
    '%s',
    (_name, environment, configured, expected) => {
      expect(under(environment, target, configured)).toBe(expected);
    },
  );

  it.each([
    'https://localhost/',
    'https://a.localhost/',
    'http://127.0.0.1:8080/',
    'http://127.9.9.9/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'http://0.0.0.0/',
  ])('is none for loopback: %s', (url) => {
    expect(under({ ALL_PROXY: 'http://p:1' }, url)).toBeNull();
    expect(under({}, url, 'http://c:1')).toBeNull();
  });

  it.each(['socks5://user:hunter2@p:1080', 'http://user:hunter2@', 'http://user:hunter2@p:port'])(
    'is refused without showing its password: %s',
    (written) => {
      for (const act of [() => under({ HTTPS_PROXY: written }, target), () => under({}, target, written)]) {
        expect(act).toThrow(TransportError);
        expect(act).toThrow(/is no URL of an HTTP proxy/);
        expect(act).not.toThrow(/hunter2/);
      }
      expect(proxyPasswords(written)).toContain('hunter2');
    },
  );
});

it('knows the credentials and every password that is set', () => {
  under({ HTTPS_PROXY: 'http://user:p%40ss%2Fword@p:1', ALL_PROXY: 'me:second@q:1' }, target);
  expect(proxyPasswords('http://u:third@r')).toEqual(['third', 'p%40ss%2Fword', 'p@ss/word', 'second']);
  expect(proxyCredentials(new URL('http://us%3Aer:p%40ss@p:1'))).toEqual({ user: 'us:er', password: 'p@ss' });
  expect(proxyCredentials(new URL('http://user:100%@p:1'))).toEqual({ user: 'user', password: '100%' });
  expect(proxyCredentials(new URL('http://p:1'))).toBeNull();
});
