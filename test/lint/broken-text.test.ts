import { describe, expect, it } from 'vitest';
import { checkRegistry } from '../../src/lint/check.js';
import { rules } from '../../src/lint/rules/index.js';
import { lintSettings } from '../../src/lint/settings.js';
import { validateRegistry } from '../../src/lint/validate.js';
import { parseRegistry } from '../../src/registry/index.js';

const found = (text: string) =>
  validateRegistry(text).map(({ rule, line, column }) => `${rule} ${line}:${column}`);

describe('findings in a file whose JSON is broken', () => {
  it.each([
    ['a line break in a name', '{"connectors":[{"name":"A\nb","url":"https://a.acme.io"}]}', '1:26'],
    ['a CRLF in a URL', '{"connectors":[{"name":"A","url":"https://a.acme.io/\r\nb"}]}', '1:53'],
    [
      'a line break in a body, and what follows',
      '{"connectors":[{"name":"A","url":"https://a.acme.io","request_body":"{\n}"},{"name":"B","url":"http://b.acme.io"}]}',
      '1:71',
    ],
    [
      'a method that is no longer to be seen',
      '{"connectors":[{"name":"A","url":"https://a.acme.io","request_body":"{}","permalink":"a\nb","method":"POST"}]}',
      '1:88',
    ],
    [
      'a step that may read another',
      '{"composite_connectors":[{"name":"A","steps":[{"name":"a","url":"https://a.acme.io"},{"name":"b","url":"https://b.acme.io"},{"name":"c","request_body":"\n{{ steps.a.body }}{{ steps.b.body }}","url":"https://c.acme.io"}]}]}',
      '1:153',
    ],
  ])('are the fault alone: %s', (_, text, place) => {
    expect(found(text)).toEqual([`json-syntax ${place}`]);
  });

  it('are also those of the entries before it', () => {
    expect(
      found(
        '{"connectors":[{"name":"A","url":"http://a.acme.io"},\n{"name":"B\nb","url":"https://b.acme.io"}]}',
      ),
    ).toEqual(['url-scheme 1:35', 'json-syntax 2:11']);
  });
  it.each(['\t', '\u0001', '\u001f'])('are those of everything else beside the raw character %j', (raw) => {
    const text = `{"connectors":[{"name":"A${raw}b","url":"http://a.acme.io"}]}`;
    expect(found(text)).toEqual(['json-syntax 1:26', 'url-scheme 1:37']);
  });

  it('are not needed for a credential to be kept from the output', () => {
    const secret = `ghp_${'a1B2c3D4e5F6'.repeat(3)}`;
    const text = `{"connectors":[{"url":"https://a.acme.io","headers":[{"key":"X-Api-Key","value":"${secret}"}],"name":"A\nb"}]}`;
    const { findings, credentials } = checkRegistry(parseRegistry(text, 'x.json'), lintSettings(rules, []));
    expect(findings.map(({ rule }) => rule)).toEqual(['json-syntax']);
    expect(credentials).toContain(secret);
  });
});
