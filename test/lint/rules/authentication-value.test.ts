import { rule } from '../../../src/lint/rules/authentication-value.js';
import { algorithms } from '../../../src/registry/rules/authentication-fields.js';
import { connectorText, ruleCases } from '../support/rule-cases.js';

const apiKey = (place: string) =>
  connectorText(
    `"authentication": {"type": "api_key", "config": {"key": "a", "value": "b", "in": ${place}}}`,
  );
const signed = (algorithm: string) =>
  connectorText(
    `"authentication": {"type": "jwt", "config": {"private_key": "k", "claims": {}, "algorithm": ${algorithm}}}`,
  );
const bearer = (life: string) =>
  connectorText(
    `"authentication": {"type": "oauth_jwt_bearer", "config": {"client_id": "a", "private_key": "k", "token_url": "https://api.acme.io", "subject": "s", "audience": "a", "token_ttl": ${life}}}`,
  );

ruleCases(rule, {
  wrong: [
    {
      name: 'a place that does not exist',
      registry: apiKey('«"body"»'),
      message: /one of header, query/,
    },
    { name: 'a misspelt place', registry: apiKey('«"headers"»'), suggestion: 'header' },
    {
      name: 'a place in capitals',
      registry: apiKey('«"Header"»'),
      suggestion: 'header',
      fixed: apiKey('"header"'),
    },
    {
      name: 'an algorithm in small letters',
      registry: signed('«"rs256"»'),
      suggestion: 'RS256',
      fixed: signed('"RS256"'),
    },
    { name: 'no algorithm at all', registry: signed('«"none"»') },
    { name: 'an algorithm of another kind', registry: signed('«"ES256K"»') },
    { name: 'a time in words', registry: bearer('«"1 hour"»'), message: /number of seconds$/ },
  ],
  right: [
    ...['header', 'query'].map((place) => ({ name: place, registry: apiKey(`"${place}"`) })),
    ...algorithms.map((algorithm) => ({ name: algorithm, registry: signed(`"${algorithm}"`) })),
    { name: 'a templated place', registry: apiKey('"{{ get_variable(\'place\') }}"') },
    { name: 'a templated algorithm', registry: signed('"{{ get_variable(\'algorithm\') }}"') },
    ...['3600', '"3600"', '"{{ get_variable(\'life\') }}"'].map((life) => ({
      name: `a life of ${life}`,
      registry: bearer(life),
    })),
  ],
});
