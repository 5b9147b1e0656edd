import { textsIn } from '../../platform/authentication/config-values.js';
import type { FieldGroup } from '../../platform/fields.js';
import { isVisible } from '../../platform/fields.js';
import type { RequestDefinition, SimpleConnector, Step, TextField } from '../../registry/model.js';
import { type Credential, knownCredentials } from '../analysis/credential-formats.js';
import {
  authorizationValue,
  namedPairs,
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
    request({ kind, request }, report) {
      for (const { field, group, find } of suspects(request)) {
        const found = [...knownCredentials(field.value), ...find(field)];
        for (const { what, start, end } of apart(found)) {
          report({
            at: within(field, { start, end }),
            message: `${what} is written out here`,
            hint: isVisible(kind, group, 'get_secret')
              ? "Keep it as a secret and write {{ get_secret('name') }} in its place. Replace this one where it was issued: whoever has the file has it."
              : "Templates cannot see secrets here: send it in a header, a query parameter or an `authentication` block, as {{ get_secret('name') }}. Replace this one where it was issued: whoever has the file has it.",
          });
        }
      }
    },
  },
};

interface Suspect {
  readonly field: TextField;
  readonly group: FieldGroup;
  /** What to look for beside the well-known forms. */
  find(field: TextField): Credential[];
}

function* suspects(request: RequestDefinition | SimpleConnector | Step): Iterable<Suspect> {
  const { url, headers, queryParameters, authentication, requestBody, responseBody } = request;
  if (url) yield { field: url, group: 'url', find: namedPairs };
  for (const { key, value } of [...headers, ...queryParameters]) {
    if (value) yield { field: value, group: 'value', find: (field) => inValue(field, key.value) };
  }
  for (const { value } of 'pathParameters' in request ? request.pathParameters : []) {
    if (value) yield { field: value, group: 'value', find: () => [] };
  }
  for (const [name, value] of authentication?.config ?? []) {
    const isSecret = name === 'client_secret' || name === 'private_key';
    const keyName = name === 'value' ? (authentication?.text('key')?.value ?? '') : '';
    for (const field of textsIn(value)) {
      yield {
        field,
        group: 'value',
        find: (text) => (isSecret ? secretField(text, name) : keyName ? inKey(text, keyName) : []),
      };
    }
  }
  if (requestBody) {
    yield {
      field: requestBody,
      group: 'request_body',
      find: (field) => [...signingKeys(field), ...namedPairs(field)],
    };
  }
  if (responseBody) yield { field: responseBody, group: 'response_body', find: () => [] };
}

const isAuthorization = (name: string): boolean => /^(?:proxy-)?authorization$/i.test(name);

const inValue = (field: TextField, name: string): Credential[] => [
  ...(isAuthorization(name) ? authorizationValue(field) : namedValue(field, name)),
  ...signingKeys(field),
];

/** Whatever its header is called, the value of an API key is one. */
const inKey = (field: TextField, name: string): Credential[] =>
  isAuthorization(name) ? authorizationValue(field) : namedValue(field, 'api_key');

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
