/** Every secret that the registry names: whether it has a value here, where from, and whether the value can be right. */
import type { Secrets, SecretValue } from '../config/index.js';
import { suggest } from '../text/suggest.js';
import { UserError } from '../text/user-error.js';
import { type Check, type CheckState, someOf } from './check.js';
import type { RegistryUsage, Usage } from './usage.js';

/** @param isWhole whether the registry could be read to its end, so that what it does not name is not used */
export function secretChecks(usage: RegistryUsage, secrets: Secrets, isWhole: boolean): Check[] {
  const checks = usage.secrets.map((each) => secretCheck(each, secrets));
  const computed = usage.computed.secrets;
  if (computed.length > 0) {
    checks.push({
      id: 'secret-computed',
      group: 'secrets',
      state: 'note',
      title: 'computed names',
      detail: 'whether they have a value shows only in a run',
      advice: null,
      usedBy: computed,
    });
  }
  const named = new Set(usage.secrets.map(({ name }) => name));
  const unused = secrets.names().filter((name) => !named.has(name));
  if (unused.length > 0 && computed.length === 0 && isWhole) {
    checks.push({
      id: 'secret-unused',
      group: 'secrets',
      state: 'note',
      title: 'not used',
      detail: `no template names ${someOf(unused)}`,
      advice: null,
      facts: { names: unused },
    });
  }
  if (checks.length > 0) return checks;
  return [
    {
      id: 'secrets',
      group: 'secrets',
      state: 'ok',
      title: 'none',
      detail: 'no template names one',
      advice: null,
    },
  ];
}

function secretCheck(usage: Usage, secrets: Secrets): Check {
  const { name, usedBy } = usage;
  const about = { id: 'secret', group: 'secrets', title: name, subject: name, usedBy } as const;
  let found: SecretValue | undefined;
  try {
    found = secrets.get(name);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const detail = `${error.message.replace(/\.$/, '')}${error.file ? ` (${error.file})` : ''}`;
    const facts = { set: false, source: null };
    return { ...about, state: 'problem', detail, advice: error.hint ?? null, facts };
  }
  const facts = { set: found !== undefined, source: found?.source ?? null };
  if (!found) return { ...about, ...missing(usage, secrets), facts };
  const doubt = doubtOf(found.value);
  return {
    ...about,
    state: doubt?.state ?? 'ok',
    detail: `${doubt ? `${doubt.detail}; ` : ''}from ${found.source}`,
    advice: doubt?.advice ?? null,
    facts,
  };
}

function missing({ name, hasDefault }: Usage, secrets: Secrets): Pick<Check, 'state' | 'detail' | 'advice'> {
  if (hasDefault) {
    return { state: 'note', detail: 'no value: the default in the template applies', advice: null };
  }
  const near = suggest(name, secrets.names());
  const meant = near === undefined ? '' : `There is a value for '${near}': is it meant? `;
  return {
    state: 'problem',
    detail: 'no value: the text of the call goes out in its place',
    advice: `${meant}Set CONNECTOR_SECRET_${name} in the environment, or write ${name}=... into the secrets file.`,
  };
}

interface Doubt {
  readonly state: CheckState;
  readonly detail: string;
  readonly advice: string;
}

/** What makes a value look wrong, in words that tell nothing of it. */
function doubtOf(value: string): Doubt | null {
  const isKey = /^\s*-----BEGIN /.test(value);
  if (isKey && !value.trim().includes('\n')) {
    return {
      state: 'warning',
      detail: 'a key in PEM on a single line',
      advice: 'Line ends were lost: put the value in double quotes with \\n, or write @path to a file.',
    };
  }
  if (!isKey && value.trim() !== value) {
    return {
      state: 'warning',
      detail: 'white space at its beginning or end goes out with it',
      advice: 'Remove it: hosts mostly answer 401 to such a value.',
    };
  }
  if (value.length > 1 && /^(["'`])[\s\S]*\1$/.test(value)) {
    return {
      state: 'warning',
      detail: 'the quotes around it are a part of it and go out with it',
      advice: 'Remove the inner pair of quotes: hosts mostly answer 401 to such a value.',
    };
  }
  if (placeholder.test(value)) {
    return {
      state: 'note',
      detail: 'looks like a placeholder',
      advice: 'Fine for mock servers; a real host answers 401 to it.',
    };
  }
  return null;
}

const placeholder =
  /^(?:(?:your|my|mock|fake|dummy|demo|test|example|sample|insert|enter|replace|change)[-_ ].{0,60}|changeme|replaceme|todo|tbd|fixme|placeholder|dummy|sample|example|secret|password|x{3,}|\*{3,}|\.{3}|…|<.{0,60}>|\$\{?\w{1,60}\}?|\{\{.{0,60}\}\})$/i;
