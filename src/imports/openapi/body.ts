/** What an operation sends: the Content-Type, and a template that makes the body of the caller's payload. */
import { isJsonType } from '../../text/json.js';
import { literalTemplate } from '../template-text.js';
import { isMediaType } from './accept.js';
import type { OpenApiDocument } from './document.js';
import type { Draft } from './draft.js';
import { formTemplate } from './form-body.js';
import { jsonTemplate } from './json-body.js';
import type { Operation } from './operations.js';
import type { Parameter } from './parameters.js';
import { samplePayload } from './sample.js';
import { type ObjectShape, objectShape } from './schema.js';
import { entriesOf, isObject, listOf, member, oneLine, textsOf } from './values.js';

export interface Body {
  readonly contentType: string | null;
  /** Null where the caller's payload goes out as it comes. */
  readonly template: string | null;
}

interface Payload {
  readonly contentType: string;
  readonly schema: unknown;
  /** Of the whole body, beside its schema. */
  readonly example?: unknown;
  readonly isRequired: boolean;
}

const none: Body = { contentType: null, template: null };

export function bodyOf(
  document: OpenApiDocument,
  operation: Operation,
  parameters: readonly Parameter[],
  draft: Draft,
): Body {
  const payload = payloadOf(document, operation, parameters);
  if (!payload) return none;
  const { method } = operation;
  if (method === 'GET' || method === 'HEAD') {
    draft.note(`The body of the operation was left out: the platform sends none with ${method}.`);
    return none;
  }
  if (method === 'DELETE' || method === 'OPTIONS')
    draft.note(
      `The body is made of the payload, and widgets send one with POST, PUT and PATCH only, not with ${method}.`,
    );
  const { contentType } = payload;
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(contentType);
  if (!isForm && !isJsonType(contentType)) {
    const kind = /^multipart\//i.test(contentType)
      ? 'Connectors cannot put together multipart bodies'
      : `There is no template for ${oneLine(contentType, 60)}`;
    draft.note(
      `${kind}: the payload of the caller goes out as it comes, so write \`request_body\` and the Content-Type by hand.`,
    );
    return {
      contentType: /^multipart\//i.test(contentType) ? null : literalTemplate(contentType),
      template: null,
    };
  }
  noteSample(document, payload, draft);
  const shape = objectShape(document, payload.schema);
  const reason = whyUnchanged(shape);
  if (!shape || reason !== null) {
    if (isForm) draft.note('The schema of the form names no fields: write `request_body` by hand.');
    else draft.note(`The payload of the caller goes out as it comes: ${reason}.`);
    return { contentType: literalTemplate(contentType), template: null };
  }
  const template = isForm ? formTemplate(shape, payload.isRequired) : jsonTemplate(shape, payload.isRequired);
  return { contentType: literalTemplate(contentType), template };
}

function whyUnchanged(shape: ObjectShape | null): string | null {
  if (!shape) return 'its schema describes no object with named members';
  if (shape.isAlternative) return 'its schema has alternatives (`oneOf`, `anyOf`)';
  if (shape.isOpen) return 'its schema allows members of any name';
  return shape.properties.size === 0 ? 'its schema names no members' : null;
}

function noteSample(document: OpenApiDocument, { schema, example }: Payload, draft: Draft): void {
  const shown = example === undefined ? schema : { ...(isObject(schema) ? schema : {}), example };
  const sample = samplePayload(document, shown, 400);
  if (!sample || sample.json.length <= 4) return;
  const cut = sample.isCut ? ' (cut where the schema holds itself, or goes deep)' : '';
  draft.note(`A payload to try it with${cut}: ${oneLine(sample.json, 500)}`);
}

function payloadOf(
  document: OpenApiDocument,
  { value }: Operation,
  parameters: readonly Parameter[],
): Payload | null {
  if (document.specification === 'swagger-2') return swaggerPayload(document, value, parameters);
  const body =
    member(value, 'requestBody') === undefined ? null : document.follow(member(value, 'requestBody'));
  const content = entriesOf(body, 'content');
  const type = preferred(content.map(([each]) => each));
  if (type === null) return null;
  const media = content.find(([each]) => each === type)?.[1];
  return {
    contentType: concrete(type),
    schema: member(media, 'schema'),
    example: exampleOf(document, media),
    isRequired: member(body, 'required') === true,
  };
}

/** The one that the document gives, else the first of several. */
function exampleOf(document: OpenApiDocument, media: unknown): unknown {
  const example = member(media, 'example');
  if (isObject(example) || Array.isArray(example)) return example;
  const [first] = entriesOf(media, 'examples');
  const target = first && document.target(first[1]);
  const value = target && 'value' in target ? member(target.value, 'value') : undefined;
  return isObject(value) || Array.isArray(value) ? value : undefined;
}

function swaggerPayload(
  document: OpenApiDocument,
  operation: unknown,
  parameters: readonly Parameter[],
): Payload | null {
  const consumes = [operation, document.root].find((each) => listOf(each, 'consumes').length > 0);
  const types = textsOf(consumes, 'consumes');
  const body = parameters.find((each) => each.in === 'body');
  if (body) {
    const contentType = concrete(preferred(types) ?? 'application/json');
    return { contentType, schema: member(body.value, 'schema'), isRequired: body.isRequired };
  }
  const fields = parameters.filter((each) => each.in === 'formData');
  if (fields.length === 0) return null;
  const isMultipart =
    fields.some(({ schema }) => member(schema, 'type') === 'file') ||
    (types.length > 0 && !types.some((each) => each.includes('urlencoded')));
  const required = fields.filter((each) => each.isRequired).map(({ name }) => name);
  const properties = Object.fromEntries(
    fields.map(({ name, value }) => [name, { ...value, required: undefined }]),
  );
  return {
    contentType: isMultipart ? 'multipart/form-data' : 'application/x-www-form-urlencoded',
    schema: { type: 'object', properties, required },
    isRequired: required.length > 0,
  };
}

/** JSON, else its like, else a form, else the first. */
function preferred(types: readonly string[]): string | null {
  const find = (test: (type: string) => boolean) => types.find(test);
  return (
    find((type) => /^application\/json\b/i.test(type)) ??
    find(isJsonType) ??
    find((type) => /^application\/x-www-form-urlencoded\b/i.test(type)) ??
    find((type) => /^(?:\*|application)\/\*/.test(type)) ??
    types[0] ??
    null
  );
}

/** A range, such as `*` + `/*`, leaves the choice; what is no media type cannot be sent as one. */
const concrete = (type: string): string => (isMediaType(type) ? type.trim() : 'application/json');
