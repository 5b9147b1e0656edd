/** `render --json`: the document that other programs read. Its shape is a contract; fields may be added. */
import type {
  RenderedConfig,
  RenderedField,
  RenderedStep,
  RenderFault,
  RenderResult,
  RenderWarning,
} from '../../platform/render/result.js';
import { type JsonDocument, jsonString, RawJson, writeJson } from '../json-text.js';
import type { Mask } from '../text.js';

type JsonObject = { [key: string]: JsonDocument | undefined };

export interface RenderJsonOptions {
  mask: Mask;
  /** Where the answers of earlier steps come from; null where there are none. */
  answers: { from: 'file' | 'last-run'; path: string | null; recorded_at: string | null } | null;
}

/** Two spaces a level, no newline at the end; strings are masked by value. */
export function renderJson(result: RenderResult, { mask, answers }: RenderJsonOptions): string {
  return writeJson({
    permalink: result.permalink,
    kind: result.kind,
    answers: result.used_answers && answers ? { ...answers } : null,
    steps: result.steps.map((step) => stepOf(step, mask)),
    errors: result.errors.map((fault) => faultOf(fault, mask)),
    warnings: result.warnings.map((warning) => warningOf(warning, mask)),
  });
}

function stepOf({ name, index, debug_request, fields, errors }: RenderedStep, mask: Mask): JsonObject {
  const { url, headers, query_parameters, authentication, request_body, response_body } = debug_request;
  return {
    name,
    index,
    debug_request: {
      url: orNull(url, mask),
      method: mask(debug_request.method),
      headers: textsOf(headers, mask),
      query_parameters: textsOf(query_parameters, mask),
      authentication: authentication && {
        type: mask(authentication.type),
        config: configOf({ kind: 'object', entries: authentication.config }, mask),
      },
      request_body: orNull(request_body, mask),
      response_body: orNull(response_body, mask),
      response_content_type: orNull(debug_request.response_content_type, mask),
    },
    errors: errors.map((fault) => faultOf(fault, mask)),
    fields: fields.map((field) => fieldOf(field, mask)),
  };
}

const fieldOf = (field: RenderedField, mask: Mask): JsonObject => ({
  field: mask(field.label),
  name: mask(field.name),
  pointer: mask(field.pointer),
  template: mask(field.template),
  rendered: orNull(field.rendered, mask),
  uses_secret: field.uses_secret,
  depends_on: [...field.depends_on],
  error: field.errors[0] === undefined ? null : faultOf(field.errors[0], mask),
});

function faultOf({ code, message, hint, place }: RenderFault, mask: Mask): JsonObject {
  return { code, ...whereOf(place, mask), message: mask(message), hint: orNull(hint, mask) };
}

const warningOf = ({ code, message, hint, step, place }: RenderWarning, mask: Mask): JsonObject => ({
  code,
  message: mask(message),
  hint: orNull(hint, mask),
  step,
  ...whereOf(place, mask),
});

function whereOf(place: RenderFault['place'], mask: Mask): JsonObject {
  return {
    field: place && mask(place.field),
    pointer: place && mask(place.pointer),
    file: place && mask(place.file),
    line: place?.line ?? null,
    column: place?.column ?? null,
    end_line: place?.end_line ?? null,
    end_column: place?.end_column ?? null,
    template_position: place?.template_position ? { ...place.template_position } : null,
  };
}

function configOf(value: RenderedConfig, mask: Mask): JsonDocument {
  switch (value.kind) {
    case 'text':
      return orNull(value.text, mask);
    case 'literal': {
      const { source } = value;
      // A number keeps its digits, unless they are a secret.
      const shown = mask(source);
      return new RawJson(() => (shown === source ? source : jsonString(shown)));
    }
    case 'array':
      return value.items.map((item) => configOf(item, mask));
    case 'object':
      return Object.fromEntries([...value.entries].map(([key, item]) => [mask(key), configOf(item, mask)]));
  }
}

const textsOf = (texts: ReadonlyMap<string, string | null>, mask: Mask): JsonObject =>
  Object.fromEntries([...texts].map(([name, text]) => [mask(name), orNull(text, mask)]));

const orNull = (text: string | null, mask: Mask): string | null => (text === null ? null : mask(text));
