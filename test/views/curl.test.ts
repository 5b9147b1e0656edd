import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { RequestRecord } from '../../src/platform/result.js';
import { bodyFile, curlCommand, longestInlineBody } from '../../src/views/curl.js';
import { neutralise } from '../../src/views/text.js';

const request = (changes: Partial<RequestRecord>): RequestRecord => ({
  purpose: 'call',
  method: 'GET',
  url: 'https://api.example.com/orders?a=1&b=2',
  routed_to: null,
  headers: {},
  body: null,
  status_code: 200,
  error_body: null,
  response: null,
  phases: { dns_ms: 0, connect_ms: 0, tls_ms: 0, wait_ms: 0, download_ms: 0 },
  started_ms: 0,
  duration_ms: 1,
  reused_connection: false,
  remote_address: null,
  ...changes,
});
const command = (changes: Partial<RequestRecord>) => curlCommand(request(changes), (text) => text);

/** The arguments that a POSIX shell makes of a command, with `printf` in the place of curl. */
function argumentsOf(line: string): string[] {
  const script = `curl() { printf '%s\\0' "$@"; }\n${line}`;
  return execFileSync('sh', ['-c', script]).toString('utf8').split('\0').slice(0, -1);
}

describe('curlCommand', () => {
  it('is as short as the request is simple', () => {
    expect(command({})).toBe("curl 'https://api.example.com/orders?a=1&b=2'");
  });

  it.each([
    ["it's", "O'Reilly ''' \\' \\"],
    ['shell signs', '$HOME `id` $(id) "x" !! \\n * ? ~ # ; & | < >'],
    ['line breaks and tabs', 'a\nb\r\n\tc\n'],
    ['an at sign', '@/etc/passwd'],
    ['a dash', '--output'],
    ['what a terminal obeys', '\u001b[2J\u0007\u202eabc\u009b'],
    ['other scripts', '日本語 é 😀'],
  ])('passes %s through a shell unchanged', (_, hard) => {
    const line = command({
      method: 'POST',
      headers: { 'Content-Type': 'text/plain', 'X-Hard': `v ${hard}` },
      body: hard,
    });
    const sent = argumentsOf(line);
    expect(sent.at(-2)).toBe('--data-raw');
    expect(sent.at(-1)).toBe(hard);
    expect(sent).toContain(`X-Hard: v ${hard}`);
  });

  it('prints nothing that a terminal would obey', () => {
    const hostile = '\u001b[2J\u0007\u202e\u009b';
    const line = command({ url: `https://a.test/${hostile}`, body: hostile });
    expect(neutralise(line)).toBe(line);
  });

  it('keeps the order of headers, and leaves out what curl computes', () => {
    const headers = { b: '1', 'Content-Length': '3', a: '2', Host: 'x', empty: '' };
    const sent = argumentsOf(command({ headers })).filter((_, index, all) => all[index - 1] === '--header');
    expect(sent).toEqual(['b: 1', 'a: 2', 'empty;']);
  });

  it('goes where the request went, and keeps curl from reading the URL as a pattern', () => {
    const sent = argumentsOf(command({ method: 'HEAD', routed_to: 'http://127.0.0.1:4010/a/../[1-3]' }));
    expect(sent).toEqual(['--head', '--globoff', '--path-as-is', 'http://127.0.0.1:4010/a/../[1-3]']);
  });

  it('does not let curl claim a form', () => {
    expect(argumentsOf(command({ method: 'PUT', body: 'x' }))).toContain('content-type:');
  });

  it('pipes a body that no argument can hold', () => {
    const line = command({ method: 'POST', body: 'a\\0\0b\u0001%s' });
    const piped = execFileSync('sh', ['-c', `curl() { cat; }\n${line}`]).toString('utf8');
    expect(piped).toBe('a\\0\0b\u0001%s');
  });

  it('reads a long body from a file', () => {
    const line = command({ method: 'POST', body: 'x'.repeat(longestInlineBody + 1) });
    expect(argumentsOf(line).slice(-2)).toEqual(['--data-binary', `@${bodyFile}`]);
  });

  it('masks before it quotes', () => {
    const line = curlCommand(request({ headers: { authorization: "Bearer s'x" } }), (text) =>
      text.replace("s'x", '***'),
    );
    expect(line).toContain("'authorization: Bearer ***'");
  });
});
