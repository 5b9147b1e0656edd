/** Expressions that print inside a JSON string and get out of it. */
import type { OutputPiece, OutputTrace } from '../../jinja/index.js';

export interface BreakOut {
  piece: OutputPiece;
  /** What got out, as a noun. */
  what: string;
}

const quote = 0x22;
const backslash = 0x5c;
const escapable = new Set([...'"\\/bfnrtu'].map((character) => character.charCodeAt(0)));

/** The first expression before `limit` whose output ends the string that it stands in, or may not stand in one. */
export function findBreakOut(text: string, trace: OutputTrace, limit: number): BreakOut | null {
  let inString = false;
  let escaped = false;
  for (const piece of trace.pieces()) {
    const prints = inString && piece.kind !== 'text';
    for (let at = piece.start; at < piece.end; at += 1) {
      if (at > limit) return null;
      const code = text.charCodeAt(at);
      if (!inString) {
        inString = code === quote;
        continue;
      }
      if (escaped) {
        if (prints && at > piece.start && !escapable.has(code)) return { piece, what: 'a lone backslash' };
        escaped = false;
      } else if (code === backslash) escaped = true;
      else if (code === quote) {
        if (prints) return { piece, what: 'a double quote' };
        inString = false;
      } else if (code < 0x20) return prints ? { piece, what: controlCharacter(code) } : null;
    }
    if (prints && escaped && piece.end > piece.start) return { piece, what: 'a backslash at its end' };
  }
  return null;
}

function controlCharacter(code: number): string {
  if (code === 0x0a || code === 0x0d) return 'a line break';
  if (code === 0x09) return 'a tab';
  return `the control character U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
