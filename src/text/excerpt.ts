/** Parts of foreign texts for messages. Masking looks for whole secrets, so none may be cut in two before it. */

/** The beginning of a text, at most `most` UTF-16 units, without the word that would be cut. */
export function wholeWords(text: string, most: number): string {
  if (text.length <= most) return text;
  for (let end = most; end > 0; end -= 1) {
    if (/[\s"'<>(),;&]/.test(text.charAt(end))) return text.slice(0, end);
  }
  return '';
}

/** A short text in quotes; of a longer one only its length. */
export const quoteShort = (text: string, most = 60): string =>
  text.length <= most ? JSON.stringify(text) : `a text of ${text.length} characters`;
