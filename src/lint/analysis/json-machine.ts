/** Reads JSON a piece at a time, so that pieces of a template can be tried in any order. */

export type State =
  /** A value has to come. */
  | 'value'
  /** Behind `[`: a value or the end. */
  | 'first-value'
  | 'after-value'
  | 'first-key'
  | 'key'
  | 'colon'
  | 'string'
  | 'string-escape'
  | 'key-string'
  | 'key-escape'
  | 'number'
  /** In `true`, `false` or `null`; `rest` is what is left of it. */
  | 'word';

/** How far a reading has come. */
export interface Reading {
  readonly state: State;
  /** The open brackets, outermost first. */
  readonly stack: string;
  readonly rest: string;
  /** Where the last comma outside of strings stands, in the template; -1 where there is none. */
  readonly comma: number;
}

export const start: Reading = { state: 'value', stack: '', rest: '', comma: -1 };

export const keyOf = ({ state, stack, rest }: Reading): string => `${state} ${rest} ${stack}`;

export const isInString = ({ state }: Reading): boolean =>
  state === 'string' || state === 'string-escape' || state === 'key-string' || state === 'key-escape';

/** Whether the text may end here. */
export const isComplete = ({ state, stack }: Reading): boolean =>
  stack === '' && (state === 'after-value' || state === 'number');

const words = new Map([
  ['t', 'rue'],
  ['f', 'alse'],
  ['n', 'ull'],
]);

/** Nothing that a template does with JSON nests deeper. */
const deepest = 200;

/** @returns the reading behind the text, or the index of the first character that cannot stand there */
export function read(before: Reading, text: string, placeOf: (index: number) => number): Reading | number {
  let { state, stack, rest, comma } = before;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] as string;
    if (state === 'string' || state === 'key-string') {
      if (character === '"') state = state === 'string' ? 'after-value' : 'colon';
      else if (character === '\\') state = state === 'string' ? 'string-escape' : 'key-escape';
      else if (character < ' ') return index;
      continue;
    }
    if (state === 'string-escape' || state === 'key-escape') {
      if (!'"\\/bfnrtu'.includes(character)) return index;
      state = state === 'string-escape' ? 'string' : 'key-string';
      continue;
    }
    if (state === 'word') {
      if (character !== rest[0]) return index;
      rest = rest.slice(1);
      if (rest === '') state = 'after-value';
      continue;
    }
    if (state === 'number') {
      if (/[0-9.eE+-]/.test(character)) continue;
      state = 'after-value';
    }
    if (character === ' ' || character === '\n' || character === '\t' || character === '\r') continue;
    const inner = stack.at(-1);
    if (state === 'colon') {
      if (character !== ':') return index;
      state = 'value';
    } else if (state === 'after-value') {
      if (character === ',' && inner !== undefined) {
        comma = placeOf(index);
        state = inner === '{' ? 'key' : 'value';
      } else if (character === (inner === '{' ? '}' : ']') && inner !== undefined) {
        stack = stack.slice(0, -1);
      } else return index;
    } else if (state === 'first-key' || state === 'key') {
      if (character === '"') state = 'key-string';
      else if (character === '}' && state === 'first-key') {
        stack = stack.slice(0, -1);
        state = 'after-value';
      } else return index;
    } else if (character === '"') state = 'string';
    else if (character === '{' || character === '[') {
      if (stack.length >= deepest) return index;
      stack += character;
      state = character === '{' ? 'first-key' : 'first-value';
    } else if (character === ']' && state === 'first-value') {
      stack = stack.slice(0, -1);
      state = 'after-value';
    } else if (/[0-9-]/.test(character)) state = 'number';
    else {
      const word = words.get(character);
      if (word === undefined) return index;
      rest = word;
      state = 'word';
    }
  }
  return { state, stack, rest, comma };
}

/** Behind a whole JSON value; null where none can stand. */
export function readValue(before: Reading): Reading | null {
  switch (before.state) {
    case 'value':
    case 'first-value':
      return { ...before, state: 'after-value' };
    // A text is a key.
    case 'key':
    case 'first-key':
      return { ...before, state: 'colon' };
    default:
      return isInString(before) ? before : null;
  }
}

const inObject: readonly State[] = ['first-key', 'key', 'colon', 'value', 'after-value', 'number'];
const inArray: readonly State[] = ['first-value', 'value', 'after-value', 'number'];
const onTop: readonly State[] = ['value', 'after-value', 'number'];

/** Behind something unknown that leaves the brackets as they are: all that may be. */
export function readAnything(before: Reading): readonly Reading[] {
  if (before.state === 'string-escape') return [before, { ...before, state: 'string' }];
  if (before.state === 'key-escape') return [before, { ...before, state: 'key-string' }];
  if (isInString(before)) return [before];
  const inner = before.stack.at(-1);
  const states = inner === '{' ? inObject : inner === '[' ? inArray : onTop;
  const others = states.filter((state) => state !== before.state);
  return [before, ...others.map((state) => ({ ...before, state, rest: '' }))];
}
