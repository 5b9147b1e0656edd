/** The linter for widgets: their calls of connectors against the registry. */
import { readFile } from 'node:fs/promises';
import type { Registry } from '../registry/model.js';
import { SourceFile } from '../text/source.js';
import type { Finding } from './finding.js';
import type { LintOptions } from './linter.js';
import { findWidgetFiles, isMinified } from './widgets/files.js';

export interface WidgetLintOptions extends LintOptions {
  /** How a path is shown: the `file` of findings. Default: as it is found under `root`. */
  shownPath?: (path: string) => string;
}

export interface WidgetLint {
  /** File by file in the order of their paths, each in the order of its text. */
  readonly findings: readonly Finding[];
  /** The sources that were looked at, by the `file` of their findings. */
  readonly sources: ReadonlyMap<string, SourceFile>;
  /** Shown paths of files that are too large or too many to be looked at. */
  readonly skipped: readonly string[];
}

/**
 * Looks for calls of connectors in every widget below `root`. A directory that does not exist has none.
 * Never throws for what stands in a file; one that cannot be read is skipped.
 */
export async function lintWidgets(
  root: string,
  registry: Registry,
  { shownPath = (path) => path, ...options }: WidgetLintOptions,
): Promise<WidgetLint> {
  const { files, skipped } = await findWidgetFiles(root);
  const findings: Finding[] = [];
  const sources = new Map<string, SourceFile>();
  const unread: string[] = [];
  for (const path of files) {
    const text = await textOf(path);
    if (text === null) unread.push(path);
    // The parsers are large: they are loaded for a file that may need them.
    if (!text?.includes('connectors') || isMinified(text)) continue;
    const { lintWidgetSource } = await import('./widgets/lint-source.js');
    const source = new SourceFile(shownPath(path), text);
    sources.set(source.path, source);
    for (const finding of lintWidgetSource(source, registry, options)) findings.push(finding);
  }
  return { findings, sources, skipped: [...skipped, ...unread].sort().map(shownPath) };
}

/** Bytes that are not UTF-8 become replacement characters. A byte order mark stays, so that offsets are those of the file. */
async function textOf(path: string): Promise<string | null> {
  try {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await readFile(path));
  } catch {
    return null;
  }
}
