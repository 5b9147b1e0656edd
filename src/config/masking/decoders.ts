/** How text is escaped on its way: each decoder knows the spellings of one notation, character by character. */
export interface Decoder {
  /** Whether decoding could change the text; cheap. */
  applies(text: string): boolean;
  /** Finds candidates. Global, so that a search can go on where the last one ended. */
  readonly pattern: RegExp;
  /** What the candidate at hand means: pieces of it, each with what it decodes to. Empty where it is no escape. */
  decode(candidate: string): readonly Piece[];
}

export interface Piece {
  readonly length: number;
  readonly decoded: string;
}

const single = (candidate: string, decoded: string | undefined): readonly Piece[] =>
  decoded === undefined ? [] : [{ length: candidate.length, decoded }];

/**
 * Percent-encoding in any flavour. Every plus sign becomes a space, also one that was encoded: forms write spaces so,
 * and whoever compares writes needles with spaces for plus signs.
 */
const percent: Decoder = {
  applies: (text) => text.includes('%') || text.includes('+'),
  pattern: /(?:%[0-9a-fA-F]{2})+|\+/g,
  decode: (candidate) => (candidate === '+' ? single('+', ' ') : utf8Pieces(candidate)),
};

function utf8Pieces(run: string): Piece[] {
  const bytes = Uint8Array.from({ length: run.length / 3 }, (_, index) =>
    Number.parseInt(run.slice(index * 3 + 1, index * 3 + 3), 16),
  );
  const pieces: Piece[] = [];
  for (let at = 0; at < bytes.length; ) {
    const character = characterAt(bytes, at);
    pieces.push({ length: character.bytes * 3, decoded: character.text === '+' ? ' ' : character.text });
    at += character.bytes;
  }
  return pieces;
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A byte that begins no valid character stands for itself. */
function characterAt(bytes: Uint8Array, at: number): { text: string; bytes: number } {
  const first = bytes[at] ?? 0;
  const length = first < 0xc0 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  if (first >= 0x80 && length > 1) {
    try {
      return { text: strictUtf8.decode(bytes.subarray(at, at + length)), bytes: length };
    } catch {
      // Falls through: no valid character.
    }
  }
  return { text: String.fromCharCode(first), bytes: 1 };
}

const backslashNames = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['f', '\f'],
  ['"', '"'],
  ["'", "'"],
  ['`', '`'],
  ['/', '/'],
  ['\\', '\\'],
]);

/** The escapes of JSON, and those that JavaScript's and Python's literals have beside them. */
const backslash: Decoder = {
  applies: (text) => text.includes('\\'),
  pattern: /\\(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[\s\S])/g,
  decode(candidate) {
    if (candidate.length === 2) return single(candidate, backslashNames.get(candidate[1] ?? ''));
    return single(candidate, String.fromCharCode(Number.parseInt(candidate.slice(2), 16)));
  },
};

const entityNames = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
]);

const html: Decoder = {
  applies: (text) => text.includes('&'),
  pattern: /&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,7}|[A-Za-z]{2,4});/g,
  decode(candidate) {
    if (candidate[1] !== '#') return single(candidate, entityNames.get(candidate.slice(1, -1)));
    const digits = candidate.slice(2, -1);
    const code = /^[xX]/.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number.parseInt(digits, 10);
    return single(candidate, code <= 0x10ffff ? String.fromCodePoint(code) : undefined);
  },
};

export const decoders: readonly Decoder[] = [percent, backslash, html];
