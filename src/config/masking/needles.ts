/** A spelling to search for. */
export interface Needle {
  readonly text: string;
  /**
   * In base64 the characters at both ends may hold bits of the secret and of its neighbours: whether there is such a
   * character before and after `text`.
   */
  readonly before: boolean;
  readonly after: boolean;
}

/** Shorter values stand in ordinary text by chance; they are masked only where they are the whole of a value. */
export const shortestNeedle = 4;

/** Shorter values are words, which stand in ordinary text in another case. */
const shortestRecased = 8;

/** A line of a multi-line secret that is worth masking without the others. */
const shortestLine = 8;
/** A string inside a secret that is JSON (a service account's key) that is worth masking on its own. */
const shortestLeaf = 12;
/** Beyond it, only the secret itself is looked for in base64, not what other notations make of it first. */
const longestEncodedFirst = 64 * 1024;

/**
 * What to search for, so that a secret is found raw and inside base64; other notations are undone in the text before
 * it is searched, see `View`.
 */
export function* needlesOf(secret: string): Generator<Needle> {
  const wholes = wholeSpellings(secret);
  for (const text of [...wholes, ...partsOf(wholes)])
    yield* withoutPlus({ text, before: false, after: false });
  yield* hexNeedles(secret);
  for (const whole of wholes) {
    for (const text of whole.length > longestEncodedFirst ? [whole] : encodedFirst(whole)) {
      for (const needle of base64Needles(text)) yield* withoutPlus(needle);
    }
  }
}

/** The secret as it may be used: without blanks around it, with either line end, with `\n` made real. */
function wholeSpellings(secret: string): Set<string> {
  const texts = new Set([secret]);
  if (secret.includes('\\n')) texts.add(secret.replaceAll('\\n', '\n'));
  // Names of headers and hosts lose their case on the way, and servers quote keys in either.
  if (secret.length >= shortestRecased) texts.add(secret.toLowerCase()).add(secret.toUpperCase());
  for (const text of [...texts]) {
    texts.add(text.trim());
    if (!text.includes('\n')) continue;
    const unix = text.replaceAll('\r\n', '\n');
    for (const each of [unix, unix.trim()]) texts.add(each).add(each.replaceAll('\n', '\r\n'));
  }
  return new Set([...texts].filter((text) => text.length >= shortestNeedle));
}

function* partsOf(wholes: Iterable<string>): Generator<string> {
  for (const whole of wholes) {
    yield* leavesOf(whole);
    if (!whole.includes('\n')) continue;
    const lines = whole
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => !/^-----(BEGIN|END) /.test(line));
    yield* lines.filter((line) => line.length >= shortestLine);
    const joined = lines.join('');
    if (joined.length >= shortestLine) yield joined;
  }
}

/** The long strings in a secret that is a JSON object, with the lines that they have. */
function leavesOf(text: string): string[] {
  if (!/^\s*\{/.test(text)) return [];
  const leaves: string[] = [];
  try {
    JSON.parse(text, (_, value) => {
      if (typeof value === 'string' && value.length >= shortestLeaf) leaves.push(value);
      return value;
    });
  } catch {
    return [];
  }
  return leaves.flatMap((leaf) => [leaf, ...(leaf.includes('\n') ? partsOf([leaf]) : [])]);
}

/** As dumps and servers show bytes, in either case. */
function* hexNeedles(secret: string): Generator<Needle> {
  const text = secret.trim();
  if (text.length < shortestNeedle) return;
  const digits = Buffer.from(text).toString('hex');
  for (const each of new Set([digits, digits.toUpperCase()]))
    yield { text: each, before: false, after: false };
}

/** What a template may have made of the text before it was put into base64. */
function encodedFirst(text: string): Set<string> {
  const json = JSON.stringify(text).slice(1, -1);
  // Half surrogate pairs become what every encoder to UTF-8 makes of them.
  const uri = encodeURIComponent(Buffer.from(text).toString());
  const strict = uri.replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
  return new Set([
    text,
    json,
    json.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
    uri,
    strict,
    uri.replaceAll('%20', '+'),
    strict.replaceAll('%20', '+'),
    new URLSearchParams([['', text]]).toString().slice(1),
    text.replace(/[&<>"']/g, (character) => htmlEscapes.get(character) ?? character),
  ]);
}

const htmlEscapes = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&#34;'],
  ["'", '&#39;'],
]);

/**
 * The characters of base64 that depend on the text alone, whatever stands before and after it: one spelling for each of
 * the three places that its first byte may have in a group, in both alphabets.
 */
function* base64Needles(text: string): Generator<Needle> {
  const bytes = Buffer.from(text);
  for (const lead of [0, 1, 2]) {
    const bits = { from: lead * 8, to: (lead + bytes.length) * 8 };
    const encoded = Buffer.concat([Buffer.alloc(lead), bytes]).toString('base64');
    const fixed = encoded.slice(Math.ceil(bits.from / 6), Math.floor(bits.to / 6));
    if (fixed.length < shortestNeedle) continue;
    const ends = { before: bits.from % 6 !== 0, after: bits.to % 6 !== 0 };
    yield { text: fixed, ...ends };
    const url = fixed.replaceAll('+', '-').replaceAll('/', '_');
    if (url !== fixed) yield { text: url, ...ends };
  }
}

/** Percent-decoded text has spaces for plus signs. */
function* withoutPlus(needle: Needle): Generator<Needle> {
  yield needle;
  if (needle.text.includes('+')) yield { ...needle, text: needle.text.replaceAll('+', ' ') };
}
