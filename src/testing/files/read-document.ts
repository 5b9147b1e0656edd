import type { JsonNode } from '../../registry/json/nodes.js';
import type { Span } from '../../text/source.js';
import type { Located, TestCase, TestFile } from '../model.js';
import type { ReadingContext } from './context.js';
import { booleanAt, itemsOf, scalarText, spanOf, valueAt } from './members.js';
import type { ProblemList } from './problems.js';
import { readExpectation } from './read-expectation.js';
import { mergeSettings, readSettings, type Settings } from './read-settings.js';

/** @param root of the shape that the schema asks for */
export function readDocument(root: JsonNode, context: ReadingContext): TestFile {
  const defaults = readSettings(root, context);
  const shared = defaults.upstream;
  // Mocks of the file stay apart from those of its cases; a recording is what a case without an upstream replays.
  const inherited: Settings = { ...defaults, upstream: shared?.type === 'replay' ? shared : null };
  const nodes = itemsOf(valueAt(root, 'cases'));
  checkNames(nodes, context.problems);
  return {
    source: context.problems.source,
    cases: nodes.map((node) => readCase(node, inherited, context)),
    sharedUpstream: shared?.type === 'mocks' ? shared.mocks : [],
    usedFiles: [...context.usedFiles].sort(),
  };
}

function readCase(node: JsonNode, defaults: Settings, context: ReadingContext): TestCase {
  const settings = mergeSettings(defaults, readSettings(node, context));
  const name = nameOf(node, context.problems) ?? { value: '', span: spanOf(node) };
  if (!settings.connector) {
    context.problems.add(node.start, {
      code: 'missing-connector',
      message: 'Nothing says which connector this case calls.',
      hint: 'Give `connector` in the case, or at the top of the file for all of them.',
    });
  }
  return {
    ...settings,
    name: name.value,
    span: name.span,
    connector: settings.connector ?? name,
    upstream: settings.upstream ?? { type: 'mocks', mocks: [] },
    expect: readExpectation(valueAt(node, 'expect'), name.span, context.problems),
    skip: readSkip(valueAt(node, 'skip')),
    only: booleanAt(node, 'only')?.value ?? false,
  };
}

/** A number as it is written: a case about a 404 may be called so. */
function nameOf(node: JsonNode, { source }: ProblemList): Located<string> | null {
  const value = valueAt(node, 'name');
  return value ? { value: scalarText(value, source.text), span: spanOf(value) } : null;
}

function readSkip(node: JsonNode | undefined): string | null {
  if (node?.type === 'string') return node.value;
  return node?.type === 'boolean' && node.value ? '' : null;
}

function checkNames(nodes: readonly JsonNode[], problems: ProblemList): void {
  const seen = new Map<string, Span>();
  for (const node of nodes) {
    const name = nameOf(node, problems);
    if (!name) continue;
    const first = seen.get(name.value);
    if (!first) {
      seen.set(name.value, name.span);
      continue;
    }
    const line = (span: Span) => problems.source.positionAt(span.start).line;
    problems.add(name.span.start, {
      code: 'duplicate-name',
      message: `Two cases have the name \`${name.value}\`: on line ${line(first)} and on line ${line(name.span)}.`,
    });
  }
}
