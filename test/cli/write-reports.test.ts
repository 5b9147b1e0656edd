import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { checkReportPaths, writeReports } from '../../src/cli/write-reports.js';
import { result } from '../views/report-runs.js';

const root = mkdtempSync(join(tmpdir(), 'connector-reports-'));
afterAll(() => rmSync(root, { recursive: true }));

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(join(root, 'case-'));
});
const context = () => ({ cwd, mask: (text: string) => text.replaceAll('orders', '***'), version: '1.2.3' });

describe('writeReports', () => {
  it('writes what was asked for, below the working directory', async () => {
    mkdirSync(join(cwd, 'out'));
    await writeReports([result()], { har: 'out/run.har', html: join(cwd, 'run.html') }, context());
    const har = JSON.parse(readFileSync(join(cwd, 'out/run.har'), 'utf8'));
    expect(har.log).toMatchObject({
      version: '1.2',
      creator: { version: '1.2.3' },
      pages: [{ title: 'contact-***' }],
    });
    expect(readFileSync(join(cwd, 'run.html'), 'utf8')).toMatch(/^<!doctype html>[\s\S]*contact-\*\*\*/);
    expect(readdirSync(cwd).sort()).toEqual(['out', 'run.html']);
  });

  it('writes nothing where nothing was asked for', async () => {
    await checkReportPaths({}, { cwd });
    await writeReports([result()], { har: undefined }, context());
    expect(readdirSync(cwd)).toEqual([]);
  });
});

describe('checkReportPaths', () => {
  it('accepts what can be written, and leaves it as it is', async () => {
    writeFileSync(join(cwd, 'old.har'), 'old');
    await checkReportPaths({ har: 'old.har', html: 'new.html' }, { cwd });
    expect(readFileSync(join(cwd, 'old.har'), 'utf8')).toBe('old');
    expect(existsSync(join(cwd, 'new.html'))).toBe(false);
  });

  it.each([
    [
      { har: 'none/run.har' },
      'folder-not-found',
      /^The HAR file cannot be written: the folder .*none does not exist/,
    ],
    [
      { html: '.' },
      'file-is-directory',
      /^The HTML report cannot be written: there is a folder of this name/,
    ],
    [{ html: '' }, 'file-is-directory', /^The HTML report/],
    [{ har: 'same', html: './same' }, 'reports-same-file', /name the same file/],
  ])('refuses %j', async (paths, code, message) => {
    const refused = checkReportPaths(paths, { cwd });
    await expect(refused).rejects.toMatchObject({ name: 'UserError', code });
    await expect(refused).rejects.toThrow(message);
  });
});
