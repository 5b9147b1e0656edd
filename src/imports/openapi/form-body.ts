/** A form body (`application/x-www-form-urlencoded`) that takes its fields from the caller's payload. */
import { literalExpression, memberExpression } from './expressions.js';
import { withInput } from './json-body.js';
import { fixedValue, type ObjectShape, typesOf } from './schema.js';
import type { JsonObject } from './values.js';

/** Text goes out as it is, anything else as JSON writes it: Python's `True` is no boolean to most servers. */
const anyText = (value: string): string =>
  `(${value} if ${value} is string else ${value} | tojson) | urlencode`;

export function formTemplate({ properties, required }: ObjectShape, isRequired: boolean): string {
  const isSingle = (name: string): boolean => !typesOf(properties.get(name) ?? {}).includes('array');
  const fixed = [...required].filter(isSingle);
  const looped = [...properties.keys()].filter((name) => !fixed.includes(name));
  const pairs = fixed
    .map((name) => `${encodeURIComponent(name)}=${pairValue(name, properties.get(name) ?? {})}`)
    .join('&');
  if (looped.length === 0) return withInput(pairs, isRequired);
  const loop = loopOver(looped, !looped.every(isSingle));
  // Each of the loop begins with an ampersand: the first of all has to lose it.
  const body = pairs === '' ? `{% set form %}${loop}{% endset %}{{ form[1:] }}` : `${pairs}${loop}`;
  return withInput(body, isRequired);
}

function pairValue(name: string, schema: JsonObject): string {
  const source = memberExpression('input', name);
  const value = fixedValue(schema);
  const types = typesOf(schema);
  const isText = types.length === 1 && types[0] === 'string';
  const given = value === undefined ? source : `${source} | default(${literalExpression(value)})`;
  return `{{ ${given}${isText ? '' : ' | tojson'} | urlencode }}`;
}

function loopOver(names: readonly string[], hasLists: boolean): string {
  const list = `[${names.map(literalExpression).join(', ')}]`;
  const pair = (value: string): string => `&{{ name | urlencode }}={{ ${anyText(value)} }}`;
  const inner = hasLists
    ? `{% for item in (input[name] if input[name] is sequence and input[name] is not string and input[name] is not mapping else [input[name]]) %}${pair('item')}{% endfor %}`
    : pair('input[name]');
  return `{% for name in ${list} if name in input %}${inner}{% endfor %}`;
}
