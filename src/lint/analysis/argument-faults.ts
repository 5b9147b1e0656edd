/** Arguments that a function of the platform cannot take. */
import { type ast, Float } from '../../jinja/index.js';
import { algorithms } from '../../registry/rules/authentication-fields.js';
import type { Span } from '../../text/source.js';
import { listNames, suggest } from '../../text/suggest.js';
import type { Report } from '../finding.js';
import { type FunctionName, type FunctionUse, signatures } from './platform-functions.js';

export interface ArgumentFault {
  readonly span: Span;
  readonly report: Omit<Report, 'at'>;
  /** A number in quotes, to be written without them. */
  readonly unquoted?: string;
}

const counts = ['no argument', 'one argument', 'two arguments', 'three arguments', 'four arguments'];

/** The first of a call; null where all fit, or may. */
export function argumentFault({ name, nameSpan }: FunctionUse, { args }: ast.Call): ArgumentFault | null {
  const { parameters, required } = signatures[name];
  const { positional, keyword, spread, keywordSpread } = args;
  const extra = positional[parameters.length];
  if (extra) {
    const message = `\`${name}\` takes ${counts[parameters.length]}, and this is one more`;
    return { span: extra.span, report: { message, hint: usage(name) } };
  }
  const given = new Set(parameters.slice(0, positional.length));
  for (const { name: word, nameSpan: span } of keyword) {
    if (!parameters.includes(word)) {
      const near = suggest(word, parameters) ?? aliases.get(word);
      const suggestion = near !== undefined && parameters.includes(near) ? near : undefined;
      const message = `\`${name}\` has no argument \`${word}\``;
      return { span, report: { message, hint: usage(name), ...(suggestion && { suggestion }) } };
    }
    if (given.has(word)) {
      return { span, report: { message: `\`${name}\` is given \`${word}\` twice`, hint: usage(name) } };
    }
    given.add(word);
  }
  const missing = parameters.slice(0, required).filter((parameter) => !given.has(parameter));
  if (missing.length > 0 && !spread && !keywordSpread) {
    const message =
      missing.length === parameters.length
        ? `\`${name}\` is called without an argument`
        : `\`${name}\` is called without ${missing.map((each) => `\`${each}\``).join(' and ')}`;
    return { span: nameSpan, report: { message, hint: usage(name) } };
  }
  return spread
    ? null
    : valueFault(name, (parameter) => {
        const value = positional[parameters.indexOf(parameter)];
        return value ?? keyword.find((each) => each.name === parameter)?.value;
      });
}

const aliases = new Map([
  ['alg', 'algorithm'],
  ['secret', 'key'],
  ['private_key', 'key'],
  ['claims', 'payload'],
  ['header', 'headers'],
  ['seconds', 'offset'],
]);

function usage(name: FunctionName): string {
  switch (name) {
    case 'jwt_encode':
      return 'Write `jwt_encode(payload, key, algorithm)`, and its headers as a fourth argument where they are needed.';
    case 'now':
      return 'Write `now()`, or `now(3600)` for an hour later.';
    case 'by_id':
      return "Write the profile field's number: `user.profile_fields.by_id(123)`.";
    default:
      return `Write \`${name}('name')\`.`;
  }
}

type ArgumentOf = (parameter: string) => ast.Expression | undefined;

function valueFault(name: FunctionName, argument: ArgumentOf): ArgumentFault | null {
  switch (name) {
    case 'now':
      return numberFault(argument('offset'), 'the offset of `now` is a number of seconds', 'error');
    case 'by_id':
      return numberFault(argument('id'), '`by_id` takes the number of a profile field', 'warning');
    case 'jwt_encode':
      return payloadFault(argument('payload')) ?? algorithmFault(argument('algorithm'), argument('headers'));
    default:
      // What names a secret is looked at by rules of its own.
      return null;
  }
}

function numberFault(
  value: ast.Expression | undefined,
  expected: string,
  severity: 'error' | 'warning',
): ArgumentFault | null {
  if (!value) return null;
  const found = kindOf(value);
  if (found === null) return null;
  const text = value.kind === 'Const' && typeof value.value === 'string' ? value.value : '';
  return {
    span: value.span,
    report: { message: `${expected}, and this is ${found}`, severity },
    ...(/^(?:0|[1-9]\d*)$/.test(text) && { unquoted: text }),
  };
}

/** What a literal is that is no number; null for numbers and for what is no literal. */
function kindOf(value: ast.Expression): string | null {
  if (value.kind === 'List' || value.kind === 'Tuple') return 'a list';
  if (value.kind === 'Dict') return 'an object';
  if (value.kind === 'Concat') return 'text';
  if (value.kind !== 'Const') return null;
  if (typeof value.value === 'string') return 'text';
  return value.value === null ? 'None' : null;
}

function payloadFault(payload: ast.Expression | undefined): ArgumentFault | null {
  if (!payload) return null;
  const isEncoded =
    payload.kind === 'Filter' && (payload.name === 'tojson' || payload.name === 'json_encode');
  const isNumber =
    payload.kind === 'Const' && (typeof payload.value === 'number' || payload.value instanceof Float);
  const found = isEncoded ? 'text' : isNumber ? 'a number' : payload.kind === 'Dict' ? null : kindOf(payload);
  if (found === null) return null;
  return {
    span: payload.span,
    report: {
      message: `the payload of \`jwt_encode\` is an object, and this is ${found}`,
      hint: "Write the claims as an object: `{'iss': '...', 'exp': now(300)}`.",
    },
  };
}

function algorithmFault(
  value: ast.Expression | undefined,
  headers: ast.Expression | undefined,
): ArgumentFault | null {
  if (value?.kind !== 'Const' || (headers && mayHaveAlgorithm(headers))) return null;
  if (typeof value.value !== 'string') {
    const message = `the algorithm of \`jwt_encode\` is text, such as 'RS256'`;
    return { span: value.span, report: { message } };
  }
  const name = value.value;
  if (algorithms.includes(name)) return null;
  const { start, end } = value.span;
  const span = name === '' ? value.span : { start: start + 1, end: end - 1 };
  const suggestion = suggest(name, algorithms);
  return {
    span,
    report: {
      message: `there is no signature algorithm ${JSON.stringify(name)}`,
      hint: `There are ${listNames(families)}.`,
      ...(suggestion !== undefined && { suggestion }),
    },
  };
}

const families = ['HS256/384/512', 'RS256/384/512', 'ES256/384/512', 'PS256/384/512', 'EdDSA'];

/** Headers of one's own have the last word on the algorithm. */
const mayHaveAlgorithm = (headers: ast.Expression): boolean =>
  headers.kind === 'Dict'
    ? headers.pairs.some(({ key }) => key.kind !== 'Const' || key.value === 'alg')
    : headers.kind !== 'Const';
