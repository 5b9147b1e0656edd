/** A diagnosis on a terminal or in a file: groups of aligned lines, and one line that sums them up. */
import { type Check, type CheckGroup, type CheckState, someOf, summarise } from '../diagnosis/check.js';
import { countOf } from './format.js';
import { createPen, type Pen, type ViewStyle } from './pen.js';
import { type Mask, padEnd, truncateEnd, truncateMiddle, wrapWords } from './text.js';

const groupTitles: Record<CheckGroup, string> = {
  program: 'Program',
  configuration: 'Configuration',
  secrets: 'Secrets',
  variables: 'Variables',
  users: 'Users',
  proxy: 'Proxy',
  certificates: 'Certificates',
  hosts: 'Hosts',
  clock: 'Clock',
};

const indent = 2;
const widestTitle = 24;
const narrowestText = 24;

export interface DiagnosisStyle extends ViewStyle {
  /** Not everything was checked. */
  interrupted: boolean;
}

export function diagnosisReport(checks: readonly Check[], style: DiagnosisStyle): string[] {
  const pen = createPen(style);
  const lines: string[] = [];
  for (const [group, members] of groupedBy(checks, ({ group }) => group)) {
    lines.push(pen.palette.strong(groupTitles[group]), ...groupLines(group, members, pen), '');
  }
  if (style.interrupted) lines.push(pen.palette.caution('Interrupted: not everything was checked.'));
  return [...lines, summaryLine(checks, pen)];
}

/** Hosts have several checks each, which stand under the host's name. */
function groupLines(group: CheckGroup, checks: readonly Check[], pen: Pen): string[] {
  const titles = checks.map(({ title }) => pen.outside(title).length);
  const column = Math.min(Math.max(...titles), widestTitle);
  if (group !== 'hosts') return checks.flatMap((check) => checkLines(check, { column, left: indent }, pen));
  return [...groupedBy(checks, ({ subject }) => subject)].flatMap(([subject, members]) => {
    if (subject === undefined) {
      return members.flatMap((check) => checkLines(check, { column, left: indent }, pen));
    }
    const rows = members.map((check) => ({ ...check, usedBy: [] }));
    return [
      ...subjectLines(subject, members[0]?.usedBy ?? [], pen),
      ...rows.flatMap((check) => checkLines(check, { column, left: 2 * indent }, pen)),
    ];
  });
}

/** In the order in which the keys first occur. */
function groupedBy<Key>(checks: readonly Check[], keyOf: (check: Check) => Key): Map<Key, Check[]> {
  const all = new Map<Key, Check[]>();
  for (const check of checks) all.set(keyOf(check), [...(all.get(keyOf(check)) ?? []), check]);
  return all;
}

function subjectLines(subject: string, usedBy: readonly string[], pen: Pen): string[] {
  const room = Math.max(pen.width - indent, 8);
  const name = truncateMiddle(pen.outside(subject), room, pen.glyphs.ellipsis);
  const users = pen.outside(`used by ${someOf(usedBy, 2)}`);
  const left = ' '.repeat(indent);
  if (usedBy.length === 0) return [`${left}${name}`];
  if (name.length + 2 + users.length <= room) return [`${left}${name}  ${pen.palette.muted(users)}`];
  return [`${left}${name}`, ...wrapped(users, 2 * indent, pen).map((line) => pen.palette.muted(line))];
}

function checkLines(check: Check, place: { column: number; left: number }, pen: Pen): string[] {
  const { palette, glyphs } = pen;
  const { mark, paint } = markOf(check.state, pen);
  const column = Math.min(place.column, Math.max(pen.width - place.left - 2, 1));
  const title = truncateEnd(pen.outside(check.title), column, glyphs.ellipsis);
  const beside = place.left + 2 + place.column + 2;
  // In a narrow window the text goes under its title instead of beside it.
  const textLeft = pen.width - beside >= narrowestText ? beside : place.left + 2;
  const users = check.usedBy?.length ? `; used by ${someOf(check.usedBy)}` : '';
  const text = wrapped(pen.outside(check.detail + users), textLeft, pen);
  const head = `${' '.repeat(place.left)}${paint(mark)} ${padEnd(title, column)}`;
  const found =
    textLeft === beside ? [`${head}  ${text[0]?.trimStart() ?? ''}`, ...text.slice(1)] : [head, ...text];
  if (check.advice === null) return found;
  const advice = wrapped(pen.outside(check.advice), textLeft + 2, pen);
  const arrow = `${' '.repeat(textLeft)}${palette.accent(glyphs.arrow)} `;
  return [...found, `${arrow}${advice[0]?.trimStart() ?? ''}`, ...advice.slice(1)].map((line) =>
    line.trimEnd(),
  );
}

/** Lines that begin at a column and end at the width; a word that is too long loses its middle. */
function wrapped(text: string, left: number, pen: Pen): string[] {
  const room = Math.max(pen.width - left, 8);
  const words = text.split(' ').map((word) => truncateMiddle(word, room, pen.glyphs.ellipsis));
  return wrapWords(words.join(' '), room).map((line) => ' '.repeat(left) + line);
}

function markOf(state: CheckState, { palette, glyphs }: Pen) {
  switch (state) {
    case 'ok':
      return { mark: glyphs.done, paint: palette.good };
    case 'note':
      return { mark: glyphs.pending, paint: palette.accent };
    case 'warning':
      return { mark: glyphs.warning, paint: palette.caution };
    case 'problem':
      return { mark: glyphs.failed, paint: palette.bad };
    default:
      return state satisfies never;
  }
}

function summaryLine(checks: readonly Check[], { palette }: Pen): string {
  const { ok, notes, warnings, problems } = summarise(checks);
  const parts = [
    problems > 0 ? palette.bad(countOf(problems, 'problem')) : 'no problems',
    warnings > 0 ? palette.caution(countOf(warnings, 'warning')) : null,
    notes > 0 ? countOf(notes, 'note') : null,
    `${ok.toLocaleString('en-US')} fine`,
  ];
  return parts.filter((part) => part !== null).join(', ');
}

/** `doctor --json`, without a newline at the end. */
export function diagnosisJson(checks: readonly Check[], interrupted: boolean, mask: Mask): string {
  const document = {
    checks: checks.map(({ id, group, state, title, detail, advice, subject, usedBy, facts }) => ({
      id,
      group,
      state,
      title: mask(title),
      detail: mask(detail),
      advice: advice === null ? null : mask(advice),
      ...(subject === undefined ? {} : { subject: mask(subject) }),
      ...(usedBy === undefined ? {} : { used_by: usedBy.map(mask) }),
      ...(facts === undefined ? {} : (maskedValue(facts, mask) as object)),
    })),
    summary: summarise(checks),
    interrupted,
  };
  return JSON.stringify(document, null, 2);
}

/** Facts are small trees of our own making. */
function maskedValue(value: unknown, mask: Mask): unknown {
  if (typeof value === 'string') return mask(value);
  if (Array.isArray(value)) return value.map((each) => maskedValue(each, mask));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, maskedValue(each, mask)]));
}
