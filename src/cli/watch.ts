/** Tells when files change, through every way in which editors save: in place, by renaming over, by deleting and writing anew. */
import { existsSync, realpathSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { FSWatcher } from 'chokidar';

/** A save is several events; what comes within this time counts as one. In milliseconds. */
const quiet_ms = 20;

/** chokidar drops changes of a file that follow one within 50 ms: this long after a save was told each file is looked at once more. */
const second_look_ms = 40;

export interface FileWatch {
  /** Other files from now on. */
  update(paths: readonly string[]): Promise<void>;
  /** Resolves when the signal has ended the watch; rejects with what `onChange` threw. */
  ended: Promise<void>;
}

type OnChange = (changed: string[], watch: FileWatch) => void | Promise<void>;

/**
 * Watches files that need not exist yet, and neither need their directories. Resolves once nothing that changes is missed.
 * @param onChange is told which files changed; it is not called again before what it returned has settled, and then with all
 *   that changed meanwhile
 */
export async function watchFiles(
  paths: readonly string[],
  onChange: OnChange,
  signal: AbortSignal,
): Promise<FileWatch> {
  const watch = new Watch(onChange, signal);
  await watch.update(paths);
  return watch;
}

class Watch implements FileWatch {
  readonly ended: Promise<void>;
  private paths: readonly string[] = [];
  private targets = new Map<string, string>();
  private watcher: FSWatcher | null = null;
  private readonly changed = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private busy = false;
  private isOver = false;
  private settle: { done(): void; failed(error: unknown): void } = { done() {}, failed() {} };
  private readonly onChange: OnChange;

  constructor(onChange: OnChange, signal: AbortSignal) {
    this.onChange = onChange;
    this.ended = new Promise((done, failed) => {
      this.settle = { done, failed };
    });
    // Whoever does not wait for the end is not to be stopped by it.
    this.ended.catch(() => {});
    if (signal.aborted) void this.end();
    else signal.addEventListener('abort', () => void this.end(), { once: true });
  }

  async update(paths: readonly string[]): Promise<void> {
    this.paths = paths;
    await this.adapt();
  }

  /** @returns whether something else is watched now */
  private async adapt(): Promise<boolean> {
    const targets = targetsOf(this.paths);
    const isSame =
      targets.size === this.targets.size && [...targets.keys()].every((path) => this.targets.has(path));
    if (isSame || this.isOver) return false;
    const before = this.watcher;
    const directories = new Set(
      [...targets.keys()].map((path) => dirname(path)).filter((path) => existsSync(path)),
    );
    const { watch } = await import('chokidar');
    // Directories are watched and not the files: one that was renamed over is another file to the system.
    const watcher = watch([...directories], {
      ignoreInitial: true,
      depth: 0,
      atomic: false,
      ignored: (path) => !targets.has(path) && !directories.has(path),
    });
    watcher.on('all', (_event, path) => this.note(targets.get(path)));
    watcher.on('error', (error) => void this.end(error));
    await Promise.race([new Promise<void>((ready) => watcher.once('ready', () => ready())), this.ended]);
    this.targets = targets;
    this.watcher = watcher;
    await before?.close();
    for (const path of [...this.changed]) this.note(path);
    if (this.isOver) await watcher.close();
    return true;
  }

  private note(path: string | undefined): void {
    if (path === undefined || this.isOver) return;
    this.changed.add(path);
    // Before everything is watched nothing is told.
    if (this.busy || this.watcher === null) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), quiet_ms);
  }

  private async flush(): Promise<void> {
    this.busy = true;
    const batch = [...this.changed];
    this.changed.clear();
    try {
      const seen = await Promise.all(batch.map(stateOf));
      await this.onChange(batch, this);
      // A directory that is there now may have got its file before it was watched.
      if (await this.adapt()) for (const path of batch) this.changed.add(path);
      setTimeout(() => void this.lookAgain(batch, seen), second_look_ms);
    } catch (error) {
      await this.end(error);
    } finally {
      this.busy = false;
    }
    for (const path of [...this.changed]) this.note(path);
  }

  private async lookAgain(paths: readonly string[], seen: readonly string[]): Promise<void> {
    const now = await Promise.all(paths.map(stateOf));
    for (const [index, path] of paths.entries()) if (now[index] !== seen[index]) this.note(path);
  }

  private async end(error?: unknown): Promise<void> {
    if (this.isOver) return;
    this.isOver = true;
    clearTimeout(this.timer);
    await this.watcher?.close();
    if (error === undefined) this.settle.done();
    else this.settle.failed(error);
  }
}

/** Differs when a file was written. */
async function stateOf(path: string): Promise<string> {
  try {
    const { mtimeMs, size, ino } = await stat(path);
    return `${ino} ${size} ${mtimeMs}`;
  } catch {
    return 'gone';
  }
}

/** By the path that changes - the file itself and, through links, what it stands for - to the path that was asked for. */
function targetsOf(paths: readonly string[]): Map<string, string> {
  const targets = new Map<string, string>();
  for (const path of paths) {
    const full = resolve(path);
    targets.set(full, path);
    // chokidar watches nothing at all where one directory is missing: the first one that is missing is waited for.
    for (let at = dirname(full); !existsSync(at); at = dirname(at)) {
      if (existsSync(dirname(at))) targets.set(at, path);
    }
    const real = realPath(full);
    if (!targets.has(real)) targets.set(real, path);
  }
  return targets;
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
