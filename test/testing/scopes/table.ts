/** `<status> <scope or code>`, as platform.md section 8 lists them. */
const step = (what: string) => `Composite step 'second' (index 1): ${what}`;

export const failureScopes: readonly string[] = [
  `502 ${step('Downstream (HTTP error)')}`,
  `502 ${step('Downstream (network/external service)')}`,
  `422 ${step('Configuration (template rendering)')}`,
  `422 ${step('Authentication (JWT signing)')}`,
  '500 Unexpected error',
  '502 Downstream (network/external service)',
  '422 Configuration (template rendering)',
  '422 Configuration (response template rendering)',
  '422 Authentication (JWT signing)',
  '404',
  '400 CONNECTOR_MISCONFIGURED',
  '400 MISSING_PATH_PARAMETERS',
  '400 INVALID_PATH_PARAMETERS',
  '401',
  '405',
];
