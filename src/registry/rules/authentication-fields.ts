/** The table of platform.md section 6. */
import {
  type Elsewhere,
  type FieldRule,
  fields,
  misnomers,
  type ObjectRules,
  templateMark,
} from './field-rule.js';

export const algorithms = [
  ...['HS256', 'HS384', 'HS512', 'RS256', 'RS384', 'RS512', 'ES256', 'ES384', 'ES512'],
  ...['PS256', 'PS384', 'PS512', 'EdDSA'],
];

const requiredText: FieldRule = { shape: 'text', required: true };
const text: FieldRule = { shape: 'text' };
const object: FieldRule = { shape: 'object' };
const code = 'bad-authentication-value';
const algorithm: FieldRule = { shape: 'text', oneOf: { code, values: algorithms, templated: true } };

const configMisnomers: Record<string, string> = {
  key: 'name header key_name header_name param',
  value: 'token api_key apiKey key_value',
  in: 'location add_to placement position',
  client_id: 'id clientId',
  client_secret: 'secret clientSecret',
  token_url: 'url token_uri token_endpoint auth_url access_token_url',
  scope: 'scopes',
  private_key: 'key signing_key secret_key privateKey',
  algorithm: 'alg',
  claims: 'payload claim',
  jwt_headers: 'headers header',
  subject: 'sub',
  audience: 'aud',
  token_ttl: 'ttl expires_in expiry lifetime',
  additional_claims: 'claims extra_claims',
};

const config = (type: string, rules: Record<string, FieldRule>): ObjectRules => ({
  what: `the config of \`${type}\``,
  fields: fields(rules),
  misnomers: misnomers(
    Object.fromEntries(Object.entries(configMisnomers).filter(([field]) => Object.hasOwn(rules, field))),
  ),
  elsewhere: new Map(),
});

const apiKey = config('api_key', {
  key: requiredText,
  value: requiredText,
  in: { shape: 'text', required: true, oneOf: { code, values: ['header', 'query'], templated: true } },
});

export const configRules: ReadonlyMap<string, ObjectRules> = new Map([
  ['none', config('none', {})],
  ['api_key', apiKey],
  ['apikey', apiKey],
  [
    'oauth_client_credentials',
    config('oauth_client_credentials', {
      client_id: requiredText,
      client_secret: requiredText,
      token_url: requiredText,
      scope: text,
    }),
  ],
  [
    'jwt',
    config('jwt', {
      private_key: requiredText,
      algorithm,
      claims: { ...object, required: true },
      jwt_headers: object,
    }),
  ],
  [
    'oauth_jwt_bearer',
    config('oauth_jwt_bearer', {
      client_id: requiredText,
      private_key: requiredText,
      token_url: requiredText,
      subject: requiredText,
      audience: requiredText,
      token_ttl: {
        shape: 'flexible-number',
        pattern: {
          code,
          expression: new RegExp(`^\\s*\\d+\\s*$|${templateMark.source}`),
          says: 'must be a number of seconds',
        },
      },
      algorithm,
      additional_claims: object,
      jwt_headers: object,
    }),
  ],
]);

/** The types an author may write today; `apikey` is still understood and no longer offered. */
export const authenticationTypes = [...configRules.keys()].filter((type) => type !== 'apikey');

/** Other tools' names for the types. */
export const typeMisnomers: ReadonlyMap<string, string> = misnomers({
  api_key: 'apiKey api-key key',
  oauth_client_credentials: 'oauth oauth2 client_credentials oauth2_client_credentials',
  oauth_jwt_bearer: 'jwt_bearer oauth_jwt oauth2_jwt_bearer',
});

const fieldOfConfig: Elsewhere = {
  says: (names) =>
    `${names.map((name) => `\`${name}\``).join(', ')} ${names.length === 1 ? 'belongs' : 'belong'} into \`config\`.`,
  insteadOf: 'config',
};

const elsewhere = new Map(
  [...configRules.values()].flatMap((rules) =>
    [...rules.fields.keys()].map((field) => [field, fieldOfConfig] as const),
  ),
);

const fieldMisnomers = misnomers({ type: 'kind method scheme', config: 'configuration settings options' });

/** The rules of `authentication` itself; `config` is required where the type has required fields. */
export const authenticationRules = (type: string | undefined): ObjectRules =>
  rulesByType.get(type) ?? withoutType;

function rulesOfType(type: string, config: ObjectRules | undefined): ObjectRules {
  const holding = [...(config?.fields ?? [])].flatMap(([name, rule]) => (rule.required ? [name] : []));
  return {
    what: config ? `authentication of type \`${type}\`` : '`authentication`',
    fields: fields({
      type: requiredText,
      config: holding.length > 0 ? { ...object, required: true, holding } : object,
    }),
    misnomers: fieldMisnomers,
    elsewhere,
  };
}

const rulesByType: ReadonlyMap<string | undefined, ObjectRules> = new Map(
  [...configRules].map(([type, config]) => [type, rulesOfType(type, config)]),
);

const withoutType = rulesOfType('', undefined);
