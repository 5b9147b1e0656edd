import { describe, expect, it } from 'vitest';
import { appendQuery, encodeForm, formEncode } from '../../src/platform/query.js';

describe('query encoding', () => {
  it("writes what Python's urlencode writes", () => {
    // python3 -c "from urllib.parse import quote_plus; print(quote_plus(...))"
    expect(formEncode('a b&c=d/é+~_.-')).toBe('a+b%26c%3Dd%2F%C3%A9%2B~_.-');
    expect(formEncode("!'()*")).toBe('%21%27%28%29%2A');
    expect(formEncode('\u{1f600}')).toBe('%F0%9F%98%80');
    expect(
      encodeForm([
        ['a', '1'],
        ['b', ''],
      ]),
    ).toBe('a=1&b=');
  });

  it('appends to a URL with and without a query', () => {
    expect(appendQuery('/x', [])).toBe('/x');
    expect(appendQuery('/x', [['a', '1']])).toBe('/x?a=1');
    expect(appendQuery('/x?b=2', [['a', '1']])).toBe('/x?b=2&a=1');
    expect(appendQuery('/x?', [['a', '1']])).toBe('/x?a=1');
  });
});
