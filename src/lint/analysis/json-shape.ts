/** What a template's literal text says about the JSON that it prints. */
import type { ast } from '../../jinja/index.js';
import { isJson } from '../../text/json.js';
import type { Span } from '../../text/source.js';
import { definitionsOf } from './definitions.js';
import { faultAt, type JsonFault } from './json-faults.js';
import { isComplete, type Reading, read, start } from './json-machine.js';
import { type Forced, hasAnyNumberOfItems, JsonWalk, type PythonPart } from './json-walk.js';
import { nodesOf } from './nodes.js';
import { oncePerText } from './once.js';

export interface JsonShape {
  /** Its text opens an object or a list, and is JSON however its expressions come out. */
  readonly isJson: boolean;
  /** What keeps it from being JSON whatever its expressions print; null where something might be. */
  readonly fault: (JsonFault & { readonly when: FaultCase }) | null;
  /** The printing expressions that stand inside a JSON string. */
  readonly quoted: ReadonlySet<ast.Expression>;
  /** The expressions that print Python's notation for a JSON value. */
  readonly python: ReadonlyMap<ast.Expression, PythonPart>;
}

/** When it shows: whatever happens, in a branch that may not be taken, or as soon as a loop has one item or two. */
export type FaultCase = 'always' | 'branch' | 'item' | 'items';

/** Each is tried by itself, against the whole template. */
const mostLoops = 8;

const nothing: JsonShape = { isJson: false, fault: null, quoted: new Set(), python: new Map() };

/** Of the JSON that a body or an answer is meant to be. */
export const jsonShapeOf = oncePerText((content): JsonShape => {
  const { template, source } = content;
  const { outputs, ...nodes } = nodesOf(content);
  const printsText = outputs.some((output) => output.nodes.some(opensAnything));
  const printsPython = outputs.some((output) => output.nodes.some(mayPrintPython));
  if (!printsText && !printsPython) return nothing;
  const macros = new Map(nodes.macros.map((macro) => [macro.name, macro]));
  const attempt = (forced: Forced | null) => {
    const walked = new JsonWalk(source, definitionsOf(content), macros, forced);
    const ends = walked.run(template.tree.body, [start], null);
    const always = ends.length === 0 ? walked.deadEnd : unfinished(walked, ends);
    const fault = walked.fault ? inCase(walked.fault, 'branch') : always && inCase(always, 'always');
    return { walked, fault: walked.isUncertain ? null : fault, ends };
  };
  const any = attempt(null);
  const python = any.walked.isUncertain ? nothing.python : pythonIn(any.walked);
  if (!printsText) return { ...nothing, python };
  const quoted = new Set([...any.walked.inString].filter(([, always]) => always).map(([node]) => node));
  if (any.fault) return { isJson: false, fault: any.fault, quoted, python };
  const isJson = !any.walked.isUncertain && any.ends.some(isComplete) && opensBracket(template.tree);
  if (any.walked.isUncertain) return { isJson, fault: null, quoted, python };
  for (const loop of nodes.loops.filter(hasAnyNumberOfItems).slice(0, mostLoops)) {
    // Two values one after the other, in no list: whoever writes that knows of a single item.
    const found = [1, 2].map((turns) => attempt({ loop, turns: turns as 1 | 2 }).fault);
    const fault = found.find((each) => each && !each.isBehind);
    if (fault) {
      const when = fault === found[0] ? 'item' : 'items';
      return { isJson: false, fault: inCase(fault, when), quoted, python };
    }
  }
  return { isJson, fault: null, quoted, python };
});

const inCase = (fault: JsonFault, when: FaultCase) => ({ ...fault, when });

function pythonIn({ python }: JsonWalk): JsonShape['python'] {
  const found = new Map<ast.Expression, PythonPart>();
  for (const [node, part] of python) if (part) found.set(node, part);
  return found;
}

const opensAnything = (node: ast.Expression | ast.TemplateData): boolean =>
  node.kind === 'TemplateData' && /[{["]/.test(node.text);

/** Not worth a look where only values and text that is made are printed. */
const mayPrintPython = ({ kind }: ast.Expression | ast.TemplateData): boolean =>
  kind !== 'TemplateData' && kind !== 'Call' && kind !== 'Concat' && kind !== 'Binary';

/** The same of a body without expressions. */
export function faultOfText(text: string): JsonFault | null {
  if (isJson(text)) return null;
  const end = read(start, text, (index) => index);
  const last = text.trimEnd().length;
  if (typeof end !== 'number') return isComplete(end) ? null : endsEarly(end, { start: last - 1, end: last });
  const there = read(start, text.slice(0, end), (index) => index);
  return typeof there === 'number' ? null : faultAt(there, text.slice(end), (index) => end + index);
}

/** The text ends too early, whatever happens; a template that prints nothing is not blamed. */
function unfinished({ lastPrinted }: JsonWalk, ends: readonly Reading[]): JsonFault | null {
  if (!lastPrinted || ends.length === 0) return null;
  if (ends.some((end) => isComplete(end) || (end.state === 'value' && end.stack === ''))) return null;
  const [end] = ends;
  return end ? endsEarly(end, lastPrinted) : null;
}

function endsEarly({ stack }: Reading, span: Span): JsonFault {
  const bracket = stack.at(-1);
  const reason =
    bracket === undefined ? 'it ends before its value does' : `the last \`${bracket}\` is never closed`;
  return { span, reason };
}

function opensBracket(tree: ast.TemplateNode): boolean {
  let first: string | undefined;
  const search = (nodes: readonly ast.Statement[]): void => {
    for (const node of nodes) {
      if (first !== undefined) return;
      if (node.kind === 'Output') {
        for (const part of node.nodes) {
          first ??= part.kind === 'TemplateData' ? part.text.trimStart()[0] : '';
        }
      } else if (node.kind === 'If' || node.kind === 'For' || node.kind === 'With') search(node.body);
    }
  };
  search(tree.body);
  return first === '{' || first === '[';
}
