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
    'https://api.example.com:/',
    'https://api.example.com./',
    'https://a_b.example.com/',
    'https://api.example.com/?next=@127.0.0.1',
    'https://[64:ff9b::101:101]/',
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
    ['https://api.example.com:0/', "the host 'api.example.com:0' is not valid"],
    ['https://api.example.com../', "the host 'api.example.com..' is not valid"],
    ['https://.example.com/', "the host '.example.com' is not valid"],
    [`https://${'a'.repeat(64)}.com/`, `the host '${'a'.repeat(64)}.com' is not valid`],
    ['https://256.1.1.1/', "the host '256.1.1.1' is not valid"],
    ['https://1.2.3.4.5/', "the host '1.2.3.4.5' is not valid"],
    ['https://[::1', "the host '[::1' is not valid"],
    ['https://[fe80::1%25eth0]/', "the host '[fe80::1%25eth0]' is not valid"],
    ['https://:443/', "the host ':443' is not valid"],
    ['https://api.example.com:+443/', "the host 'api.example.com:+443' is not valid"],
    ['https://api.example.com%2f/', "the host 'api.example.com%2f' is not valid"],
    ['https:api.example.com/', 'this is not an absolute URL'],
    ['https:/api.example.com/', 'this is not an absolute URL'],
    ['//api.example.com/', 'this is not an absolute URL'],
    ['wss://api.example.com/', 'the protocol is wss, not https'],
    ['https://@api.example.com/', 'the URL holds credentials before the host'],
    ['https://a@b@127.0.0.1/', 'the URL holds credentials before the host'],
    ['https://１２７。０。０。１/', "the URL holds '１' (U+FF11), which has to be percent-encoded"],
    ['https://127。0。0。1/', "the URL holds '。' (U+3002), which has to be percent-encoded"],
    ['https:\\\\api.example.com\\', "the URL holds '\\' (U+005C), which has to be percent-encoded"],
    ['https://api.example.com\\@127.0.0.1/', "the URL holds '\\' (U+005C), which has to be percent-encoded"],
    [
      'ht\ttps://api.example.com/',
      'the URL holds the control character U+0009, which has to be percent-encoded',
    ],
    [
      'https\n://api.example.com/',
      'the URL holds the control character U+000A, which has to be percent-encoded',
    ],
    [' https://api.example.com/', 'the URL holds a space, which has to be percent-encoded'],
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
    'https://0x7f000001/',
    'https://0x7f.1/',
    'https://017700000001/',
    'https://0/',
    'https://0x/',
    'https://3232235777/',
    'https://192.168.0x0.1/',
    'https://%31%32%37.0.0.1/',
    'https://127.0.0.1%2e/',
    'https://loc%61lhost/',
    'https://localhost%2E/',
    'https://foo.localhost./',
    'https://localhost.localdomain/',
    'https://[::127.0.0.1]/',
    'https://[0:0:0:0:0:0:0:1]/',
    'https://[0:0:0:0:0:ffff:a00:1]/',
    'https://[fec0::1]/',
    'https://[5f00::1]/',
    'https://169.254.169.254./',
    'https://127.0.0.1:8443/',
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
