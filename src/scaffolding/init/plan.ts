/** From what a project should have and what it has to what is to be done. Touches nothing. */
import { relative } from 'node:path';
import { withSlashes } from '../../text/find-files.js';
import type { Change, Choices, Plan, Project, WantedFile } from './model.js';

/**
 * @param existing the texts of the files that are there, by path: those that can be merged with, and an empty text for others
 */
export function planChanges(
  project: Project,
  choices: Choices,
  wanted: readonly WantedFile[],
  existing: ReadonlyMap<string, string>,
): Plan {
  const notes: string[] = [];
  const changes = wanted.map(({ path, what, text, mode, merge }): Change => {
    const before = existing.get(path);
    if (before === undefined) return { path, what, action: 'create', before: '', after: text, mode };
    const merged = merge?.(before) ?? { text: before };
    if (merged.note !== undefined) notes.push(`${shown(project, path)} ${merged.note}`);
    return {
      path,
      what,
      action: merged.text === before ? 'keep' : 'merge',
      before,
      after: merged.text,
    };
  });
  for (const path of [project.configuration, project.workflow]) {
    if (path === undefined || changes.some((change) => change.path === path)) continue;
    changes.push({ path, what: 'file', action: 'keep', before: '', after: '' });
  }
  return {
    root: project.root,
    changes,
    notes: [...notes, ...projectNotes(project, choices)],
    next: nextCommands(project, choices),
  };
}

const shown = ({ root }: Project, path: string): string => withSlashes(relative(root, path)) || path;

function projectNotes(project: Project, { example }: Choices): string[] {
  const { registry, configuration, widgetTemplate } = project;
  const notes: string[] = [];
  if (widgetTemplate.length > 0) {
    notes.push(
      `This is a repository of widgets (${widgetTemplate.join(', ')}): validate reads its widgets too.`,
    );
  }
  if (configuration !== undefined && example !== null) {
    notes.push(
      `${shown(project, configuration)} stays as it is. Under \`routes\` in it, "${exampleRoute.from}": ${exampleRoute.to} answers the first connector without --route.`,
    );
  }
  if (registry.isThere && registry.secrets.length > 0) {
    const names = registry.secrets.map(({ name }) => name).join(', ');
    notes.push(`Secrets to fill in, in ${shown(project, project.secretsFile)}: ${names}.`);
  }
  if (registry.isThere && registry.variables.length > 0) {
    const names = registry.variables.map(({ name }) => name).join(', ');
    notes.push(
      `Variables to set, under \`variables\` in ${shown(project, configuration ?? 'connector.config.yaml')}: ${names}.`,
    );
  }
  return notes;
}

const exampleRoute = { from: 'https://api.example.com', to: './mocks/api.example.com' };

function nextCommands(
  { registry, configuration, tests }: Project,
  { example, tests: wantsTests }: Choices,
): string[] {
  const route = configuration === undefined ? '' : ` --route ${exampleRoute.from}=${exampleRoute.to}`;
  if (example !== null) {
    return ['validate', ...(tests || wantsTests ? ['test'] : []), `run ${example.permalink}${route}`];
  }
  const permalink = registry.isThere ? registry.permalink : null;
  if (!registry.isThere) return ['add', 'validate', 'list'];
  return ['validate', ...(tests ? ['test'] : ['doctor']), permalink === null ? 'list' : `run ${permalink}`];
}
