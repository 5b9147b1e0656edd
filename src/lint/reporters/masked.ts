import type { Mask } from '../../views/text.js';
import type { Diagnostic } from '../diagnostic.js';

/** Every text that stands in the file; the rule, the place and the path do not. */
export function maskedDiagnostic(diagnostic: Diagnostic, mask: Mask): Diagnostic {
  const { message, pointer, connector, step, suggestion, hint } = diagnostic;
  return {
    ...diagnostic,
    message: mask(message),
    pointer: mask(pointer),
    connector: connector === null ? null : mask(connector),
    step: step === null ? null : mask(step),
    ...(suggestion === undefined ? {} : { suggestion: mask(suggestion) }),
    ...(hint === undefined ? {} : { hint: mask(hint) }),
  };
}

/** What to do about a finding, in one text; empty where its message says it all. */
export function adviceOf({ hint, suggestion, message }: Diagnostic): string {
  const said = `${message} ${hint ?? ''}`;
  const isSaid =
    suggestion === undefined || ['`', "'", '"'].some((quote) => said.includes(quote + suggestion + quote));
  return [hint, isSaid ? undefined : `Did you mean \`${suggestion}\`?`].filter(Boolean).join(' ');
}
