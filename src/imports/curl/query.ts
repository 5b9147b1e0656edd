/** The query string of a command, as rows of `query_parameters` where it can be. platform.md sections 1 and 2. */
import { formEncode } from '../../platform/query.js';
import type { DocumentRow } from '../imported-entry.js';
import { type Expression, templateOf } from '../template-text.js';
import type { ApiKey, Credentials } from './credentials.js';
import { placeholderIn } from './open-places.js';
import { decoded, refuseSeveral, type UrlContext } from './url.js';

export interface QueryContext extends UrlContext {
  readonly credentials: Credentials;
  /** The one of them that stands in the URL. */
  readonly url: string | null;
  /** Whether nothing else is the authentication of the connector. */
  readonly mayAuthenticate: boolean;
}

export interface ReadQuery {
  readonly rows: DocumentRow[];
  /** Begins with a question mark; empty where all of it became rows. */
  readonly inUrl: string;
  readonly apiKey: ApiKey | null;
}

interface Pair {
  readonly key: string;
  readonly value: string;
}

/** @param parts query strings, without their question marks */
export function queryOf(parts: readonly string[], context: QueryContext): ReadQuery {
  if (context.url !== null) refuseSeveral(context.url, context);
  const all = parts.flatMap((part) => part.split('&')).filter((pair) => pair !== '');
  const pairs = all.map(pairOf);
  if (all.some((pair) => !pair.includes('='))) {
    context.notes.push(
      'A query parameter without = goes out with one, and an empty value: the platform writes it so.',
    );
  }
  const credential = pairs.find(({ key, value }) => isCredential(key, value, pairs, context));
  const apiKey: ApiKey | null = credential
    ? {
        key: credential.key,
        value: context.credentials.secret(credential.value, credential.key),
        in: 'query',
      }
    : null;
  const rest = pairs.filter((pair) => pair !== credential);
  return canBeRows(rest, context)
    ? { rows: rest.map((pair) => rowOf(pair, context)), inUrl: '', apiKey }
    : { rows: [], inUrl: inUrl(rest, context), apiKey };
}

const ofForm = (text: string): string => decoded(text.replaceAll('+', ' '));

function pairOf(pair: string): Pair {
  const equals = pair.indexOf('=');
  if (equals < 0) return { key: ofForm(pair), value: '' };
  return { key: ofForm(pair.slice(0, equals)), value: ofForm(pair.slice(equals + 1)) };
}

const isCredential = (key: string, value: string, pairs: readonly Pair[], context: QueryContext): boolean =>
  context.mayAuthenticate &&
  context.credentials.isOne(key, value) &&
  pairs.filter((each) => each.key === key).length === 1;

/** Keys have to be there, to be unique and to be literal. */
function canBeRows(pairs: readonly Pair[], { substitutions, notes }: QueryContext): boolean {
  const keys = pairs.map(({ key }) => key);
  const isPlain = (key: string) => key !== '' && [...key].length <= 255 && !substitutions.isIn(key);
  if (!keys.every(isPlain)) return false;
  if (new Set(keys).size === keys.length) return true;
  notes.push(
    'A query parameter stands several times, which `query_parameters` cannot say: the query stays in the URL.',
  );
  return false;
}

function rowOf(
  { key, value }: Pair,
  { credentials, notes, substitutions, isGlobOff }: QueryContext,
): DocumentRow {
  const open = isGlobOff || substitutions.isIn(value) ? null : placeholderIn(value);
  if (open !== null && !credentials.isOne(key, value)) {
    notes.push(
      `The caller gives the query parameter \`${key}\`: the command has a placeholder in its place.`,
    );
    return { key, value: '', overridable: true };
  }
  return {
    key,
    value: credentials.isOne(key, value) ? credentials.secret(value, key) : credentials.plain(value, key),
  };
}

/** A URL sees no secrets: what is one becomes a variable there. */
function inUrl(pairs: readonly Pair[], { credentials, values, substitutions, notes }: QueryContext): string {
  const pieces = pairs.flatMap(({ key, value }, index): (string | Expression)[] => {
    const before = index === 0 ? '?' : '&';
    if (credentials.isOne(key, value) && !substitutions.isIn(value)) {
      notes.push(
        `The query parameter \`${key}\` is a credential; it became a variable, as a URL sees no secrets.`,
      );
      return [
        before,
        formEncode(key),
        '=',
        { expression: `${values.credential(credentials.nameOf(key), value).expression} | urlencode` },
      ];
    }
    return [before, ...encoded(key), '=', ...encoded(value)];
  });
  return pieces.length === 0 ? '' : templateOf(pieces);

  function encoded(text: string): (string | Expression)[] {
    return substitutions
      .split(text)
      .map((piece) =>
        typeof piece === 'string'
          ? formEncode(piece)
          : { expression: `${values.substitution('variable', piece, 'query').expression} | urlencode` },
      );
  }
}
