/** A rendering as it is printed: what goes to which stream. */
import { fieldTexts, isMeant } from '../platform/render/selection.js';
import type { ViewStyle } from '../views/pen.js';
import { plainWidth } from '../views/plain.js';
import { renderFault } from '../views/render/faults.js';
import { renderReport, renderWarnings } from '../views/render/report.js';
import { neutraliseLines } from '../views/text.js';
import { answersNote, type RenderCommandOptions, type Rendering } from './prepare-render.js';
import { type Streams, showsColor } from './streams.js';

export interface ShownRendering {
  stdout: string;
  stderr: string[];
  /** Whether nothing can be shown of the field that was asked for. */
  isMissing: boolean;
}

export async function shownRendering(
  rendering: Rendering,
  options: RenderCommandOptions,
  streams: Streams,
): Promise<ShownRendering> {
  const { result, answers, mask } = rendering;
  if (options.json) {
    const { renderJson } = await import('../views/render/json.js');
    return { stdout: `${renderJson(result, { mask, answers })}\n`, stderr: [], isMissing: false };
  }
  const onStderr = styleOf(streams.stderr, options, streams, rendering);
  const warnings = options.quiet ? [] : renderWarnings(result.warnings, onStderr);
  if (options.field === undefined) {
    const report = renderReport(result, {
      ...styleOf(streams.stdout, options, streams, rendering),
      answers: answersNote(answers),
    });
    return {
      stdout: `${report.join('\n')}\n`,
      stderr: warnings.length > 0 ? ['', ...warnings] : [],
      isMissing: false,
    };
  }
  const faults = [
    ...result.errors.map((fault) => renderFault(fault, null, result.kind, onStderr)),
    ...result.steps.flatMap(({ name, errors }) =>
      errors.map((fault) => renderFault(fault, name, result.kind, onStderr)),
    ),
  ].flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
  const { text, notes } = fieldText(rendering, options.field, streams);
  return { stdout: text ?? '', stderr: [...faults, ...notes, ...warnings], isMissing: text === null };
}

/** The text alone, so that other programs can read it; of several, each on a line after its name. Null where there is none. */
function fieldText(
  { result, mask }: Rendering,
  field: string,
  { stdout }: Streams,
): { text: string | null; notes: string[] } {
  // A terminal obeys control characters; a pipe gets the text as it goes out.
  const safe = (text: string) => (stdout.isTTY ? neutraliseLines(mask(text)).join('\n') : mask(text));
  const notes: string[] = [];
  const found = result.steps.flatMap((step) => {
    const meant = [...fieldTexts(step)].filter(([name]) => isMeant(name, field));
    const exact = meant.filter(([name]) => name.toLowerCase() === field.toLowerCase());
    return (exact.length > 0 ? exact : meant).map(([name, text]) => ({ step, name, text }));
  });
  for (const { step, name, text } of found) {
    if (text !== null || step.errors.length > 0) continue;
    notes.push(
      name === 'response_body' && step.debug_request.response_body !== null
        ? `${step.name}: no answer is known to make the response of. Run the connector once, or give one with --steps-from <file>.`
        : `${step.name}: there is no ${name}.`,
    );
  }
  const texts = found.filter((each) => each.text !== null);
  const [only] = texts;
  if (!only) return { text: null, notes };
  // To the byte for programs; people want their prompt on a line of its own.
  if (found.length === 1) return { text: safe(only.text ?? '') + (stdout.isTTY ? '\n' : ''), notes };
  const severalSteps = result.steps.length > 1;
  const lines = texts.map(({ step, name, text }) => {
    const owner = severalSteps ? `${safe(step.name)} ` : '';
    return `${owner}${safe(name)}: ${safe(text ?? '')}\n`;
  });
  return { text: lines.join(''), notes };
}

export function styleOf(
  stream: Streams['stdout'],
  options: RenderCommandOptions,
  { env }: Streams,
  { mask }: Pick<Rendering, 'mask'>,
): ViewStyle {
  const width = stream.isTTY ? stream.columns : plainWidth(env.COLUMNS);
  return { width, color: showsColor(stream, env, options.color), mask };
}
