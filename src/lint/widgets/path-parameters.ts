/** A call's `pathParams` against what its connector declares. platform.md sections 3 and 10. */
import { isPathParameterValue, referencedPathParameters } from '../../platform/path-parameters.js';
import type { SimpleConnector } from '../../registry/model.js';
import type { Span } from '../../text/source.js';
import { suggest } from '../../text/suggest.js';
import type { Report } from '../finding.js';
import { isNothing, type WidgetCall, type WidgetObject, type WidgetOption } from './model.js';
import { knownOptions } from './options.js';

export function pathParameterFaults(call: WidgetCall, connector: SimpleConnector): Report[] {
  const { entries, isOpen } = call.options;
  const option = entries.get('pathParams');
  const needed = neededOf(connector);
  if (!option || isNothing(option)) {
    // An option of another name, or a header, may be what was meant to carry them.
    const isElsewhere =
      isOpen || entries.has('headers') || [...entries.keys()].some((key) => !knownOptions.has(key));
    return isElsewhere || needed.length === 0
      ? []
      : [missing(connector, needed, option ? option.keySpan : call.execute)];
  }
  if (option.value.kind !== 'object') return [];
  return [...unknownKeys(option, option.value, connector, needed), ...badValues(option.value, connector)];
}

/** Parameters that only the caller can give a value. */
const neededOf = (connector: SimpleConnector): string[] => {
  const declared = new Map(connector.pathParameters.map(({ key, value }) => [key.value, value]));
  // An undeclared name is a fault of the registry.
  return referencedPathParameters(connector).filter((name) => declared.has(name) && !declared.get(name));
};

function unknownKeys(
  option: WidgetOption,
  { entries, isOpen }: WidgetObject,
  connector: SimpleConnector,
  needed: readonly string[],
): Report[] {
  const declared = connector.pathParameters.map(({ key }) => key.value);
  const referenced = referencedPathParameters(connector);
  const extra = [...entries.values()].filter(
    ({ key }) => !declared.includes(key) && !referenced.includes(key),
  );
  if (declared.length === 0 && referenced.length === 0 && extra.length > 0) {
    const message = `\`${connector.permalink}\` has no path parameters`;
    return [{ at: { span: option.keySpan, pointer: '' }, message, hint: 'Remove `pathParams`.' }];
  }
  const absent = needed.filter((name) => !entries.has(name));
  const reports = extra.map(({ key, keySpan }): Report => {
    // The only one that is missing is the one that was meant.
    const suggestion = suggest(key, absent) ?? (absent.length === 1 ? absent[0] : suggest(key, declared));
    const message = `\`${connector.permalink}\` has no path parameter \`${key}\``;
    return {
      at: { span: keySpan, pointer: '' },
      message,
      ...(suggestion === undefined ? {} : { suggestion }),
    };
  });
  const renamed = new Set(reports.map(({ suggestion }) => suggestion));
  const unnamed = absent.filter((name) => !renamed.has(name));
  return isOpen || unnamed.length === 0 ? reports : [...reports, missing(connector, unnamed, option.keySpan)];
}

function badValues({ entries }: WidgetObject, { pathParameters }: SimpleConnector): Report[] {
  return pathParameters.flatMap(({ key, value: own, overridable }) => {
    const entry = entries.get(key.value);
    if (entry?.value.kind !== 'literal' || (own && !overridable)) return [];
    const { value, span } = entry.value;
    if (value === undefined) return [];
    const at = { span, pointer: '' };
    if (typeof value !== 'string' && typeof value !== 'number') {
      const message = `the path parameter \`${key.value}\` is ${value}: the SDK takes a string or a number`;
      return [{ at, message }];
    }
    if (isPathParameterValue(String(value))) return [];
    return [
      {
        at,
        message: `the platform does not allow this value of the path parameter \`${key.value}\``,
        hint: 'A value is 1 to 200 characters of A-Z a-z 0-9 . _ ~ - and holds no `..`.',
      },
    ];
  });
}

function missing({ permalink }: SimpleConnector, names: readonly string[], span: Span): Report {
  const list = names.map((name) => `\`${name}\``).join(', ');
  const message = `the call of \`${permalink}\` lacks the path ${names.length === 1 ? 'parameter' : 'parameters'} ${list}`;
  return { at: { span, pointer: '' }, message, hint: `Pass \`pathParams: { ${names.join(', ')} }\`.` };
}
