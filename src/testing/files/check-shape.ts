import { describeFault } from '../../config/schema-fault.js';
import type { JsonNode } from '../../registry/json/nodes.js';
import { validateTestFile } from './generated/validate-test-file.js';
import { placeOf } from './place-of.js';
import { plainValue } from './plain-value.js';
import type { ProblemList } from './problems.js';

/** Holds a test file against the published schema. */
export function checkShape(root: JsonNode, problems: ProblemList): void {
  const document = plainValue(root);
  if (validateTestFile(document)) return;
  const errors = validateTestFile.errors ?? [];
  const suggested = new Set<string>();
  // A wrong key explains why the right one is missing.
  for (const error of [...errors].sort((a, b) => rank(a.keyword) - rank(b.keyword))) {
    if (echoes.has(error.keyword)) continue;
    const { kind, path, message, hint } = describeFault(error, document, 'The test file');
    if (kind === 'unknown-key') suggested.add(`${error.instancePath} ${hint}`);
    const missing = String(error.params.missingProperty);
    if (kind === 'missing-key' && suggested.has(`${error.instancePath} Did you mean \`${missing}\`?`))
      continue;
    const isAboutKey = kind === 'unknown-key' || kind === 'name';
    problems.add(placeOf(root, path, isAboutKey), { code: kind, message, hint });
  }
}

/** They only say that another error was found under them. */
const echoes: ReadonlySet<string> = new Set(['if', 'propertyNames']);

const rank = (keyword: string): number => (keyword === 'additionalProperties' ? 0 : 1);
