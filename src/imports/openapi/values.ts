/** Access to parsed documents, which are hostile input: own keys only, and no type is taken for granted. */

export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An own member of an object; undefined for anything else. */
export const member = (value: unknown, key: string): unknown =>
  isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;

export const textOf = (value: unknown, key: string): string | undefined => {
  const found = member(value, key);
  return typeof found === 'string' ? found : undefined;
};

export const listOf = (value: unknown, key: string): readonly unknown[] => {
  const found = member(value, key);
  return Array.isArray(found) ? found : [];
};

/** The own members of an object at `key`. */
export const entriesOf = (value: unknown, key: string): [string, unknown][] => {
  const found = member(value, key);
  return isObject(found) ? Object.entries(found) : [];
};

export const textsOf = (value: unknown, key: string): string[] =>
  listOf(value, key).filter((each): each is string => typeof each === 'string');

/** One line of a foreign text, at most `most` characters. */
export function oneLine(text: string, most: number): string {
  const line = text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .trim();
  const characters = [...line];
  return characters.length <= most
    ? line
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}
