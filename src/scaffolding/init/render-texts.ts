/** The text files of a new project, from their templates. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageFolder, projectTemplates } from '../manifests.js';
import { loadRenderer } from '../nunjucks-renderer.js';

export type TemplateName =
  | 'connectors_registry.json'
  | 'connector.config.yaml'
  | 'hello.connector-test.yaml'
  | 'hello.json'
  | 'secrets.env'
  | 'secrets.env.example'
  | 'gitignore'
  | 'connectors.yml'
  | 'agents.md';

export type RenderTemplate = (name: TemplateName, context: object) => Promise<string>;

export async function templateRenderer(): Promise<RenderTemplate> {
  const [folder, render] = await Promise.all([
    packageFolder('templates'),
    loadRenderer({ dropTagLines: true }),
  ]);
  return async (name, context) =>
    render(await readFile(join(folder, projectTemplates, `${name}.njk`), 'utf8'), context);
}
