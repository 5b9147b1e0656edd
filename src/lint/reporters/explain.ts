/** `explain` for people. */
import { createPalette, type Palette } from '../../views/palette.js';
import { padEnd, truncateEnd, wrapWords } from '../../views/text.js';
import type { Explanation } from '../explanation.js';
import type { Rule } from '../rule.js';
import { markedLines } from './example.js';
import type { ReporterStyle } from './reporter.js';

type Style = Pick<ReporterStyle, 'width' | 'color'>;

export function ruleList(rules: readonly Rule[], { width, color }: Style): string {
  const palette = createPalette(color);
  const column = Math.max(...rules.map(({ id }) => id.length));
  const lines = rules.map(({ id, severity, summary }) => {
    const level = paintOf(severity, palette)(padEnd(severity, 'warning'.length));
    const room = Math.max(width - column - 'warning'.length - 4, 20);
    return `${palette.strong(padEnd(id, column))}  ${level}  ${truncateEnd(summary, room)}`;
  });
  const hint = palette.muted('connector-cli explain <rule> describes one.');
  return `${[...lines, '', hint].join('\n')}\n`;
}

export function rulePage(explanation: Explanation, { width, color }: Style): string {
  const { id, severity, summary, fixable, why, wrong, right, marks, language } = explanation;
  const palette = createPalette(color);
  const room = Math.max(width - 2, 20);
  const indented = (text: string): string => `  ${text}`;
  const level = severity === 'off' ? 'off unless it is switched on' : severity;
  const example = markedLines(wrong, marks, room).map(({ text, kind }) =>
    indented(kind === 'mark' ? palette.bad(text) : text),
  );
  const file =
    language === 'yaml' ? ' (connector.config.yaml)' : language === 'javascript' ? ' (a widget)' : '';
  const lines = [
    `${palette.strong(id)}  ${paintOf(severity, palette)(level)}${fixable ? ', fixable with --fix' : ''}`,
    ...wrapWords(summary, width),
    '',
    palette.strong('Why'),
    ...wrapWords(why, room).map(indented),
    '',
    palette.strong(`Wrong${file}`),
    ...example,
    '',
    palette.strong(`Right${file}`),
    ...right.split('\n').map(indented),
    '',
    palette.strong(severity === 'off' ? 'Switch it on' : 'Switch it off'),
    ...switchLines(explanation).map(([what, how]) => indented(`${padEnd(what, 18)}  ${how}`)),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

/** How a rule's level is set: where, and what to write. */
export function switchLines({ id, severity, marks }: Explanation): [string, string][] {
  const level = severity === 'off' ? 'warn' : 'off';
  const lines: [string, string][] = [
    ['for a project', `lint: { rules: { ${id}: ${level} } }`],
    ['for one run', `--rule ${id}=${level}`],
  ];
  const pointer = marks[0]?.pointer ?? '';
  // What is wrong with the whole file is not a thing to accept at one place.
  if (severity === 'off' || !pointer.includes('connectors/')) return lines;
  return [
    ...lines,
    ['for one place', `lint: { ignore: [{ rule: ${id}, pointer: ${pointer}, reason: why }] }`],
  ];
}

function paintOf(severity: Explanation['severity'], palette: Palette): (text: string) => string {
  if (severity === 'error') return palette.bad;
  return severity === 'warning' ? palette.caution : palette.muted;
}
