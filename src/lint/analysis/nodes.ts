/** The nodes of a template that several analyses look for: they share one walk over the tree. */
import { type ast, walk } from '../../jinja/index.js';
import { oncePerText } from './once.js';

/** Each in the order of the tree, outer nodes before inner ones. */
export interface Nodes {
  readonly outputs: readonly ast.Output[];
  readonly conditions: readonly (ast.If | ast.Conditional)[];
  readonly comparisons: readonly (ast.Compare | ast.Test)[];
  readonly loops: readonly ast.For[];
  readonly macros: readonly ast.Macro[];
}

export const nodesOf = oncePerText(({ template }): Nodes => {
  const outputs: ast.Output[] = [];
  const conditions: (ast.If | ast.Conditional)[] = [];
  const comparisons: (ast.Compare | ast.Test)[] = [];
  const loops: ast.For[] = [];
  const macros: ast.Macro[] = [];
  walk(template.tree, (node) => {
    switch (node.kind) {
      case 'Output':
        outputs.push(node);
        break;
      case 'If':
      case 'Conditional':
        conditions.push(node);
        break;
      case 'Compare':
      case 'Test':
        comparisons.push(node);
        break;
      case 'For':
        loops.push(node);
        break;
      case 'Macro':
        macros.push(node);
        break;
    }
  });
  return { outputs, conditions, comparisons, loops, macros };
});
