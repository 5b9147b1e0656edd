import type { JsonNode } from '../../registry/json/nodes.js';
import type { TextPattern, ValuePattern } from '../model.js';
import { membersOf, scalarText, spanOf } from './members.js';
import type { ProblemList } from './problems.js';

/** The letters are the flags of JavaScript: whoever writes `/a/g` means a regular expression, `/orders/list` is text. */
const written = /^\/(.+)\/([dgimsuvy]*)$/s;

const howToWriteText = (text: string): string =>
  `As text it would be written /^${text.replace(/[\\/^$.*+?()[\]{}|]/g, '\\$&')}$/.`;

/** A text between slashes, flags behind the second, is a regular expression; everything else is text. */
export function readPattern(node: JsonNode, problems: ProblemList): TextPattern {
  const text = scalarText(node, problems.source.text);
  const span = spanOf(node);
  const [isPattern, source = '', flags = ''] = node.type === 'string' ? (written.exec(text) ?? []) : [];
  if (isPattern === undefined) return { type: 'text', text, span };
  if (/[^imsu]/.test(flags) || new Set(flags).size < flags.length) {
    problems.add(node.start, {
      code: 'pattern',
      message: `The flags of a regular expression are i, m, s and u, each at most once, not \`${flags}\`.`,
      hint: howToWriteText(text),
    });
    return { type: 'text', text, span };
  }
  try {
    return { type: 'pattern', pattern: new RegExp(source, flags), span };
  } catch (error) {
    const reason = (error as Error).message.replace(/^.*: (?=[^:]*$)/s, '');
    problems.add(node.start, {
      code: 'pattern',
      message: `This is no regular expression: ${reason}.`,
      hint: howToWriteText(text),
    });
    return { type: 'text', text, span };
  }
}

const readValue = (node: JsonNode, problems: ProblemList): ValuePattern =>
  node.type === 'null' ? { type: 'absent', span: spanOf(node) } : readPattern(node, problems);

/** Patterns by name. Null where the group is absent. */
export function readPatterns(
  group: JsonNode | undefined,
  problems: ProblemList,
): Map<string, ValuePattern> | null {
  if (!group) return null;
  return new Map(membersOf(group).map(({ key, value }) => [key.value, readValue(value, problems)]));
}

/** Patterns by lower-case name. Null where the group is absent. */
export function readHeaderPatterns(
  group: JsonNode | undefined,
  problems: ProblemList,
): Map<string, ValuePattern> | null {
  if (!group) return null;
  const patterns = new Map<string, ValuePattern>();
  for (const { key, value } of membersOf(group)) {
    const name = key.value.toLowerCase();
    if (patterns.has(name)) {
      problems.add(key.start, {
        code: 'header',
        message: `The header \`${key.value}\` stands here a second time; case makes no difference.`,
      });
    }
    patterns.set(name, readValue(value, problems));
  }
  return patterns;
}
