/** The references of a document, told from what only looks like one. */
import { UserError } from '../../text/user-error.js';
import type { Path } from './locate.js';
import { isObject } from './values.js';

/** Deeper ones are made to exhaust a stack. */
const deepest = 400;

/** Their members have names of the author's; a property may well be called `example`. */
const maps: ReadonlySet<string> = new Set([
  ...['properties', 'patternProperties', 'dependentSchemas', '$defs', 'definitions', 'schemas', 'parameters'],
  ...['responses', 'requestBodies', 'headers', 'securitySchemes', 'links', 'callbacks', 'pathItems', 'paths'],
  ...['webhooks', 'examples', 'encoding', 'content', 'securityDefinitions'],
]);

/** Values in them are data, whatever they look like. */
const data: ReadonlySet<string> = new Set(['example', 'default', 'enum', 'const', 'value', 'mapping']);

/** What a member of an object is, by the object's own kind and the member's key. */
export const isMap = (key: string, isInMap: boolean, value: unknown): boolean =>
  !isInMap && maps.has(key) && isObject(value);

export const isData = (key: string, isInMap: boolean, value: unknown): boolean =>
  !isInMap && (data.has(key) || key.startsWith('x-') || (key === 'examples' && Array.isArray(value)));

export type Reference = Record<string, unknown> & { $ref: string };

export const isReference = (value: unknown): value is Reference =>
  isObject(value) && Object.hasOwn(value, '$ref') && typeof value.$ref === 'string';

/**
 * Calls `visit` with every reference. What YAML aliases share is visited once.
 * @throws UserError `openapi-too-deep`, also for a value that holds itself, as aliases in YAML can
 */
export function eachReference(
  root: unknown,
  location: string,
  visit: (reference: Reference, path: Path) => void,
): void {
  const seen = new Set<object>();
  const path: (string | number)[] = [];
  const walk = (value: unknown, isInMap: boolean, depth: number): void => {
    if (typeof value !== 'object' || value === null) return;
    if (depth > deepest) throw tooDeep(location);
    if (seen.has(value)) return;
    seen.add(value);
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) {
        path.push(index);
        walk(item, false, depth + 1);
        path.pop();
      }
      return;
    }
    if (!isInMap && isReference(value)) visit(value, [...path]);
    for (const [key, each] of Object.entries(value)) {
      if (isData(key, isInMap, each)) continue;
      path.push(key);
      walk(each, isMap(key, isInMap, each), depth + 1);
      path.pop();
    }
  };
  walk(root, false, 0);
}

export const tooDeep = (location: string): UserError =>
  new UserError({
    code: 'openapi-too-deep',
    file: location,
    message: `The document is nested deeper than ${deepest} levels, or holds itself.`,
  });
