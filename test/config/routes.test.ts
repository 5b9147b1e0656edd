import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseRoute, resolveRoute } from '../../src/config/index.js';

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
    'https://a=mocks',
    './mocks=https://a',
    '=',
    '',
  ])('refuses %j', (text) => {
    expect(() => parseRoute(text)).toThrow(expect.objectContaining({ code: 'bad-route' }));
  });
});

describe('resolveRoute', () => {
  it('makes a folder a file URL, and leaves others as they are', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'connector-routes-'));
    mkdirSync(join(directory, 'mocks'));
    writeFileSync(join(directory, 'file'), '');
    const resolved = (to: string) => resolveRoute(parseRoute(`https://api.example.com=${to}`), directory);
    try {
      expect((await resolved('./mocks')).to).toBe(pathToFileURL(join(directory, 'mocks')).href);
      expect((await resolved(join(directory, 'mocks'))).to).toBe(
        pathToFileURL(join(directory, 'mocks')).href,
      );
      expect((await resolved('http://127.0.0.1:1')).to).toBe('http://127.0.0.1:1');
      await expect(resolved('./nope')).rejects.toThrow('there is no such folder');
      await expect(resolved('./file')).rejects.toThrow('that is no folder');
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});
