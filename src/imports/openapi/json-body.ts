/** A JSON body that takes its members from the caller's payload. */
import { literalExpression, memberExpression } from './expressions.js';
import { fixedValue, type ObjectShape } from './schema.js';
import { isObject } from './values.js';

/**
 * Required members stand one by one, so that their author can see and change them: a payload without one fails before anything is
 * sent, unless the schema has a default. Optional ones go out where the caller sends them.
 */
export function jsonTemplate({ properties, required }: ObjectShape, isRequired: boolean): string {
  const fixed = [...required].map((name) => {
    const schema = properties.get(name) ?? {};
    const value = fixedValue(schema);
    const source = memberExpression('input', name);
    const withDefault =
      value === undefined || isHuge(value) ? source : `${source} | default(${literalExpression(value)})`;
    return `${keyTemplate(name)}: {{ ${withDefault} | tojson }}`;
  });
  const optional = [...properties.keys()].filter((name) => !required.has(name));
  const list = `[${optional.map(literalExpression).join(', ')}]`;
  const member = '{{ name | tojson }}: {{ input[name] | tojson }}';
  const loop = `{% for name in ${list} if name in input %}`;
  const body =
    optional.length === 0
      ? `{${separated(fixed)}}`
      : fixed.length === 0
        ? `{ ${loop}${member}{% if not loop.last %}, {% endif %}{% endfor %} }`
        : `{${separated(fixed)}${loop}, ${member}{% endfor %}}`;
  return withInput(body, isRequired);
}

/** A brace directly before a tag would become a part of it. */
const separated = (members: readonly string[]): string => {
  const text = members.join(', ');
  return text.startsWith('{') ? ` ${text}` : text;
};

const keyTemplate = (name: string): string =>
  /^[\w .:@$/-]*$/.test(name) ? `"${name}"` : `{{ ${literalExpression(name)} | tojson }}`;

/** A body that need not be there is made only where there is a payload. */
export const withInput = (body: string, isRequired: boolean): string =>
  isRequired
    ? `{% set input = (body_text or '{}') | from_json %}${body}`
    : `{% if body_text %}{% set input = body_text | from_json %}${body}{% endif %}`;

const isHuge = (value: unknown): boolean =>
  (typeof value === 'string' || isObject(value) || Array.isArray(value)) &&
  JSON.stringify(value).length > 1000;
