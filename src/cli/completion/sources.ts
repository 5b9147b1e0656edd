/** Where the values of options and arguments come from. What is absent here has choices of its own, or cannot be known. */
import type { TypedLine } from './line.js';
import { Project } from './project.js';

export interface Candidate {
  readonly value: string;
  readonly description?: string;
}

/** Files and directories the shell itself completes best. */
export type Source =
  | 'files'
  | 'directories'
  | ((line: TypedLine, cwd: string) => Promise<readonly Candidate[]>);

const named = (names: readonly string[]): Candidate[] => names.map((value) => ({ value }));

const permalinks: Source = async (line, cwd) => {
  const entries = await new Project(line, cwd).entries();
  return entries
    .filter(({ kind }) => !line.options.has(kind === 'simple' ? 'composite' : 'simple'))
    .map(({ kind, permalink, method, steps }) => {
      const what = kind === 'simple' ? method : `composite, ${steps.length} steps`;
      return { value: permalink, description: /^[A-Z]+$/.test(method) ? what : kind };
    });
};

const steps: Source = async (line, cwd) => {
  const [permalink] = line.operands;
  const entries = await new Project(line, cwd).entries();
  return named(entries.filter((each) => each.permalink === permalink).flatMap((each) => each.steps));
};

const ruleIds: Source = async () => {
  const { rules } = await import('../../lint/rules/index.js');
  return rules.map(({ id, summary }) => ({ value: id, description: summary }));
};

/** `id=level`: first the id, then the level. */
const ruleLevels: Source = async (line, cwd) => {
  const [, id] = /^(?:--rule=)?([^=]+)=/.exec(line.current) ?? [];
  if (id) return named(['error', 'warn', 'off'].map((level) => `${id}=${level}`));
  const ids = await (ruleIds as Exclude<Source, string>)(line, cwd);
  return ids.map(({ value, description }) => ({ value: `${value}=`, description: description ?? '' }));
};

const templates: Source = async () => {
  const { loadManifests } = await import('../../scaffolding/manifests.js');
  return (await loadManifests()).map(({ id, summary }) => ({ value: id, description: summary }));
};

/** By the option's long name without its hyphens. */
export const optionSources: Readonly<Record<string, Source>> = Object.assign(Object.create(null), {
  registry: 'files',
  config: 'files',
  cwd: 'directories',
  user: async (line: TypedLine, cwd: string) =>
    named([...(await new Project(line, cwd).users()), 'anonymous']),
  env: async (line: TypedLine, cwd: string) => named(await new Project(line, cwd).environments()),
  step: steps,
  'steps-from': 'files',
  out: 'files',
  har: 'files',
  html: 'files',
  record: 'files',
  replay: 'files',
  rule: ruleLevels,
  'stdin-filename': 'files',
  widgets: 'directories',
  'from-openapi': 'files',
});

/** By command and argument. */
export const argumentSources: Readonly<Record<string, Source>> = Object.assign(Object.create(null), {
  'run permalink': permalinks,
  'render permalink': permalinks,
  'add template': templates,
  'explain rule': ruleIds,
  'validate files': 'files',
  'test patterns': 'files',
  'init directory': 'directories',
});

/** The questions of the template that is named, as options of `add`. */
export async function templateOptions(line: TypedLine): Promise<readonly Candidate[]> {
  const { loadManifests } = await import('../../scaffolding/manifests.js');
  const template = (await loadManifests()).find(({ id }) => id === line.operands[0]);
  return (template?.questions ?? []).map(({ id, text }) => ({ value: `--${id}`, description: text }));
}

/** What a question of the template that is named can be answered with. */
export async function templateChoices(line: TypedLine, option: string): Promise<readonly Candidate[]> {
  const { loadManifests } = await import('../../scaffolding/manifests.js');
  const template = (await loadManifests()).find(({ id }) => id === line.operands[0]);
  return named(template?.questions.find(({ id }) => id === option)?.choices ?? []);
}
