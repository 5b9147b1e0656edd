/**
 * Numbers of a configuration as they are written. JavaScript reads 12345678901234567890 as another number and 1.0 as 1,
 * and a mock request should hold what its author wrote.
 */
import { basename, extname } from 'node:path';
import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import type { KeyPath, Scalar } from './document.js';

/** The text of the number at a place of the configuration; undefined where it is not known. */
export type NumberSource = (path: KeyPath) => string | undefined;

export const unknownSource: NumberSource = () => undefined;

/** What JavaScript may read as something else: many digits, a fraction, an exponent. */
const risky = /\d{16}|\d\.\d|\d[eE][+-]?\d/;

/** @param text of a configuration that has been read without an error */
export async function numberSourceOf(file: string, text: string): Promise<NumberSource> {
  const extension = extname(file);
  if (!risky.test(text) || extension === '.js' || extension === '.mjs') return unknownSource;
  if (extension === '.json') {
    const tree = parseTree(text);
    const prefix = basename(file) === 'package.json' ? ['connector'] : [];
    return (path) => {
      const node = tree && findNodeAtLocation(tree, [...prefix, ...path]);
      return node?.type === 'number' ? text.slice(node.offset, node.offset + node.length) : undefined;
    };
  }
  const { isScalar, parseDocument } = await import('yaml');
  const document = parseDocument(text);
  return (path) => {
    const node = document.getIn(path, true);
    return isScalar(node) ? node.source : undefined;
  };
}

/** JSON of a value, its numbers as they are written. */
export function exactJson(value: unknown, path: KeyPath, source: NumberSource): string {
  if (typeof value === 'number') return exactNumber(value, source(path));
  if (typeof value === 'bigint') return String(value);
  if (Array.isArray(value)) {
    return `[${value.map((item, index) => exactJson(item, [...path, index], source)).join(',')}]`;
  }
  if (typeof value === 'object' && value !== null && !('toJSON' in value)) {
    const members = Object.entries(value).filter(([, member]) => !hasNoJson.has(typeof member));
    return `{${members
      .map(([key, member]) => `${JSON.stringify(key)}:${exactJson(member, [...path, key], source)}`)
      .join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

/** A scalar as text. */
export const exactText = (value: Scalar, path: KeyPath, source: NumberSource): string =>
  typeof value === 'number' ? exactNumber(value, source(path)) : String(value);

/** What `JSON.stringify` leaves out. */
const hasNoJson: ReadonlySet<string> = new Set(['undefined', 'function', 'symbol']);

const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** YAML has further notations, `0x1f` and `.inf`; those are what JavaScript makes of them. */
const exactNumber = (value: number, written: string | undefined): string =>
  written !== undefined && jsonNumber.test(written) && Number(written) === value
    ? written
    : (JSON.stringify(value) ?? 'null');
