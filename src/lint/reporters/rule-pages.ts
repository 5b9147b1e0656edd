/** The pages below `docs/rules/`, which `npm run docs:rules` writes. */
import { type Explanation, explain } from '../explanation.js';
import type { Rule } from '../rule.js';
import { markedLines } from './example.js';
import { switchLines } from './explain.js';

const width = 100;

/** File names and their texts: one for each rule, and the index. */
export async function rulePages(rules: readonly Rule[]): Promise<Map<string, string>> {
  const all = await Promise.all(rules.map(explain));
  return new Map([
    ['README.md', indexPage(all)],
    ...all.map((each): [string, string] => [`${each.id}.md`, page(each)]),
  ]);
}

const written = '<!-- Written by `npm run docs:rules`. -->';

function indexPage(all: readonly Explanation[]): string {
  const rows = all.map(
    ({ id, severity, fixable, summary }) =>
      `| [${id}](${id}.md) | ${severity} | ${fixable ? 'yes' : ''} | ${summary.replaceAll('|', '\\|')} |`,
  );
  return `${[
    written,
    '',
    '# Rules',
    '',
    'What `connector-cli validate` finds. `connector-cli explain <rule>` shows the same in a terminal.',
    '',
    '| rule | severity | `--fix` | finds |',
    '|---|---|---|---|',
    ...rows,
  ].join('\n')}\n`;
}

function page(explanation: Explanation): string {
  const { id, severity, summary, fixable, why, wrong, right, marks, language } = explanation;
  const level = severity === 'off' ? 'off unless it is switched on' : severity;
  const example = markedLines(wrong, marks, width).map(({ text }) => text);
  const fence = (lines: readonly string[], name: string): string[] => [`\`\`\`${name}`, ...lines, '```'];
  return `${[
    written,
    '',
    `# ${id}`,
    '',
    `${summary}. Severity: ${level}${fixable ? '; `--fix` mends it' : ''}.`,
    '',
    why,
    '',
    '## Wrong',
    '',
    ...fence(example, 'text'),
    '',
    '## Right',
    '',
    ...fence(right.split('\n'), language),
    '',
    severity === 'off' ? '## Switch it on' : '## Switch it off',
    '',
    '| | |',
    '|---|---|',
    ...switchLines(explanation).map(([what, how]) => `| ${what} | \`${how}\` |`),
  ].join('\n')}\n`;
}
