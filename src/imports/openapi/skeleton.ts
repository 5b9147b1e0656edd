/**
 * A copy of a document without references, for checking its structure. Schemas that are referred to become `{}`: each is checked
 * where it is defined, and a copy at every place would grow without bound. Everything else is put in place of its reference.
 * What no request depends on is not in it.
 */
import { UserError } from '../../text/user-error.js';
import type { OpenApiDocument } from './document.js';
import { isObject } from './values.js';
import { isData, isMap, isReference, tooDeep } from './walk.js';

const deepest = 400;
const mostValues = 3_000_000;

/** Whether they are right concerns those alone who read them; nothing that a connector sends is in `callbacks`. */
const forReaders = new Set(['summary', 'description', 'example', 'examples', 'externalDocs', 'callbacks']);

/** @throws UserError `openapi-too-deep` or `openapi-too-large` */
export function skeletonOf(document: OpenApiDocument): Record<string, unknown> {
  const { location } = document;
  let count = 0;
  const copy = (value: unknown, isInSchema: boolean, isInMap: boolean, depth: number): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    count += 1;
    if (depth > deepest) throw tooDeep(location);
    if (count > mostValues) throw tooLarge(location);
    if (Array.isArray(value)) return value.map((item) => copy(item, isInSchema, false, depth + 1));
    if (!isInMap && isReference(value)) {
      if (isInSchema) return {};
      const target = document.target(value);
      return 'value' in target ? copy(target.value, false, false, depth + 1) : { $ref: './not-read.json' };
    }
    const made: Record<string, unknown> = {};
    for (const [key, each] of Object.entries(value)) {
      // Would be the prototype of the copy, or hide the methods that the checks call.
      if (key in Object.prototype || (!isInMap && key.startsWith('x-'))) continue;
      if (!isInMap && forReaders.has(key)) continue;
      if (!isInMap && !isInSchema && key === 'responses' && isObject(each)) {
        made[key] = { default: { description: '' } };
        continue;
      }
      const isSchema =
        isInSchema || (!isInMap && (key === 'schema' || key === 'schemas' || key === 'definitions'));
      made[key] = isData(key, isInMap, each)
        ? plain(each)
        : copy(each, isSchema, isMap(key, isInMap, each), depth + 1);
    }
    return made;
  };
  const made = copy(document.root, false, false, 0) as Record<string, unknown>;
  return { ...withoutAbout(made), ...versionOf(document, made), ...withPlainNames(made) };
}

/** Titles, licenses and tags concern readers alone. */
function withoutAbout({ info, tags, webhooks: _, ...rest }: Record<string, unknown>): object {
  return {
    ...rest,
    info: info === undefined || isObject(info) ? { title: '', version: '' } : info,
    ...(tags === undefined || Array.isArray(tags) ? {} : { tags }),
  };
}

/** Unquoted in YAML, versions are numbers, and 3.1 is one without its last part. */
function versionOf({ specification }: OpenApiDocument, { openapi }: Record<string, unknown>): object {
  if (specification === 'swagger-2') return { swagger: '2.0' };
  if (typeof openapi === 'string' && /^3\.[01]\.\d/.test(openapi)) return {};
  return { openapi: specification === 'openapi-3.0' ? '3.0.3' : '3.1.0' };
}

/** Generators write names with spaces and brackets, which no specification allows and which do no harm. */
function withPlainNames({ components }: Record<string, unknown>): object {
  if (!isObject(components)) return {};
  const renamed = Object.entries(components).map(([section, members]) => [
    section,
    isObject(members)
      ? Object.fromEntries(
          Object.entries(members).map(([name, each], index) => [
            /^[\w.-]+$/.test(name) ? name : `${name.replace(/[^\w.-]/g, '_')}_${index}`,
            each,
          ]),
        )
      : members,
  ]);
  return { components: Object.fromEntries(renamed) };
}

/** Of data only the kind matters to the checks, and of lists that they are lists of something. */
function plain(value: unknown): unknown {
  if (Array.isArray(value))
    return value.map((item, index) => (isObject(item) || Array.isArray(item) ? { index } : item));
  return isObject(value) ? {} : value;
}

const tooLarge = (location: string): UserError =>
  new UserError({
    code: 'openapi-too-large',
    file: location,
    message: 'The document repeats too much: what it refers to would fill the memory.',
  });
