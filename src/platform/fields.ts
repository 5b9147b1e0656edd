/**
 * Which names a template sees, field by field: the tables of platform.md section 4 as data. The runner builds its
 * contexts from them; whoever needs to know what is legal where reads the same tables.
 */
import type { ConnectorKind } from './result.js';

/** The groups of fields that see the same names. `value` is a header, query parameter or authentication value. */
export const fieldGroups = ['url', 'value', 'request_body', 'response_body'] as const;
export type FieldGroup = (typeof fieldGroups)[number];

export const contextNames = [
  'user',
  'tenant_id',
  'now',
  'pathParams',
  'get_secret',
  'get_variable',
  'jwt_encode',
  'body_text',
  'body_raw',
  'response',
  'steps',
  'request',
] as const;
export type ContextName = (typeof contextNames)[number];

type Visibility = Record<ContextName, readonly FieldGroup[]>;

const everywhere: readonly FieldGroup[] = fieldGroups;
const nowhere: readonly FieldGroup[] = [];

/** Source: the vendor's pages on simple connectors. */
const simple: Visibility = {
  user: everywhere,
  tenant_id: everywhere,
  now: everywhere,
  pathParams: ['url'],
  get_secret: ['value'],
  get_variable: ['url', 'value'],
  jwt_encode: ['url', 'value', 'request_body'],
  body_text: ['request_body'],
  body_raw: ['request_body'],
  response: ['response_body'],
  steps: nowhere,
  request: nowhere,
};

/** Source: the composite connector reference. */
const composite: Visibility = {
  user: everywhere,
  tenant_id: everywhere,
  now: everywhere,
  pathParams: nowhere,
  get_secret: ['value'],
  get_variable: everywhere,
  jwt_encode: ['url', 'value', 'request_body'],
  body_text: nowhere,
  body_raw: nowhere,
  response: ['response_body'],
  steps: everywhere,
  request: everywhere,
};

const tables: Record<ConnectorKind, Visibility> = { simple, composite };

export const isVisible = (kind: ConnectorKind, group: FieldGroup, name: ContextName): boolean =>
  tables[kind][name].includes(group);

export const visibleNames = (kind: ConnectorKind, group: FieldGroup): ContextName[] =>
  contextNames.filter((name) => isVisible(kind, group, name));

/** The field groups in which a name can be used; empty where the kind of connector does not have it at all. */
export const groupsThatSee = (kind: ConnectorKind, name: ContextName): readonly FieldGroup[] =>
  tables[kind][name];
