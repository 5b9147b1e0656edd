import type { ErrorCode } from 'yaml';

interface Words {
  readonly message: string;
  readonly hint?: string;
  /** The place to show is where the quote or bracket opens. */
  readonly isUnclosed?: true;
}

const indentation: Words = {
  message: 'This line is indented less than what it belongs to.',
  hint: 'Lines of one list or mapping begin in the same column, what belongs to them further right.',
};

/** What the YAML library finds, in words that show nothing of the text: it may hold secrets. */
const faults: ReadonlyMap<ErrorCode, Words> = new Map<ErrorCode, Words>([
  ['ALIAS_PROPS', { message: 'An alias may have no anchor and no tag of its own.' }],
  ['BAD_ALIAS', { message: 'This is no name of an anchor or alias.' }],
  ['BAD_COLLECTION_TYPE', { message: 'The tag does not suit what stands behind it.' }],
  [
    'BAD_DIRECTIVE',
    { message: 'This directive is none that YAML knows.', hint: 'Put text that begins with % in quotes.' },
  ],
  [
    'BAD_DQ_ESCAPE',
    {
      message: 'There is no such escape in double quotes.',
      hint: 'Write \\\\ for a backslash, or use single quotes.',
    },
  ],
  ['BAD_INDENT', indentation],
  ['BAD_PROP_ORDER', { message: 'An anchor or tag stands before the sign that it has to follow.' }],
  [
    'BAD_SCALAR_START',
    { message: 'Text may not begin with this character.', hint: 'Put the text in quotes.' },
  ],
  [
    'BLOCK_AS_IMPLICIT_KEY',
    {
      message: 'A second key stands where a value is expected.',
      hint: 'Put text with a colon and a space in quotes, and keys of one mapping below each other.',
    },
  ],
  ['BLOCK_IN_FLOW', { message: 'Inside { } and [ ] everything stands in { } and [ ], too.' }],
  ['KEY_OVER_1024_CHARS', { message: 'This key is longer than 1024 characters.' }],
  [
    'MULTILINE_IMPLICIT_KEY',
    {
      message: 'This key goes over several lines.',
      hint: 'A colon may be missing behind it, or the next line is indented too far.',
    },
  ],
  ['MULTIPLE_ANCHORS', { message: 'A value has at most one anchor.' }],
  [
    'MULTIPLE_DOCS',
    {
      message: 'A second YAML document begins here; a test file is one document.',
      hint: 'Remove the line ---, or make it a file of its own.',
    },
  ],
  ['MULTIPLE_TAGS', { message: 'A value has at most one tag.' }],
  ['TAB_AS_INDENT', { message: 'A tab stands where YAML wants spaces.', hint: 'Indent with spaces.' }],
  [
    'UNEXPECTED_TOKEN',
    { message: 'Nothing may stand here.', hint: 'Put text with special characters in quotes.' },
  ],
]);

const missing: readonly (readonly [part: string, words: Words])[] = [
  ['"quote', { message: 'This double quote is never closed.', isUnclosed: true }],
  ["'quote", { message: 'This single quote is never closed.', isUnclosed: true }],
  ['followed by map values', { message: 'A colon is missing behind this key.' }],
  ['closing', { message: 'This bracket is never closed.', isUnclosed: true }],
  ['end with a', { message: 'This bracket is never closed.', isUnclosed: true }],
  ['Missing , ', { message: 'A comma is missing.' }],
  ['Missing space', { message: 'A space is missing.' }],
];

/** @param said the library's sentence: only what is missing cannot be told without it */
export function describeYamlFault(code: ErrorCode, said: string): Words {
  if (code === 'BAD_INDENT' && said.startsWith('Flow')) {
    return {
      message: 'This bracket is never closed, or what it holds stands too far left.',
      isUnclosed: true,
    };
  }
  if (code === 'MISSING_CHAR') {
    const found = missing.find(([part]) => said.includes(part));
    return found?.[1] ?? { message: 'A character is missing here.' };
  }
  return faults.get(code) ?? { message: 'This is no valid YAML.' };
}
