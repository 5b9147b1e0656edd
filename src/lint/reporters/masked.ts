import type { Mask } from '../../views/text.js';
import type { Diagnostic } from '../diagnostic.js';

/** Names of connectors, steps and places stay as they are: programs go by them. */
export function maskedDiagnostic(diagnostic: Diagnostic, mask: Mask): Diagnostic {
  const { message, suggestion, hint } = diagnostic;
  return {
    ...diagnostic,
    message: mask(message),
    ...(suggestion === undefined ? {} : { suggestion: mask(suggestion) }),
    ...(hint === undefined ? {} : { hint: mask(hint) }),
  };
}

/** What to do about a finding, in one text; empty where its message says it all. */
export function adviceOf({ hint, suggestion, message }: Diagnostic): string {
  const isSaid = suggestion === undefined || `${message} ${hint ?? ''}`.includes(suggestion);
  return [hint, isSaid ? undefined : `Did you mean \`${suggestion}\`?`].filter(Boolean).join(' ');
}
