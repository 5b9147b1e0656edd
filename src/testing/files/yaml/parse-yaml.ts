import type { Document, ErrorCode } from 'yaml';
import type { JsonNode } from '../../../registry/json/nodes.js';
import type { ProblemList } from '../problems.js';
import { deepestNesting, type Library, readYamlDocument } from './document.js';
import { describeYamlFault } from './faults.js';
import { TreeBuilder } from './tree-builder.js';

/**
 * YAML 1.2, core schema, as a tree of JSON values with their places. Undefined where there is none, and a problem
 * says why. Loads the library.
 */
export async function parseYaml(problems: ProblemList): Promise<JsonNode | undefined> {
  const library = await import('yaml');
  const { text } = problems.source;
  const { document, second, tooDeep } = readYamlDocument(library, text);
  if (tooDeep !== undefined) {
    const message = `Values may be nested ${deepestNesting} deep, not deeper.`;
    problems.add(tooDeep, { code: 'too-deep', message });
  }
  if (document) reportFaults(library, document, problems);
  if (second !== undefined) {
    problems.add(second, { code: 'syntax', ...describeYamlFault('MULTIPLE_DOCS', '') });
  }
  if (!document || !problems.isEmpty) return undefined;
  const { contents } = document;
  if (contents !== null && !(library.isScalar(contents) && contents.value === null)) {
    return new TreeBuilder(library, problems).node(contents);
  }
  problems.add(0, { code: 'empty', message: 'The test file is empty.', hint: 'It needs a list of `cases`.' });
  return undefined;
}

/** The first fault alone: what follows it is a guess of the library. */
function reportFaults(library: Library, document: Document.Parsed, problems: ProblemList): void {
  const { errors, warnings } = document;
  const [first] = [...errors].sort((a, b) => a.pos[0] - b.pos[0]);
  if (first) {
    const words = describeYamlFault(first.code, first.message);
    const place = words.isUnclosed ? openingBefore(library, document, first.pos[0]) : undefined;
    const message = `Not valid YAML: ${words.message}`;
    problems.add(place ?? first.pos[0], { code: 'syntax', message, hint: words.hint });
    return;
  }
  const tag: ErrorCode = 'TAG_RESOLVE_FAILED';
  for (const { code, pos } of warnings) {
    if (code !== tag) continue;
    problems.add(pos[0], {
      code: 'syntax',
      message: 'A test file has JSON values, and none of them has this tag.',
      hint: 'Put text that begins with an exclamation mark in quotes.',
    });
  }
}

/** Where the quote or bracket stands that is still open at the offset: the library only tells where it gave up. */
function openingBefore({ visit }: Library, document: Document.Parsed, offset: number): number | undefined {
  let opening: number | undefined;
  visit(document, {
    Node: (_, { range, ...node }) => {
      const isQuoted = 'type' in node && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE');
      if (!range || !(isQuoted || ('flow' in node && node.flow))) return;
      if (range[0] < offset && range[2] >= offset) opening = range[0];
    },
  });
  return opening;
}
