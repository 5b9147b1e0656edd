import type { Severity } from '../finding.js';
import { strengthOf } from './existence-guards.js';
import type { Use } from './uses.js';

/**
 * How bad it is that a value is never there, or null where the author has provided for that. What is only asked for its
 * truth may be meant so; where it is nearly a name that exists, it is not.
 */
export function verdictOn({ node, fate, guards }: Use, isNearlyRight: boolean): Severity | null {
  if (fate === 'defaulted' || fate === 'existence') return null;
  const guarded = strengthOf(guards, node);
  if (guarded === 'existence') return null;
  const isAsked = fate === 'truth' || guarded === 'truth';
  if (isAsked) return isNearlyRight ? 'warning' : null;
  return fate === 'fails' ? 'error' : 'warning';
}
