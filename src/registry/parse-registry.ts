import { SourceFile } from '../text/source.js';
import type { JsonObject } from './json/nodes.js';
import { type JsonDocument, parseJson } from './json/parse.js';
import { pathAt } from './json/path-at.js';
import { childPointer } from './json/pointer.js';
import type { Composite, Registry, SimpleConnector } from './model.js';
import { type Problem, ProblemList } from './problem.js';
import { readComposite, readSimple } from './read/entries.js';
import { type Fields, readFields } from './read/fields.js';
import { indexPermalinks } from './read/permalinks.js';
import { isNode, type Located, Reader } from './read/reader.js';
import { describeType, quote } from './read/words.js';
import { rootRules } from './rules/registry-fields.js';

/**
 * Reads a registry. Any text gives a registry: what is broken stands in `problems`, and what can still be made out is
 * modelled. `path` is for messages only.
 */
export function parseRegistry(text: string, path: string): Registry {
  return readRegistry(new SourceFile(path, text), []);
}

/** @param decoding problems of the bytes that the text was made from */
export function readRegistry(file: SourceFile, decoding: readonly Problem[]): Registry {
  const document = parseJson(file);
  const problems = new ProblemList(document.firstGuess);
  for (const problem of [...decoding, ...syntaxProblems(document)]) problems.addCertain(problem);

  const reader = new Reader(file, problems);
  const fields = readRoot(reader, document);
  const connectors = objectsOf(reader, fields, 'connectors').map((entry) => readSimple(reader, entry));
  const composites = objectsOf(reader, fields, 'composite_connectors').map((entry) =>
    readComposite(reader, entry),
  );
  const simpleByPermalink = indexPermalinks(reader, connectors);
  const compositeByPermalink = indexPermalinks(reader, composites);
  reportDuplicateKeys(reader, document, [...connectors, ...composites]);
  const ordered = problems.inFileOrder();

  return {
    file,
    connectors,
    composites,
    problems: ordered,
    firstGuess: document.firstGuess,
    find: (permalink) => ({
      simple: simpleByPermalink.get(permalink) ?? [],
      composite: compositeByPermalink.get(permalink) ?? [],
    }),
    problemsIn: ({ pointer }) =>
      ordered.filter((each) => each.pointer === '' || `${each.pointer}/`.startsWith(`${pointer}/`)),
  };
}

const syntaxProblems = ({ errors }: JsonDocument): Problem[] =>
  errors.map(({ code, message, span }) => ({
    code,
    severity: code === 'byte-order-mark' ? 'warning' : 'error',
    message,
    span,
    pointer: '',
  }));

function reportDuplicateKeys(
  { file, problems }: Reader,
  { root, duplicateKeys }: JsonDocument,
  entries: readonly (SimpleConnector | Composite)[],
): void {
  const owners = new Map(duplicateKeys.length === 0 ? [] : entries.map((entry) => [entry.pointer, entry]));
  for (const { key, first } of duplicateKeys) {
    const { line } = file.positionAt(first.start);
    const path = pathAt(root, key.start);
    const owner = owners.get(path.slice(0, 2).reduce<string>(childPointer, ''));
    const step = owner?.kind === 'composite' ? owner.steps.find(({ index }) => index === path[3]) : undefined;
    const connector = owner?.permalink || owner?.name;
    problems.add({
      code: 'duplicate-key',
      severity: 'warning',
      message: `The key ${quote(key.value)} stands in this object twice, first in line ${line}; only the last counts.`,
      span: { start: key.start, end: key.end },
      pointer: path.reduce<string>(childPointer, ''),
      ...(connector ? { connector } : {}),
      ...(step?.name ? { step: step.name } : {}),
    });
    if (problems.isOverfull) break;
  }
}

function readRoot(reader: Reader, { root }: JsonDocument): Fields {
  if (!root) return new Map();
  const at: Located = { node: root, pointer: '', owner: {} };
  if (!isNode(at, 'object')) {
    const message = `The registry must be an object with \`connectors\` or \`composite_connectors\`, not ${describeType(root)}.`;
    reader.report(at, { code: 'not-an-object', message });
    return new Map();
  }
  return readFields(reader, at, rootRules);
}

function objectsOf(reader: Reader, fields: Fields, name: string): Located<JsonObject>[] {
  const array = fields.get(name);
  if (!isNode(array, 'array')) return [];
  const objects: Located<JsonObject>[] = [];
  const { pointer } = array;
  for (const [index, node] of array.node.items.entries()) {
    const at = { node, pointer: childPointer(pointer, index), owner: {} };
    if (isNode(at, 'object')) objects.push(at);
    else {
      const message = `Each of \`${name}\` must be an object, not ${describeType(node)}.`;
      reader.report(at, { code: 'wrong-type', message });
    }
  }
  return objects;
}
