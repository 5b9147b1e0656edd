import type { ErrorObject } from 'ajv';
import { listNames, suggest } from '../text/suggest.js';
import { UserError } from '../text/user-error.js';
import { type ConfigurationDocument, formatPath, type KeyPath } from './document.js';
import { validateConfig } from './generated/validate-config.js';
import type { LoadedDocument } from './load-document.js';

/**
 * Holds a configuration against the published schema.
 * @throws UserError for the first thing that is wrong in it
 */
export function checkDocument(loaded: LoadedDocument): ConfigurationDocument {
  if (!validateConfig(loaded.value)) {
    // An unknown key explains more than what its absence or presence makes wrong elsewhere.
    const errors = validateConfig.errors ?? [];
    const first = errors.find(({ keyword }) => keyword === 'additionalProperties') ?? errors[0];
    if (first) throw describe(loaded, first);
  }
  return loaded.value as ConfigurationDocument;
}

/** An error about one key of the configuration. */
export function configurationError(
  loaded: LoadedDocument | undefined,
  path: KeyPath,
  details: { code: string; message: string; hint?: string | undefined },
): UserError {
  return new UserError({ ...details, file: loaded?.file, ...(loaded?.locate(path) ?? {}) });
}

function describe(loaded: LoadedDocument, error: ErrorObject): UserError {
  const path = pathOf(error, loaded.value);
  const key = path.length === 0 ? 'The configuration' : `\`${formatPath(path)}\``;
  const fail = (code: string, message: string, hint?: string, at: KeyPath = path): UserError =>
    configurationError(loaded, at, { code, message, hint });
  switch (error.keyword) {
    case 'additionalProperties': {
      const unknown = String(error.params.additionalProperty);
      const known = Object.keys((error.parentSchema as { properties?: object }).properties ?? {});
      const where = path.length === 0 ? 'the configuration' : key;
      const near = suggest(unknown, known);
      const hint = near === undefined ? `Known keys: ${listNames(known)}.` : `Did you mean \`${near}\`?`;
      return fail('configuration-unknown-key', `Unknown key \`${unknown}\` in ${where}.`, hint, [
        ...path,
        unknown,
      ]);
    }
    case 'type': {
      const isSecret = path.includes('secrets');
      const found = isSecret ? typeWord(error.data) : describeValue(error.data);
      const message = `${key} must be ${typeNames(error.params.type)}, not ${found}.`;
      const wantsText = [error.params.type].flat().includes('string');
      const isPlain = typeof error.data === 'number' || typeof error.data === 'boolean';
      return fail(
        'configuration-type',
        message,
        wantsText && isPlain ? `Put it in quotes${isSecret ? '' : `: "${error.data}"`}.` : undefined,
      );
    }
    case 'minimum':
    case 'maximum':
      return fail('configuration-value', `${key} must be ${error.message?.replace(/^must be /, '')}.`);
    case 'enum':
      return fail('configuration-value', `${key} must be one of ${error.params.allowedValues.join(', ')}.`);
    case 'required':
      return fail('configuration-missing-key', `${key} must have \`${error.params.missingProperty}\`.`);
    case 'pattern':
      return describePattern(error, path, key, fail);
    default:
      return fail('configuration-value', `${key} ${error.message}.`);
  }
}

function describePattern(
  error: ErrorObject,
  path: KeyPath,
  key: string,
  fail: (code: string, message: string, hint?: string, at?: KeyPath) => UserError,
): UserError {
  const name = error.propertyName;
  if (name === undefined) return fail('configuration-value', `${key} must not be empty.`);
  const isNumber = path.at(-1) === 'profile_fields';
  return fail(
    'configuration-name',
    `\`${name}\` cannot be a name in ${key}.`,
    isNumber
      ? 'Profile fields are known by their number.'
      : 'Names are letters, digits and underscores, and begin with no digit.',
    [...path, name],
  );
}

function pathOf(error: ErrorObject, value: unknown): KeyPath {
  const path: (string | number)[] = [];
  let current = value;
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
