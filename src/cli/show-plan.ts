/** What `init` says: what was written, what was there already, and what to type next. */
import type { SecretMask } from '../config/index.js';
import type { Change, Plan } from '../scaffolding/init/model.js';
import { createPalette } from '../views/palette.js';
import { neutralise } from '../views/text.js';
import type { InitOptions } from './init.js';
import { type Streams, showsColor } from './streams.js';
import { tell } from './tell.js';
import { shownPath } from './validate-inputs.js';

export interface ShownPlan {
  readonly plan: Plan;
  readonly cwd: string;
  readonly mask: SecretMask;
  /** As the next commands begin. */
  readonly program: string;
}

export async function showPlan(shown: ShownPlan, options: InitOptions, streams: Streams): Promise<void> {
  const { stdout, stderr, env } = streams;
  const safe = (text: string) => neutralise(shown.mask.mask(text));
  const diffs = options.dryRun ? await diffsOf(shown, options, streams) : new Map<Change, string>();
  if (options.json) {
    const document = shown.mask.maskValue(documentOf(shown, options, diffs));
    stdout.write(`${JSON.stringify(document, null, 2)}\n`);
    return;
  }
  const color = showsColor(stdout, env, options.color);
  stdout.write(`${linesOf(shown, options, color, safe).join('\n')}\n`);
  for (const diff of diffs.values()) stdout.write(`\n${diff}`);
  if (options.quiet) return;
  const said = shown.plan.notes.map((note) => `note: ${note}`);
  if (options.dryRun) said.push('Nothing was written.');
  tell(said.map(safe), stderr);
}

const done = { create: 'created', merge: 'merged', keep: 'kept' } as const;
const planned = { create: 'create', merge: 'merge', keep: 'keep' } as const;

function linesOf(
  { plan, cwd, program }: ShownPlan,
  { dryRun }: InitOptions,
  color: boolean,
  safe: (text: string) => string,
): string[] {
  const { root, changes, next } = plan;
  const palette = createPalette(color);
  const isDone = changes.every(({ action }) => action === 'keep');
  const words = dryRun ? planned : done;
  const head = dryRun
    ? isDone
      ? `Nothing would be written: ${root} has everything.`
      : `This would be written in ${root}:`
    : isDone
      ? `Nothing to write: ${root} has everything.`
      : `A connector project in ${root}:`;
  const paint = { create: palette.good, merge: palette.accent, keep: palette.muted };
  return [
    safe(head),
    '',
    ...changes.map(
      ({ path, action }) => `  ${paint[action](words[action].padEnd(7))}  ${safe(shownPath(path, root))}`,
    ),
    ...(dryRun || isDone
      ? []
      : ['', 'Then:', ...commands(root, cwd, next, program).map((each) => `  ${safe(each)}`)]),
  ];
}

function commands(root: string, cwd: string, next: readonly string[], program: string): string[] {
  const there = root === cwd ? [] : [`cd ${shellWord(shownPath(root, cwd))}`];
  return [...there, ...next.map((words) => `${program} ${words}`)];
}

const shellWord = (text: string): string =>
  /^[\w./:@,+-]+$/.test(text) && !text.startsWith('-') ? text : `'${text.replaceAll("'", `'\\''`)}'`;

/** Of files that are merged with; a new one is shown by its name alone. */
async function diffsOf(
  { plan, mask }: ShownPlan,
  { json, color }: InitOptions,
  { stdout, env }: Streams,
): Promise<Map<Change, string>> {
  const { patch } = await import('../views/patch.js');
  const style = { color: !json && showsColor(stdout, env, color), mask: (text: string) => mask.mask(text) };
  const isTerminal = !json && stdout.isTTY === true;
  return new Map(
    plan.changes
      .filter(({ action }) => action === 'merge')
      .map((change) => {
        const path = shownPath(change.path, plan.root).replace(/^\//, '');
        return [change, patch(path, change.before, change.after, style, isTerminal)];
      }),
  );
}

const documentOf = (
  { plan, cwd, program }: ShownPlan,
  { dryRun }: InitOptions,
  diffs: ReadonlyMap<Change, string>,
) => ({
  directory: plan.root,
  dry_run: dryRun ?? false,
  files: plan.changes.map((change) => ({
    path: shownPath(change.path, plan.root),
    action: change.action,
    diff: diffs.get(change) ?? null,
  })),
  notes: plan.notes,
  next: commands(plan.root, cwd, plan.next, program),
});
