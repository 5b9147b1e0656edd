/** What documentation writes where somebody is to fill in a value. */
import { isPlaceholder } from '../../text/credentials/placeholder.js';

const inBrackets =
  /^(?:\$?\{([A-Za-z_][\w .-]*)\}|\{\{\s*([A-Za-z_][\w.-]*)\s*\}\}|<([A-Za-z_][^<>]*)>|\[([A-Za-z][\w-]*)\])$/;

/** The name in `{id}`, `${id}`, `{{id}}`, `<id>` or `[id]`; null for any other text. */
export function placeholderIn(text: string): string | null {
  const [, braced, twice, angled, bracketed] = inBrackets.exec(text) ?? [];
  return braced ?? twice ?? angled ?? bracketed ?? null;
}

/** Whether nothing is lost where the text is not kept as a credential. Few characters may well be a weak password. */
export function isOpenPlace(text: string): boolean {
  if (/^(?:<.*>|\{.*\}|\[.*\]|\(.*\))$/s.test(text)) return true;
  const bare = text.replace(/[<>{}()[\]%$]/g, '');
  return isPlaceholder(bare) && (new Set(bare).size >= 5 || /^(.)\1+$/.test(bare));
}
