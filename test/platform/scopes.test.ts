import { expect, it } from 'vitest';
import { simpleScope, stepScope, unexpectedErrorScope } from '../../src/platform/scopes.js';

it('the scope strings are those of the platform, to the letter', () => {
  expect(stepScope('fetch-user', 1, 'http')).toBe(
    "Composite step 'fetch-user' (index 1): Downstream (HTTP error)",
  );
  expect(stepScope('a', 0, 'network')).toBe(
    "Composite step 'a' (index 0): Downstream (network/external service)",
  );
  expect(stepScope('a', 0, 'template')).toBe(
    "Composite step 'a' (index 0): Configuration (template rendering)",
  );
  expect(stepScope('a', 0, 'response-template')).toBe(
    "Composite step 'a' (index 0): Configuration (template rendering)",
  );
  expect(stepScope('a', 0, 'jwt')).toBe("Composite step 'a' (index 0): Authentication (JWT signing)");
  expect(simpleScope('network')).toBe('Downstream (network/external service)');
  expect(simpleScope('template')).toBe('Configuration (template rendering)');
  expect(simpleScope('response-template')).toBe('Configuration (response template rendering)');
  expect(simpleScope('jwt')).toBe('Authentication (JWT signing)');
  expect(unexpectedErrorScope).toBe('Unexpected error');
});
