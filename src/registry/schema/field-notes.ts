/** What editors show beside the fields of a registry: title and description, by kind of object. */

export type Note = readonly [title: string, description: string];

type Notes = Readonly<Record<string, Note>>;

const names: Notes = {
  name: [
    'Name',
    'What people call it, 1 to 255 characters. The permalink is derived from it where none is given.',
  ],
  permalink: [
    'Permalink',
    'What widgets call it by: lower-case letters and digits, joined by single hyphens. Changing it deletes the old entry on the platform and makes a new one.',
  ],
};

const request: Notes = {
  url: [
    'URL (template)',
    "HTTPS only, at most 2048 characters. In the host only get_variable('name') may stand; secrets and what needs encoding belong into headers and query parameters.",
  ],
  method: ['Method', 'The HTTP method of the request. GET where it is absent.'],
  headers: ['Headers', 'Sent with the request. Keys are unique, whatever their case.'],
  query_parameters: ['Query parameters', 'Added to the URL and encoded. Keys are unique.'],
  authentication: ['Authentication', 'How the request proves who sends it.'],
  request_body: [
    'Request body (template)',
    'Blank forwards the payload of a simple connector as it is, and sends nothing in a step. No effect on GET and HEAD.',
  ],
  response_body: [
    'Response body (template)',
    'Makes the answer of the response, whatever its status. Blank passes the response through.',
  ],
  response_content_type: [
    'Response content type',
    'Replaces the Content-Type of the answer. In a composite only that of the last step counts.',
  ],
};

const row: Notes = {
  key: ['Key', 'The name, written as it is sent. No template.'],
  value: ['Value (template)', 'At most 1000 characters.'],
  overridable: [
    'Overridable',
    'Whether the caller may replace the value; it is the default then. Otherwise the configured value always wins.',
  ],
};

const token: Notes = {
  client_id: ['Client id (template)', 'As the authorization server knows the client.'],
  token_url: ['Token URL (template)', 'Where the token is asked for.'],
  private_key: [
    'Private key (template)',
    "In PEM, or the shared secret of an HS algorithm: get_secret('name').",
  ],
  algorithm: ['Algorithm', 'What the token is signed with. RS256 where it is absent.'],
  jwt_headers: ['JWT headers', 'Added to the header of the token, kid for example.'],
};

export const notes = {
  registry: {
    $schema: ['Schema', 'Where editors find this schema. The platform ignores it.'],
    connectors: ['Connectors', 'Simple connectors: one request each.'],
    composite_connectors: ['Composite connectors', 'Several requests, one after another, in one call.'],
  },
  connector: {
    ...names,
    ...request,
    path_parameters: [
      'Path parameters',
      'The names that the URL uses as pathParams.<key>. Each of them has to stand here.',
    ],
  },
  composite: {
    ...names,
    steps: ['Steps', 'Run in this order, until one fails. The answer is that of the last.'],
  },
  step: {
    ...request,
    name: [
      'Name',
      "How templates of later steps reach the result: steps.<name>, or steps['a-name'] with a hyphen. Lower-case letters and digits, joined by single hyphens.",
    ],
  },
  header: row,
  queryParameter: row,
  pathParameter: {
    ...row,
    key: ['Key', 'The name that the URL uses as pathParams.<key>.'],
    value: [
      'Default',
      'Where the caller gives none. Leave it out where there is no default; it may not be empty.',
    ],
  },
  authentication: {
    type: ['Type', 'How the request proves who sends it.'],
    config: ['Config', 'What the type needs. Every value may be a template.'],
  },
  none: {},
  api_key: {
    key: ['Key (template)', 'The name of the header or of the query parameter.'],
    value: ['Value (template)', "The API key: get_secret('name')."],
    in: ['In', 'Whether the key goes into a header or into the query.'],
  },
  oauth_client_credentials: {
    ...token,
    client_secret: ['Client secret (template)', "get_secret('name')."],
    scope: ['Scope (template)', 'What the token may do, separated by spaces.'],
  },
  jwt: {
    ...token,
    claims: [
      'Claims',
      'The payload of the token. exp, iat and nbf become integers where they render to digits.',
    ],
  },
  oauth_jwt_bearer: {
    ...token,
    subject: ['Subject (template)', 'The claim sub.'],
    audience: ['Audience (template)', 'The claim aud.'],
    token_ttl: ['Token lifetime', 'In seconds, 3600 where it is absent. Tokens are kept a minute less.'],
    additional_claims: ['Additional claims', 'Merged into the claims of the assertion.'],
  },
} satisfies Record<string, Notes>;

/** By type of authentication. */
export const typeNotes: Readonly<Record<string, string>> = {
  none: 'No authentication.',
  api_key: 'A fixed key in a header or a query parameter.',
  apikey: 'The old name of api_key.',
  oauth_client_credentials: 'A token of the OAuth client credentials grant.',
  jwt: 'A token that is signed for every call.',
  oauth_jwt_bearer: 'A token of the OAuth JWT bearer grant.',
};
