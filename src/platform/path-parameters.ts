/** Path parameters of simple connectors: `pathParams.<key>` in the URL. platform.md section 3. */
import { analyze, parse, TemplateError } from '../jinja/index.js';
import type { SimpleConnector } from '../registry/model.js';
import { oncePer } from '../text/once.js';
import type { Call } from './settings.js';

export interface PathParameterRefusal {
  code: 'CONNECTOR_MISCONFIGURED' | 'MISSING_PATH_PARAMETERS' | 'INVALID_PATH_PARAMETERS';
  detail: string;
  params?: string[];
}

export interface PathParameters {
  /** As the URL's template sees them, percent-encoded. */
  values: ReadonlyMap<string, string>;
  /** What the caller sent and the connector does not declare; it has no effect. */
  ignored: readonly string[];
}

/** The values of a call, or why the platform answers it with 400. */
export function pathParametersOf(
  connector: SimpleConnector,
  call: Call,
): PathParameters | PathParameterRefusal {
  const declared = new Map(connector.pathParameters.map((row) => [row.key.value, row]));
  const referenced = referencedPathParameters(connector);

  const undeclared = referenced.filter((name) => !declared.has(name));
  if (undeclared.length > 0) {
    return {
      code: 'CONNECTOR_MISCONFIGURED',
      detail: `the URL names path parameters that \`path_parameters\` does not declare: ${undeclared.join(', ')}`,
    };
  }
  const given = new Map(callersParameters(call));
  const values = valuesOf(connector, given);
  const missing = referenced.filter((name) => !values.has(name));
  if (missing.length > 0) {
    const detail = `path parameters without a value: ${missing.join(', ')}`;
    return { code: 'MISSING_PATH_PARAMETERS', detail, params: missing };
  }
  const invalid = [...values].filter(([, value]) => !isPathParameterValue(value)).map(([name]) => name);
  if (invalid.length > 0) {
    const detail = `path parameters whose value is not allowed: ${invalid.join(', ')}; a value is 1 to 200 characters of A-Z a-z 0-9 . _ ~ - and holds no ".."`;
    return { code: 'INVALID_PATH_PARAMETERS', detail, params: invalid };
  }
  return {
    values: encoded(values),
    ignored: [...given.keys()].filter((name) => !declared.has(name)),
  };
}

/** What can be used of a call's values where the call as a whole is refused, percent-encoded. */
export const usablePathParameters = (connector: SimpleConnector, call: Call): Map<string, string> =>
  encoded(
    [...valuesOf(connector, new Map(callersParameters(call)))].filter(([, value]) =>
      isPathParameterValue(value),
    ),
  );

/** What a row says itself counts, unless the caller may override it. */
function valuesOf(connector: SimpleConnector, given: ReadonlyMap<string, string>): Map<string, string> {
  const values = new Map<string, string>();
  for (const { key, value: text, overridable } of connector.pathParameters) {
    const own = text?.value;
    const value = own !== undefined && !overridable ? own : (given.get(key.value) ?? own);
    if (value !== undefined) values.set(key.value, value);
  }
  return values;
}

const encoded = (values: Iterable<[string, string]>): Map<string, string> =>
  new Map([...values].map(([name, value]) => [name, encodeURIComponent(value)]));

/** The wire form is a header of the call, `X-Path-Params: a=1&b=2`. */
function callersParameters({ pathParams, headers }: Call): readonly (readonly [string, string])[] {
  const header = headers.find(([name]) => name.toLowerCase() === 'x-path-params')?.[1];
  return [...new URLSearchParams(header ?? ''), ...(pathParams ?? [])];
}

/** platform.md section 3. */
export const isPathParameterValue = (value: string): boolean =>
  /^[A-Za-z0-9._~-]{1,200}$/.test(value) && value !== '.' && !value.includes('..');

/** The names of `pathParams.<name>` in the URL, in its order, each once. */
export const referencedPathParameters = oncePer(({ url }: SimpleConnector): string[] => {
  if (!url?.value.includes('pathParams')) return [];
  try {
    const uses = analyze(parse(url.value).tree).variables.filter(
      ({ name, origin }) => name === 'pathParams' && origin !== 'template',
    );
    return [...new Set(uses.flatMap(({ path }) => (path[0] === undefined ? [] : [String(path[0].key)])))];
  } catch (error) {
    // What does not parse fails when it is rendered, and says why.
    if (error instanceof TemplateError) return [];
    throw error;
  }
});
