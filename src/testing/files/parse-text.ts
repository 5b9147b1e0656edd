import { extname } from 'node:path';
import type { JsonNode } from '../../registry/json/nodes.js';
import { deepestNesting, parseJson } from '../../registry/json/parse.js';
import type { ProblemList } from './problems.js';

export const testFileExtensions: ReadonlySet<string> = new Set(['.json', '.yaml', '.yml']);

/** The values of a test file; undefined where there are none, and a problem says why. */
export async function parseText(problems: ProblemList): Promise<JsonNode | undefined> {
  if (extname(problems.source.path).toLowerCase() === '.json') return parseJsonText(problems);
  const { parseYaml } = await import('./yaml/parse-yaml.js');
  return await parseYaml(problems);
}

function parseJsonText(problems: ProblemList): JsonNode | undefined {
  const { root, errors, duplicateKeys } = parseJson(problems.source);
  for (const { code, message, span } of errors) {
    if (code === 'empty-file') {
      problems.add(0, { code: 'empty', message: 'The test file is empty.' });
    } else if (code === 'too-deep') {
      problems.add(span.start, { code, message: `Values may be nested ${deepestNesting} deep, not deeper.` });
    } else {
      problems.add(span.start, { code: 'syntax', message: `Not valid JSON: ${message}` });
    }
  }
  for (const { key, first } of duplicateKeys) {
    const { line } = problems.source.positionAt(first.start);
    problems.add(key.start, {
      code: 'duplicate-key',
      message: `The key \`${key.value}\` stands here a second time; the first is on line ${line}.`,
    });
  }
  return problems.isEmpty ? root : undefined;
}
