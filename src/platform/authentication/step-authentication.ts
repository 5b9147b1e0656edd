/** Gives an authentication scheme its rendered configuration and its token requests. */

import type { Authentication } from '../../registry/model.js';
import { utf8Text } from '../../text/utf8.js';
import { exchange } from '../exchange.js';
import { templateError } from '../failure.js';
import { acceptUrl } from '../prepare.js';
import type { RunContext } from '../run-context.js';
import type { StepRecorder } from '../step-recorder.js';
import type { UpstreamResponse } from '../transport/transport.js';
import type { AuthenticationStep } from './scheme.js';

/** Enough of a refused token answer to see what the server said. In characters. */
const errorBodyHead = 4096;

export function stepAuthentication(
  authentication: Authentication,
  recorder: StepRecorder,
  run: RunContext,
): AuthenticationStep {
  const label = (name: string) => `authentication.config.${name}`;

  const optionalText = (name: string): string | null => {
    const field = authentication.text(name);
    if (!field) return null;
    return run.renderer.render(field, label(name), 'value', run.contexts.of('value'));
  };

  return {
    tokens: run.tokens,
    secrets: run.secrets,
    optionalText,
    text(name) {
      const text = optionalText(name);
      if (text !== null) return text;
      const message = `authentication of type '${authentication.type}' needs \`${name}\``;
      throw templateError(
        run.renderer.fault(
          authentication.typeField,
          label(name),
          'runtime',
          message,
          `Add \`${name}\` to \`config\`.`,
        ),
      );
    },
    async requestToken(fieldName, tokenUrl, form, read) {
      const field = authentication.text(fieldName) ?? authentication.typeField;
      const url = acceptUrl(tokenUrl, field, label(fieldName), run);
      const response = await exchange(
        {
          purpose: 'token',
          method: 'POST',
          url: url.origin + url.pathAndQuery,
          hostname: url.hostname,
          headers: [
            ['Content-Type', 'application/x-www-form-urlencoded'],
            ['Accept', 'application/json'],
          ],
          body: form,
        },
        run.exchange,
        recorder,
      );
      return readOrKeep(response, read, recorder);
    },
  };
}

/** Where the answer holds no token, its head stays with the request for people to read. */
function readOrKeep<T>(
  response: UpstreamResponse,
  read: (response: UpstreamResponse) => T,
  recorder: StepRecorder,
): T {
  try {
    return read(response);
  } catch (error) {
    const request = recorder.requests.at(-1);
    if (request) request.error_body = utf8Text(response.body)?.slice(0, errorBodyHead) ?? null;
    throw error;
  }
}
