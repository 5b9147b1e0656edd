// Written by scripts/build-rules.mjs; `npm run rules` writes it anew.
import { rule as bodyWithoutEffect } from './body-without-effect.js';
import { rule as contentTypeWithoutEffect } from './content-type-without-effect.js';
import { rule as duplicateHeaderOfAuthentication } from './duplicate-header-of-authentication.js';
import { rule as jsonSyntax } from './json-syntax.js';
import { rule as literalCredential } from './literal-credential.js';
import { rule as manualTokenStep } from './manual-token-step.js';
import { rule as missingScope } from './missing-scope.js';
import { rule as oddAuthentication } from './odd-authentication.js';
import { rule as overridableAuthorization } from './overridable-authorization.js';
import { rule as overridableIdentity } from './overridable-identity.js';
import { rule as unreadStep } from './unread-step.js';
import { rule as unusedIgnore } from './unused-ignore.js';
import { rule as urlQueryString } from './url-query-string.js';
import type { Rule } from '../rule.js';

/** Every rule, in the order of the alphabet. */
export const rules: readonly Rule[] = [
  bodyWithoutEffect,
  contentTypeWithoutEffect,
  duplicateHeaderOfAuthentication,
  jsonSyntax,
  literalCredential,
  manualTokenStep,
  missingScope,
  oddAuthentication,
  overridableAuthorization,
  overridableIdentity,
  unreadStep,
  unusedIgnore,
  urlQueryString,
];
