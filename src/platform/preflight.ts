/** What is settled before a run starts: entries that cannot be run at all, and what the registry itself warns of. */
import type { Composite, Problem, Registry, RequestDefinition, SimpleConnector } from '../registry/model.js';
import { inSentences } from '../registry/problem.js';
import { oncePer } from '../text/once.js';
import type { Span } from '../text/source.js';
import { UserError } from '../text/user-error.js';
import { referencesOf } from './references.js';
import type { RunContext } from './run-context.js';
import type { SecretSource } from './settings.js';

/**
 * A composite without steps is answered by the platform itself (platform.md section 8); every other fault of its
 * structure would keep the whole file from being synchronised.
 */
const answeredByPlatform: ReadonlySet<Problem['code']> = new Set(['no-steps']);

/** @throws {UserError} where the platform would not have this entry */
export function refuseUnrunnable(entry: SimpleConnector | Composite, registry: Registry): void {
  const errors = registry
    .problemsIn(entry)
    .filter((problem) => problem.severity === 'error' && !answeredByPlatform.has(problem.code));
  const [first] = errors;
  if (first) {
    const others = errors.slice(1).map((problem) => `${inSentences(problem)}${at(registry, problem.span)}`);
    const owner = `'${entry.permalink || entry.name}'${first.step ? `, step '${first.step}'` : ''}`;
    const hint = [hintOf(first), ...(others.length > 0 ? ['Also wrong in this entry:', ...others] : [])].join(
      '\n  ',
    );
    throw refusal(registry, first.span, 'registry-invalid', `${owner}: ${first.message}`, hint);
  }
}

/**
 * Reads the secrets that the templates name, before anything is sent.
 * @throws {UserError} where the file of one cannot be read
 */
export function readSecrets(entry: SimpleConnector | Composite, secrets: SecretSource): void {
  for (const name of secretNamesOf(entry)) secrets.get(name);
}

/** From every template of the entry, which a run that is repeated need not parse again. */
const secretNamesOf = oncePer(
  (entry: SimpleConnector | Composite) => new Set(referencesOf(entry).secrets.map(({ name }) => name)),
);

/** The requests that an entry describes: its own, or those of its steps. */
export const requestsOf = (entry: SimpleConnector | Composite): readonly RequestDefinition[] =>
  entry.kind === 'simple' ? [entry] : entry.steps;

/** The platform synchronises all of a file or nothing; and it ignores in silence what it does not know. */
export function warnOfRegistry(
  entry: SimpleConnector | Composite,
  registry: Registry,
  warn: RunContext['warn'],
): void {
  const inside = new Set(registry.problemsIn(entry));
  for (const problem of inside) {
    if (problem.severity !== 'warning') continue;
    const named = problem.suggestion === undefined || problem.message.includes(problem.suggestion);
    const meant = named ? '' : ` Did you mean '${problem.suggestion}'?`;
    const message = `${inSentences(problem)}${meant}${at(registry, problem.span)}`;
    warn(`registry-${problem.code}`, message, problem.step ?? null);
  }
  const errors = registry.problems.filter((problem) => problem.severity === 'error' && !inside.has(problem));
  const [first] = errors;
  if (!first) return;
  const count = errors.length === 1 ? 'an error' : `${errors.length} errors`;
  warn(
    'registry-rejected',
    `the platform would reject this file as a whole: it has ${count} elsewhere, the first: ${first.message}${at(registry, first.span)}`,
    null,
  );
}

function at(registry: Registry, span: Span | null): string {
  if (!span) return '';
  const { line, column } = registry.file.positionAt(span.start);
  return ` (line ${line}, column ${column})`;
}

const hintOf = (problem: Problem): string => {
  const meant = problem.suggestion === undefined ? '' : `Did you mean '${problem.suggestion}'? `;
  const advice = problem.advice === undefined ? '' : `${problem.advice} `;
  return `${meant}${advice}The platform would reject the file.`;
};

function refusal(
  registry: Registry,
  span: Span | null,
  code: string,
  message: string,
  hint: string | null,
): UserError {
  const place = span ? registry.file.positionAt(span.start) : undefined;
  return new UserError({
    code,
    message,
    file: registry.file.path,
    ...(place ? { line: place.line, column: place.column } : {}),
    ...(hint === null ? {} : { hint }),
  });
}
