import { describe, expect, it } from 'vitest';
import type { Check } from '../../src/diagnosis/check.js';
import { diagnosisJson, diagnosisReport } from '../../src/views/doctor.js';

const host = 'https://api.example.com';
const checks: Check[] = [
  { id: 'node-version', group: 'program', state: 'ok', title: 'Node', detail: '20.20.2', advice: null },
  {
    id: 'secret',
    group: 'secrets',
    state: 'problem',
    title: 'key',
    detail: 'no value: the text of the call goes out in its place',
    advice: 'Set CONNECTOR_SECRET_key in the environment.',
    subject: 'key',
    usedBy: ['a', 'b', 'c', 'd', 'e'],
    facts: { set: false },
  },
  {
    id: 'secret',
    group: 'secrets',
    state: 'note',
    title: 'a_rather_long_name_of_a_secret',
    detail: 'looks like a placeholder',
    advice: null,
  },
  {
    id: 'dns',
    group: 'hosts',
    state: 'ok',
    title: 'DNS',
    detail: '192.0.2.1',
    advice: null,
    subject: host,
    usedBy: ['a/one'],
  },
  {
    id: 'tls',
    group: 'hosts',
    state: 'warning',
    title: 'TLS',
    detail: 'TLSv1.3, issued by \u001b[31mEvil for api.example.com; 3 days left',
    advice: 'It has to be renewed on the host, or calls will fail then.',
    subject: host,
    usedBy: ['a/one'],
    facts: { issuer: 'the-secret & more', days_left: 3 },
  },
];

const mask = (text: string) => text.replaceAll('the-secret', '***');
const report = (width: number, interrupted = false) =>
  diagnosisReport(checks, { width, color: false, mask, interrupted });

describe('the report of a diagnosis', () => {
  it('is grouped and aligned', () => {
    expect(report(80)).toEqual([
      'Program',
      '  ✓ Node  20.20.2',
      '',
      'Secrets',
      '  ✗ key                       no value: the text of the call goes out in its',
      '                              place; used by a, b, c and 2 more',
      '                              → Set CONNECTOR_SECRET_key in the environment.',
      '  · a_rather_long_name_of_a…  looks like a placeholder',
      '',
      'Hosts',
      '  https://api.example.com  used by a/one',
      '    ✓ DNS  192.0.2.1',
      '    ! TLS  TLSv1.3, issued by \\x1b[31mEvil for api.example.com; 3 days left',
      '           → It has to be renewed on the host, or calls will fail then.',
      '',
      '1 problem, 1 warning, 1 note, 2 fine',
    ]);
  });

  it('puts the text under its title where there is no room beside it', () => {
    expect(report(40).slice(3, 12)).toEqual([
      'Secrets',
      '  ✗ key',
      '    no value: the text of the call goes',
      '    out in its place; used by a, b, c',
      '    and 2 more',
      '    → Set CONNECTOR_SECRET_key in the',
      '      environment.',
      '  · a_rather_long_name_of_a…',
      '    looks like a placeholder',
    ]);
  });

  it.each([40, 60, 80, 120])('fits %i columns', (width) => {
    for (const line of report(width)) expect(line.length, line).toBeLessThanOrEqual(width);
  });

  it('says so where not everything was checked', () => {
    expect(report(80, true).at(-2)).toBe('Interrupted: not everything was checked.');
  });

  it('shows colours where they are wanted', () => {
    const colored = diagnosisReport(checks, { width: 80, color: true, mask, interrupted: false });
    expect(colored.join('\n')).toContain('\u001b[38;5;167m✗');
  });
});

it('the JSON document has every check with its facts, masked', () => {
  const document = JSON.parse(diagnosisJson(checks, false, mask));
  expect(document.checks).toHaveLength(5);
  expect(document.checks[1]).toEqual({
    id: 'secret',
    group: 'secrets',
    state: 'problem',
    title: 'key',
    detail: 'no value: the text of the call goes out in its place',
    advice: 'Set CONNECTOR_SECRET_key in the environment.',
    subject: 'key',
    used_by: ['a', 'b', 'c', 'd', 'e'],
    set: false,
  });
  expect(document.checks[4]).toMatchObject({ issuer: '*** & more', days_left: 3 });
  expect(document.summary).toEqual({ ok: 2, notes: 1, warnings: 1, problems: 1 });
  expect(document.interrupted).toBe(false);
});
