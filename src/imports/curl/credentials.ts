/** Values of headers and parameters as templates: credentials out of secrets, the rest as it is. platform.md section 4. */
import { knownCredentials } from '../../text/credentials/formats.js';
import { isCredentialName, isShortKey } from '../../text/credentials/names.js';
import { looksRandom } from '../../text/credentials/placeholder.js';
import { type Expression, literalTemplate, templateOf } from '../template-text.js';
import { isOpenPlace } from './open-places.js';
import type { Substitution, Substitutions } from './shell/substitutions.js';
import { identifier, type StoredValues } from './stored-values.js';

/** A header or query parameter takes this many characters. platform.md section 1. */
const longestValue = 1000;

/** The config of `authentication` of type `api_key`. platform.md section 6. */
export interface ApiKey {
  readonly key: string;
  readonly value: string;
  readonly in: 'header' | 'query';
}

export class Credentials {
  constructor(
    /** What names begin with: `stripe`. */
    private readonly service: string,
    private readonly substitutions: Substitutions,
    private readonly values: StoredValues,
  ) {}

  /** `Bearer abc`: the scheme stays, so that one can see it. */
  authorization(value: string): string {
    const [, before, token = ''] = /^([A-Za-z][\w-]*\s+(?:token=)?["']?)(\S.*)$/s.exec(value) ?? [];
    if (before === undefined) return this.secret(value, 'token');
    const [, bare = token, after = ''] = /^(.*?)(["']?)$/s.exec(token) ?? [];
    const isBasic = /^basic\s/i.test(before);
    return before + this.secret(bare, isBasic ? 'basic' : 'token') + after;
  }

  /** The Authorization header of `-u user:password`. */
  basic(pair: string): string {
    const colon = pair.indexOf(':');
    const user = colon < 0 ? pair : pair.slice(0, colon);
    const password = colon < 0 ? null : pair.slice(colon + 1);
    const parts = [
      ...this.#operands(user, 'user', (text) => /[{}<>]|^YOUR[_-]/i.test(text)),
      "':'",
      ...(password === null
        ? [this.values.secret(this.nameOf('password'), null).expression]
        : this.#operands(password, 'password', isOpenPlace)),
    ];
    return templateOf(['Basic ', { expression: `(${joinedText(parts).join(' ~ ')}) | base64_encode` }]);
  }

  #operands(text: string, what: string, isOpen: (text: string) => boolean): string[] {
    const name = this.nameOf(what);
    const pieces = this.substitutions.split(text);
    if (pieces.length === 1 && typeof pieces[0] === 'string') {
      return [this.values.secret(name, isOpen(text) ? null : text).expression];
    }
    return pieces.map((piece) =>
      typeof piece === 'string'
        ? `'${piece.replace(/[\\']/g, '\\$&')}'`
        : this.values.substitution('secret', piece, name).expression,
    );
  }

  /** All of the text is one secret, or what the shell would fill in is. */
  secret(text: string, what: string): string {
    const name = this.nameOf(what);
    if (!this.substitutions.isIn(text)) {
      return templateOf([this.values.secret(name, isOpenPlace(text) ? null : text)]);
    }
    return this.#pieces(text, (piece) => this.values.substitution('secret', piece, name), literally);
  }

  /** Text that is no secret by its place; what is one by its form becomes one all the same. */
  plain(text: string, what: string): string {
    const name = this.nameOf(what);
    const template = this.#pieces(
      text,
      (piece) => this.values.substitution('variable', piece, identifier(what)),
      (piece) => this.#withoutKnown(piece, name),
    );
    const isTooLong = [...template].length > longestValue && !this.substitutions.isIn(text);
    return isTooLong ? templateOf([this.values.variable(name, text)]) : template;
  }

  #pieces(
    text: string,
    ofShell: (piece: Substitution) => Expression,
    ofText: (piece: string) => (string | Expression)[],
  ): string {
    return templateOf(
      this.substitutions
        .split(text)
        .flatMap((piece) => (typeof piece === 'string' ? ofText(piece) : [ofShell(piece)])),
    );
  }

  #withoutKnown(text: string, name: string): (string | Expression)[] {
    const pieces: (string | Expression)[] = [];
    let end = 0;
    for (const found of knownCredentials(text)) {
      pieces.push(text.slice(end, found.start), this.values.secret(name, text.slice(found.start, found.end)));
      end = found.end;
    }
    return [...pieces, text.slice(end)];
  }

  /** `X-Api-Key` of stripe is `stripe_api_key`. */
  nameOf(what: string): string {
    const name = identifier(what).replace(/^x_(?=.)/, '');
    return name === this.service || name.startsWith(`${this.service}_`) ? name : `${this.service}_${name}`;
  }

  /** Whether a header or query parameter of this name and value is a credential. */
  isOne(key: string, value: string): boolean {
    if (value === '') return false;
    if (!isCredentialName(key)) return isOfSession(key, value);
    // `key` and `token` alone name many things.
    if (!/^(?:key|token)$/i.test(key)) return true;
    const isKnown = knownCredentials(value).length > 0 || looksRandom(value) || isShortKey(value);
    return isKnown || this.substitutions.isIn(value) || /your|[<>{}]|api|xxx/i.test(value);
  }

  /** A cookie that anybody may read keeps its text. */
  cookie(value: string): string {
    const isPlain = value.split(';').every((pair) => {
      const [name = '', ...rest] = pair.trim().split('=');
      const text = rest.join('=');
      return (
        !/sess|sid|auth|token|jwt|csrf|xsrf|key|user|login/i.test(name) &&
        /^[A-Za-z]{0,15}$|^\d{0,6}$/.test(text)
      );
    });
    return isPlain ? literalTemplate(value) : this.secret(value, 'cookie');
  }
}

/** Names that credentials go by beside harmless values, so that the value has to look like one: `X-Appwrite-Key`, `session_id`. */
const isOfSession = (key: string, value: string): boolean =>
  (/csrf|xsrf/i.test(key) && (looksRandom(value) || isShortKey(value))) ||
  (/(?:[-_]key|session(?:[-_]?id)?|[-_]?signature|[-_]?sid|[-_]credential)$/i.test(key) &&
    !/idempotency|public|publishable|site|cache|sort|partition/i.test(key) &&
    looksRandom(value));

const literally = (text: string): string[] => [text];

/** `'a' ~ ':' ~ 'b'` is one text. */
function joinedText(operands: readonly string[]): string[] {
  const joined: string[] = [];
  for (const operand of operands) {
    const before = joined.at(-1);
    if (before?.endsWith("'") && !before.startsWith('get_') && operand.startsWith("'")) {
      joined[joined.length - 1] = before.slice(0, -1) + operand.slice(1);
    } else joined.push(operand);
  }
  return joined;
}
