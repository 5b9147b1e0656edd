/** What ajv finds in a document, in the words of whoever wrote it. */
import type { ErrorObject } from 'ajv';
import { listNames, suggest } from '../text/suggest.js';
import { formatPath, type KeyPath } from './document.js';

export interface SchemaFault {
  readonly kind: 'unknown-key' | 'type' | 'value' | 'missing-key' | 'name';
  readonly message: string;
  readonly hint: string | undefined;
  /** Of the key that is wrong, or of the value where it has none. */
  readonly path: KeyPath;
}

/** @param whole what the document is called at the beginning of a sentence: "The configuration" */
export function describeFault(error: ErrorObject, document: unknown, whole: string): SchemaFault {
  const path = pathOf(error, document);
  const key = path.length === 0 ? whole : `\`${formatPath(path)}\``;
  const fault = (kind: SchemaFault['kind'], message: string, hint?: string, at: KeyPath = path) => ({
    kind,
    message,
    hint,
    path: at,
  });
  switch (error.keyword) {
    case 'additionalProperties': {
      const unknown = String(error.params.additionalProperty);
      const known = Object.keys((error.parentSchema as { properties?: object }).properties ?? {});
      const where = path.length === 0 ? lowerFirst(whole) : key;
      const near = suggest(unknown, known);
      const hint = near === undefined ? `Known keys: ${listNames(known)}.` : `Did you mean \`${near}\`?`;
      return fault('unknown-key', `Unknown key \`${unknown}\` in ${where}.`, hint, [...path, unknown]);
    }
    case 'type': {
      const isSecret = path.includes('secrets');
      const found = isSecret ? typeWord(error.data) : describeValue(error.data);
      const message = `${key} must be ${typeNames(error.params.type)}, not ${found}.`;
      const wantsText = [error.params.type].flat().includes('string');
      const isPlain = typeof error.data === 'number' || typeof error.data === 'boolean';
      return fault(
        'type',
        message,
        wantsText && isPlain ? `Put it in quotes${isSecret ? '' : `: "${error.data}"`}.` : undefined,
      );
    }
    case 'minimum':
    case 'maximum':
      return fault('value', `${key} must be ${error.message?.replace(/^must be /, '')}.`);
    case 'minItems':
      return fault('value', `${key} must have at least one item.`);
    case 'enum':
      return fault('value', `${key} must be one of ${error.params.allowedValues.join(', ')}.`);
    case 'required':
      return fault('missing-key', `${key} must have \`${error.params.missingProperty}\`.`);
    case 'pattern':
      return error.propertyName === undefined
        ? fault('value', describePattern(error, key))
        : fault(
            'name',
            `\`${error.propertyName}\` cannot be a name in ${key}.`,
            path.at(-1) === 'profile_fields'
              ? 'Profile fields are known by their number.'
              : 'Names are letters, digits and underscores, and begin with no digit.',
            [...path, error.propertyName],
          );
    default:
      return fault('value', `${key} ${error.message}.`);
  }
}

function describePattern({ data, parentSchema }: ErrorObject, key: string): string {
  const rule = (parentSchema as { patternErrorMessage?: string }).patternErrorMessage;
  return String(data).trim() === '' || rule === undefined ? `${key} must not be empty.` : `${key} ${rule}`;
}

function pathOf(error: ErrorObject, document: unknown): KeyPath {
  const path: (string | number)[] = [];
  let current = document;
  for (const segment of error.instancePath.split('/').slice(1)) {
    const key = segment.replaceAll('~1', '/').replaceAll('~0', '~');
    path.push(Array.isArray(current) ? Number(key) : key);
    current = (current as Record<string, unknown> | undefined)?.[key];
  }
  return path;
}

const names: ReadonlyMap<string, string> = new Map([
  ['string', 'text'],
  ['integer', 'a whole number'],
  ['number', 'a number'],
  ['boolean', 'true or false'],
  ['object', 'a mapping of keys to values'],
  ['array', 'a list'],
  ['null', 'null'],
]);

const typeNames = (type: string | string[]): string =>
  [type]
    .flat()
    .map((each) => names.get(each) ?? each)
    .join(', or ');

function describeValue(value: unknown): string {
  if (value === null) return 'null (an empty value)';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  return typeof value === 'string' ? 'text' : String(value);
}

/** What a value is, without showing it. */
const typeWord = (value: unknown): string =>
  typeof value === 'number' || typeof value === 'boolean' ? `a ${typeof value}` : describeValue(value);

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
