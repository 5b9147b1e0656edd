import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';
import { type Position, SourceFile } from '../text/source.js';
import type { KeyPath } from './document.js';

/** Where a key of a configuration file stands; undefined where the format does not tell. */
export type Locate = (path: KeyPath) => Partial<Position>;

export const nowhere: Locate = () => ({});

/** @param prefix where in the file the configuration begins: `['connector']` in a package.json */
export function locateInJson(file: string, text: string, prefix: KeyPath): Locate {
  let tree: Node | undefined;
  const source = new SourceFile(file, text);
  return (path) => {
    tree ??= parseTree(text);
    for (let length = path.length; tree && length >= 0; length -= 1) {
      const node = findNodeAtLocation(tree, [...prefix, ...path.slice(0, length)]);
      // A value's own key says more than the value.
      if (node) return source.positionAt((node.parent?.type === 'property' ? node.parent : node).offset);
    }
    return {};
  };
}

/**
 * YAML in block style: a key is found by its line and indentation. Inside flow style (`{a: 1}`), where this does not
 * reach, the line of the nearest key around it is given, without a column.
 */
export function locateInYaml(text: string): Locate {
  const lines = text.split(/\r\n|\n|\r/);
  return (path) => {
    let block = { from: 0, to: lines.length };
    let found: Partial<Position> = {};
    for (const key of path) {
      const line = typeof key === 'number' ? findItem(lines, block, key) : findKey(lines, block, key);
      if (line === undefined) return found.line === undefined ? {} : { line: found.line };
      const indent = indentOf(lines[line] ?? '');
      found = { line: line + 1, column: indent + 1 };
      block = blockUnder(lines, line, block.to, typeof key === 'number');
    }
    return found;
  };
}

interface Block {
  readonly from: number;
  readonly to: number;
}

const isContent = (line: string): boolean => !/^\s*(#|$|---|%)/.test(line);

const indentOf = (line: string): number => line.length - line.trimStart().length;

function findKey(lines: readonly string[], { from, to }: Block, key: string): number | undefined {
  let indent: number | undefined;
  for (let at = from; at < to; at += 1) {
    const line = lines[at] ?? '';
    if (!isContent(line)) continue;
    // The first key of a list's item stands behind its dash.
    const text = line.replace(/^(\s*)-\s/, '$1  ');
    indent ??= indentOf(text);
    if (indentOf(text) === indent && keyOf(text.trimStart()) === key) return at;
  }
  return undefined;
}

const keyOf = (text: string): string | undefined => {
  const match = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)'|([^\s#"'{[][^#]*?))\s*:(?:\s|$)/.exec(text);
  return match?.[1] ?? match?.[2] ?? match?.[3];
};

function findItem(lines: readonly string[], { from, to }: Block, index: number): number | undefined {
  let indent: number | undefined;
  let count = 0;
  for (let at = from; at < to; at += 1) {
    const line = lines[at] ?? '';
    if (!isContent(line)) continue;
    indent ??= indentOf(line);
    if (indentOf(line) !== indent || !/^\s*-(\s|$)/.test(line)) continue;
    if (count === index) return at;
    count += 1;
  }
  return undefined;
}

/** The lines that belong to the key or item of a line. */
function blockUnder(lines: readonly string[], line: number, to: number, isItem: boolean): Block {
  const indent = indentOf(lines[line] ?? '');
  let end = line + 1;
  while (end < to) {
    const text = lines[end] ?? '';
    const isList = !isItem && indentOf(text) === indent && /^\s*-(\s|$)/.test(text);
    if (isContent(text) && indentOf(text) <= indent && !isList) break;
    end += 1;
  }
  return { from: isItem ? line : line + 1, to: end };
}
