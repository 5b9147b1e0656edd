/** What a token endpoint answered. RFC 6749 sections 5.1 and 5.2. */
import { wholeWords } from '../../text/excerpt.js';
import { utf8Text } from '../../text/utf8.js';
import { collectTokens } from '../collect-tokens.js';
import { httpError, type StepError } from '../failure.js';
import type { SecretCollector } from '../settings.js';
import type { UpstreamResponse } from '../transport/transport.js';

export interface AccessToken {
  token: string;
  /** What the answer says; null where it says nothing usable. */
  lifetime_s: number | null;
}

/**
 * Every token in the answer is collected, of one that is no use as well.
 *
 * @param advice what to check where the server refuses
 * @throws {StepError} with the scope of an HTTP error where the answer holds no token
 */
export function readTokenResponse(
  response: UpstreamResponse,
  secrets: SecretCollector,
  advice: string,
): AccessToken {
  collectTokens(response, secrets);
  const { statusCode } = response;
  const fields = jsonObject(utf8Text(response.body));
  const token = fields?.access_token;
  if (typeof token === 'string') secrets.add(token);
  if (statusCode >= 400) throw refused(statusCode, fields, advice);
  if (statusCode >= 300) {
    throw unusable(
      statusCode,
      'and redirects are not followed',
      'Set `token_url` to the address of the token endpoint itself.',
    );
  }
  if (typeof token !== 'string' || token.trim() === '') {
    throw unusable(
      statusCode,
      'but the answer holds no access_token',
      fields
        ? 'Check `token_url`: a token endpoint answers with a JSON object that has `access_token`.'
        : 'The answer is not a JSON object. Check `token_url`.',
    );
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  const control = /[\x00-\x1f\x7f]/.exec(token);
  if (control) {
    throw unusable(
      statusCode,
      `but its access_token holds ${controlName(control[0])}, which no header can carry`,
      'The token endpoint has to send the token without line breaks and control characters.',
    );
  }
  return { token, lifetime_s: lifetime(fields?.expires_in) };
}

const unusable = (statusCode: number, problem: string, advice: string): StepError =>
  httpError(`the token request was answered with HTTP ${statusCode}, ${problem}`, advice);

function controlName(character: string): string {
  if (character === '\r') return 'a carriage return (CR)';
  if (character === '\n') return 'a line feed (LF)';
  return `the control character U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** A description is a sentence; more of one stands in the answer itself, which is kept with the request. */
const longestReason = 300;

function refused(statusCode: number, fields: Record<string, unknown> | null, advice: string): StepError {
  const [error, description] = [fields?.error, fields?.error_description].map((value) =>
    typeof value === 'string' ? shortened(value) : null,
  );
  const reason = [error, description && `(${description})`].filter(Boolean).join(' ');
  return httpError(
    `the token request was answered with HTTP ${statusCode}${reason ? `: ${reason}` : ''}`,
    advice,
  );
}

const shortened = (text: string): string =>
  text.length > longestReason ? `${wholeWords(text, longestReason)} ...` : text;

/** Seconds; servers send the number as text too. Anything else counts as not given. */
function lifetime(expiresIn: unknown): number | null {
  const isNumeral = typeof expiresIn === 'string' && /^\s*-?\d+(\.\d+)?\s*$/.test(expiresIn);
  const seconds = isNumeral ? Number(expiresIn) : expiresIn;
  return typeof seconds === 'number' && Number.isFinite(seconds) ? seconds : null;
}

function jsonObject(text: string | null): Record<string, unknown> | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
