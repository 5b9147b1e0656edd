/** Adds an entry to a registry file, safely beside others who do the same. */
import { largestRegistry_bytes, loadRegistry, type Registry } from '../registry/index.js';
import { type HeldLock, withFileLock } from '../text/file-lock.js';
import { readBytes } from '../text/read-file.js';
import { UserError } from '../text/user-error.js';
import { checkWritable, writeFileAtomically } from '../text/write-file.js';
import { type NewEntry, type PlacedEntry, placeEntry } from './place-entry.js';

/** What is wrong in a registry, as far as it matters here. */
export interface Fault {
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly hint?: string | undefined;
  /** JSON pointer (RFC 6901). */
  readonly pointer: string;
}

/** Passed in: whoever judges registries stands above this. */
export type CheckRegistry = (registry: Registry) => readonly Fault[];

export interface AddEntryOptions extends NewEntry {
  readonly registryPath: string;
  readonly check: CheckRegistry;
  /** Does everything but write. */
  readonly dryRun?: boolean;
  readonly signal?: AbortSignal;
}

export interface AddedEntry extends PlacedEntry {
  /** The text that the file had. */
  readonly before: string;
  /** What is said of the new entry, and keeps nobody from using it. */
  readonly warnings: readonly Fault[];
}

/** Saves of an editor that come between reading and writing; more than these are no coincidence. */
const mostTries = 10;

/**
 * Reads the registry, puts the entry in and writes it in one go, under a lock that others who add respect. Whatever fails leaves the
 * file as it was.
 * @throws {UserError} where the registry cannot be read, edited or written, the permalink is taken, or the new text has an error
 * that the old one has not
 */
export async function addEntry(options: AddEntryOptions): Promise<AddedEntry> {
  const { registryPath, signal } = options;
  if (options.dryRun) return plan(await loadRegistry(registryPath), options);
  // Before the lock, and before anything is made beside a file that must stay as it is.
  await bytesOf(registryPath);
  await checkWritable(registryPath, 'registry');
  return withFileLock(registryPath, { what: 'registry', signal }, (lock) => addUnderLock(lock, options));
}

async function addUnderLock(lock: HeldLock, options: AddEntryOptions): Promise<AddedEntry> {
  for (let attempt = 0; attempt < mostTries; attempt += 1) {
    const registry = await loadRegistry(options.registryPath);
    const added = plan(registry, options);
    await lock.assertHeld();
    if (!(await bytesOf(lock.path)).equals(Buffer.from(registry.file.text))) continue;
    await writeFileAtomically(lock.path, added.text, { what: 'registry' });
    return added;
  }
  throw new UserError({
    code: 'registry-changing',
    message: 'Nothing was added: another program changes the registry all the time.',
    file: options.registryPath,
    hint: 'Try again when it has come to rest.',
  });
}

const bytesOf = (path: string): Promise<Buffer> => readBytes(path, 'registry', largestRegistry_bytes);

function plan(registry: Registry, options: AddEntryOptions): AddedEntry {
  const placed = placeEntry(registry, options);
  const faults = options.check(placed.registry);
  const errors = faults.filter(isError);
  const [first, ...others] =
    errors.length === 0 ? [] : beyond(errors, options.check(registry).filter(isError));
  if (first) {
    const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
    throw new UserError({
      code: 'entry-invalid',
      message: `The entry would be wrong at ${first.pointer}: ${first.message} [${first.rule}]${more}.`,
      file: registry.file.path,
      hint: `${first.hint ? `${first.hint} ` : ''}Nothing was written.`,
    });
  }
  const isOwn = ({ pointer }: Fault) => `${pointer}/`.startsWith(`${placed.pointer}/`);
  return {
    ...placed,
    before: registry.file.text,
    warnings: faults.filter((fault) => !isError(fault) && isOwn(fault)),
  };
}

const isError = ({ severity }: Fault): boolean => severity === 'error';

/** Those that were not there before. The new entry is the last of its list, so that the pointers of the others stay. */
function beyond(now: readonly Fault[], before: readonly Fault[]): Fault[] {
  const keyOf = ({ rule, pointer }: Fault) => JSON.stringify([rule, pointer]);
  const left = new Map<string, number>();
  for (const fault of before) left.set(keyOf(fault), (left.get(keyOf(fault)) ?? 0) + 1);
  return now.filter((fault) => {
    const count = left.get(keyOf(fault)) ?? 0;
    left.set(keyOf(fault), count - 1);
    return count <= 0;
  });
}
