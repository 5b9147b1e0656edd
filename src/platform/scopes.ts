/** `errors.scope`, to the letter. Source: platform.md section 8; the composite's from the composite reference. */

export type FailureScope = 'http' | 'network' | 'template' | 'response-template' | 'jwt';

const downstreamHttp = 'Downstream (HTTP error)';
const downstreamNetwork = 'Downstream (network/external service)';
const configurationTemplate = 'Configuration (template rendering)';
const configurationResponseTemplate = 'Configuration (response template rendering)';
const authenticationJwt = 'Authentication (JWT signing)';

export const unexpectedErrorScope = 'Unexpected error';

/** A simple connector passes upstream statuses through: `http` is a token request's alone, and the sources are silent on it. */
const simpleScopes: Record<FailureScope, string> = {
  http: downstreamHttp,
  network: downstreamNetwork,
  template: configurationTemplate,
  'response-template': configurationResponseTemplate,
  jwt: authenticationJwt,
};

const stepScopes: Record<FailureScope, string> = {
  http: downstreamHttp,
  network: downstreamNetwork,
  template: configurationTemplate,
  'response-template': configurationTemplate,
  jwt: authenticationJwt,
};

export const simpleScope = (failure: FailureScope): string => simpleScopes[failure];

export const stepScope = (name: string, index: number, failure: FailureScope): string =>
  `Composite step '${name}' (index ${index}): ${stepScopes[failure]}`;

/** A scope without the step that it names. */
export const scopeText = (scope: string): string =>
  scope.replace(/^Composite step '.*' \(index \d+\): /s, '');

/** Statuses of the platform's own error answers. */
export const failureStatus: Record<FailureScope, number> = {
  http: 502,
  network: 502,
  template: 422,
  'response-template': 422,
  jwt: 422,
};
