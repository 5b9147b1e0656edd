/** The tables of platform.md section 1. */
import { derivePermalink, slugPattern } from '../permalink.js';
import { type Elsewhere, type FieldRule, fields, misnomers, type ObjectRules } from './field-rule.js';

export const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const;

const none: ReadonlyMap<string, never> = new Map<string, never>();

const name: FieldRule = { shape: 'text', required: true, min: 1, max: 255 };

/** `fetchUser` was two words. */
const slugOf = (text: string): string => derivePermalink(text.replace(/(?<=[a-z\d])(?=[A-Z])/g, '-'));

const permalink: FieldRule = {
  shape: 'text',
  max: 255,
  pattern: {
    code: 'bad-permalink',
    expression: slugPattern,
    says: 'must be lower-case letters and digits, joined by single hyphens',
    repair: slugOf,
  },
};

const requestFields = {
  url: { shape: 'text', required: true, min: 1, max: 2048 },
  method: { shape: 'text', oneOf: { code: 'unknown-method', values: methods } },
  headers: { shape: 'array' },
  query_parameters: { shape: 'array' },
  authentication: { shape: 'object' },
  request_body: { shape: 'text' },
  response_body: { shape: 'text' },
  response_content_type: { shape: 'text', max: 255 },
} satisfies Record<string, FieldRule>;

const requestMisnomers = {
  url: 'uri endpoint href base_url request_url',
  method: 'verb http_method request_method',
  headers: 'header request_headers',
  query_parameters: 'query params parameters query_params queryParams query_string',
  authentication: 'auth authorization',
  request_body: 'body payload data json body_template request_template payload_template',
  response_body: 'response transform response_transform response_template response_transformation',
  response_content_type: 'content_type contentType',
  name: 'title label',
};

const pathParameterNames = 'pathParams path_params pathParam path_param';

export const rootRules: ObjectRules = {
  what: 'the registry',
  fields: fields({
    // Editors use it to find the schema; it is no mistake.
    $schema: { shape: 'text' },
    connectors: { shape: 'array' },
    composite_connectors: { shape: 'array' },
  }),
  misnomers: misnomers({
    connectors: 'simple_connectors',
    composite_connectors: 'composites composite composite_connector',
  }),
  elsewhere: none,
  atLeastOne: {
    code: 'no-connectors',
    fields: ['connectors', 'composite_connectors'],
    says: 'The registry has neither `connectors` nor `composite_connectors`.',
  },
};

export const simpleRules: ObjectRules = {
  what: 'a connector',
  fields: fields({ name, permalink, ...requestFields, path_parameters: { shape: 'array' } }),
  misnomers: misnomers({ ...requestMisnomers, permalink: 'slug', path_parameters: pathParameterNames }),
  elsewhere: new Map([
    ['steps', { says: () => 'Only entries of `composite_connectors` have `steps`.', insteadOf: 'url' }],
  ]),
};

const fieldOfStep: Elsewhere = {
  says: (names) =>
    `A composite itself has no ${names.map((name) => `\`${name}\``).join(', ')}; its steps have their own.`,
  insteadOf: 'steps',
};

export const compositeRules: ObjectRules = {
  what: 'a composite',
  fields: fields({ name, permalink, steps: { shape: 'array', required: true } }),
  misnomers: misnomers({ permalink: 'slug', name: 'title label', steps: 'step requests connectors' }),
  elsewhere: new Map([...Object.keys(requestFields), 'path_parameters'].map((field) => [field, fieldOfStep])),
};

export const stepRules: ObjectRules = {
  what: 'a step',
  fields: fields({
    name: {
      ...name,
      pattern: {
        code: 'bad-step-name',
        expression: slugPattern,
        says: 'must be lower-case letters and digits, joined by single hyphens',
        repair: slugOf,
      },
    },
    ...requestFields,
    path_parameters: {
      shape: 'array',
      forbidden:
        'A step has no `path_parameters`; put values of earlier steps or of `request` into its `url`.',
    },
  }),
  misnomers: misnomers({ ...requestMisnomers, path_parameters: pathParameterNames }),
  elsewhere: new Map([
    ['permalink', { says: () => 'A step has no `permalink`; it is known by its `name`.' }],
    [
      'connector',
      { says: () => 'A step cannot refer to a connector; it is a request of its own.', insteadOf: 'url' },
    ],
  ]),
};

const rowKey: FieldRule = { shape: 'text', required: true, min: 1, max: 255 };
const overridable: FieldRule = { shape: 'boolean' };
const rowMisnomers = misnomers({
  key: 'name header param parameter',
  value: 'val default default_value',
  overridable: 'override overrideable editable allow_override',
});

export type RowField = 'headers' | 'query_parameters' | 'path_parameters';

const sentRow = (what: string): ObjectRules => ({
  what,
  fields: fields({ key: rowKey, value: { shape: 'text', required: true, max: 1000 }, overridable }),
  misnomers: rowMisnomers,
  elsewhere: none,
});

export const rowRules: Record<RowField, ObjectRules> = {
  headers: sentRow('a header'),
  query_parameters: sentRow('a query parameter'),
  path_parameters: {
    what: 'a path parameter',
    fields: fields({
      key: { shape: 'text', required: true, min: 1 },
      value: { shape: 'text', min: 1 },
      overridable,
    }),
    misnomers: rowMisnomers,
    elsewhere: none,
  },
};
