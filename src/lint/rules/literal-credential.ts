import { textsIn } from '../../platform/authentication/config-values.js';
import { type FieldGroup, isVisible } from '../../platform/fields.js';
import type { Authentication, Registry, SimpleConnector, TextField } from '../../registry/model.js';
import { anyMark, type Credential, knownCredentials } from '../../text/credentials/formats.js';
import { namedPairs } from '../../text/credentials/names.js';
import { oncePer } from '../../text/once.js';
import {
  authorizationValue,
  namedHeader,
  namedValue,
  secretField,
  signingKeys,
} from '../analysis/literal-credentials.js';
import { within } from '../place.js';
import type { Rule } from '../rule.js';

/** platform.md section 4, `get_secret`. */
export const rule: Rule = {
  id: 'literal-credential',
  severity: 'error',
  summary: 'A password, key or token that is written out',
  documentation: {
    why: 'The registry stands in a repository, and everybody who can read it has every credential that is written in it, for as long as its history is kept. `get_secret()` takes a credential from where the platform keeps secrets. One that was written out is no longer secret and has to be replaced where it was issued.',
    wrong: `{
  "connectors": [
    {
      "name": "Orders",
      "url": "https://api.acme.io/orders",
      "headers": [{ "key": "Authorization", "value": "Basic b3JkZXJzOnNhbmQtNDctaGlsbA==" }]
    }
  ]
}`,
    right: `{
  "connectors": [
    {
      "name": "Orders",
      "url": "https://api.acme.io/orders",
      "headers": [{ "key": "Authorization", "value": "Basic {{ get_secret('orders_basic') }}" }]
    }
  ]
}`,
  },
  visit: {
    request({ kind, registry, request }, report) {
      const isSearched = mayHoldCredentials(registry);
      const look = (field: TextField, group: FieldGroup, found: readonly Credential[]) => {
        const known = isSearched ? knownCredentials(field.value) : none;
        if (known.length + found.length === 0) return;
        const hint = isVisible(kind, group, 'get_secret') ? inPlace : elsewhere;
        for (const { what, start, end } of apart([...known, ...found])) {
          report({ at: within(field, { start, end }), message: `${what} is written out here`, hint });
        }
      };
      const { url, headers, queryParameters, authentication, requestBody, responseBody } = request;
      if (url) look(url, 'url', url.value.includes('?') ? namedPairs(url) : none);
      for (const { key, value } of headers) if (value) look(value, 'value', inHeader(value, key.value));
      for (const { key, value } of queryParameters)
        if (value) look(value, 'value', inQuery(value, key.value));
      if ('pathParameters' in request) {
        for (const { value } of (request as SimpleConnector).pathParameters) {
          if (value) look(value, 'value', none);
        }
      }
      for (const [name, value] of authentication?.config ?? []) {
        if (value.kind === 'text') look(value.field, 'value', inConfig(value.field, name, authentication));
        else for (const field of textsIn(value)) look(field, 'value', inConfig(field, name, authentication));
      }
      if (requestBody) {
        look(requestBody, 'request_body', both(signingKeys(requestBody), namedPairs(requestBody)));
      }
      if (responseBody) look(responseBody, 'response_body', none);
    },
  },
};

/** Whether any field of the registry can hold one: most registries have none, and need not be searched by field. */
const mayHoldCredentials = oncePer(({ file }: Registry): boolean => anyMark.test(file.text));

const none: readonly Credential[] = [];

const replaceIt = 'Replace this one where it was issued: whoever has the file has it.';
const inPlace = `Keep it as a secret and write {{ get_secret('name') }} in its place. ${replaceIt}`;
const elsewhere = `Templates cannot see secrets here: send it in a header, a query parameter or an \`authentication\` block, as {{ get_secret('name') }}. ${replaceIt}`;

const isAuthorization = (name: string): boolean => /^(?:proxy-)?authorization$/i.test(name);

/** Most places have neither, and there are many. */
const both = (some: readonly Credential[], others: readonly Credential[]): readonly Credential[] =>
  others.length === 0 ? some : [...some, ...others];

const inHeader = (field: TextField, name: string): readonly Credential[] =>
  both(isAuthorization(name) ? authorizationValue(field) : namedHeader(field, name), signingKeys(field));

const inQuery = (field: TextField, name: string): readonly Credential[] =>
  both(namedValue(field, name), signingKeys(field));

function inConfig(
  field: TextField,
  name: string,
  authentication: Authentication | null,
): readonly Credential[] {
  if (name === 'client_secret' || name === 'private_key') return secretField(field, name);
  const key = name === 'value' ? authentication?.text('key') : null;
  if (!key) return none;
  // Whatever its header is called, the value of an API key is one.
  return isAuthorization(key.value) ? authorizationValue(field) : secretField(field, 'value');
}

/** Whoever has more in one field has one cause. */
const mostInField = 50;

/** None inside another, those of the better known form first. */
function apart(found: readonly Credential[]): Credential[] {
  const kept: Credential[] = [];
  for (const each of found.slice(0, mostInField)) {
    if (!kept.some(({ start, end }) => each.start < end && start < each.end)) kept.push(each);
  }
  return kept;
}
