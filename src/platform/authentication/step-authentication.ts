/** Gives an authentication scheme its rendered configuration and its token requests. */

import { Dict, dumpJson, TemplateError } from '../../jinja/index.js';
import type { Authentication } from '../../registry/model.js';
import { quoteShort, wholeWords } from '../../text/excerpt.js';
import { utf8Text } from '../../text/utf8.js';
import { platformEnvironment } from '../environment.js';
import { exchange } from '../exchange.js';
import { signingError, templateError } from '../failure.js';
import { encodeJwt } from '../jwt/encode.js';
import { SigningError, type SigningPart } from '../jwt/signing-error.js';
import { acceptUrl } from '../prepare.js';
import type { RunContext } from '../run-context.js';
import type { StepRecorder } from '../step-recorder.js';
import type { UpstreamResponse } from '../transport/transport.js';
import { type ConfigRenderer, placeOf, renderValue } from './config-values.js';
import { collectCredential } from './credentials.js';
import type { AuthenticationStep, JwtRequest } from './scheme.js';

/** Enough of a refused token answer to see what the server said. In characters. */
const errorBodyHead = 4096;

/** The fields that may be to blame for a signing failure; the first that the configuration has is. */
const fieldsOf: Record<SigningPart, readonly string[]> = {
  key: ['private_key'],
  algorithm: ['algorithm', 'jwt_headers'],
  payload: ['claims', 'additional_claims'],
  headers: ['jwt_headers'],
};

export function stepAuthentication(
  authentication: Authentication,
  /** The step that warnings name; null in a simple connector. */
  owner: string | null,
  recorder: StepRecorder,
  run: RunContext,
): AuthenticationStep {
  const label = (name: string) => `authentication.config.${name}`;

  const renderer: ConfigRenderer = {
    text: (field, labelOfField) =>
      run.renderer.render(field, labelOfField, 'value', run.contexts.of('value')),
    refuse(value, labelOfValue, message) {
      const place = placeOf(value);
      throw templateError(run.renderer.fault(place, labelOfValue, 'runtime', `the value ${message}`, null));
    },
  };

  const optionalText = (name: string): string | null => {
    const field = authentication.text(name);
    return field && renderer.text(field, label(name));
  };

  const text = (name: string): string => {
    const rendered = optionalText(name);
    if (rendered !== null) return rendered;
    throw refusal(
      label(name),
      `authentication of type '${authentication.type}' needs \`${name}\``,
      `Add \`${name}\` to \`config\`.`,
    );
  };

  const refusal = (labelOfField: string, message: string, hint: string | null) =>
    templateError(run.renderer.fault(authentication.typeField, labelOfField, 'runtime', message, hint));

  const signingFailure = (part: SigningPart, message: string, advice: string | null) => {
    const name = fieldsOf[part].find((each) => authentication.config.has(each));
    const value = name === undefined ? undefined : authentication.config.get(name);
    const labelOfField = name === undefined ? 'authentication' : label(name);
    const place = value ? placeOf(value) : authentication.typeField;
    const fault = run.renderer.fault(place, labelOfField, 'jwt', message, advice);
    // The template is shown with the fault; a key that stands there with all its lines would only be `***`.
    const isLine = value?.kind === 'text' && !/[\r\n]/.test(value.field.value);
    if (!isLine) return signingError(fault);
    const whole = { start: 0, end: value.field.value.length };
    return signingError({ ...fault, ...run.renderer.placeOf(value.field, labelOfField, whole) });
  };

  return {
    tokens: run.tokens,
    secrets: run.secrets,
    optionalText,
    text,
    credential(name) {
      const rendered = text(name);
      collectCredential(name, authentication.text(name), rendered, run.secrets);
      return rendered;
    },
    object(name) {
      const value = authentication.config.get(name);
      const rendered = value && renderValue(value, label(name), renderer);
      return rendered instanceof Dict ? rendered : null;
    },
    seconds(name) {
      const value = authentication.config.get(name);
      if (!value) return null;
      const written = value.kind === 'number' ? value.source : optionalText(name);
      if (written !== null && /^\s*\d+(\.\d+)?\s*$/.test(written)) return Number(written);
      const shown = written === null ? '' : `, not ${quoteShort(written)}`;
      const message = `\`${name}\` must be a number of seconds${shown}`;
      throw templateError(run.renderer.fault(placeOf(value), label(name), 'runtime', message, null));
    },
    sign(request: JwtRequest) {
      try {
        return encodeJwt(request, platformEnvironment().runtime(), run.secrets);
      } catch (error) {
        if (error instanceof SigningError) throw signingFailure(error.part, error.message, error.advice);
        if (error instanceof TemplateError) throw signingFailure('payload', error.message, null);
        throw error;
      }
    },
    json(value) {
      try {
        return dumpJson(value, {}, platformEnvironment().runtime());
      } catch (error) {
        if (error instanceof TemplateError) throw signingFailure('payload', error.message, null);
        throw error;
      }
    },
    refuse: (message, hint) => refusal('authentication.type', message, hint),
    warn: (code, message) => run.warn(code, message, owner),
    unixSeconds: () => run.clock.clock.unixSeconds(),
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
    const text = utf8Text(response.body);
    if (request && text !== null) request.error_body = wholeWords(text, errorBodyHead);
    throw error;
  }
}
