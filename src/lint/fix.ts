/** Makes the edits that rules propose: as few as there are, and nothing else of the file changes. */
import type { Registry } from '../registry/model.js';
import { parseRegistry } from '../registry/parse-registry.js';
import { isJson } from '../text/json.js';
import { type CheckedRegistry, checkRegistry } from './check.js';
import type { Edit, Finding, Fix } from './finding.js';
import type { LintSettings } from './settings.js';

export interface AppliedFix {
  readonly file: string;
  readonly rule: string;
  /** "rename `pathParams` to `path_parameters`". */
  readonly does: string;
  /** Where it was, in the text as it was then; both count from 1. */
  readonly line: number;
  readonly column: number;
}

export interface FixedRegistry {
  readonly registry: Registry;
  readonly applied: readonly AppliedFix[];
}

/** One fix makes room for the next; more rounds than this only happen where two rules never agree. */
const mostRounds = 10;

/** Fixes until there is nothing left to fix. A registry that `isEditable` refuses stays as it is. */
export function fixRegistry(registry: Registry, settings: LintSettings): FixedRegistry {
  let current = registry;
  const applied: AppliedFix[] = [];
  if (!isEditable(registry)) return { registry, applied };
  for (let round = 0; round < mostRounds; round += 1) {
    const { findings } = checkRegistry(current, settings);
    const { file } = current;
    // What keeps the text from being JSON comes first, in a round of its own: nothing else would leave it whole.
    const isWhole = isJson(withoutMark(file.text));
    const fixable = findings.filter(hasFix).filter(({ rule }) => isWhole || rule === 'json-syntax');
    const chosen = applicable(file.text, withoutOverlap(fixable, file.text.length));
    const next = applyEdits(
      file.text,
      chosen.flatMap(({ fix }) => fix.edits),
    );
    if (next === file.text) break;
    for (const { fix, rule, span } of chosen) {
      const at = file.positionAt(span?.start ?? fix.edits[0]?.span.start ?? 0);
      applied.push({ file: file.path, rule, does: fix.does, ...at });
    }
    current = parseRegistry(next, file.path);
  }
  return { registry: current, applied };
}

/**
 * Edits of text that is no JSON are guesses, unless commas too many are all that keeps it from being JSON; and bytes that
 * were no text could not be written back as they were.
 */
export function isEditable({ file, problems }: Registry): boolean {
  const commas = problems.flatMap(({ code, span }) =>
    code === 'trailing-comma' && span ? [{ span, text: '' }] : [],
  );
  return (
    isJson(withoutMark(applyEdits(file.text, commas))) &&
    problems.every(({ code }) => code !== 'invalid-utf8')
  );
}

/** Without fixes that `fixRegistry` would not make, so that nobody is promised what does not happen. */
export function withFixesThatHold(checked: CheckedRegistry): CheckedRegistry {
  const { registry, findings } = checked;
  if (!findings.some(hasFix) || isEditable(registry)) return checked;
  return { ...checked, findings: findings.map(({ fix: _, ...finding }) => finding) };
}

const withoutMark = (text: string): string => text.replace(/^\ufeff/, '');

type Fixable = Finding & { readonly fix: Fix };

const hasFix = (finding: Finding): finding is Fixable => finding.fix !== undefined;

/** The first of those that touch the same place; the others get their turn in the next round. */
function withoutOverlap(findings: readonly Fixable[], length: number): Fixable[] {
  const taken: { start: number; end: number }[] = [];
  return findings.filter(({ fix }) => {
    const spans = fix.edits.map(({ span }) => span);
    const isSound = spans.every(({ start, end }) => 0 <= start && start <= end && end <= length);
    if (!isSound || spans.length === 0) return false;
    const isFree = spans.every((span) => {
      const at = firstEndingAfter(taken, span.start);
      const [before, next] = [taken[at - 1], taken[at]];
      // Two insertions at one place have no order of their own.
      return before?.end !== span.start && (next === undefined || next.start > span.end);
    });
    if (!isFree) return false;
    for (const span of spans) taken.splice(firstEndingAfter(taken, span.start), 0, span);
    return true;
  });
}

function firstEndingAfter(sorted: readonly { end: number }[], offset: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** All of them, or where they break the file together, those that leave it whole one after the other. */
function applicable(text: string, findings: readonly Fixable[]): Fixable[] {
  const works = (some: readonly Fixable[]): boolean => {
    const edits = some.flatMap(({ fix }) => fix.edits);
    const result = applyEdits(text, edits);
    return isJson(withoutMark(result)) && undoEdits(result, text, edits) === text;
  };
  if (works(findings)) return [...findings];
  const kept: Fixable[] = [];
  for (const finding of findings) if (works([...kept, finding])) kept.push(finding);
  return kept;
}

const inOrder = (edits: readonly Edit[]): Edit[] => [...edits].sort((a, b) => a.span.start - b.span.start);

export function applyEdits(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { span, text: by } of inOrder(edits)) {
    pieces.push(text.slice(at, span.start), by);
    at = span.end;
  }
  return [...pieces, text.slice(at)].join('');
}

/** The text that was edited, made of the result: equal to the original only where nothing but the edits has changed. */
function undoEdits(result: string, original: string, edits: readonly Edit[]): string {
  let shift = 0;
  const undoing = inOrder(edits).map(({ span, text }) => {
    const start = span.start + shift;
    shift += text.length - (span.end - span.start);
    return { span: { start, end: start + text.length }, text: original.slice(span.start, span.end) };
  });
  return applyEdits(result, undoing);
}
