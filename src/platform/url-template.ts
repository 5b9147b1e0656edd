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
  let origin = '';
  for (const statement of body) {
    if (statement.kind === 'Assign' || statement.kind === 'AssignBlock' || statement.kind === 'Macro')
      continue;
    if (statement.kind !== 'Output') return fault(origin, 'a block tag');
    for (const node of statement.nodes) {
      if (node.kind === 'TemplateData') {
        origin += node.text;
      } else {
        const variable = readVariable(node);
        if (!variable) return fault(origin, 'this expression');
        const carries = /^[a-z][a-z0-9+.-]*:\/\//i.test(variable.fallback ?? '');
        if (origin === '' && variable.fallback !== null && !carries) {
          return { reason: 'the default of a templated origin must begin with https://', advice };
        }
        origin += variableMark;
      }
      const end = endOfOrigin(origin);
      if (end !== null) return faultOfOrigin(origin.slice(0, end));
    }
  }
  return faultOfOrigin(origin);
}

/** A variable stands in the text of the origin as one character (of private use) that no URL holds. */
const variableMark = '\ue000';

/** Where the host ends and the path begins; null where that is still to come. */
function endOfOrigin(origin: string): number | null {
  const slashes = origin.indexOf('://');
  const found = origin.slice(slashes < 0 ? 0 : slashes + 3).search(/[/?#]/);
  // Before `://` a slash may be the first half of it.
  if (found < 0 || (slashes < 0 && /:\/?$/.test(origin))) return null;
  return found + (slashes < 0 ? 0 : slashes + 3);
}

/** A variable is the whole origin, the whole host or a whole label of it. */
function faultOfOrigin(origin: string): UrlTemplateFault | null {
  if (!origin.includes(variableMark) || origin === variableMark) return null;
  const slashes = origin.indexOf('://');
  if (slashes < 0 || origin.slice(0, slashes).includes(variableMark)) return fault('', 'a variable');
  const [host = '', port = ''] = origin.slice(slashes + 3).split(/:(.*)/s);
  if (port.includes(variableMark)) return { reason: 'the port of a URL cannot be templated', advice };
  const isWhole = host.split('.').every((label) => label === variableMark || !label.includes(variableMark));
  return isWhole ? null : { reason: 'a variable stands for a part of a label of the host', advice };
}

function fault(origin: string, what: string): UrlTemplateFault {
  const part = origin.includes('://') ? 'host' : 'protocol';
  return { reason: `${what} may not stand in the ${part} of a URL`, advice };
}

/** What may stand in an origin: a variable by its name, and what `default` gives in its place. */
export interface OriginVariable {
  readonly name: string;
  readonly fallback: string | null;
  /** `default(..., true)`: the fallback also replaces an empty value. */
  readonly replacesEmpty: boolean;
}

/** `get_variable('name')`, alone or with `| default('literal')` or `| default('literal', true)`; null for anything else. */
export function readVariable(node: ast.Expression): OriginVariable | null {
  if (node.kind !== 'Filter') {
    const name = variableNamed(node);
    return name === null ? null : { name, fallback: null, replacesEmpty: false };
  }
  const { positional, keyword, spread, keywordSpread } = node.args;
  const [text, boolean] = positional;
  const name = node.target && variableNamed(node.target);
  const isDefault =
    (node.name === 'default' || node.name === 'd') &&
    keyword.length === 0 &&
    !spread &&
    !keywordSpread &&
    positional.length <= 2 &&
    (boolean === undefined || (boolean.kind === 'Const' && typeof boolean.value === 'boolean'));
  if (name === null || !isDefault || text?.kind !== 'Const' || typeof text.value !== 'string') return null;
  return {
    name,
    fallback: text.value,
    replacesEmpty: boolean?.kind === 'Const' && boolean.value === true,
  };
}

function variableNamed(node: ast.Expression): string | null {
  if (node.kind !== 'Call' || node.callee.kind !== 'Name' || node.callee.name !== 'get_variable') return null;
  const [name] = node.args.positional;
  const isAlone = node.args.positional.length === 1 && node.args.keyword.length === 0;
  return isAlone && name?.kind === 'Const' && typeof name.value === 'string' ? name.value : null;
}
