/** The texts of what is there already. */
import { stat } from 'node:fs/promises';
import { UserError } from '../../text/user-error.js';
import { isThere, readWhole } from './apply-plan.js';
import type { WantedFile } from './model.js';

/**
 * By path. Of a file that is not merged with only that it is there is known: its text is empty.
 * @throws {UserError} where a folder, or a link that leads nowhere, has the name of a file
 */
export async function readExisting(wanted: readonly WantedFile[]): Promise<Map<string, string>> {
  const existing = new Map<string, string>();
  for (const { path, what, merge } of wanted) {
    if (!(await isThere(path))) continue;
    const found = await stat(path).catch(() => null);
    if (found === null || found.isDirectory()) {
      throw new UserError({
        code: found ? 'file-is-directory' : 'file-not-found',
        file: path,
        message: found
          ? `There is a folder where the ${what} has to be.`
          : `The ${what} is a link that leads nowhere.`,
        hint: 'Rename or remove it, and try again.',
      });
    }
    existing.set(path, merge ? await readWhole(path, what) : '');
  }
  return existing;
}
