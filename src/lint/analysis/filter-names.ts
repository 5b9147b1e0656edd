/** The filters and tests that a template names, also by a string: `map('upper')`, `selectattr('x', 'equalto', 1)`. */
import type { ast, Span } from '../../jinja/index.js';
import { listNames, suggest } from '../../text/suggest.js';
import type { Report } from '../finding.js';
import { filterNames, testNames } from './platform-names.js';

export interface NamedUse {
  readonly name: string;
  readonly span: Span;
}

export function namedFilters(filters: readonly ast.Filter[], source: string): NamedUse[] {
  return filters.flatMap((filter) => [
    { name: filter.name, span: filter.nameSpan },
    ...(filter.name === 'map' ? stringAt(filter, 0, source) : []),
  ]);
}

/** Where the name of a test stands among the arguments of these filters. */
const testPositions = new Map([
  ['select', 0],
  ['reject', 0],
  ['selectattr', 1],
  ['rejectattr', 1],
]);

export function testsNamedByFilters(filters: readonly ast.Filter[], source: string): NamedUse[] {
  return filters.flatMap((filter) => {
    const position = testPositions.get(filter.name);
    return position === undefined ? [] : stringAt(filter, position, source);
  });
}

function stringAt({ args }: ast.Filter, position: number, source: string): NamedUse[] {
  const node = args.positional[position];
  if (args.spread || node?.kind !== 'Const' || typeof node.value !== 'string') return [];
  const { start, end } = node.span;
  // Names with escapes or joined of several strings are nobody's.
  const isPlain = source.slice(start + 1, end - 1) === node.value;
  return isPlain ? [{ name: node.value, span: { start: start + 1, end: end - 1 } }] : [];
}

/** What other libraries and languages call it. */
const foreignFilters = new Map([
  ['b64encode', 'base64_encode'],
  ['b64decode', 'base64_decode'],
  ['fromjson', 'from_json'],
  ['parse_json', 'from_json'],
  ['json_parse', 'from_json'],
  ['json_decode', 'from_json'],
  ['json', 'tojson'],
  ['to_json', 'tojson'],
  ['json_stringify', 'tojson'],
  ['stringify', 'tojson'],
  ['dump', 'tojson'],
  ['jsonify', 'tojson'],
  ['downcase', 'lower'],
  ['lowercase', 'lower'],
  ['upcase', 'upper'],
  ['uppercase', 'upper'],
  ['size', 'length'],
  ['len', 'length'],
  ['strip', 'trim'],
  ['uniq', 'unique'],
  ['str', 'string'],
  ['to_string', 'string'],
  ['integer', 'int'],
  ['to_int', 'int'],
  ['number', 'float'],
  ['url_encode', 'urlencode'],
  ['encodeURIComponent', 'urlencode'],
  ['html_escape', 'escape'],
  ['raw', 'safe'],
  ['strip_html', 'striptags'],
]);

const foreignTests = new Map([
  ['null', 'none'],
  ['nil', 'none'],
  ['None', 'none'],
  ['dict', 'mapping'],
  ['object', 'mapping'],
  ['list', 'sequence'],
  ['array', 'sequence'],
  ['str', 'string'],
  ['text', 'string'],
  ['int', 'integer'],
  ['bool', 'boolean'],
  ['exists', 'defined'],
  ['present', 'defined'],
  ['equal', 'equalto'],
  ['equals', 'equalto'],
  ['contains', 'in'],
]);

type Fault = Pick<Report, 'message' | 'hint' | 'suggestion'>;

/** Null for a filter that exists. */
export function filterFault(name: string): Fault | null {
  if (filterNames.has(name)) return null;
  const message = `there is no filter \`${name}\``;
  const [first, ...fields] = name.split(/\s*\.\s*/);
  if (first && fields.length > 0 && filterNames.has(first)) {
    return {
      message,
      hint: `A field of what a filter gives needs brackets: \`(... | ${first}).${fields.join('.')}\`.`,
    };
  }
  if (name === 'split') return { message, hint: "It is a method of text: `text.split(',')`." };
  return { message, ...near(name, foreignFilters, filterNames) };
}

/** Null for a test that exists. */
export function testFault(name: string): Fault | null {
  if (testNames.has(name)) return null;
  const message = `there is no test \`${name}\``;
  if (name === 'empty') return { message, hint: 'Write `not x`, or `x | length == 0`.' };
  const words = [...testNames].filter((each) => /^\w+$/.test(each));
  return { message, ...near(name, foreignTests, words) };
}

function near(
  name: string,
  foreign: ReadonlyMap<string, string>,
  names: Iterable<string>,
): Omit<Fault, 'message'> {
  const all = [...names];
  const suggestion = foreign.get(name) ?? suggest(name, all);
  if (suggestion === undefined) return { hint: `There are ${listNames(all)}.` };
  return { suggestion, hint: `Did you mean \`${suggestion}\`?` };
}
