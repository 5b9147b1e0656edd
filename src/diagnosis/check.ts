/** What a diagnosis finds: flat checks, each about one thing, in the order in which they are shown. */

/** `note`: worth knowing. `warning`: may go wrong. `problem`: connectors cannot run as they should. */
export type CheckState = 'ok' | 'note' | 'warning' | 'problem';

export const groups = [
  'program',
  'configuration',
  'secrets',
  'variables',
  'users',
  'proxy',
  'certificates',
  'hosts',
  'clock',
] as const;
export type CheckGroup = (typeof groups)[number];

/** Text is unmasked and may come from outside; whoever shows it masks and neutralises it. */
export interface Check {
  /** What was checked, in kebab-case; the same for every subject. */
  readonly id: string;
  readonly group: CheckGroup;
  readonly state: CheckState;
  /** One or two words. */
  readonly title: string;
  /** What was found, one sentence without a full stop. */
  readonly detail: string;
  /** What to do about it. */
  readonly advice: string | null;
  /** The host, secret or file that the check is about, where there are several. */
  readonly subject?: string;
  /** The connectors (`permalink` or `permalink/step`) that need the subject. */
  readonly usedBy?: readonly string[];
  /** What was measured, for programs; names carry their units. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

export interface Summary {
  readonly ok: number;
  readonly notes: number;
  readonly warnings: number;
  readonly problems: number;
}

export function summarise(checks: readonly Check[]): Summary {
  const count = (state: CheckState): number => checks.filter((check) => check.state === state).length;
  return { ok: count('ok'), notes: count('note'), warnings: count('warning'), problems: count('problem') };
}

/** `a, b and 3 more`. */
export function someOf(names: readonly string[], most = 3): string {
  const more = names.length - most;
  return more > 1 ? `${names.slice(0, most).join(', ')} and ${more} more` : names.join(', ');
}

export const plural = (count: number, noun: string): string =>
  `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;
