/** Names that an imported connector needs: of itself, and of its secrets and variables. */
import { derivePermalink } from '../../registry/permalink.js';
import type { OpenApiDocument } from './document.js';
import type { Operation } from './operations.js';
import { member, oneLine, textOf } from './values.js';

/** platform.md section 1. */
const longestName = 255;

/** A name that a permalink can be derived from: the summary, the operation's id, or method and path. */
export function connectorName(operation: Operation, wish: string | undefined): string {
  const candidates = [
    wish,
    textOf(operation.value, 'summary'),
    inWords(textOf(operation.value, 'operationId') ?? ''),
    `${operation.method} ${operation.path}`,
    `${operation.method} operation`,
  ];
  const usable = candidates
    // A name is literal: what looks like a template in it would only mislead.
    .map((each) => (each ?? '').replace(/\{[{%#]|[}%#]\}/g, ''))
    .map((each) => oneLine(each, longestName).replace(/(?<=.)\.$/, ''))
    .find((each) => derivePermalink(each) !== '');
  return usable ?? 'Operation';
}

/** `getPetById` becomes `Get pet by id`. */
function inWords(id: string): string {
  const words = snakeCase(id.slice(0, 1000)).replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** `fetchOrder-v2` becomes `fetch_order_v2`: a name of Jinja2, and of a secret. */
export function snakeCase(text: string): string {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');
  return /^\d/.test(words) ? `n${words}` : words;
}

/** Words of a title that tell nothing. */
const noise: ReadonlySet<string> = new Set([
  'api',
  'apis',
  'openapi',
  'swagger',
  'rest',
  'the',
  'public',
  'specification',
  'definition',
]);

/** What the secrets and variables of a document begin with. */
export function prefixOf(document: OpenApiDocument): string {
  const title = textOf(member(document.root, 'info'), 'title') ?? '';
  const words = snakeCase(title.slice(0, 200))
    .split('_')
    .filter((word) => word !== '' && !noise.has(word) && !/^v?\d+$/.test(word));
  const prefix = words.slice(0, 3).join('_').slice(0, 40).replace(/_$/, '');
  return prefix === '' ? 'api' : prefix;
}
