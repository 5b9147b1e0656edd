import { describe, expect, it } from 'vitest';
import { listNames, suggest } from '../../src/text/suggest.js';

describe('suggest', () => {
  it('finds a typing mistake', () => {
    expect(suggest('conection', ['contact', 'connection'])).toBe('connection');
  });
  it('takes two letters that changed places for one mistake', () => {
    expect(suggest('emial', ['email', 'id'])).toBe('email');
    expect(suggest('ab', ['ba'])).toBeUndefined();
  });
  it('forgives case, hyphens and underscores', () => {
    expect(suggest('tokenUrl', ['token_ttl', 'token_url'])).toBe('token_url');
  });
  it('prefers the same letters to near ones', () => {
    expect(suggest('rs256', ['HS256', 'RS256'])).toBe('RS256');
  });

  it('stays silent where nothing is near', () => {
    expect(suggest('weather', ['orders', 'contact'])).toBeUndefined();
    expect(suggest('a', ['b'])).toBeUndefined();
    expect(suggest('', ['b'])).toBeUndefined();
  });
  it('lists at most ten names, sorted', () => {
    expect(listNames(['b', 'a'])).toBe('a, b');
    expect(listNames([...'lkjihgfedcba'])).toBe('a, b, c, d, e, f, g, h, i, j and 2 more');
  });
});
