/** What a successful answer holds. */
import { isJsonType } from '../../text/json.js';
import type { OpenApiDocument } from './document.js';
import type { Draft } from './draft.js';
import type { Operation } from './operations.js';
import { entriesOf, listOf, member, textsOf } from './values.js';

/** One type, not a range, perhaps with parameters: nothing that could break out of a header. */
export const isMediaType = (type: string): boolean =>
  type.length <= 150 && /^[\w.+-]+\/[\w.+-]+(?: *; *[\w-]+="?[\w.+-]+"?)*$/.test(type.trim());

/** The Accept header: JSON where there is a choice; null where a successful answer holds nothing, or anything. */
export function acceptOf(
  document: OpenApiDocument,
  { value, method }: Operation,
  draft: Draft,
): string | null {
  const answers = entriesOf(value, 'responses')
    .filter(([status]) => /^2(?:\d\d|XX)$/i.test(status))
    .map(([, answer]) => document.target(answer));
  const isEmpty = (answer: (typeof answers)[number]): boolean =>
    'value' in answer &&
    [member(answer.value, 'content'), member(answer.value, 'schema')].every((each) => each === undefined);
  if (answers.length > 0 && answers.every(isEmpty)) {
    if (method !== 'HEAD') draft.note(emptyAnswer);
    return null;
  }
  const produced = [value, document.root].find((each) => listOf(each, 'produces').length > 0);
  const types =
    document.specification === 'swagger-2'
      ? textsOf(produced, 'produces')
      : answers.flatMap((each) =>
          'value' in each ? entriesOf(each.value, 'content').map(([type]) => type) : [],
        );
  const usable = [...new Set(types)].filter(isMediaType);
  const json = usable.find((type) => /^application\/json\b/i.test(type)) ?? usable.find(isJsonType);
  return json ?? (usable.length > 0 ? usable.slice(0, 5).join(', ') : null);
}

const emptyAnswer =
  'A successful answer has no body, and the promise in a widget rejects without JSON: a constant `response_body`, such as `{"ok": true}`, helps.';
