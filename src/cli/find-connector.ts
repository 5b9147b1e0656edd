/** From a permalink on the command line to the entry of the registry. platform.md section 1, Permalinks. */
import type { Composite, Registry, SimpleConnector } from '../registry/index.js';
import { listNames, suggest } from '../text/suggest.js';
import { UserError } from '../text/user-error.js';

export interface KindChoice {
  simple?: boolean;
  composite?: boolean;
}

/** @throws {UserError} where nothing, or not exactly one entry, answers to the permalink */
export function findConnector(
  registry: Registry,
  permalink: string,
  choice: KindChoice,
): SimpleConnector | Composite {
  const found = registry.find(permalink);
  const wanted = [...(choice.composite ? [] : found.simple), ...(choice.simple ? [] : found.composite)];
  if (choice.simple && choice.composite) {
    throw new UserError({
      code: 'kind-contradicts',
      message: '--simple and --composite exclude each other.',
    });
  }
  const [only] = wanted;
  if (!only) throw unknownPermalink(registry, permalink, choice);
  if (wanted.length === 1) return only;
  if (new Set(wanted.map((entry) => entry.kind)).size > 1) {
    throw new UserError({
      code: 'permalink-ambiguous',
      message: `'${permalink}' is the permalink of a simple connector and of a composite.`,
      file: registry.file.path,
      hint: 'Say which: --simple or --composite.',
    });
  }
  const places = wanted.map((entry) => registry.file.positionAt(entry.span.start).line).join(' and ');
  throw new UserError({
    code: 'permalink-not-unique',
    message: `${wanted.length} entries have the permalink '${permalink}' (lines ${places}); the platform would reject the file.`,
    file: registry.file.path,
    hint: 'Permalinks, derived ones too, are unique among the simple connectors and among the composites.',
  });
}

function unknownPermalink(registry: Registry, permalink: string, choice: KindChoice): UserError {
  const kinds = [
    ...(choice.composite ? [] : registry.connectors),
    ...(choice.simple ? [] : registry.composites),
  ];
  const known = kinds.map((entry) => entry.permalink).filter((each) => each !== '');
  const kind = choice.simple ? 'simple connector' : choice.composite ? 'composite' : 'connector';
  const near = suggest(permalink, known);
  return new UserError({
    code: 'permalink-unknown',
    message: `There is no ${kind} with the permalink '${permalink}'.`,
    file: registry.file.path,
    hint: near
      ? `Did you mean '${near}'?`
      : known.length > 0
        ? `The registry has: ${listNames(known)}.`
        : 'The registry has none.',
  });
}
