/** Control characters that a template prints for certain, wherever it prints at all. */
import type { ast } from '../../jinja/index.js';
import { unsendableCharacter } from '../../platform/prepare.js';
import type { TextField } from '../../registry/model.js';
import type { Span } from '../../text/source.js';
import { readTemplate } from '../sites.js';
import { outputsOf } from './literal-text.js';

interface ControlCharacters extends Span {
  /** As they are printed. */
  readonly text: string;
}

const stretch = new RegExp(`${unsendableCharacter.source}+`);

/** The first stretch of them, by its place in the field's text; null where there is none. */
export function controlCharactersIn(field: TextField): ControlCharacters | null {
  const { value } = field;
  // In the strings of a template they are written with a backslash.
  if (!unsendableCharacter.test(value) && !value.includes('\\')) return null;
  const read = readTemplate(field);
  // The engine drops one line break at the end.
  if (!read) return firstIn(value.replace(/(?:\r\n|\r|\n)$/, ''), 0);
  if ('error' in read) return null;
  for (const { nodes } of outputsOf(read.template.tree.body)) {
    for (const node of nodes) {
      const found = node.kind === 'TemplateData' ? inText(node, value) : inStrings(node);
      if (found) return found;
    }
  }
  return null;
}

/** Every line break is printed as LF, whichever is written: its place is that of the source. */
const inText = (
  { text, span: { start, end } }: ast.TemplateData,
  source: string,
): ControlCharacters | null =>
  unsendableCharacter.test(text) ? firstIn(source.slice(start, end), start) : null;

function firstIn(text: string, offset: number): ControlCharacters | null {
  const match = stretch.exec(text);
  if (!match) return null;
  const start = offset + match.index;
  return { text: match[0], start, end: start + match[0].length };
}

/** `{{ 'a\nb' }}`, `{{ a ~ '\n' ~ b }}`, `{{ 'a\n' if a }}` */
function inStrings(node: ast.Expression): ControlCharacters | null {
  const pending = [node];
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (next.kind === 'Const' && typeof next.value === 'string') {
      const match = stretch.exec(next.value);
      if (match) return { text: match[0], ...next.span };
    } else if (next.kind === 'Concat') pending.push(...[...next.items].reverse());
    else if (next.kind === 'Conditional') {
      if (next.alternate) pending.push(next.alternate);
      pending.push(next.consequent);
    }
  }
  return null;
}
