/** `add` without a template: what there is. */
import { loadManifests, type Manifest } from '../scaffolding/manifests.js';
import { UserError } from '../text/user-error.js';
import type { AddOptions } from './add.js';
import { exitCodes } from './exit-codes.js';
import type { Streams } from './streams.js';

/**
 * In a pipe somebody meant to add something, and nothing was added.
 * @throws {UserError} `wrong-usage`, for answers without a template
 */
export async function showTemplates(
  flags: ReadonlyMap<string, string>,
  options: AddOptions,
  { stdout, stderr }: Streams,
): Promise<number> {
  const manifests = await loadManifests();
  if (flags.size > 0) {
    throw new UserError({
      code: 'wrong-usage',
      message: 'There is no template to add.',
      hint: `Name one: ${manifests.map(({ id }) => id).join(', ')}.`,
    });
  }
  if (options.json) {
    stdout.write(`${JSON.stringify({ templates: manifests.map(documentOf) }, null, 2)}\n`);
    return exitCodes.ok;
  }
  const widest = Math.max(...manifests.map(({ id }) => id.length));
  for (const { id, summary, questions } of manifests) {
    stdout.write(`${id.padEnd(widest)}  ${summary}\n`);
    stdout.write(`${' '.repeat(widest)}  ${questions.map((each) => `--${each.id}`).join(' ')}\n`);
  }
  if (stdout.isTTY) return exitCodes.ok;
  stderr.write('Name one: connector-cli add <template>\n');
  return exitCodes.usage;
}

const documentOf = ({ id, summary, kind, questions }: Manifest) => ({ id, summary, kind, questions });
