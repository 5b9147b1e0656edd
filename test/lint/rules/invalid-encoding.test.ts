import { describe, expect, it } from 'vitest';
import { lint } from '../../../src/lint/linter.js';
import { rule } from '../../../src/lint/rules/invalid-encoding.js';
import { parseRegistryBytes } from '../../../src/registry/index.js';
import { connector } from '../support/rule-cases.js';

const text = connector({ name: 'Café 1' });

/** Where each finding stands, with its message and hint. */
function findings(bytes: Uint8Array) {
  const registry = parseRegistryBytes(bytes, 'registry.json');
  return lint(registry, { rules: [rule] }).map(({ span, message, hint }) => {
    const { line, column } = registry.file.positionAt(span?.start ?? -1);
    return `${line}:${column} ${message} (${hint})`;
  });
}

describe(rule.id, () => {
  it('finds the first byte that is not UTF-8', () => {
    expect(findings(Buffer.from(text, 'latin1'))).toEqual([
      '4:19 the file is not UTF-8: byte 44 (counted from 0) is invalid (Save it as UTF-8.)',
    ]);
  });

  it('finds UTF-16', () => {
    expect(findings(Buffer.from(`\uFEFF${text}`, 'utf16le'))).toEqual([
      '1:1 the file is encoded as UTF-16 (Save it as UTF-8.)',
    ]);
  });

  it('is silent about UTF-8, and about the replacement character itself', () => {
    expect(findings(Buffer.from(text))).toEqual([]);
    expect(findings(Buffer.from(connector({ name: 'a\uFFFD' })))).toEqual([]);
  });
});
