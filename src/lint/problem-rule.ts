/** Rules over what reading the registry has found already: they give it an id, a severity and documentation. */
import type { Problem } from '../registry/model.js';
import type { ProblemCode } from '../registry/problem.js';
import type { Fix, Severity } from './finding.js';
import type { Rule } from './rule.js';

export interface ProblemRule extends Omit<Rule, 'visit'> {
  /** Each code belongs to one rule. */
  readonly codes: readonly ProblemCode[];
  /** Where the problem itself has no advice. */
  readonly hint?: (problem: Problem) => string | undefined;
  readonly fix?: (problem: Problem) => Fix | undefined;
  /** Where it is not the rule's own. */
  readonly severityOf?: (problem: Problem) => Severity | undefined;
}

export function problemRule({ codes, hint, fix, severityOf, ...rule }: ProblemRule): Rule {
  return {
    ...rule,
    visit: {
      problem(problem, _registry, report) {
        if (!codes.includes(problem.code)) return;
        const { message, suggestion, span, pointer } = problem;
        const advice = problem.advice ?? hint?.(problem);
        const repair = fix?.(problem);
        const severity = severityOf?.(problem);
        report({
          at: { span, pointer },
          message: asClause(message),
          ...(suggestion === undefined ? {} : { suggestion }),
          ...(advice === undefined ? {} : { hint: advice }),
          ...(severity === undefined ? {} : { severity }),
          ...(repair === undefined ? {} : { fix: repair }),
        });
      },
    },
  };
}

/** Puts the problem's replacement in its place, where it has one. */
export const replacing =
  (does: (problem: Problem) => string) =>
  (problem: Problem): Fix | undefined =>
    problem.replacement === undefined || problem.span === null
      ? undefined
      : { does: does(problem), edits: [{ span: problem.span, text: problem.replacement }] };

/** Problems are whole sentences; findings stand behind the name of a file and a colon. */
const asClause = (sentence: string): string =>
  sentence.replace(/\.$/, '').replace(/^[A-Z](?=[a-z]* )/, (letter) => letter.toLowerCase());
