/** `explain [rule]`: what a rule of `validate` finds, and why. */
import { type Explanation, explain } from '../lint/explanation.js';
import { ruleList, rulePage } from '../lint/reporters/explain.js';
import { rules } from '../lint/rules/index.js';
import { findRule } from '../lint/settings.js';
import { plainWidth } from '../views/plain-width.js';
import { exitCodes } from './exit-codes.js';
import type { GlobalOptions } from './options.js';
import { type Streams, showsColor } from './streams.js';

export type ExplainOptions = GlobalOptions;

/** @throws {UserError} where there is no such rule */
export async function explainCommand(
  id: string | undefined,
  options: ExplainOptions,
  { stdout, env }: Streams,
): Promise<number> {
  const width = (stdout.isTTY && stdout.columns) || plainWidth(env.COLUMNS);
  const style = { width, color: showsColor(stdout, env, options.color) };
  if (id === undefined) {
    stdout.write(
      options.json
        ? document({ rules: (await Promise.all(rules.map(explain))).map(listed) })
        : ruleList(rules, style),
    );
  } else {
    const explanation = await explain(findRule(rules, id));
    stdout.write(options.json ? document(explanation) : rulePage(explanation, style));
  }
  return exitCodes.ok;
}

const listed = ({ id, severity, summary, fixable }: Explanation) => ({
  id,
  severity,
  summary,
  fixable,
});

const document = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
