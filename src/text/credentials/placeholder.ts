/** Tells texts that stand for a credential from credentials. */

const stands =
  /your|change_?-?me|placeholder|example|redacted|dummy|insert|replace|x{4,}|\*{3}|\.{3}|todo|fixme|my[-_]|[-_]here$/i;
const wholeWords =
  /^(?:user|username|pass|password|passwd|secret|token|key|test|demo|sample|fake|mock|none|null|undefined|anonymous|public|guest|abc|foo|bar|api[-_ ]?key|(?:access|bearer|auth)[-_ ]?token|client[-_ ]?secret|private[-_ ]?key)[-_ ]?\d{0,3}$/i;

/** `YOUR_KEY`, `<token>`, `xxxx`, `${SECRET}`, `changeme`: what an author is still to fill in, or never was one. */
export function isPlaceholder(text: string): boolean {
  const trimmed = text.trim();
  if (/^[<[({%$]|[>\])}]$/.test(trimmed) || /[{}]/.test(trimmed)) return true;
  if (stands.test(trimmed) || wholeWords.test(trimmed) || /^[A-Z]+(?:[_-][A-Z]+)+$/.test(trimmed))
    return true;
  return new Set(trimmed).size < 5;
}

/** Whether a text has no meaning to anybody: long, mixed, and no words with a number behind them. */
export function looksRandom(text: string): boolean {
  if (text.length < 16 || text.length > 4096 || /[^!-~]/.test(text) || text.includes('://')) return false;
  if (!/[A-Za-z]\d/.test(text) || !/\d[A-Za-z]/.test(text) || isPlaceholder(text)) return false;
  return changesOfClass(text) / text.length > 0.2 && entropy_bits(text) > 3;
}

const classOf = (unit: number): number =>
  unit >= 0x30 && unit <= 0x39 ? 1 : unit >= 0x41 && unit <= 0x5a ? 2 : unit >= 0x61 && unit <= 0x7a ? 3 : 0;

/** How often a digit follows a letter, a capital a small letter and so on; separators do not count. */
function changesOfClass(text: string): number {
  let changes = 0;
  let before = 0;
  for (let at = 0; at < text.length; at += 1) {
    const own = classOf(text.charCodeAt(at));
    if (own !== 0 && before !== 0 && own !== before) changes += 1;
    before = own;
  }
  return changes;
}

/** Of one character, after Shannon. */
function entropy_bits(text: string): number {
  const counts = new Map<string, number>();
  for (const unit of text) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}
