/** HTML that was made here, told apart from text, which is escaped wherever it is put into a page. */

export class Markup {
  constructor(readonly html: string) {}
}

export type Part = Markup | string | number | null | false | readonly Part[];

/** A tagged template: text and numbers are escaped, markup is taken as it is, null and false leave nothing. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let text = strings[0] ?? '';
  parts.forEach((part, index) => {
    text += written(part) + (strings[index + 1] ?? '');
  });
  return new Markup(text);
}

function written(part: Part): string {
  if (part instanceof Markup) return part.html;
  if (part === null || part === false) return '';
  if (typeof part === 'object') return part.map(written).join('');
  return escapeHtml(String(part));
}

const entities = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

/** For text and for attribute values in quotes. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => entities.get(character) ?? character);
