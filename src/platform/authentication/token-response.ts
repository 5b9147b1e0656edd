/** What a token endpoint answered. RFC 6749 sections 5.1 and 5.2. */
import { utf8Text } from '../../text/utf8.js';
import { httpError, type StepError } from '../failure.js';
import { defaultTokenLifetime_s } from '../limits.js';
import type { UpstreamResponse } from '../transport/transport.js';

export interface AccessToken {
  token: string;
  lifetime_s: number;
}

/** @throws {StepError} with the scope of an HTTP error where the answer holds no token */
export function readTokenResponse(response: UpstreamResponse): AccessToken {
  const fields = jsonObject(utf8Text(response.body));
  if (response.statusCode >= 400) throw refused(response.statusCode, fields);
  const token = fields?.access_token;
  if (typeof token !== 'string' || token === '') {
    throw httpError(
      `the token request was answered with HTTP ${response.statusCode}, but the answer holds no access_token`,
      fields
        ? 'Check `token_url`: a token endpoint answers with a JSON object that has `access_token`.'
        : 'The answer is not a JSON object. Check `token_url`.',
    );
  }
  return { token, lifetime_s: lifetime(fields?.expires_in) };
}

function refused(statusCode: number, fields: Record<string, unknown> | null): StepError {
  const error = typeof fields?.error === 'string' ? fields.error : null;
  const description = typeof fields?.error_description === 'string' ? fields.error_description : null;
  const reason = [error, description && `(${description})`].filter(Boolean).join(' ');
  return httpError(
    `the token request was answered with HTTP ${statusCode}${reason ? `: ${reason}` : ''}`,
    'Check `client_id`, `client_secret`, `scope` and `token_url`, and that the secrets have values here.',
  );
}

/** Seconds; servers send the number as text too. Anything else counts as not given. */
function lifetime(expiresIn: unknown): number {
  const seconds = typeof expiresIn === 'string' ? Number.parseFloat(expiresIn) : expiresIn;
  return typeof seconds === 'number' && Number.isFinite(seconds) ? seconds : defaultTokenLifetime_s;
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
