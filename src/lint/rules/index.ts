// Written by scripts/build-rules.mjs; `npm run rules` writes it anew.
import { rule as anonymousUser } from './anonymous-user.js';
import { rule as authenticationType } from './authentication-type.js';
import { rule as authenticationValue } from './authentication-value.js';
import { rule as bodyTextBody } from './body-text-body.js';
import { rule as bodyWithoutEffect } from './body-without-effect.js';
import { rule as byteOrderMark } from './byte-order-mark.js';
import { rule as callSpelling } from './call-spelling.js';
import { rule as computedSecretName } from './computed-secret-name.js';
import { rule as constantCondition } from './constant-condition.js';
import { rule as contentTypeWithoutEffect } from './content-type-without-effect.js';
import { rule as defaultOfNone } from './default-of-none.js';
import { rule as deprecatedApikey } from './deprecated-apikey.js';
import { rule as dictMethod } from './dict-method.js';
import { rule as dottedStepName } from './dotted-step-name.js';
import { rule as duplicateHeaderOfAuthentication } from './duplicate-header-of-authentication.js';
import { rule as duplicateKey } from './duplicate-key.js';
import { rule as emptySteps } from './empty-steps.js';
import { rule as escapedDocument } from './escaped-document.js';
import { rule as exampleHost } from './example-host.js';
import { rule as fieldLength } from './field-length.js';
import { rule as fieldType } from './field-type.js';
import { rule as headerControlCharacter } from './header-control-character.js';
import { rule as headerName } from './header-name.js';
import { rule as httpMethod } from './http-method.js';
import { rule as hyphenatedKey } from './hyphenated-key.js';
import { rule as impossibleJson } from './impossible-json.js';
import { rule as invalidEncoding } from './invalid-encoding.js';
import { rule as jsonAttr } from './json-attr.js';
import { rule as jsonSyntax } from './json-syntax.js';
import { rule as literalCredential } from './literal-credential.js';
import { rule as lostAssignment } from './lost-assignment.js';
import { rule as manualTokenStep } from './manual-token-step.js';
import { rule as misplacedField } from './misplaced-field.js';
import { rule as missingContentType } from './missing-content-type.js';
import { rule as missingScope } from './missing-scope.js';
import { rule as nameNotVisible } from './name-not-visible.js';
import { rule as noLoader } from './no-loader.js';
import { rule as oddAuthentication } from './odd-authentication.js';
import { rule as overridableAuthorization } from './overridable-authorization.js';
import { rule as overridableIdentity } from './overridable-identity.js';
import { rule as overridableInStep } from './overridable-in-step.js';
import { rule as pathParameterValue } from './path-parameter-value.js';
import { rule as pathParametersOutsideUrl } from './path-parameters-outside-url.js';
import { rule as permalinkFormat } from './permalink-format.js';
import { rule as pythonInJson } from './python-in-json.js';
import { rule as queryInjection } from './query-injection.js';
import { rule as quotedValue } from './quoted-value.js';
import { rule as rawFromJson } from './raw-from-json.js';
import { rule as registryShape } from './registry-shape.js';
import { rule as requiredField } from './required-field.js';
import { rule as secretName } from './secret-name.js';
import { rule as stepNameFormat } from './step-name-format.js';
import { rule as templateNotRendered } from './template-not-rendered.js';
import { rule as templateSyntax } from './template-syntax.js';
import { rule as tojsonInQuotes } from './tojson-in-quotes.js';
import { rule as typeMismatch } from './type-mismatch.js';
import { rule as uncalledFunction } from './uncalled-function.js';
import { rule as undeclaredPathParameter } from './undeclared-path-parameter.js';
import { rule as unguardedFromJson } from './unguarded-from-json.js';
import { rule as uniqueKey } from './unique-key.js';
import { rule as uniqueName } from './unique-name.js';
import { rule as uniquePermalink } from './unique-permalink.js';
import { rule as uniqueStepName } from './unique-step-name.js';
import { rule as unknownAttribute } from './unknown-attribute.js';
import { rule as unknownField } from './unknown-field.js';
import { rule as unknownFilter } from './unknown-filter.js';
import { rule as unknownFunction } from './unknown-function.js';
import { rule as unknownStep } from './unknown-step.js';
import { rule as unknownTest } from './unknown-test.js';
import { rule as unknownVariable } from './unknown-variable.js';
import { rule as unreadStep } from './unread-step.js';
import { rule as unusedIgnore } from './unused-ignore.js';
import { rule as unusedPathParameter } from './unused-path-parameter.js';
import { rule as urlAddress } from './url-address.js';
import { rule as urlCredentials } from './url-credentials.js';
import { rule as urlEncoding } from './url-encoding.js';
import { rule as urlFragment } from './url-fragment.js';
import { rule as urlOriginTemplate } from './url-origin-template.js';
import { rule as urlPlaceholder } from './url-placeholder.js';
import { rule as urlQueryString } from './url-query-string.js';
import { rule as urlScheme } from './url-scheme.js';
import { rule as urlSeparator } from './url-separator.js';
import { rule as urlSingleBraces } from './url-single-braces.js';
import { rule as widgetBodyOption } from './widget-body-option.js';
import { rule as widgetExecuteArgument } from './widget-execute-argument.js';
import { rule as widgetIdentity } from './widget-identity.js';
import { rule as widgetPathParams } from './widget-path-params.js';
import { rule as widgetPayloadNotSent } from './widget-payload-not-sent.js';
import { rule as widgetSyntax } from './widget-syntax.js';
import { rule as widgetUnknownConnector } from './widget-unknown-connector.js';
import { rule as widgetWrongMethod } from './widget-wrong-method.js';
import { rule as wrongArguments } from './wrong-arguments.js';
import type { Rule } from '../rule.js';

/** Every rule, in the order of the alphabet. */
export const rules: readonly Rule[] = [
  anonymousUser,
  authenticationType,
  authenticationValue,
  bodyTextBody,
  bodyWithoutEffect,
  byteOrderMark,
  callSpelling,
  computedSecretName,
  constantCondition,
  contentTypeWithoutEffect,
  defaultOfNone,
  deprecatedApikey,
  dictMethod,
  dottedStepName,
  duplicateHeaderOfAuthentication,
  duplicateKey,
  emptySteps,
  escapedDocument,
  exampleHost,
  fieldLength,
  fieldType,
  headerControlCharacter,
  headerName,
  httpMethod,
  hyphenatedKey,
  impossibleJson,
  invalidEncoding,
  jsonAttr,
  jsonSyntax,
  literalCredential,
  lostAssignment,
  manualTokenStep,
  misplacedField,
  missingContentType,
  missingScope,
  nameNotVisible,
  noLoader,
  oddAuthentication,
  overridableAuthorization,
  overridableIdentity,
  overridableInStep,
  pathParameterValue,
  pathParametersOutsideUrl,
  permalinkFormat,
  pythonInJson,
  queryInjection,
  quotedValue,
  rawFromJson,
  registryShape,
  requiredField,
  secretName,
  stepNameFormat,
  templateNotRendered,
  templateSyntax,
  tojsonInQuotes,
  typeMismatch,
  uncalledFunction,
  undeclaredPathParameter,
  unguardedFromJson,
  uniqueKey,
  uniqueName,
  uniquePermalink,
  uniqueStepName,
  unknownAttribute,
  unknownField,
  unknownFilter,
  unknownFunction,
  unknownStep,
  unknownTest,
  unknownVariable,
  unreadStep,
  unusedIgnore,
  unusedPathParameter,
  urlAddress,
  urlCredentials,
  urlEncoding,
  urlFragment,
  urlOriginTemplate,
  urlPlaceholder,
  urlQueryString,
  urlScheme,
  urlSeparator,
  urlSingleBraces,
  widgetBodyOption,
  widgetExecuteArgument,
  widgetIdentity,
  widgetPathParams,
  widgetPayloadNotSent,
  widgetSyntax,
  widgetUnknownConnector,
  widgetWrongMethod,
  wrongArguments,
];
