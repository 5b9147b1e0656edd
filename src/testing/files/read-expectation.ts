import type { JsonNode } from '../../registry/json/nodes.js';
import type { Span } from '../../text/source.js';
import type { Expectation, Located, SentExpectation, TextPattern } from '../model.js';
import { booleanAt, itemsOf, numberAt, spanOf, valueAt } from './members.js';
import type { ProblemList } from './problems.js';
import { readCondition } from './read-condition.js';
import { readHeaderPatterns, readPattern } from './text-pattern.js';

/** @param owner where the case stands: what an expectation that is absent points at */
export function readExpectation(node: JsonNode | undefined, owner: Span, problems: ProblemList): Expectation {
  const pattern = (key: string): TextPattern | null => {
    const value = valueAt(node, key);
    return value ? readPattern(value, problems) : null;
  };
  return {
    span: spanOf(node ?? owner),
    status: numberAt(node, 'status'),
    json: valueAt(node, 'json') ?? null,
    jsonContains: valueAt(node, 'jsonContains') ?? null,
    body: pattern('body'),
    headers: readHeaderPatterns(valueAt(node, 'headers'), problems),
    scope: textOrNullAt(node, 'scope'),
    code: textOrNullAt(node, 'code'),
    detail: pattern('detail'),
    sent: listAt(node, 'sent', (item) => readSent(item, problems)),
    warnings: listAt(node, 'warnings', readCode),
    snapshot: booleanAt(node, 'snapshot'),
  };
}

const readSent = (node: JsonNode, problems: ProblemList): SentExpectation => ({
  ...readCondition(node, 'jsonContains', problems),
  span: spanOf(node),
  exactJson: valueAt(node, 'json') ?? null,
});

const readCode = (node: JsonNode): Located<string> => ({
  value: node.type === 'string' ? node.value : '',
  span: spanOf(node),
});

function textOrNullAt(node: JsonNode | undefined, key: string): Located<string | null> | null {
  const value = valueAt(node, key);
  return value ? { value: value.type === 'string' ? value.value : null, span: spanOf(value) } : null;
}

function listAt<Item>(
  node: JsonNode | undefined,
  key: string,
  read: (item: JsonNode) => Item,
): Located<readonly Item[]> | null {
  const value = valueAt(node, key);
  return value ? { value: itemsOf(value).map(read), span: spanOf(value) } : null;
}
