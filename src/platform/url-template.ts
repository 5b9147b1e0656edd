/**
 * What may be templated in a URL's origin: only `get_variable('name')`, optionally with a literal default.
 * platform.md section 2. The platform checks this when it reads the registry, so that a run which let it pass would
 * show an answer that nobody can get there.
 */
import { type ast, parse, type Span, TemplateSyntaxError } from '../jinja/index.js';

export interface UrlTemplateFault {
  reason: string;
  advice: string;
  /** The part of the template that has to change, in UTF-16 units. */
  span: Span;
  /** The whole expression that `span` is a part of; null for a block tag. */
  within: Span | null;
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
  return originFault(body, template);
}

/** `checkUrlTemplate` for a template that is parsed already. */
export function originFault(body: readonly ast.Statement[], template: string): UrlTemplateFault | null {
  const origin: Origin = { text: '', variables: [] };
  for (const statement of body) {
    if (statement.kind === 'Assign' || statement.kind === 'AssignBlock' || statement.kind === 'Macro')
      continue;
    if (statement.kind !== 'Output') return misplaced(origin, 'a block tag', statement.span, null);
    for (const node of statement.nodes) {
      if (node.kind === 'TemplateData') {
        origin.text += node.text;
      } else {
        const variable = readVariable(node);
        if (!variable) return misplaced(origin, 'this expression', culprit(node), node.span);
        const carries = /^[a-z][a-z0-9+.-]*:\/\//i.test(variable.fallback ?? '');
        if (origin.text === '' && variable.fallback !== null && !carries) {
          const span = fallbackSpan(node, template) ?? node.span;
          return fault('the default of a templated origin must begin with https://', span, node.span);
        }
        origin.text += variableMark;
        origin.variables.push(node.span);
      }
      const end = endOfOrigin(origin.text);
      if (end !== null) return faultOfOrigin({ ...origin, text: origin.text.slice(0, end) });
    }
  }
  return faultOfOrigin(origin);
}

interface Origin {
  /** A variable stands in it as one character. */
  text: string;
  /** The expressions of those, in order. */
  variables: Span[];
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
function faultOfOrigin({ text, variables }: Origin): UrlTemplateFault | null {
  if (!text.includes(variableMark) || text === variableMark) return null;
  /** @param index of a variable's mark in the text */
  const at = (reason: string, index: number): UrlTemplateFault => {
    const span = variables[text.slice(0, index).split(variableMark).length - 1] ?? { start: 0, end: 0 };
    return fault(reason, span, span);
  };
  const slashes = text.indexOf('://');
  if (slashes < 0 || text.slice(0, slashes).includes(variableMark)) {
    return at('a variable may not stand in the protocol of a URL', text.indexOf(variableMark));
  }
  const hostStart = slashes + 3;
  const [host = '', port = ''] = text.slice(hostStart).split(/:(.*)/s);
  if (port.includes(variableMark)) {
    return at('the port of a URL cannot be templated', text.indexOf(variableMark, hostStart + host.length));
  }
  let labelStart = hostStart;
  for (const label of host.split('.')) {
    const mark = label === variableMark ? -1 : label.indexOf(variableMark);
    if (mark >= 0) return at('a variable stands for a part of a label of the host', labelStart + mark);
    labelStart += label.length + 1;
  }
  return null;
}

function misplaced(origin: Origin, what: string, span: Span, whole: Span | null): UrlTemplateFault {
  const part = origin.text.includes('://') ? 'host' : 'protocol';
  return fault(`${what} may not stand in the ${part} of a URL`, span, whole);
}

const fault = (reason: string, span: Span, within: Span | null): UrlTemplateFault => ({
  reason,
  advice,
  span,
  within,
});

/** What of an expression keeps it from being a variable with a literal default. */
function culprit(node: ast.Expression): Span {
  if (!isVariableCall(innermost(node))) return node.span;
  if (node.kind === 'Call') return argumentAtFault(node) ?? node.span;
  if (node.kind !== 'Filter' || !node.target) return node.span;
  if (node.name !== 'default' && node.name !== 'd') return node.nameSpan;
  return readVariable(node.target) ? (node.args.positional[0]?.span ?? node.nameSpan) : culprit(node.target);
}

/** What the filters of an expression begin with. */
function innermost(node: ast.Expression): ast.Expression {
  let inner = node;
  while (inner.kind === 'Filter' && inner.target) inner = inner.target;
  return inner;
}

const argumentAtFault = ({ args: { positional, keyword } }: ast.Call): Span | undefined =>
  positional.find((each, at) => at > 0 || each.kind !== 'Const' || typeof each.value !== 'string')?.span ??
  keyword[0]?.nameSpan;

/** The text of a literal default, without its quotes. */
export function fallbackSpan(node: ast.Expression, template: string): Span | null {
  const literal = node.kind === 'Filter' ? node.args.positional[0] : undefined;
  if (literal?.kind !== 'Const' || typeof literal.value !== 'string' || literal.value === '') return null;
  const { start, end } = literal.span;
  const isPlain = template.slice(start + 1, end - 1) === literal.value;
  return isPlain ? { start: start + 1, end: end - 1 } : literal.span;
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

const isVariableCall = (node: ast.Expression): node is ast.Call =>
  node.kind === 'Call' && node.callee.kind === 'Name' && node.callee.name === 'get_variable';

function variableNamed(node: ast.Expression): string | null {
  if (!isVariableCall(node)) return null;
  const [name] = node.args.positional;
  const isAlone = node.args.positional.length === 1 && node.args.keyword.length === 0;
  return isAlone && name?.kind === 'Const' && typeof name.value === 'string' ? name.value : null;
}
