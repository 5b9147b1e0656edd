/** Which files of a directory are sources of widgets. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** No widget that a person writes comes near; what is larger is a bundle, whose sources say the same. */
export const largestWidget_bytes = 512 * 1024;

const mostFiles = 2000;
const mostDirectories = 5000;

export interface WidgetFiles {
  /** Absolute or relative as `root` is, sorted. */
  readonly files: readonly string[];
  /** Files that are too large, or one too many. */
  readonly skipped: readonly string[];
}

const extension = /\.(?:html?|jsx?|mjs|tsx?)$/i;
/** Bundles, declarations, and tests, whose calls reach no platform. */
const noWidget = /(?:[.-]min|\.d|\.(?:test|spec))\.[^.]+$/i;
const passedOver: ReadonlySet<string> = new Set(['node_modules', '__tests__', '__mocks__']);

/** Links are not followed. A directory that does not exist, or that may not be read, has no files. */
export async function findWidgetFiles(root: string): Promise<WidgetFiles> {
  const files: string[] = [];
  const skipped: string[] = [];
  const pending = [root];
  for (let visited = 0; visited < mostDirectories; visited += 1) {
    const directory = pending.pop();
    if (directory === undefined) break;
    for (const entry of await entriesOf(directory)) {
      const path = join(directory, entry.name);
      if (entry.isDirectory()) {
        if (!entry.name.startsWith('.') && !passedOver.has(entry.name)) pending.push(path);
      } else if (entry.isFile() && extension.test(entry.name) && !noWidget.test(entry.name)) {
        const isRead = files.length < mostFiles && (await sizeOf(path)) <= largestWidget_bytes;
        (isRead ? files : skipped).push(path);
      }
    }
  }
  return { files: files.sort(), skipped: [...skipped, ...pending].sort() };
}

async function entriesOf(directory: string) {
  try {
    return await readdir(directory, { withFileTypes: true });
  } catch {
    return [];
  }
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch {
    return 0;
  }
}

/** Long lines throughout: written by a program. */
export const isMinified = (text: string): boolean =>
  text.length > 20_000 && text.length / (text.match(/\n/g)?.length || 1) > 1000;
