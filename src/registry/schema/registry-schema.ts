/**
 * The JSON schema of a registry (draft-07), for editors, made of the same tables that the reader checks by. Unique keys,
 * names and permalinks are beyond a schema. `node scripts/build-schemas.mjs` writes it to `schemas/`.
 */
import { authenticationRules, configRules } from '../rules/authentication-fields.js';
import { type FieldRule, type ObjectRules, type Shape, templateMark } from '../rules/field-rule.js';
import { compositeRules, rootRules, rowRules, simpleRules, stepRules } from '../rules/registry-fields.js';
import { type Note, notes, typeNotes } from './field-notes.js';

type Schema = { readonly [keyword: string]: unknown };

const ref = (definition: string): Schema => ({ $ref: `#/definitions/${definition}` });

/** What the arrays and objects of the tables hold. */
const contents: Readonly<Record<string, Schema>> = {
  connectors: { items: ref('connector') },
  composite_connectors: { items: ref('composite') },
  steps: { items: ref('step'), minItems: 1 },
  headers: { items: ref('header') },
  query_parameters: { items: ref('queryParameter') },
  path_parameters: { items: ref('pathParameter') },
};

const jsonTypes: Record<Shape, string | readonly string[]> = {
  text: 'string',
  boolean: 'boolean',
  array: 'array',
  object: 'object',
  'flexible-number': ['number', 'string'],
};

/** A permalink that nobody gives comes from the name. */
const derivable: Schema = {
  if: { not: { required: ['permalink'] } },
  // biome-ignore lint/suspicious/noThenProperty: JSON schema calls it so.
  then: { properties: { name: { type: 'string', pattern: '[A-Za-z0-9]' } } },
};

export const registrySchema = (): Schema => ({
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: 'https://unpkg.com/connector-cli/schemas/connectors-registry.schema.json',
  title: 'Connectors registry',
  description: 'connectors_registry.json of a Gainsight Customer Communities repository.',
  ...objectSchema(rootRules, notes.registry),
  definitions: {
    connector: { title: 'Connector', ...objectSchema(simpleRules, notes.connector), ...derivable },
    composite: {
      title: 'Composite connector',
      ...objectSchema(compositeRules, notes.composite),
      ...derivable,
    },
    step: { title: 'Step', ...objectSchema(stepRules, notes.step) },
    header: { title: 'Header', ...objectSchema(rowRules.headers, notes.header) },
    queryParameter: {
      title: 'Query parameter',
      ...objectSchema(rowRules.query_parameters, notes.queryParameter),
    },
    pathParameter: {
      title: 'Path parameter',
      ...objectSchema(rowRules.path_parameters, notes.pathParameter),
    },
    authentication: authenticationSchema(),
    ...Object.fromEntries(
      [...configRules].map(([type, rules]) => [
        configOf(type),
        { title: `Config of ${type}`, ...objectSchema(rules, notesOfType(type)) },
      ]),
    ),
  },
});

function objectSchema(rules: ObjectRules, fieldNotes: Readonly<Record<string, Note>>): Schema {
  const allowed = [...rules.fields].filter(([, rule]) => rule.forbidden === undefined);
  const required = allowed.flatMap(([name, rule]) => (rule.required ? [name] : []));
  return {
    type: 'object',
    additionalProperties: false,
    ...(required.length === 0 ? {} : { required }),
    ...(rules.atLeastOne ? { anyOf: rules.atLeastOne.fields.map((name) => ({ required: [name] })) } : {}),
    properties: Object.fromEntries(
      allowed.map(([name, rule]) => [name, fieldSchema(name, rule, fieldNotes)]),
    ),
  };
}

function fieldSchema(name: string, rule: FieldRule, fieldNotes: Readonly<Record<string, Note>>): Schema {
  const note = fieldNotes[name];
  if (!note) throw new Error(`src/registry/schema/field-notes.ts says nothing of ${name}`);
  const [title, description] = note;
  if (name === 'authentication') return { title, description, allOf: [ref('authentication')] };
  const { min = 0, max, pattern, oneOf } = rule;
  return {
    title,
    description,
    type: jsonTypes[rule.shape],
    ...contents[name],
    ...(min > 0 ? { minLength: min } : {}),
    ...(max === undefined ? {} : { maxLength: max }),
    ...(pattern
      ? { pattern: pattern.expression.source, patternErrorMessage: `${name} ${pattern.says}.` }
      : {}),
    ...(oneOf?.templated ? { anyOf: [{ enum: oneOf.values }, { pattern: templateMark.source }] } : {}),
    ...(oneOf && !oneOf.templated ? { enum: oneOf.values } : {}),
  };
}

function authenticationSchema(): Schema {
  const schema = objectSchema(authenticationRules(undefined), notes.authentication);
  const types = [...configRules.keys()];
  const { properties } = schema as { properties: Record<string, Schema> };
  return {
    title: 'Authentication',
    ...schema,
    properties: {
      ...properties,
      type: { ...properties.type, enum: types, enumDescriptions: types.map((type) => typeNotes[type]) },
    },
    allOf: types.map((type) => {
      const isNeeded = authenticationRules(type).fields.get('config')?.required;
      return {
        if: { properties: { type: { const: type } }, required: ['type'] },
        // biome-ignore lint/suspicious/noThenProperty: JSON schema calls it so.
        then: {
          properties: { config: ref(configOf(type)) },
          ...(isNeeded ? { required: ['config'] } : {}),
        },
      };
    }),
  };
}

const configOf = (type: string): string => `config_${type}`;

const notesOfType = (type: string): Readonly<Record<string, Note>> =>
  type === 'apikey' ? notes.api_key : notes[type as keyof typeof notes];
