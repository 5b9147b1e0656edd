/** Which specification a document follows. */
import { UserError } from '../../text/user-error.js';
import type { Specification } from './document.js';
import { isObject, member } from './values.js';

const readable = 'OpenAPI 3.0 and 3.1 and Swagger 2.0 can be read.';

/** @throws UserError `openapi-not-a-document` or `openapi-version` */
export function specificationOf(value: unknown, location: string): Specification {
  const swagger = member(value, 'swagger');
  const openapi = member(value, 'openapi');
  if (!isObject(value) || (swagger === undefined && openapi === undefined)) {
    throw new UserError({
      code: 'openapi-not-a-document',
      file: location,
      message: `This is no OpenAPI document: ${whatItIs(value)}.`,
      hint: `It begins with \`openapi: 3.1.0\` or \`swagger: "2.0"\`. ${readable}`,
    });
  }
  // Unquoted in YAML, both are numbers.
  const version = String(swagger ?? openapi);
  if (swagger !== undefined && /^2(?:\.0)?$/.test(version)) return 'swagger-2';
  if (swagger === undefined && /^3\.0(?:\.|$)/.test(version)) return 'openapi-3.0';
  if (swagger === undefined && /^3\.1(?:\.|$)/.test(version)) return 'openapi-3.1';
  const name = swagger === undefined ? 'OpenAPI' : 'Swagger';
  const shown = /^[\w.-]{1,20}$/.test(version) ? ` ${version}` : ' in a version without a number';
  throw new UserError({
    code: 'openapi-version',
    file: location,
    message: `The document is ${name}${shown}, which this program does not know.`,
    hint: readable,
  });
}

function whatItIs(value: unknown): string {
  if (isObject(member(value, 'info')) && Object.hasOwn(value as object, 'item')) {
    return 'it looks like a collection of Postman';
  }
  if (isObject(value)) return 'it has neither `openapi` nor `swagger` at the top';
  return Array.isArray(value) ? 'it is a list' : 'it holds no object';
}
