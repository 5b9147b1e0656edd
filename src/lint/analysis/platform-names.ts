/** What exists in templates besides variables: the names of filters, tests and functions of the platform. */
import { builtinGlobals, builtinTests } from '../../jinja/index.js';
import { platformFilters } from '../../platform/environment.js';
import { type ContextName, type FieldGroup, isVisible } from '../../platform/fields.js';
import type { ConnectorKind } from '../../platform/result.js';

export const filterNames: ReadonlySet<string> = new Set(platformFilters().keys());
export const testNames: ReadonlySet<string> = new Set(builtinTests.keys());
export const globalNames: ReadonlySet<string> = new Set(builtinGlobals.keys());

const functions: readonly ContextName[] = ['now', 'get_secret', 'get_variable', 'jwt_encode'];

export const isFunctionName = (name: string): boolean => (functions as readonly string[]).includes(name);

export const visibleFunctions = (kind: ConnectorKind, group: FieldGroup): ContextName[] =>
  functions.filter((name) => isVisible(kind, group, name));
