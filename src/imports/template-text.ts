/** Templates that print a given text exactly. platform.md section 4. */

/** An expression without its braces. */
export interface Expression {
  readonly expression: string;
}

/** What begins a tag; a carriage return, which the engine makes a line feed; and a brace that would join the tag behind it. */
const special = /(?:\{[{%#]|\r|\{(?=\r|$))+/g;

/**
 * The template that prints the pieces one after another. A literal that looks like a tag is written as a string in one, and one
 * line feed at the end stands twice, because the engine drops one.
 */
export function templateOf(pieces: readonly (string | Expression)[]): string {
  const template = pieces
    .map((piece, index) => {
      if (typeof piece !== 'string') return `{{ ${piece.expression} }}`;
      const isLast = index === pieces.length - 1;
      return piece.replace(special, (text, at: number) => {
        // At the very end a lone brace has no tag behind it.
        if (text === '{' && isLast && at === piece.length - 1) return text;
        return `{{ '${text.replaceAll('\r', '\\r')}' }}`;
      });
    })
    .join('');
  return template.endsWith('\n') ? `${template}\n` : template;
}

export const literalTemplate = (text: string): string => templateOf([text]);
