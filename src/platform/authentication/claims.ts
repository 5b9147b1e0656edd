/** Claims as the platform signs them. platform.md section 6. */
import { type Dict, parseJson } from '../../jinja/index.js';
import { quoteShort } from '../../text/excerpt.js';
import type { AuthenticationStep } from './scheme.js';

const dates = ['exp', 'iat', 'nbf'] as const;

/** Python converts no longer text to an integer. */
const mostDigits = 4300;

/** The claims of a field with `exp`, `iat` and `nbf` as integers where they rendered to digits; null without the field. */
export function readClaims(name: string, step: AuthenticationStep): Dict | null {
  const claims = step.object(name);
  if (!claims) return null;
  for (const date of dates) {
    const value = claims.getString(date);
    if (typeof value !== 'string') continue;
    if (/^[0-9]+$/.test(value) && value.length <= mostDigits) {
      claims.setString(date, parseJson(value.replace(/^0+(?=.)/, '')));
    } else {
      step.warn(
        'jwt-date-not-digits',
        `the claim \`${date}\` rendered to ${quoteShort(value)}, which is not digits alone: it is signed as text, and most servers refuse the token`,
      );
    }
  }
  return claims;
}
