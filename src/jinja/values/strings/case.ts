/** Upper, lower, title case and their kin, by full Unicode mappings as Python does them. */
import {
  foldOf,
  isAscii,
  isCased,
  isCaseIgnorable,
  isLowercase,
  isTitlecase,
  isUppercase,
  lowerOf,
  titleOf,
  upperOf,
} from './unicode.js';

export function upper(text: string): string {
  if (isAscii(text)) return text.toUpperCase();
  return mapEach(text, upperOf);
}

export function lower(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  return Array.from(text).map(lowerInContext).join('');
}

export const casefold = (text: string): string =>
  isAscii(text) ? text.toLowerCase() : mapEach(text, foldOf);

export function capitalize(text: string): string {
  if (isAscii(text)) return text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();
  const map = (char: string, i: number, chars: string[]) =>
    i === 0 ? titleOf(char) : lowerInContext(char, i, chars);
  return Array.from(text).map(map).join('');
}

export function swapcase(text: string): string {
  const chars = Array.from(text);
  const swap = (char: string, i: number) => {
    if (isUppercase(char)) return lowerInContext(char, i, chars);
    return isLowercase(char) ? upperOf(char) : char;
  };
  return chars.map(swap).join('');
}

/** `str.title`: a letter after anything that has no case begins a word ("they're" becomes "They'Re"). */
export function title(text: string): string {
  const chars = Array.from(text);
  let inWord = false;
  const out = chars.map((char, i) => {
    const mapped = inWord ? lowerInContext(char, i, chars) : titleOf(char);
    inWord = isCased(char);
    return mapped;
  });
  return out.join('');
}

function mapEach(text: string, map: (char: string) => string): string {
  let out = '';
  for (const char of text) out += map(char);
  return out;
}

/** A capital sigma at the end of a word has a small letter of its own. */
function lowerInContext(char: string, index: number, chars: readonly string[]): string {
  if (char !== 'Σ') return lowerOf(char);
  const final = isCasedBeside(chars, index, -1) && !isCasedBeside(chars, index, 1);
  return final ? 'ς' : 'σ';
}

/** Whether the nearest character on one side that counts has case. */
function isCasedBeside(chars: readonly string[], index: number, step: 1 | -1): boolean {
  let at = index + step;
  while (at >= 0 && at < chars.length && isCaseIgnorable(chars[at] as string)) at += step;
  const char = chars[at];
  return char !== undefined && isCased(char);
}

export const isLower = (text: string): boolean => hasOnlyCase(text, isLowercase, isUppercase);
export const isUpper = (text: string): boolean => hasOnlyCase(text, isUppercase, isLowercase);

function hasOnlyCase(
  text: string,
  wanted: (char: string) => boolean,
  unwanted: (char: string) => boolean,
): boolean {
  let found = false;
  for (const char of text) {
    if (unwanted(char) || isTitlecase(char)) return false;
    found ||= wanted(char);
  }
  return found;
}

export function isTitle(text: string): boolean {
  let found = false;
  let inWord = false;
  for (const char of text) {
    if (isUppercase(char) || isTitlecase(char)) {
      if (inWord) return false;
      inWord = true;
      found = true;
    } else if (isLowercase(char)) {
      if (!inWord) return false;
      found = true;
    } else inWord = false;
  }
  return found;
}
