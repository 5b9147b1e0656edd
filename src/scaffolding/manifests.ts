/** The scaffolds that come with the program: a folder each, below `templates/`. */
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { oncePer } from '../text/once.js';
import { findUpward } from '../text/read-file.js';
import { listNames, suggest } from '../text/suggest.js';
import { UserError } from '../text/user-error.js';
import { permalinkQuestion, type Question } from './question.js';

/** `manifest.json` of a scaffold. */
interface ManifestDocument {
  readonly summary: string;
  readonly kind: 'simple' | 'composite';
  readonly questions: readonly Question[];
  /** Names of the secrets that the entry needs, with answers in them as in the entry itself. */
  readonly secrets: readonly string[];
}

export interface Manifest extends ManifestDocument {
  readonly id: string;
  readonly folder: string;
}

/** Of the running program: its own folder and whatever it was bundled into lie below the package's. */
export async function packageFolder(name: 'templates' | 'schemas'): Promise<string> {
  const own = dirname(fileURLToPath(import.meta.url));
  const manifest = await findUpward(own, 'package.json');
  if (manifest === undefined) throw new Error(`no package.json above ${own}`);
  return join(dirname(manifest), name);
}

/** Its texts make a project, and no entry. */
export const projectTemplates = 'init';

const everything = {};

/** Sorted by id. */
export const loadManifests = (): Promise<readonly Manifest[]> => loadOnce(everything);

const loadOnce = oncePer<object, Promise<readonly Manifest[]>>(async () => {
  const templates = await packageFolder('templates');
  const ids = (await readdir(templates, { withFileTypes: true }))
    .filter((each) => each.isDirectory() && each.name !== projectTemplates)
    .map(({ name }) => name)
    .sort();
  return Promise.all(
    ids.map(async (id): Promise<Manifest> => {
      const folder = join(templates, id);
      const text = await readFile(join(folder, 'manifest.json'), 'utf8');
      const { questions, ...rest } = JSON.parse(text) as ManifestDocument;
      return { ...rest, id, folder, questions: [...questions, permalinkQuestion] };
    }),
  );
});

/** @throws {UserError} `unknown-template` */
export async function findManifest(id: string): Promise<Manifest> {
  const manifests = await loadManifests();
  const found = manifests.find((each) => each.id === id);
  if (found) return found;
  const ids = manifests.map((each) => each.id);
  const near = suggest(id, ids) ?? ids.find((each) => id.length > 2 && each.includes(id.toLowerCase()));
  throw new UserError({
    code: 'unknown-template',
    message: `There is no template \`${id}\`.`,
    hint: near === undefined ? `Templates: ${listNames(ids)}.` : `Did you mean \`${near}\`?`,
  });
}
