/** Registries of any size in which nothing is wrong: what authors write, in other words for each entry. */

const resources = [
  ...['order', 'invoice', 'contact', 'ticket', 'course', 'badge', 'event', 'product', 'article', 'review'],
  ...['booking', 'payment', 'licence', 'project', 'survey', 'webinar', 'lesson', 'comment', 'reward', 'case'],
];
const systems = [
  'crm',
  'shop',
  'helpdesk',
  'academy',
  'billing',
  'ideas',
  'portal',
  'search',
  'rewards',
  'hr',
];
const fields = [
  'title',
  'status',
  'total',
  'owner',
  'created_at',
  'priority',
  'summary',
  'score',
  'region',
  'kind',
];

/** Mulberry32: the same registry on every machine. */
function randomNumbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The text of a registry of `count` entries of about a kilobyte each, every third a composite. */
export function makeRegistry(count) {
  const random = randomNumbers(count);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const connectors = [];
  const composite_connectors = [];
  for (let index = 0; index < count; index += 1) {
    const [resource, system] = [pick(resources), pick(systems)];
    const chosen = [...new Set([pick(fields), pick(fields)])];
    const words = {
      index,
      resource,
      system,
      chosen,
      pick,
      origin: `https://api.${system}.acme.io/v${1 + (index % 4)}`,
    };
    if (index % 3 === 2) composite_connectors.push(pick(composites)(words));
    else connectors.push(pick(simple)(words));
  }
  return `${JSON.stringify({ connectors, composite_connectors }, null, 2)}\n`;
}

const json = { key: 'Content-Type', value: 'application/json' };
const accept = { key: 'Accept', value: 'application/json' };
const title = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);

const oauth = ({ system }) => ({
  type: 'oauth_client_credentials',
  config: {
    client_id: `{{ get_secret('${system}_client_id') }}`,
    client_secret: `{{ get_secret('${system}_client_secret') }}`,
    token_url: `https://auth.${system}.acme.io/oauth/token`,
    scope: `${system}.read`,
  },
});

const apiKey = ({ system }) => ({
  type: 'api_key',
  config: { key: 'X-Api-Key', value: `{{ get_secret('${system}_api_key') }}`, in: 'header' },
});

const jwt = ({ system }) => ({
  type: 'jwt',
  config: {
    private_key: `{{ get_secret('${system}_signing_key') }}`,
    algorithm: 'RS256',
    claims: { iss: `community-${system}`, sub: '{{ user.id }}', iat: '{{ now() }}', exp: '{{ now(300) }}' },
  },
});

/** The rows of an answer with the chosen fields, and an error that the widget understands. */
const listed = ({ resource, chosen }) =>
  `{% if response.status_code == 200 %}{% set data = response.body | from_json %}{% set found = namespace(rows=[]) %}` +
  `{% for ${resource} in data.${resource}s | default([]) %}` +
  `{% set found.rows = found.rows + [{'id': ${resource}.id, ${chosen.map((field) => `'${field}': ${resource}.${field}`).join(', ')}}] %}` +
  `{% endfor %}{{ {'${resource}s': found.rows, 'count': found.rows | length} | tojson }}` +
  `{% else %}{{ {'error': 'the ${resource}s could not be read', 'status': response.status_code} | tojson }}{% endif %}`;

const single = ({ resource, chosen }) =>
  `{% if response.status_code == 200 %}{% set ${resource} = response.body | from_json %}` +
  `{{ {${chosen.map((field) => `'${field}': ${resource}.${field} | default(None)`).join(', ')}} | tojson }}` +
  `{% else %}{{ {'error': 'no such ${resource}'} | tojson }}{% endif %}`;

const simple = [
  (words) => ({
    name: `List ${words.resource}s ${words.index}`,
    url: `${words.origin}/${words.resource}s`,
    headers: [accept, { key: 'X-Community-User', value: '{{ user.id }}' }],
    query_parameters: [
      { key: 'sort', value: `-${words.chosen[0]}`, overridable: true },
      { key: 'email', value: '{{ user.email | lower }}' },
    ],
    authentication: oauth(words),
    response_body: listed(words),
    response_content_type: 'application/json',
  }),
  (words) => ({
    name: `Show ${words.resource} ${words.index}`,
    permalink: `show-${words.resource}-${words.index}`,
    url: `${words.origin}/${words.resource}s/{{ pathParams.${words.resource} }}`,
    path_parameters: [{ key: words.resource }],
    headers: [accept, { key: 'X-Tenant', value: `{{ tenant_id }}-${words.system}` }],
    authentication: apiKey(words),
    response_body: single(words),
    response_content_type: 'application/json',
  }),
  (words) => ({
    name: `Create ${words.resource} ${words.index}`,
    url: `${words.origin}/${words.resource}s`,
    method: 'POST',
    headers: [json, accept],
    authentication: words.pick([oauth, apiKey, jwt])(words),
    request_body:
      `{%- set payload = body_text | from_json if body_text else {} -%}\n{\n  "${words.resource}": {\n` +
      words.chosen
        .map((field) => `    "${field}": {{ payload.${field} | default('') | tojson }},\n`)
        .join('') +
      `    "author": {{ {'id': user.id, 'name': user.first_name ~ ' ' ~ user.last_name} | tojson }}\n  },\n` +
      `  "source": "community-${words.index}"\n}`,
    response_body: `{"created": {{ (response.status_code == 201) | tojson }}, "kind": "${words.resource}"}`,
    response_content_type: 'application/json',
  }),
  (words) => ({
    name: `Update ${words.resource} ${words.index}`,
    url: `https://{{ get_variable('${words.system}_host') }}/v2/${words.resource}s/{{ pathParams.id }}`,
    method: 'PUT',
    path_parameters: [{ key: 'id' }],
    headers: [json, { key: 'X-Trace', value: `update-${words.resource}-{{ now() }}` }],
    authentication: jwt(words),
    response_body: single(words),
    response_content_type: 'application/json',
  }),
  (words) => ({
    name: `Count ${words.resource}s ${words.index}`,
    url: `${words.origin}/${words.resource}s/count`,
    headers: [accept],
    query_parameters: [
      { key: 'owner', value: "{{ user.profile_fields.by_id(12) | default('', true) }}" },
      { key: 'since', value: `{{ now(-${86_400 + words.index}) }}` },
      ...words.chosen.map((field) => ({ key: `filter_${field}`, value: '', overridable: true })),
    ],
    authentication: apiKey(words),
  }),
];

const composites = [
  (words) => ({
    name: `${title(words.resource)}s of the contact ${words.index}`,
    steps: [
      {
        name: 'contact',
        url: `${words.origin}/contacts`,
        query_parameters: [{ key: 'email', value: '{{ user.email }}' }],
        authentication: oauth(words),
      },
      {
        name: `${words.resource}s`,
        url: `${words.origin}/${words.resource}s`,
        query_parameters: [{ key: 'contact', value: '{{ (steps.contact.body | from_json).id }}' }],
        authentication: oauth(words),
        response_body: single(words),
      },
    ],
  }),
  (words) => ({
    name: `Register ${words.resource} ${words.index}`,
    permalink: `register-${words.resource}-${words.index}`,
    steps: [
      {
        name: `find-${words.resource}`,
        url: `${words.origin}/${words.resource}s/{{ ((request.body_text or '{}') | from_json).${words.resource}_id | urlencode }}`,
        authentication: apiKey(words),
      },
      {
        name: 'register',
        url: `${words.origin}/registrations`,
        method: 'POST',
        headers: [json],
        authentication: apiKey(words),
        request_body: `{% set found = steps['find-${words.resource}'].body | from_json %}{{ {'${words.resource}': found.id, ${words.chosen
          .map((field) => `'${field}': found.${field} | default('')`)
          .join(', ')}, 'user': user.id} | tojson }}`,
      },
    ],
  }),
];
