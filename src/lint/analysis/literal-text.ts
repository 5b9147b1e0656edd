/** The text of a template that stands outside of its tags. */
import type { ast } from '../../jinja/index.js';

export interface Literal {
  readonly text: string;
  /** Where it begins in the template. */
  readonly start: number;
  /** A tag follows, which may print more. */
  readonly isOpen: boolean;
}

/** What these hold is printed elsewhere, or nowhere. */
export const definitions: ReadonlySet<ast.Statement['kind']> = new Set(['Assign', 'AssignBlock', 'Macro']);

/** What a filter or a macro makes of the text inside is not known. */
const rewriting: ReadonlySet<ast.Statement['kind']> = new Set(['FilterBlock', 'CallBlock']);

/** What prints straight into the result of a template, inside blocks too, in the order of the source. */
export function outputsOf(body: readonly ast.Statement[]): ast.Output[] {
  const outputs: ast.Output[] = [];
  const visit = (statements: readonly ast.Statement[]) => {
    for (const statement of statements) {
      if (definitions.has(statement.kind) || rewriting.has(statement.kind)) continue;
      if (statement.kind === 'Output') {
        outputs.push(statement);
      } else if (statement.kind === 'If') {
        visit(statement.body);
        visit(statement.elifs);
        visit(statement.alternate);
      } else {
        if ('body' in statement) visit(statement.body);
        if (statement.kind === 'For') visit(statement.alternate);
      }
    }
  };
  visit(body);
  return outputs;
}

/** Every stretch of text outside of tags that may be printed. */
export function literalsOf(body: readonly ast.Statement[], template: string): Literal[] {
  const literals: Literal[] = [];
  for (const { nodes } of outputsOf(body)) {
    for (const node of nodes) {
      if (node.kind !== 'TemplateData') continue;
      const { start, end } = node.span;
      literals.push({ text: node.text, start, isOpen: end < template.length });
    }
  }
  return literals;
}
