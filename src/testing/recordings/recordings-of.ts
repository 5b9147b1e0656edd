import type { Composite, SimpleConnector } from '../../registry/model.js';
import { listNames, suggest } from '../../text/suggest.js';
import { UserError } from '../../text/user-error.js';
import type { Recording, RecordingFile } from './model.js';

/**
 * The calls of one connector.
 * @throws {UserError} where there are none
 */
export function recordingsOf(
  { source, recordings }: RecordingFile,
  { kind, permalink }: SimpleConnector | Composite,
): Recording[] {
  const own = recordings.filter((each) => each.kind === kind && each.permalink === permalink);
  if (own.length > 0) return own;
  const names = [...new Set(recordings.map((each) => each.permalink))];
  const near = suggest(permalink, names);
  const there = names.length === 0 ? 'It holds nothing.' : `It holds: ${listNames(names)}.`;
  throw new UserError({
    code: 'recording-without-connector',
    message: `The recording holds no call of the ${kind === 'simple' ? 'connector' : 'composite'} '${permalink}'.`,
    file: source.path,
    hint: `${near ? `Is it that of '${near}'?` : there} \`connector-cli run ${permalink} --record <file>\` records it.`,
  });
}
