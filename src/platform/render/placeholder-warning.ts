/** Which steps' answers are missing in what is shown. */
import type { RenderedField, RenderResult, RenderWarning } from './result.js';

const code = 'placeholder-steps';

/** With a warning that names the steps whose placeholders the fields of the result use, and no others. */
export function withPlaceholderWarning(result: RenderResult): RenderResult {
  const warnings = result.warnings.filter((warning) => warning.code !== code);
  const names = new Set(
    result.steps.flatMap(({ fields }) => fields.filter(isShown).flatMap(({ depends_on }) => depends_on)),
  );
  return { ...result, warnings: names.size === 0 ? warnings : [...warnings, warningOf([...names])] };
}

/** Where a template stands for its text nothing of a placeholder is seen. */
const isShown = ({ uses_secret, rendered, template }: RenderedField): boolean =>
  !(uses_secret && rendered === template);

function warningOf(steps: readonly string[]): RenderWarning {
  const list = steps.map((name) => `'${name}'`).join(', ');
  return {
    code,
    message: `no answer is known of ${steps.length === 1 ? 'step' : 'steps'} ${list}: <steps...> stands for what it would give, its status counts as 200, and other conditions on it are guesses`,
    step: null,
    hint: 'Run the connector once, or give answers with --steps-from <file>.',
    place: null,
  };
}
