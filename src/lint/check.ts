/** Lints one registry with the settings of a user: severities, accepted findings, and what must not be shown. */
import type { Registry } from '../registry/model.js';
import type { Finding } from './finding.js';
import { lint } from './linter.js';
import type { Rule } from './rule.js';
import { type LintSettings, type Silence, severityOf } from './settings.js';

export interface CheckedRegistry extends AcceptedFindings {
  readonly registry: Registry;
  /** Texts that were taken for credentials, also where nothing is reported of them: no output may show them. */
  readonly credentials: readonly string[];
}

const credentialRule = 'literal-credential';

export function checkRegistry(registry: Registry, settings: LintSettings): CheckedRegistry {
  const { rules, severities, silences } = settings;
  const isOff = new Set(rules.filter((rule) => severityOf(settings, rule) === 'off').map(({ id }) => id));
  // Whether it is reported or not, a credential is not shown beside another finding.
  const all = lint(registry, {
    rules,
    severities: isOff.has(credentialRule)
      ? new Map([...severities, [credentialRule, 'warning']])
      : severities,
  });
  const accepted = withoutAccepted(
    all.filter(({ rule }) => !isOff.has(rule)),
    silences,
  );
  return {
    registry,
    ...accepted,
    credentials: credentialsIn(
      registry,
      registry.firstGuess === Number.POSITIVE_INFINITY ? all : guessed(registry, rules),
    ),
  };
}

/** A credential is not shown in a file with broken JSON either. */
const guessed = (registry: Registry, rules: readonly Rule[]): Finding[] =>
  lint(registry, {
    rules: rules.filter(({ id }) => id === credentialRule),
    severities: new Map([[credentialRule, 'warning']]),
    withGuesses: true,
  });

export interface AcceptedFindings {
  readonly findings: readonly Finding[];
  readonly silenced: number;
  /** The silences that silenced something. */
  readonly used: ReadonlySet<Silence>;
}

/** Leaves out the findings that the configuration accepts. */
export function withoutAccepted(all: readonly Finding[], silences: readonly Silence[]): AcceptedFindings {
  const used = new Set<Silence>();
  const findings = all.filter((finding) => {
    const matching = silences.filter(
      ({ rule, pointer }) => rule === finding.rule && pointer === finding.pointer,
    );
    for (const silence of matching) used.add(silence);
    return matching.length === 0;
  });
  return { findings, silenced: all.length - findings.length, used };
}

function credentialsIn({ file }: Registry, findings: readonly Finding[]): string[] {
  const texts = new Set<string>();
  for (const { rule, span } of findings) {
    if (rule !== credentialRule || span === null) continue;
    const written = file.text.slice(span.start, span.end).replace(/^"|"$/g, '');
    texts.add(written);
    texts.add(decoded(written));
  }
  return [...texts];
}

function decoded(written: string): string {
  try {
    return String(JSON.parse(`"${written}"`));
  } catch {
    return written;
  }
}
