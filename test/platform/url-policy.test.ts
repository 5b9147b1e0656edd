import { describe, expect, it } from 'vitest';
import { type AcceptedUrl, checkUrl, isRefused } from '../../src/platform/url-policy.js';

const strict = { allowPrivateNetwork: false };

const reasonFor = (url: string): string | null => {
  const checked = checkUrl(url, strict);
  return isRefused(checked) ? checked.reason : null;
};

describe('a rendered URL', () => {
  it.each([
    'https://api.example.com',
    'https://api.example.com/',
    'https://api.example.com:8443/v1/things?x=1&y=%20z',
    "https://api.example.com/a;b=c/(d)'e'/@x:y",
    'https://1.1.1.1/dns-query',
    'https://[2606:4700:4700::1111]/dns-query',
    'HTTPS://API.Example.com/',
  ])('accepts %s', (url) => {
    expect(reasonFor(url)).toBeNull();
  });

  it.each([
    ['http://api.example.com/', 'the protocol is http, not https'],
    ['ftp://api.example.com/', 'the protocol is ftp, not https'],
    ['api.example.com/x', 'this is not an absolute URL'],
    ['', 'the URL is empty'],
    ['https:///x', 'the URL has no host'],
    ['https://user:pw@api.example.com/', 'the URL holds credentials before the host'],
    ['https://api.example.com/a b', 'the URL holds a space, which has to be percent-encoded'],
    ['https://api.example.com/é', "the URL holds 'é' (U+00E9), which has to be percent-encoded"],
    ['https://api.example.com/{id}', "the URL holds '{' (U+007B), which has to be percent-encoded"],
    [
      'https://api.example.com/a\nb',
      'the URL holds the control character U+000A, which has to be percent-encoded',
    ],
    ['https://api.example.com/%zz', 'the URL holds a % that is not followed by two hexadecimal digits'],
    ["https://{{ get_variable('host') }}/x", "the URL still holds {{ get_variable('host') }}"],
    ['https://api.example.com:99999/', "the host 'api.example.com:99999' is not valid"],
  ])('refuses %j', (url, reason) => {
    expect(reasonFor(url)).toBe(reason);
  });

  it.each([
    'https://localhost/',
    'https://LOCALHOST:8443/',
    'https://localhost./',
    'https://api.localhost/',
    'https://127.0.0.1/',
    'https://127.1/',
    'https://2130706433/',
    'https://0x7f.0.0.1/',
    'https://0177.0.0.1/',
    'https://127.0.0.1./',
    'https://0.0.0.0/',
    'https://10.0.0.8/',
    'https://172.16.0.1/',
    'https://192.168.1.1/',
    'https://169.254.169.254/latest/meta-data',
    'https://100.64.0.1/',
    'https://192.0.2.1/',
    'https://224.0.0.1/',
    'https://255.255.255.255/',
    'https://[::1]/',
    'https://[::]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:7f00:1]/',
    'https://[64:ff9b::7f00:1]/',
    'https://[2002:7f00:1::]/',
    'https://[fe80::1]/',
    'https://[fd00:ec2::254]/',
    'https://[ff02::1]/',
  ])('refuses the special address in %s', (url) => {
    expect(reasonFor(url)).toMatch(/ is (this machine|the |a )/);
  });

  it('reaches private addresses and plain HTTP where the configuration allows them', () => {
    expect(isRefused(checkUrl('http://127.0.0.1:4010/x', { allowPrivateNetwork: true }))).toBe(false);
    expect(isRefused(checkUrl('https://localhost/x', { allowPrivateNetwork: true }))).toBe(false);
  });

  it('keeps the text of path and query, drops the fragment, and resolves dot segments', () => {
    const accepted = (url: string) => checkUrl(url, strict) as AcceptedUrl;
    expect(accepted("https://api.example.com/a'b?x=1+2&y='%7e").pathAndQuery).toBe("/a'b?x=1+2&y='%7e");
    expect(accepted('https://api.example.com/a#b?c').pathAndQuery).toBe('/a');
    expect(accepted('https://api.example.com/a#b?c').fragment).toBe('b?c');
    expect(accepted('https://api.example.com?x=1').pathAndQuery).toBe('/?x=1');
    expect(accepted('https://api.example.com/a/../b/./c?p=/../q').pathAndQuery).toBe('/b/c?p=/../q');
    expect(accepted('https://API.example.com:443/').origin).toBe('https://api.example.com');
  });
});
