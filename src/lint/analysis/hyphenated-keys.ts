/** `data.first-name`, `steps.fetch-user`: Jinja2 subtracts, where a key with a hyphen is meant. */
import type { ast, Span } from '../../jinja/index.js';
import type { Use } from './uses.js';

export interface HyphenatedKey {
  /** `steps.fetch`, what Jinja2 sees. */
  readonly read: ast.GetAttribute;
  /** `fetch-user`, as far as letters, digits and hyphens go. */
  readonly name: { readonly text: string; readonly span: Span };
  /** The key is a step's name. */
  readonly isStep: boolean;
}

const hyphenatedWord = /[A-Za-z0-9_]+(?:-[A-Za-z0-9_]+)+/y;

/**
 * Only where the subtraction is certain to fail: from a step's result, or of a name that has no value.
 *
 * @param hasNoValue whether nothing gives the name a value
 * @param isSteps whether a name is the platform's `steps`
 */
export function hyphenatedKeys(
  source: string,
  subtractions: readonly ast.Binary[],
  uses: readonly Use[],
  hasNoValue: (name: ast.Name) => boolean,
  isSteps: (name: ast.Name) => boolean,
): HyphenatedKey[] {
  if (subtractions.length === 0) return [];
  const names = new Map<number, ast.Name>();
  for (const { node } of uses) if (node.kind === 'Name') names.set(node.span.start, node);
  const found: HyphenatedKey[] = [];
  for (const { left, operatorSpan } of subtractions) {
    if (left.kind !== 'GetAttribute' || operatorSpan.start !== left.nameSpan.end) continue;
    const { start } = left.nameSpan;
    hyphenatedWord.lastIndex = start;
    const text = hyphenatedWord.exec(source)?.[0];
    if (!text) continue;
    const span = { start, end: start + text.length };
    const isStep = left.target.kind === 'Name' && isSteps(left.target);
    if (isStep || subtractsNothing(span, text, names, hasNoValue)) {
      found.push({ read: left, name: { text, span }, isStep });
    }
  }
  return found;
}

function subtractsNothing(
  { start }: Span,
  text: string,
  names: ReadonlyMap<number, ast.Name>,
  hasNoValue: (name: ast.Name) => boolean,
): boolean {
  for (let hyphen = text.indexOf('-'); hyphen >= 0; hyphen = text.indexOf('-', hyphen + 1)) {
    const name = names.get(start + hyphen + 1);
    if (name && hasNoValue(name)) return true;
  }
  return false;
}
