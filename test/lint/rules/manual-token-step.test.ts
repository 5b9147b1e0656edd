import { rule } from '../../../src/lint/rules/manual-token-step.js';
import { composite, ruleCases } from '../support/rule-cases.js';

const grant = 'grant_type=client_credentials';
const step = (fields: object) => ({ name: 'token', method: 'POST', request_body: grant, ...fields });
const marked = (fields: object) => ({ ...step(fields), name: '«token»' });
const bearer = (value: string) => ({ headers: [{ key: 'Authorization', value: `Bearer ${value}` }] });
const user = bearer('{{ (steps.token.body | from_json).access_token }}');
const assertion = "{{ jwt_encode({'iss': 'x'}, 'k') }}";
const urn = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

ruleCases(rule, {
  wrong: [
    {
      name: 'client credentials',
      registry: composite(marked({}), user),
      message: "the step 'token' fetches a token by hand",
    },
    {
      name: 'with all that the block sends',
      registry: composite(
        marked({ request_body: `${grant}&client_id=a&client_secret={{ request.body_text }}&scope=x y` }),
        user,
      ),
    },
    {
      name: 'a signed assertion',
      registry: composite(marked({ request_body: `grant_type=${urn}&assertion=${assertion}` }), user),
    },
    {
      name: 'a signed assertion, encoded',
      registry: composite(
        marked({ request_body: `assertion=${assertion}&grant_type=${encodeURIComponent(urn)}` }),
        user,
      ),
    },
    {
      name: 'in the query',
      registry: composite(
        marked({ request_body: '', query_parameters: [{ key: 'grant_type', value: 'client_credentials' }] }),
        user,
      ),
    },
    {
      name: 'in the URL',
      registry: composite(marked({ request_body: '', url: `https://auth.acme.io/token?${grant}` }), user),
    },
    {
      name: 'as JSON',
      registry: composite(
        marked({ request_body: '{"grant_type": "client_credentials", "client_id": "{{ user.id }}"}' }),
        user,
      ),
    },
    {
      name: 'as JSON of a template',
      registry: composite(
        marked({ request_body: "{{ {'grant_type': 'client_credentials'} | tojson }}" }),
        user,
      ),
    },
    { name: 'used by two steps', registry: composite(marked({}), user, { ...user, name: 'more' }) },
    {
      name: 'its own body is the token',
      registry: composite(
        marked({ response_body: "{{ response.body | from_json | attr('access_token') }}" }),
        bearer('{{ steps.token.body }}'),
      ),
    },
  ],
  right: [
    {
      name: 'a parameter that the block does not send',
      registry: composite(step({ request_body: `${grant}&audience=https://api.acme.io` }), user),
    },
    {
      name: 'another grant',
      registry: composite(step({ request_body: 'grant_type=password&username=a' }), user),
    },
    {
      name: 'more of the answer is read',
      registry: composite(step({}), user, {
        request_body: '{{ (steps.token.body | from_json).instance_id }}',
        method: 'POST',
      }),
    },
    {
      name: 'the token goes elsewhere',
      registry: composite(step({}), {
        query_parameters: [{ key: 'token', value: '{{ (steps.token.body | from_json).access_token }}' }],
      }),
    },
    { name: 'nothing reads it', registry: composite(step({}), {}) },
    {
      name: 'a step with an authentication block and no form',
      registry: composite(
        {
          ...step({ request_body: '' }),
          url: 'https://auth.acme.io/oauth/token',
          authentication: {
            type: 'oauth_client_credentials',
            config: {
              client_id: 'a',
              client_secret: "{{ get_secret('b') }}",
              token_url: 'https://auth.acme.io/oauth/token',
            },
          },
        },
        bearer("{{ steps.token.body | from_json | attr('access_token') }}"),
      ),
    },
  ],
});
