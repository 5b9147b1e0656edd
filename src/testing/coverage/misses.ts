/** What the tests did not reach, in sentences. */
import type { Span } from '../../jinja/index.js';
import { scopeText } from '../../platform/scopes.js';
import { wholeWords } from '../../text/excerpt.js';
import type { Position } from '../../text/source.js';
import {
  type BranchHit,
  type ConnectorCoverage,
  ended,
  type FieldCoverage,
  type PointCoverage,
  type ScopeCoverage,
  type StepCoverage,
} from './report.js';

export interface Miss {
  readonly position: Position;
  /** The step, where there are several, and the field. */
  readonly owner: string | null;
  /** Without a full stop. */
  readonly message: string;
  /** The template and the part of it that was missed; null where it is no template's. */
  readonly template: { readonly text: string; readonly span: Span } | null;
}

/** Only the outermost of what was missed: of a connector that never ran there is nothing else to say. */
export function missesOf(connector: ConnectorCoverage): readonly Miss[] {
  const { kind, position, runs, steps, scopes } = connector;
  if (runs === 0) return [{ position, owner: null, message: 'no test runs it', template: null }];
  const stepOwner = ({ name }: Pick<StepCoverage, 'name'>) => (kind === 'simple' ? null : `step ${name}`);
  const unreached = new Set(steps.filter((step) => ended(step) === 0).map(({ name }) => name));
  return [
    ...steps.flatMap((step): Miss[] => {
      const owner = stepOwner(step);
      if (unreached.has(step.name)) {
        const message = kind === 'simple' ? 'no test gets as far as its request' : 'no test reaches it';
        return [{ position: step.position, owner, message, template: null }];
      }
      return step.fields.flatMap((field) => missesOfField(field, owner));
    }),
    ...scopes
      .filter(({ count, step }) => count === 0 && !(step !== null && unreached.has(step)))
      .map((scope) => missOfScope(scope, scope.step === null ? null : stepOwner({ name: scope.step }))),
  ];
}

function missOfScope({ scope, position }: ScopeCoverage, owner: string | null): Miss {
  return { position, owner, message: `no test ends in \`${scopeText(scope)}\``, template: null };
}

function missesOfField(coverage: FieldCoverage, step: string | null): Miss[] {
  const { label, field, position, renders, points } = coverage;
  const owner = step === null ? label : `${step}, ${label}`;
  const text = field.value;
  if (renders === 0) {
    const span = { start: 0, end: text.length };
    return [{ position, owner, message: 'never rendered', template: { text, span } }];
  }
  const missed = points.flatMap((point) =>
    point.branches
      .filter(({ hits }) => hits === 0)
      .map((branch) => ({
        position: branch.start,
        owner,
        message: messageOf(point, branch, text),
        template: { text, span: branch.span },
      })),
  );
  return missed.sort((a, b) => a.template.span.start - b.template.span.start);
}

function messageOf(point: PointCoverage, branch: BranchHit, template: string): string {
  const quoted = quote(withParentheses(template, branch.span));
  switch (branch.name) {
    case 'if':
      return point.kind === 'if' ? `${quoted} was never true` : `never gave ${quoted}`;
    case 'elif':
      return `${quoted} was never true`;
    case 'else':
      if (point.kind === 'for') return 'the `else` of the loop was never taken: there always was an item';
      if (!branch.written) return missingElse(point, quoted);
      return point.kind === 'if' ? 'the `else` was never taken' : `never gave ${quoted}`;
    case 'empty':
      return `the loop over ${quoted} never ran without an item`;
    case 'one':
      return `the loop over ${quoted} never had exactly one item`;
    case 'many':
      return `the loop over ${quoted} never had more than one item`;
    case 'dropped':
      return `${quoted} never left an item out`;
    case 'value':
      return `${quoted} never had a value: the default always stood in`;
    case 'default':
      return `${quoted} was never needed`;
    case 'left':
      return `${quoted} never decided by itself`;
    case 'right':
      return `${quoted} was never looked at`;
    case 'called':
      return point.kind === 'macro'
        ? `the macro ${quoted} was never called`
        : `the block of ${quoted} was never used`;
    case 'rendered':
      return 'never rendered to its end';
  }
}

/** The `else` that is not written stands for "none of the conditions". */
const missingElse = (point: PointCoverage, quoted: string): string =>
  point.branches.length > 2 ? 'one of the conditions was always true' : `${quoted} was never false`;

/** An expression's own span begins behind the parentheses that it begins with. */
function withParentheses(template: string, { start, end }: Span): string {
  const text = template.slice(start, end);
  const count = (parenthesis: string) => text.split(parenthesis).length - 1;
  let from = start;
  for (let missing = count(')') - count('('); missing > 0; missing -= 1) {
    const before = /\(\s*$/.exec(template.slice(Math.max(0, from - 64), from));
    if (!before) break;
    from -= before[0].length;
  }
  return template.slice(from, end);
}

const mostQuoted = 40;

function quote(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= mostQuoted ? `\`${line}\`` : `\`${wholeWords(line, mostQuoted)} ...\``;
}
