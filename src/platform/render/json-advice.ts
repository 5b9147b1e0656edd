/** What to write instead of an expression that spoils a JSON body. platform.md section 11, cases 6 to 8. */

/** Longer output is not quoted: a cut would also cut the secrets in it, past recognition for the mask. */
const longestShown = 60;

export const shownText = (text: string): string => (text.length <= longestShown ? `\`${text}\`` : 'text');

const entities = /&(?:#34|#39|amp|lt|gt);/;
const asJson = /\|\s*(?:tojson|json_encode)\b/;
const wholePayload = /^\s*(?:request\s*\.\s*)?body_text\s*$/;

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

export const adviceForNothing = (expression: string): string =>
  asJson.test(expression)
    ? 'Check what the expression reads.'
    : `Check what it reads, or write ${filtered(expression, 'default(none) | tojson')}.`;

export function adviceForValue(expression: string, printed: string): string {
  if (isPayload(expression)) return payloadAdvice(expression);
  const escaped = entities.exec(printed)?.[0];
  const note = escaped === undefined ? '' : ` Autoescape made \`${escaped}\` of a character.`;
  if (asJson.test(expression)) return `Check where the expression stands.${note}`;
  return `Write ${filtered(expression, 'tojson')}.${note}`;
}

export const adviceForEscaped = (expression: string): string =>
  isPayload(expression)
    ? payloadAdvice(expression)
    : `Write ${filtered(expression, 'tojson')}, without quotes around it: JSON needs no HTML escapes.`;
