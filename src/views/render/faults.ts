/** What is wrong with a field, as a code frame; of the call, which no file holds, as a message. */
import type { RenderFault } from '../../platform/render/result.js';
import type { ConnectorKind } from '../../platform/result.js';
import { codeFrame } from '../code-frame.js';
import { faultTitles, maskedSpan } from '../failure.js';
import type { ViewStyle } from '../pen.js';

const titles = new Map([
  ['body-not-json', 'The body is not JSON'],
  ['header', faultTitles.header],
]);

const callTitle = 'The platform would refuse the call';

/** @param step null for a fault of the call */
export function renderFault(
  fault: RenderFault,
  step: string | null,
  kind: ConnectorKind,
  style: ViewStyle,
): string[] {
  const { mask } = style;
  const { place } = fault;
  const known = fault.kind === null ? undefined : faultTitles[fault.kind];
  const position = place?.template_position ?? null;
  const owner = step === null ? null : kind === 'composite' ? `step '${step}'` : `connector '${step}'`;
  return codeFrame(
    {
      title: known ?? titles.get(fault.code) ?? callTitle,
      place: place && { file: place.file, line: place.line, column: place.column },
      owner: owner === null ? null : mask(place === null ? owner : `${owner}, ${place.field}`),
      source: place && position && maskedSpan({ text: place.template, ...position }, mask),
      message: mask(fault.message),
      hint: fault.hint === null ? null : mask(fault.hint),
    },
    style,
  );
}
