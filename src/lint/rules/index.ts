// Written by scripts/build-rules.mjs; `npm run rules` writes it anew.
import { rule as bodyWithoutEffect } from './body-without-effect.js';
import { rule as contentTypeWithoutEffect } from './content-type-without-effect.js';
import { rule as dictMethod } from './dict-method.js';
import { rule as dottedStepName } from './dotted-step-name.js';
import { rule as duplicateHeaderOfAuthentication } from './duplicate-header-of-authentication.js';
import { rule as jsonAttr } from './json-attr.js';
import { rule as jsonSyntax } from './json-syntax.js';
import { rule as literalCredential } from './literal-credential.js';
import { rule as manualTokenStep } from './manual-token-step.js';
import { rule as missingScope } from './missing-scope.js';
import { rule as nameNotVisible } from './name-not-visible.js';
import { rule as noLoader } from './no-loader.js';
import { rule as oddAuthentication } from './odd-authentication.js';
import { rule as overridableAuthorization } from './overridable-authorization.js';
import { rule as overridableIdentity } from './overridable-identity.js';
import { rule as templateSyntax } from './template-syntax.js';
import { rule as unknownAttribute } from './unknown-attribute.js';
import { rule as unknownFilter } from './unknown-filter.js';
import { rule as unknownFunction } from './unknown-function.js';
import { rule as unknownStep } from './unknown-step.js';
import { rule as unknownTest } from './unknown-test.js';
import { rule as unknownVariable } from './unknown-variable.js';
import { rule as unreadStep } from './unread-step.js';
import { rule as unusedIgnore } from './unused-ignore.js';
import { rule as urlQueryString } from './url-query-string.js';
import type { Rule } from '../rule.js';

/** Every rule, in the order of the alphabet. */
export const rules: readonly Rule[] = [
  bodyWithoutEffect,
  contentTypeWithoutEffect,
  dictMethod,
  dottedStepName,
  duplicateHeaderOfAuthentication,
  jsonAttr,
  jsonSyntax,
  literalCredential,
  manualTokenStep,
  missingScope,
  nameNotVisible,
  noLoader,
  oddAuthentication,
  overridableAuthorization,
  overridableIdentity,
  templateSyntax,
  unknownAttribute,
  unknownFilter,
  unknownFunction,
  unknownStep,
  unknownTest,
  unknownVariable,
  unreadStep,
  unusedIgnore,
  urlQueryString,
];
