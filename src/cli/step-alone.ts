/** `run --step <name>`: one step of a composite by itself, on results of the others that come from elsewhere. */
import type { RunWarning } from '../platform/result.js';
import type { RunOptions } from '../platform/runner.js';
import type { StepOutputs } from '../platform/step-outputs.js';
import type { Composite, SimpleConnector } from '../registry/index.js';
import { UserError } from '../text/user-error.js';
import { loadLastRun } from './last-run.js';
import type { Session } from './session.js';
import { readStepsFrom } from './steps-from.js';
import type { Streams } from './streams.js';

export interface StepAloneOptions {
  step?: string;
  stepsFrom?: string;
}

/** Steps whose results hold masked secrets, as `run --json` writes them without `--show-secrets`. */
const masksIn = (outputs: StepOutputs, step: string): string[] =>
  [...outputs]
    .filter(([name]) => name !== step)
    .filter(([, { body, headers }]) =>
      [body ?? '', ...Object.values(headers)].some((text) => text.includes('***')),
    )
    .map(([name]) => name);

const maskedResult = (name: string, step: string): RunWarning => ({
  code: 'masked-result',
  message: `the result of '${name}' holds ***, where a secret was masked; it goes out as it stands. \`run --json --show-secrets\` keeps the secrets`,
  step,
});

interface StepAloneChoice {
  alone: RunOptions['alone'] | undefined;
  warnings: RunWarning[];
}

/**
 * The results come from `--steps-from`, else from the last run of the composite.
 * @throws {UserError} where a step needs results and there are none
 */
export async function stepAlone(
  { registry }: Session,
  connector: SimpleConnector | Composite,
  { step, stepsFrom }: StepAloneOptions,
  { cwd, env }: Streams,
): Promise<StepAloneChoice> {
  const names = connector.kind === 'composite' ? connector.steps.map(({ name }) => name) : [];
  if (step === undefined) {
    if (stepsFrom === undefined) return { alone: undefined, warnings: [] };
    throw new UserError({
      code: 'steps-from-without-step',
      message: '--steps-from gives the results of earlier steps to one step that is run alone.',
      hint:
        names.length > 0
          ? `Name it: --step ${names.at(-1)}.`
          : 'Only the steps of composites can be run alone.',
    });
  }
  // The runner says what is wrong with the name.
  if (!names.includes(step)) return { alone: { step, outputs: new Map() }, warnings: [] };
  if (stepsFrom !== undefined) {
    const { kind, permalink } = connector;
    const { outputs, warnings } = await readStepsFrom(stepsFrom, { kind, permalink, names }, cwd);
    return {
      alone: { step, outputs },
      warnings: [...warnings, ...masksIn(outputs, step).map((name) => maskedResult(name, step))],
    };
  }
  const { kind, permalink } = connector;
  const last = await loadLastRun({ registryPath: registry.file.path, kind, permalink }, env);
  if (last) {
    const message = `the results of the other steps are those of the run of ${last.recorded_at.toISOString()}; secrets in them are masked`;
    const warning: RunWarning = { code: 'last-run-results', message, step };
    return { alone: { step, outputs: last.steps.outputs }, warnings: step === names[0] ? [] : [warning] };
  }
  if (step === names[0]) return { alone: { step, outputs: new Map() }, warnings: [] };
  throw new UserError({
    code: 'step-without-results',
    message: `The step '${step}' runs after others; their results have to come from somewhere.`,
    hint: `Run the whole composite once, or give them with --steps-from <file>: the document of \`run --json\`, or {"${names[0]}": {"status_code": 200, "body": {}}}.`,
  });
}
