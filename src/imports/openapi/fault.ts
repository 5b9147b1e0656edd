/** What the checking library says of a document, as a reason and a place. */
import { getLocation } from 'jsonc-parser';
import type { Path } from './locate.js';
import { oneLine } from './values.js';

export interface Fault {
  readonly reason: string;
  readonly path: Path;
}

/**
 * The message is a sentence, and often an excerpt of the document as JSON whose marked line and column tell the place:
 * `> 12 |   "foo": 1`, with the carets beneath.
 * @param json what was checked, indented by two as the library does
 */
export function faultOf(message: string, json: string): Fault {
  const [sentence = '', ...excerpt] = message.split('\n\n');
  const reason = oneLine(sentence.replace(/^[A-Z ]+(?= )/, ''), 300).replace(/\.$/, '');
  const marked = /^> *(\d+) \|/m.exec(message);
  const carets = /^ *\|( *)(\^+) ?(.*)$/m.exec(excerpt.join('\n\n'));
  if (!marked) return { reason, path: pathIn(message) };
  const advice = oneLine(carets?.[3]?.replace(/ (?:to be )?here[!?]$|!$/, '') ?? '', 100);
  // Of what is missing, the sentence has the name already.
  const subject = advice === '' || advice.endsWith('is missing') ? '' : ` (${advice.replace(/^Did/, 'did')})`;
  const offset = offsetOf(json, Number(marked[1]), Math.max(0, (carets?.[1]?.length ?? 1) - 1));
  const { path } = getLocation(json, offset + 1);
  return { reason: `${reason}${subject}`, path: path.filter((key) => key !== '') };
}

/** Messages without an excerpt name the place as a pointer in backquotes: `/paths/~1a/get`. */
function pathIn(message: string): Path {
  const pointer = /`\/([^`]+)`/.exec(message)?.[1];
  return pointer === undefined
    ? []
    : pointer.split('/').map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let at = 1; at < line; at += 1) start = text.indexOf('\n', start) + 1;
  return start + column;
}
