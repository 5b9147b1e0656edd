/**
 * What may be templated in a URL's origin: only `get_variable('name')`, optionally with a literal default.
 * platform.md section 2. The platform checks this when it reads the registry, so that a run which let it pass would
 * show an answer that nobody can get there.
 */
import { type ast, parse, TemplateSyntaxError } from '../jinja/index.js';

export interface UrlTemplateFault {
  reason: string;
  advice: string;
}

const advice =
  "In the origin only {{ get_variable('name') }} may stand, with an optional literal default; everything else belongs in the path or in `query_parameters`.";

/** The first fault of the origin, or null. A template that does not parse is left to the renderer, which says why. */
export function checkUrlTemplate(template: string): UrlTemplateFault | null {
  if (!template.includes('{')) return null;
  let body: readonly ast.Statement[];
  try {
    body = parse(template).tree.body;
  } catch (error) {
    if (error instanceof TemplateSyntaxError) return null;
    throw error;
  }
  // A variable stands in the text as one character (of private use) that no URL holds.
  let origin = '';
  for (const statement of body) {
    if (statement.kind === 'Assign' || statement.kind === 'AssignBlock' || statement.kind === 'Macro')
      continue;
    if (statement.kind !== 'Output') return fault(origin, 'a block tag');
    for (const node of statement.nodes) {
      if (node.kind === 'TemplateData') {
        origin += node.text;
      } else if (isVariable(node)) {
        if (origin !== '' && !origin.includes('://')) return fault(origin, 'a variable');
        origin += '\ue000';
      } else {
        return fault(origin, 'this expression');
      }
      if (originEnds(origin)) return null;
    }
  }
  return null;
}

/** True once the text goes beyond the host: no expression that follows can stand in the origin. */
const originEnds = (origin: string): boolean =>
  /^\ue000[/?#]/.test(origin) ||
  /^[^/?#]*:\/\/[^/?#]*[/?#]/.test(origin) ||
  (!/[\ue000:]/.test(origin) && /[/?#]/.test(origin));

function fault(origin: string, what: string): UrlTemplateFault {
  const part = origin.includes('://') ? 'host' : 'protocol';
  return { reason: `${what} may not stand in the ${part} of a URL`, advice };
}

/** `get_variable('name')`, alone or with `| default('literal')` or `| default('literal', true)`. */
function isVariable(node: ast.Expression): boolean {
  if (node.kind === 'Filter') {
    const { positional, keyword, spread, keywordSpread } = node.args;
    const [text, boolean] = positional;
    return (
      (node.name === 'default' || node.name === 'd') &&
      node.target !== null &&
      isVariableCall(node.target) &&
      keyword.length === 0 &&
      !spread &&
      !keywordSpread &&
      positional.length <= 2 &&
      isConstant(text, 'string') &&
      (boolean === undefined || isConstant(boolean, 'boolean'))
    );
  }
  return isVariableCall(node);
}

const isVariableCall = (node: ast.Expression): boolean =>
  node.kind === 'Call' &&
  node.callee.kind === 'Name' &&
  node.callee.name === 'get_variable' &&
  node.args.positional.length === 1 &&
  node.args.keyword.length === 0 &&
  isConstant(node.args.positional[0], 'string');

const isConstant = (node: ast.Expression | undefined, type: 'string' | 'boolean'): boolean =>
  node?.kind === 'Const' && typeof node.value === type;
