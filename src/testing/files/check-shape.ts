import type { KeyPath } from '../../config/document.js';
import { describeFault } from '../../config/schema-fault.js';
import type { JsonNode } from '../../registry/json/nodes.js';
import { validateTestFile } from './generated/validate-test-file.js';
import { itemsOf, memberOf } from './members.js';
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

function placeOf(root: JsonNode, path: KeyPath, isAboutKey: boolean): number {
  let node: JsonNode | undefined = root;
  let place = root.start;
  for (const [depth, key] of path.entries()) {
    if (typeof key === 'number') {
      node = itemsOf(node)[key];
      place = node?.start ?? place;
      continue;
    }
    const member = memberOf(node, key);
    if (!member) return place;
    node = member.value;
    const isKey = (isAboutKey && depth === path.length - 1) || node.start === node.end;
    place = isKey ? member.key.start : node.start;
  }
  return place;
}
