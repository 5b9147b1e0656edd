/** What the names that a template binds itself stand for. */
import type { ast } from '../../jinja/index.js';
import { textFactsOf } from './facts.js';
import { oncePerText } from './once.js';
import type { Source } from './uses.js';

export interface Definitions {
  /**
   * What a name holds at this place, where a single `set` can have given it its value; otherwise the expression itself.
   * Follows names that stand for names.
   */
  resolve(node: ast.Expression): ast.Expression;
  /** What the loop goes over that gives a name its value; null for any other name. */
  iterated(node: ast.Name): ast.Expression | null;
  /** What the loop goes over that gives a name one half of its pairs: `for key, value in object.items()`. */
  iteratedPairs(node: ast.Name): ast.Expression | null;
  /** Whether a name at this place certainly has the value that the platform gives it. */
  isPlatforms(node: ast.Name): boolean;
  /** Everything that the template gives a name, anywhere: values, and what loops go over. */
  assignedTo(name: string): readonly ast.Expression[];
  /** Whether a name may hold what cannot be told: a macro's parameter, a block's text, a namespace. */
  isOpaque(name: string): boolean;
  /** Whether a `set` of the template binds the name, anywhere. */
  isSet(name: string): boolean;
}

export const definitionsOf = oncePerText((content): Definitions => {
  const { sources, originOf } = textFactsOf(content);
  const onlySource = (node: ast.Name): Source | null => {
    const list = sources.get(node.name);
    return list?.length === 1 && originOf(node) === 'template' ? (list[0] ?? null) : null;
  };
  const definitionOf = (node: ast.Name): ast.Expression | null => {
    const source = onlySource(node);
    // A value behind the read comes from an earlier turn of a loop, or not at all.
    return source?.from === 'value' && source.value.span.end <= node.span.start ? source.value : null;
  };
  return {
    resolve(node) {
      let current = node;
      while (current.kind === 'Name') {
        const next = definitionOf(current);
        if (!next) break;
        current = next;
      }
      return current;
    },
    iterated(node) {
      const source = onlySource(node);
      return source?.from === 'item' && source.position === null ? source.of : null;
    },
    iteratedPairs(node) {
      const source = onlySource(node);
      return source?.from === 'item' && source.position !== null ? source.of : null;
    },
    isPlatforms: (node) => originOf(node) === 'context',
    assignedTo: (name) =>
      (sources.get(name) ?? []).flatMap((source) =>
        source.from === 'value' ? [source.value] : source.from === 'item' ? [source.of] : [],
      ),
    isOpaque: (name) =>
      sources
        .get(name)
        ?.some((source) => source.from === 'block' || source.from === 'elsewhere' || isNamespace(source)) ??
      false,
    isSet: (name) => sources.get(name)?.some(({ from }) => from === 'value' || from === 'block') ?? false,
  };
});

const isNamespace = (source: Source): boolean =>
  source.from === 'value' &&
  source.value.kind === 'Call' &&
  source.value.callee.kind === 'Name' &&
  source.value.callee.name === 'namespace';

/** The path of an expression that starts at a name of the platform's own; null for any other. */
export function platformPath(
  node: ast.Expression,
  definitions: Definitions,
): readonly (string | number)[] | null {
  const path: (string | number)[] = [];
  let base = definitions.resolve(node);
  while (base.kind === 'GetAttribute' || base.kind === 'GetItem') {
    if (base.kind === 'GetAttribute') path.push(base.name);
    else if (base.key.kind === 'Const' && isKey(base.key.value)) path.push(base.key.value);
    else return null;
    base = definitions.resolve(base.target);
  }
  if (base.kind !== 'Name' || !definitions.isPlatforms(base)) return null;
  return [base.name, ...path.reverse()];
}

const isKey = (value: unknown): value is string | number =>
  typeof value === 'string' || typeof value === 'number';
