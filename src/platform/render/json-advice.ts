/** What to write instead of an expression that spoils a JSON body. platform.md section 11, cases 6 to 8. */

/** Longer output is not quoted: a cut would also cut the secrets in it, past recognition for the mask. */
const longestShown = 60;

export const shownText = (text: string): string => (text.length <= longestShown ? `\`${text}\`` : 'text');

const entities = /&(?:#34|#39|amp|lt|gt);/;
const asJson = /\|\s*(?:tojson|json_encode)\b/;
const wholePayload = /^\s*(?:request\s*\.\s*)?body_(?:text|raw)\s*$/;

/** Filters bind tighter than operators. */
function filtered(expression: string, filter: string): string {
  const plain = expression.trim().replace(/\s*\|\s*safe$/, '');
  const withoutStrings = plain.replace(/'[^']*'|"[^"]*"/g, '');
  const isCompound = /[-+*/%~<>=]|\b(?:if|and|or|not|in|is)\b/.test(withoutStrings);
  return `\`{{ ${isCompound ? `(${plain})` : plain} | ${filter} }}\``;
}

const isPayload = (expression: string): boolean => wholePayload.test(expression);

const payloadAdvice = (expression: string): string =>
  expression.includes('request')
    ? 'To forward the payload as it came write `{{ request.body_text | safe }}`.'
    : 'Leave `request_body` blank: the payload is then forwarded as it came.';

export function adviceForBreakOut(expression: string, isWholeString: boolean): string {
  if (asJson.test(expression))
    return 'The filter writes the quotes itself: remove those around the expression.';
  if (isWholeString) return `Write ${filtered(expression, 'tojson')}, without quotes around it.`;
  return `Make the whole string in one expression: \`{{ ('...' ~ ${expression.trim()}) | tojson }}\`, without quotes around it.`;
}

export const adviceForNothing = (expression: string, missing: string): string =>
  missing === 'a comma'
    ? 'Write the comma into the template, or check what the expression reads.'
    : asJson.test(expression)
      ? 'Check what the expression reads.'
      : `Check what it reads, or write ${filtered(expression, 'default(none) | tojson')}.`;

/** Autoescape leaves no double quote: a text that has one was made to be printed as it is. */
export const isBuiltJson = (printed: string): boolean => /^\s*[[{]/.test(printed) && !entities.test(printed);

/** What `tojson` makes no better. */
function adviceForSpecial(printed: string): string | null {
  if (/^\s*-?(?:inf|nan|infinity)\s*$/i.test(printed))
    return 'JSON has neither infinity nor NaN: print a finite number, or null.';
  if (/^\s*b(?:'|"|&#3[49];)/.test(printed))
    return 'These are bytes, which JSON cannot hold: print a text instead.';
  if (isBuiltJson(printed))
    return 'Mend the JSON where it is put together; `| tojson` would make one string of it.';
  return null;
}

export const adviceForTag = 'Mend what the block prints: it goes into the body as it stands.';

export function adviceForValue(expression: string, printed: string): string {
  if (isPayload(expression)) return payloadAdvice(expression);
  const special = adviceForSpecial(printed);
  if (special !== null) return special;
  const escaped = entities.exec(printed)?.[0];
  const note = escaped === undefined ? '' : ` Autoescape made \`${escaped}\` of a character.`;
  if (asJson.test(expression)) return `Check where the expression stands.${note}`;
  return `Write ${filtered(expression, 'tojson')}.${note}`;
}

export const adviceForEscaped = (expression: string): string =>
  isPayload(expression)
    ? payloadAdvice(expression)
    : `Write ${filtered(expression, 'tojson')}, without quotes around it: JSON needs no HTML escapes.`;
