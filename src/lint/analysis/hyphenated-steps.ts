/** `steps.fetch-user`: Jinja2 subtracts `user` from `steps.fetch`, which never works, so that a step's name must be meant. */
import type { ast, Origin, Span } from '../../jinja/index.js';

export interface HyphenatedStep {
  /** `steps.fetch`, what Jinja2 sees. */
  readonly read: ast.GetAttribute;
  /** `fetch-user`, as far as letters, digits and hyphens go. */
  readonly name: { readonly text: string; readonly span: Span };
}

const hyphenatedWord = /[A-Za-z0-9_]+(?:-[A-Za-z0-9_]+)+/y;

export function hyphenatedSteps(
  source: string,
  subtractions: readonly ast.Binary[],
  originOf: (name: ast.Name) => Origin,
): HyphenatedStep[] {
  const found: HyphenatedStep[] = [];
  for (const { left, operatorSpan } of subtractions) {
    if (left.kind !== 'GetAttribute' || operatorSpan.start !== left.nameSpan.end) continue;
    const { target, nameSpan } = left;
    if (target.kind !== 'Name' || target.name !== 'steps' || originOf(target) !== 'context') continue;
    hyphenatedWord.lastIndex = nameSpan.start;
    const word = hyphenatedWord.exec(source)?.[0];
    if (!word) continue;
    const span = { start: nameSpan.start, end: nameSpan.start + word.length };
    found.push({ read: left, name: { text: word, span } });
  }
  return found;
}
