/** What a browser could replace that it should not: rows with `overridable: true` that say who calls, or that open the door. */
import { isBlank } from '../../platform/prepare.js';
import type { Row, SimpleConnector } from '../../registry/model.js';
import { readTemplate } from '../sites.js';
import { headerOf } from './authentication-header.js';

export interface Exposed {
  readonly row: Row;
  readonly kind: 'header' | 'query parameter';
  /** `user.id`, or null where it is a credential. */
  readonly identity: string | null;
}

/** Composites are silent: nothing of the call reaches the requests of their steps. platform.md section 3. */
export function exposedRows(connector: SimpleConnector): readonly Exposed[] {
  if (!connector.headers.some(isOverridable) && !connector.queryParameters.some(isOverridable)) return [];
  const found: Exposed[] = [];
  const replaced = headerOf(connector.authentication);
  for (const row of connector.headers) {
    // The authentication block replaces it, whoever set it.
    if (!row.overridable || row.key.value.toLowerCase() === replaced) continue;
    const exposed = exposedBy(row, isCredentialHeader(row.key.value));
    if (exposed) found.push({ ...exposed, kind: 'header' });
  }
  for (const row of connector.queryParameters) {
    const exposed = row.overridable ? exposedBy(row, false) : null;
    if (exposed) found.push({ ...exposed, kind: 'query parameter' });
  }
  return found;
}

const isOverridable = ({ overridable }: Row): boolean => overridable;

const identities: ReadonlySet<string | number> = new Set(['id', 'email', 'username']);

function exposedBy(row: Row, isCredential: boolean): Omit<Exposed, 'kind'> | null {
  const { value } = row;
  if (!value || isBlank(value)) return null;
  const read = readTemplate(value);
  if (read && 'error' in read) return null;
  const identity = read?.analysis.variables.find(
    ({ name, path, origin }) =>
      name === 'user' && origin !== 'template' && path[0] !== undefined && identities.has(path[0].key),
  );
  if (identity) return { row, identity: `user.${identity.path[0]?.key}` };
  const usesSecret = read?.analysis.functions.some(
    ({ name, origin }) => name === 'get_secret' && origin !== 'template',
  );
  return isCredential || usesSecret ? { row, identity: null } : null;
}

const isCredentialHeader = (name: string): boolean =>
  /^(?:proxy-)?authorization$|^(?:x-)?api-?key$/i.test(name);
