/** Every variable that the registry names. Unlike secrets their values may be seen, but nobody needs them here. */
import { suggest } from '../text/suggest.js';
import type { Check } from './check.js';
import type { RegistryUsage, Usage } from './usage.js';

export interface VariableSources {
  /** Of the configuration, the chosen environment's among them. */
  readonly configured: ReadonlyMap<string, string>;
  /** Of the command line; they win. */
  readonly given: ReadonlyMap<string, string>;
}

export function variableChecks(usage: RegistryUsage, sources: VariableSources): Check[] {
  const checks = usage.variables.map((each) => variableCheck(each, sources));
  const computed = usage.computed.variables;
  if (computed.length > 0) {
    checks.push({
      id: 'variable-computed',
      group: 'variables',
      state: 'note',
      title: 'computed names',
      detail: 'whether they have a value shows only in a run',
      advice: null,
      usedBy: computed,
    });
  }
  if (checks.length > 0) return checks;
  const detail = 'no template names one';
  return [{ id: 'variables', group: 'variables', state: 'ok', title: 'none', detail, advice: null }];
}

function variableCheck(usage: Usage, { configured, given }: VariableSources): Check {
  const { name, usedBy } = usage;
  const source = given.has(name)
    ? '--variable'
    : configured.has(name)
      ? '`variables` in the configuration'
      : null;
  const about = {
    id: 'variable',
    group: 'variables',
    title: name,
    subject: name,
    usedBy,
    facts: { set: source !== null, source },
  } as const;
  if (source !== null) return { ...about, state: 'ok', detail: `from ${source}`, advice: null };
  if (usage.hasDefault) {
    const detail = 'no value: the default in the template applies';
    return { ...about, state: 'ok', detail, advice: null };
  }
  const near = suggest(name, [...configured.keys(), ...given.keys()]);
  const meant = near === undefined ? '' : `There is a value for '${near}': is it meant? `;
  return {
    ...about,
    state: 'problem',
    detail: 'no value: the text of the call goes out in its place',
    advice: `${meant}Write it under \`variables\` in the configuration, or give --variable ${name}=...`,
  };
}
