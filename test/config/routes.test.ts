import { describe, expect, it } from 'vitest';
import { parseRoute } from '../../src/config/index.js';

describe('parseRoute', () => {
  it('splits at the first equals sign', () => {
    expect(parseRoute('https://api.example.com=http://127.0.0.1:4010/x=y')).toEqual({
      from: 'https://api.example.com',
      to: 'http://127.0.0.1:4010/x=y',
    });
  });

  it.each([
    'https://a.example',
    'a.example=http://b',
    'https://u:p@a.example=http://b',
    'https://a=ftp://b',
    '=',
    '',
  ])('refuses %j', (text) => {
    expect(() => parseRoute(text)).toThrow(expect.objectContaining({ code: 'bad-route' }));
  });
});
