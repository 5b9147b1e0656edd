/** Adds lines to the end of text files that people keep by hand: nothing that stands there changes. */
import type { Merged } from './model.js';

/** @param block ends with a line break; left out where `isThere` */
export function withBlock(text: string, block: string, isThere: boolean): Merged {
  if (isThere) return { text };
  const lineEnd = /\r?\n/.exec(text)?.[0] ?? '\n';
  const gap = text.trim() === '' ? '' : /\n$/.test(text) ? lineEnd : lineEnd + lineEnd;
  return { text: text + gap + block.replaceAll('\n', lineEnd) };
}

/** Secrets files of environments, as the configuration suggests to name them. */
export const otherSecrets = '*-secrets.env';

/** Whether one of the usual patterns of a .gitignore keeps a file out; the last that fits counts. */
export function isIgnored(text: string, name: string): boolean {
  const extension = name.slice(name.lastIndexOf('.'));
  const fitting = new Set(['*', name, `/${name}`, `**/${name}`, `*${extension}`, `**/*${extension}`]);
  if (name.endsWith(otherSecrets.slice(1))) fitting.add(otherSecrets);
  let ignored = false;
  for (const line of text.split(/\r\n|\n|\r/)) {
    const pattern = line.trimEnd();
    if (fitting.has(pattern)) ignored = true;
    else if (pattern.startsWith('!') && fitting.has(pattern.slice(1))) ignored = false;
  }
  return ignored;
}

/** Adds `name=` for the names that have no line, as in a file of secrets. */
export function withNames(text: string, names: readonly string[]): Merged {
  const known = new Set(
    [...text.matchAll(/^[ \t]*(?:export[ \t]+)?([A-Za-z_]\w*)[ \t]*=/gm)].map(([, name]) => name),
  );
  const missing = names.filter((name) => !known.has(name));
  if (missing.length === 0) return { text };
  const lineEnd = /\r?\n/.exec(text)?.[0] ?? '\n';
  const gap = text === '' || /[\r\n]$/.test(text) ? '' : lineEnd;
  return { text: text + gap + missing.map((name) => `${name}=${lineEnd}`).join('') };
}
