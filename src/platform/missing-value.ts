/** What stands for a secret or variable that has no value. platform.md section 4. */
import { Markup } from '../jinja/index.js';
import type { SecretCollector } from './settings.js';

/**
 * The literal text of the call, which goes out in place of the value; never HTML-escaped. `default` treats it as
 * undefined: section 2 allows `get_variable('name') | default('literal')`, which would otherwise never apply.
 */
export class MissingValue extends Markup {
  constructor(
    readonly what: 'secret' | 'variable',
    readonly name: string,
    private readonly onDefault: () => void,
  ) {
    super(`{{ get_${what}('${name}') }}`);
  }

  /** A default has taken the place of the literal text. */
  defaulted(): void {
    this.onDefault();
  }
}

const literalCall = /^\{\{ get_(?:secret|variable)\('[^']*'\) \}\}$/;

/** The literal text of a call is no secret, wherever it goes: an author has to see that it went out. */
export const withoutLiteralCalls = (secrets: SecretCollector): SecretCollector => ({
  add(value) {
    if (!literalCall.test(value.trim())) secrets.add(value);
  },
});

/** What to do about a name without a value. */
export const missingMessage = (what: 'secret' | 'variable', name: string): string =>
  what === 'secret'
    ? `the secret '${name}' has no value here: the literal text {{ get_secret('${name}') }} goes out in its place, which an upstream answers with 401. Set CONNECTOR_SECRET_${name}, or put it into the secrets file`
    : `the variable '${name}' has no value here: the literal text {{ get_variable('${name}') }} goes out in its place. Set it under \`variables\` in the configuration, or with --variable ${name}=...`;
