/** Every problem that reading a registry can find belongs to one rule. */
import { expect, it } from 'vitest';
import { lint } from '../../src/lint/linter.js';
import { rules } from '../../src/lint/rules/index.js';
import { parseRegistry } from '../../src/registry/index.js';
import { type Problem, problemCodes } from '../../src/registry/problem.js';

const registry = parseRegistry('{"connectors": []}', 'registry.json');

it.each(problemCodes)('%s is reported once', (code) => {
  const problem: Problem = { code, severity: 'error', message: 'It is wrong.', span: null, pointer: '' };
  const found = lint({ ...registry, problems: [problem] }, { rules });
  expect(found.map(({ message }) => message)).toEqual(['it is wrong']);
});
