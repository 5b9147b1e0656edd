/** Walking directories where files may be symbolic links. */
import { type Dirent, type PathLike, readdir } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';

type Callback = (error: NodeJS.ErrnoException | null, entries?: Dirent[]) => void;

/**
 * `fs.readdir` that shows a link to a file as a file, so that a walk which follows no links finds it all the same. Links
 * to directories stay links: they may lead in circles.
 */
export function readdirWithLinkedFiles(path: PathLike, options: { withFileTypes: true }, callback: Callback) {
  readdir(path, options, (error, entries) => {
    if (error || !entries.some((each) => each.isSymbolicLink())) {
      callback(error, entries);
      return;
    }
    const resolved = Promise.all(entries.map((each) => asFile(String(path), each)));
    resolved.then(
      (all) => callback(null, all),
      (failure: NodeJS.ErrnoException) => callback(failure),
    );
  });
}

async function asFile(directory: string, entry: Dirent): Promise<Dirent> {
  if (!entry.isSymbolicLink()) return entry;
  const target = await stat(join(directory, entry.name)).catch(() => null);
  if (!target?.isFile()) return entry;
  return Object.assign(Object.create(entry) as Dirent, {
    name: entry.name,
    isFile: () => true,
    isSymbolicLink: () => false,
  });
}
