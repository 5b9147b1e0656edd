/** `pathParams` in a simple connector's URL against the rows of `path_parameters`. platform.md section 3. */
import { contextNames } from '../../platform/fields.js';
import { templateFields } from '../../platform/template-fields.js';
import type { Registry, Row, SimpleConnector, TextField } from '../../registry/model.js';
import { oncePer } from '../../text/once.js';
import type { Span } from '../../text/source.js';
import { suggest } from '../../text/suggest.js';
import { readTemplate } from '../sites.js';
import { isFaulty } from './faulty-fields.js';
import { contains } from './url-origin.js';
import { placeholdersIn } from './url-placeholders.js';
import { type UrlText, urlTextOf } from './url-text.js';

export interface UndeclaredParameter {
  readonly name: string;
  /** Of the name, in the URL's template. */
  readonly span: Span;
  /** The key of a row that was most likely meant. */
  readonly meant: string | undefined;
  /** Of `topic-id` where that is the key: the template subtracts `id` from `pathParams.topic`. */
  readonly subtraction: Span | null;
}

export interface PathParameterFaults {
  /** Each name once, where it stands first. */
  readonly undeclared: readonly UndeclaredParameter[];
  readonly unused: readonly Row[];
}

const none: PathParameterFaults = { undeclared: [], unused: [] };

const known = new WeakMap<SimpleConnector, PathParameterFaults>();

/** A row that was most likely meant by an undeclared name is not unused: correcting the name sets both right. */
export function pathParameterFaults(registry: Registry, connector: SimpleConnector): PathParameterFaults {
  if (connector.pathParameters.length === 0 && !connector.url?.value.includes('pathParams')) return none;
  let faults = known.get(connector);
  if (!faults) {
    faults = findFaults(registry, connector);
    known.set(connector, faults);
  }
  return faults;
}

function findFaults(registry: Registry, connector: SimpleConnector): PathParameterFaults {
  const { url: field, pathParameters } = connector;
  const url = field && !isCutOff(registry, connector) ? urlTextOf(field) : null;
  if (!url || !field) return none;

  const { names, isCertain } = usesIn(url);
  const rows = new Map([...pathParameters].reverse().map((row) => [row.key.value, row]));
  const unused = pathParameters.filter((row) => rows.get(row.key.value) === row && !names.has(row.key.value));
  const free = new Set(unused.slice(0, mostCandidates).map(({ key }) => key.value));
  const missing = [...names].filter(([name]) => !rows.has(name));
  const undeclared = missing.map(([name, span]) => {
    const meant = candidate(name, field.value.slice(span.start), free, missing.length);
    if (meant !== undefined) free.delete(meant);
    const isSubtraction = meant?.startsWith(`${name}-`) && field.value.startsWith(meant, span.start);
    const subtraction = meant && isSubtraction ? { start: span.start, end: span.start + meant.length } : null;
    return { name, span, meant, subtraction };
  });
  const taken = new Set(undeclared.map(({ meant }) => meant));
  const left = isCertain ? unused.filter(({ key }) => !taken.has(key.value)) : [];
  const elsewhere = left.length > 0 ? meantElsewhere(connector, field, url) : null;
  return {
    undeclared: hasLostRows(registry, connector)
      ? []
      : undeclared.filter(({ span }) => !url.originFault?.within || !contains(url.originFault.within, span)),
    unused: elsewhere ? left.filter(({ key }) => !elsewhere.has(folded(key.value))) : [],
  };
}

/** Finding a near one among many takes time that no real connector needs. */
const mostCandidates = 100;

/** Of a dictionary: what they give is not known. */
const methods: ReadonlySet<string | number> = new Set(['get', 'items', 'keys', 'values']);

/** The parameters that a URL names; not certain where it takes them by a name that only a run can tell. */
function usesIn({ variables }: UrlText): { names: ReadonlyMap<string, Span>; isCertain: boolean } {
  const names = new Map<string, Span>();
  let isCertain = true;
  for (const { name, path, origin } of variables) {
    if (name !== 'pathParams') continue;
    const [first] = path;
    if (!first || origin !== 'context' || methods.has(first.key)) isCertain = false;
    else if (!names.has(String(first.key))) names.set(String(first.key), first.span);
  }
  return { names, isCertain };
}

function candidate(
  name: string,
  written: string,
  free: ReadonlySet<string>,
  missing: number,
): string | undefined {
  const keys = [...free];
  return (
    // `pathParams.topic-id` subtracts `id`.
    keys.find((key) => key.startsWith(`${name}-`) && written.startsWith(key)) ??
    suggest(name, keys) ??
    (missing === 1 && keys.length === 1 ? keys[0] : undefined)
  );
}

/** Keys that another fault keeps from being used: a wrong name, braces, or another field that has no path parameters. */
function meantElsewhere(connector: SimpleConnector, url: TextField, text: UrlText): ReadonlySet<string> {
  const misnamed = text.variables
    .filter(({ name }) => !contextNames.some((each) => each === name))
    .flatMap(({ name, path }) => [name, ...path.map(({ key }) => String(key))]);
  const others = [...templateFields(connector)]
    .filter(({ field }) => field !== url && field.value.includes('pathParams'))
    .flatMap(({ field }) => {
      const read = readTemplate(field);
      const variables = read && 'analysis' in read ? read.analysis.variables : [];
      return variables.flatMap(({ name, path: [first] }) =>
        name === 'pathParams' && first ? [String(first.key)] : [],
      );
    });
  const placeholders = placeholdersIn(text).map(({ name }) => name);
  return new Set([...misnamed, ...others, ...placeholders].map(folded));
}

/** A fault of the file's text inside of the connector, or right behind: rows may follow that could not be read. */
const isCutOff = ({ firstGuess, file }: Registry, { span }: SimpleConnector): boolean =>
  firstGuess !== Number.POSITIVE_INFINITY && /^[\s,]*$/.test(file.text.slice(span.end, firstGuess));

const folded = (name: string): string => name.toLowerCase().replace(/[_-]/g, '');

/** Whether `path_parameters` or rows of it could not be read. */
const hasLostRows = (registry: Registry, connector: SimpleConnector): boolean =>
  isFaulty(registry, connector, 'path_parameters') || connectorsWithLostRows(registry).has(connector.pointer);

const connectorsWithLostRows = oncePer(({ problems }: Registry): ReadonlySet<string> => {
  const keyless = /^(.*)\/path_parameters\/\d+(?:\/key)?$/;
  const misnamed = /^(.*)\/path_parameters\/\d+\/[^/]*$/;
  return new Set(
    problems.flatMap(({ pointer, code, suggestion }) => {
      if (code === 'duplicate-row-key') return [];
      return (suggestion === 'key' ? misnamed : keyless).exec(pointer)?.[1] ?? [];
    }),
  );
});
