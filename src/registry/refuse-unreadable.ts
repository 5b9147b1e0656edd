/** Faults of a registry that leave nothing certain of what the author meant. */

import { UserError } from '../text/user-error.js';
import type { Registry } from './model.js';

const fileWide: ReadonlySet<string> = new Set(['', '/connectors', '/composite_connectors']);

/** @throws {UserError} with the place of the first of them */
export function refuseUnreadable(registry: Registry): void {
  const problem = registry.problems.find((each) => each.severity === 'error' && fileWide.has(each.pointer));
  if (!problem) return;
  const place = problem.span ? registry.file.positionAt(problem.span.start) : undefined;
  throw new UserError({
    code: `registry-${problem.code}`,
    message: problem.message,
    file: registry.file.path,
    line: place?.line,
    column: place?.column,
    hint: `${problem.advice === undefined ? '' : `${problem.advice} `}The platform would reject the file.`,
  });
}
