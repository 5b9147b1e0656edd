/** What the Content-Type of a request says about its bodies. */
import { isBlank } from '../../platform/prepare.js';
import type { RequestDefinition, TextField } from '../../registry/model.js';
import { isJsonType } from '../../text/json.js';

/** The fields whose Content-Type is written down, and is that of JSON. */
export function promisedJson(request: RequestDefinition): TextField[] {
  const { requestBody, responseBody, responseContentType } = request;
  const fields: TextField[] = [];
  const header = contentTypeOf(request);
  if (requestBody && isSent(request) && !header?.overridable && isOfJson(header?.value)) {
    fields.push(requestBody);
  }
  if (responseBody && isOfJson(responseContentType)) fields.push(responseBody);
  return fields.filter((field) => !isBlank(field));
}

/** Whether a body may be JSON: nothing says that it is something else, and it goes somewhere. */
export function mayBeJson(request: RequestDefinition, field: TextField): boolean {
  if (field === request.requestBody) {
    const type = contentTypeOf(request)?.value;
    return isSent(request) && (!type || isBlank(type) || isOfJson(type));
  }
  const type = request.responseContentType;
  return field === request.responseBody && (!type || isBlank(type) || isOfJson(type));
}

const contentTypeOf = ({ headers }: RequestDefinition) =>
  headers.find(({ key }) => key.value.toLowerCase() === 'content-type');

const isSent = ({ method }: RequestDefinition): boolean => method !== 'GET' && method !== 'HEAD';

const isOfJson = (field: TextField | null | undefined): boolean => isJsonType(field?.value ?? null);
